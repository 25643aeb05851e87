/** When a delegation works, in its own zone and week; and the times that suit several. */
import { z } from "zod";

/** An IANA zone that this machine knows: "Asia/Yerevan". */
export const Zone = z.string().max(60).refine(isZone, { message: "not an IANA time zone" });

function isZone(name: string): boolean {
  if (!/^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A time of day on the clock, "00:00" to "24:00". */
const Clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: "not a time of day" });

export const WorkingHours = z
  .object({
    /** 1 Monday … 7 Sunday. */
    day: z.number().int().min(1).max(7),
    from: Clock,
    to: Clock,
  })
  .strict()
  .refine(({ from, to }) => from < to, { message: "the end comes before the beginning", path: ["to"] });
export type WorkingHours = z.infer<typeof WorkingHours>;

export const WorkingTimes = z.object({
  zone: Zone,
  /** Hours of a week; a day that is not named is free. */
  week: z.array(WorkingHours).max(21),
  /** Holidays and other days off, YYYY-MM-DD in the zone. */
  off: z.array(z.iso.date()).max(400),
});
export type WorkingTimes = z.infer<typeof WorkingTimes>;

export const WorkingTimesView = WorkingTimes.extend({ delegation: z.string(), revision: z.string() });
export type WorkingTimesView = z.infer<typeof WorkingTimesView>;

export const SetWorkingTimes = z
  .object({
    command: z.uuid(),
    /** The revision that was looked at; "" for the first. */
    revision: z.string().max(100),
    times: WorkingTimes.strict(),
  })
  .strict();

const LONGEST_SEARCH = 93 * 86_400_000;
/** Which times suit these delegations, between two instants. */
export const FindTimes = z
  .object({
    delegations: z.array(z.string().min(1).max(100)).min(1).max(31),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    minutes: z.number().int().min(5).max(1440),
  })
  .strict()
  .refine(({ from, to }) => Date.parse(to) > Date.parse(from), {
    message: "ends before it begins",
    path: ["to"],
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_SEARCH, {
    message: "longer than a quarter of a year",
    path: ["to"],
  });
export type FindTimes = z.infer<typeof FindTimes>;

export const SuitableTimes = z.object({
  /** Longest stretches in which a contact of that length suits all who stated their times; in order, apart. */
  windows: z.array(z.object({ start: z.string(), end: z.string() })),
  /** Of those asked for. */
  stated: z.array(WorkingTimesView),
  /** When each of those works in between. */
  hours: z.array(z.object({ delegation: z.string(), start: z.string(), end: z.string() })),
  /** Delegations that did not say when they work: the windows do not mind them. */
  unstated: z.array(z.string()),
  /** Contacts agreed for one of them, as far as the asker sees them: not in the windows. */
  busy: z.array(z.object({ start: z.string(), end: z.string(), contact: z.string() })),
});
export type SuitableTimes = z.infer<typeof SuitableTimes>;
