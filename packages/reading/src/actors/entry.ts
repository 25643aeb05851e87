/** The form of the entries in lexicons/actors, lexicons/titles.yaml and lexicons/outlets.yaml. A wrong entry stops the start-up by name. */
import { ACTOR_KINDS } from "@parley/protocol";
import { z } from "zod";

/** Year, year and month, or day. */
const Point = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);

export const OfficeEntry = z.object({
  /** Canonical title of lexicons/titles.yaml. */
  title: z.string(),
  /** Id of the state, organisation or entity. */
  of: z.string(),
  /** Null or absent where the lexicon does not know it; `to: null` is still in office as far as the source goes. */
  from: Point.nullish(),
  to: Point.nullish(),
  acting: z.boolean().optional(),
});
export type OfficeEntry = z.infer<typeof OfficeEntry>;

export const ActorEntry = z.object({
  id: z.string().regex(/^[a-z]+:[A-Za-z0-9-]+$/),
  /** Absent for persons and states: the id says it. */
  kind: z.enum(ACTOR_KINDS).optional(),
  name: z.string(),
  also: z.array(z.string()).optional(),
  country: z.string().length(3).nullish(),
  gender: z.enum(["f", "m"]).optional(),
  /** The family name where it is not the last word of `name` with its particles. */
  family: z.string().optional(),
  offices: z.array(OfficeEntry).optional(),
  demonyms: z.array(z.string()).optional(),
  people: z.array(z.string()).optional(),
  capital: z.array(z.string()).optional(),
  /** Seats of power that act for it ("Kremlin"). */
  metonyms: z.array(z.string()).optional(),
  /** States that act through it together ("OSCE Minsk Group co-chairs"). */
  members: z.array(z.string()).optional(),
  domains: z.array(z.string()).optional(),
  source: z.string().min(3),
});
export type ActorEntry = z.infer<typeof ActorEntry>;

export const TitleEntry = z.object({
  title: z.string(),
  /** Wordings, singular; plural forms are made by rule unless given. */
  forms: z.array(z.string()),
  plural: z.array(z.string()).optional(),
  /** Holders whom the same words may mean: "leader" may be president, prime minister, chancellor. */
  covers: z.array(z.string()).optional(),
  /** One holder at a time in one state or body. */
  single: z.boolean().optional(),
  /** The body that the words themselves name ("High Representative for Foreign and Security Policy"). */
  of: z.string().optional(),
  /** Slug of the ministry it heads ("foreign-affairs"). */
  ministry: z.string().optional(),
  gender: z.enum(["f", "m"]).optional(),
  /** Only before a name ("Mr", "General"), never a mention of its own. */
  honorific: z.boolean().optional(),
  /** Set on the senses of plural forms. */
  many: z.boolean().optional(),
  source: z.string().min(3),
});
export type TitleEntry = z.infer<typeof TitleEntry>;

export const MinistryEntry = z.object({
  slug: z.string().regex(/^[a-z-]+$/),
  name: z.string(),
  forms: z.array(z.string()),
  source: z.string().min(3),
});
export type MinistryEntry = z.infer<typeof MinistryEntry>;

/** Throws an `Error` that names the lexicon and the entry where one has not the form. */
export function parseEntries<T>(schema: z.ZodType<T>, lexicon: string, entries: unknown[]): T[] {
  return entries.map((entry, index) => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) return parsed.data;
    const name = (entry as { id?: string; title?: string } | null)?.id ?? `entry ${index + 1}`;
    throw new Error(`lexicon ${lexicon}, ${name}: ${z.prettifyError(parsed.error)}`);
  });
}
