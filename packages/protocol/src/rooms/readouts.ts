/** Readouts of contacts: drafted in private, approved, published to an audience at an instant; and points put to the sides. */
import { z } from "zod";
import { line, text } from "./lengths.ts";

const id = z.string().min(1).max(100);
const Instant = z.iso.datetime();
/** BCP 47, short: "en", "hy", "sr-Latn". */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(20);

export const ReadoutText = z.object({
  language: Language,
  title: text(300),
  text: text(100_000),
});
export type ReadoutText = z.infer<typeof ReadoutText>;
const ReadoutTexts = z
  .array(ReadoutText.strict())
  .min(1)
  .max(8)
  .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length, {
    message: "a language is given twice",
  });

/** Who must agree before a readout goes out: who leads the delegation, anybody but who submitted it, nobody. */
export const APPROVALS = ["lead", "second-person", "none"] as const;
export type Approval = (typeof APPROVALS)[number];

export const READOUT_STATES = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "scheduled",
  "published",
  "withdrawn",
] as const;
export type ReadoutState = (typeof READOUT_STATES)[number];

/** To the other sides of the contact, to all who take part in the process, or to everybody. */
export const READERSHIPS = ["sides", "process", "public"] as const;
export type Readership = (typeof READERSHIPS)[number];

export const PlannedPublication = z.object({
  id,
  to: z.enum(READERSHIPS),
  /** With `sides`: who gets it, the delegation itself included, fixed when it was planned. Empty for the wider ones. */
  delegations: z.array(id),
  at: Instant,
  /** When it went out; null before. */
  published: Instant.nullable(),
  version: z.number().int(),
  /** The publication that this one corrects. */
  corrects: id.nullable(),
});
export type PlannedPublication = z.infer<typeof PlannedPublication>;

export const Readout = z.object({
  id,
  process: z.string(),
  contact: id,
  delegation: id,
  state: z.enum(READOUT_STATES),
  /** Counts the versions of the texts, from 1. */
  version: z.number().int(),
  texts: z.array(ReadoutText),
  /** Where the delegation itself typed nothing. */
  recordedBy: z.literal("secretariat").nullable(),
  approval: z.enum(APPROVALS),
  /** Person ids. */
  submittedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** Why it came back, or was withdrawn; null where neither. */
  reason: z.string().nullable(),
  publications: z.array(PlannedPublication),
});
export type Readout = z.infer<typeof Readout>;

export const ReadoutView = Readout.extend({ revision: z.string() });
export type ReadoutView = z.infer<typeof ReadoutView>;

export const ReadoutVersion = z.object({
  version: z.number().int(),
  texts: z.array(ReadoutText),
  by: z.string(),
  at: z.string(),
});
export type ReadoutVersion = z.infer<typeof ReadoutVersion>;

const inTheNameOf = { command: z.uuid(), for: id };

export const NewReadout = z.object({ ...inTheNameOf, contact: id, texts: ReadoutTexts }).strict();
export type NewReadout = z.infer<typeof NewReadout>;

/** `at` null is at once. The narrower readership never gets it later than the wider one. */
const Planned = z.object({ to: z.enum(READERSHIPS), at: Instant.nullable() }).strict();
const reason = line(2000);
export const ReadoutChange = z.discriminatedUnion("type", [
  /** Of a published one: begins a correction. */
  z.object({ type: z.literal("revise"), texts: ReadoutTexts }).strict(),
  z.object({ type: z.literal("submit") }).strict(),
  z.object({ type: z.literal("approve") }).strict(),
  z.object({ type: z.literal("return"), reason }).strict(),
  z.object({ type: z.literal("schedule"), publications: z.array(Planned).min(1).max(3) }).strict(),
  /** What did not go out yet stays in. */
  z.object({ type: z.literal("unschedule") }).strict(),
  z.object({ type: z.literal("withdraw"), reason }).strict(),
]);
export type ReadoutChange = z.infer<typeof ReadoutChange>;
export const ChangeReadout = z
  .object({ ...inTheNameOf, revision: z.string().max(100), change: ReadoutChange })
  .strict();

export const ReadoutQuery = z.object({
  contact: id.optional(),
  state: z.enum(READOUT_STATES).optional(),
});

/** What the readers of a publication see of it. */
export const Publication = z.object({
  id,
  process: z.string(),
  /** Null for those who do not see the contact itself. */
  contact: id.nullable(),
  delegation: id,
  /** Publications of one readout, to whomever and corrected or not, have this in common. */
  account: id,
  to: z.enum(READERSHIPS),
  texts: z.array(ReadoutText),
  recordedBy: z.literal("secretariat").nullable(),
  published: Instant,
  /** The earlier publication that it corrects. */
  corrects: id.nullable(),
  /** The documents that it entered the record as, by language. */
  documents: z.array(z.object({ language: Language, document: z.string() })),
});
export type Publication = z.infer<typeof Publication>;

export const ReadoutList = z.object({
  /** Of one's own delegations. */
  readouts: z.array(ReadoutView),
  /** What was published to one, latest first. */
  publications: z.array(Publication),
});
export type ReadoutList = z.infer<typeof ReadoutList>;

export const ReadoutRule = z.object({
  delegation: id,
  approval: z.enum(APPROVALS),
  revision: z.string(),
});
export type ReadoutRule = z.infer<typeof ReadoutRule>;
export const ChangeReadoutRule = z
  .object({ command: z.uuid(), revision: z.string().max(100), approval: z.enum(APPROVALS) })
  .strict();

/** What the reader would find in a draft. Nothing of it is kept. */
export const PreviewReadout = z.object({ for: id, text: ReadoutText.strict() }).strict();
export const ReadoutPreview = z.object({
  /** Why it would be kept unread, null where it would be read. */
  unread: z.string().nullable(),
  claims: z.array(
    z.object({
      start: z.number().int(),
      end: z.number().int(),
      kind: z.string(),
      type: z.string().nullable(),
      status: z.string(),
    }),
  ),
});
export type ReadoutPreview = z.infer<typeof ReadoutPreview>;

/** Words of an account that a point rests on. */
export const RestingQuote = z.object({
  /** Publication or document. */
  account: z.string().min(1).max(500),
  /** The document that holds them; words of a draft are nobody's to rest on. */
  document: z.string().min(1).max(500),
  /** The document's text from `start` to `end`. */
  quote: line(5000),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type RestingQuote = z.infer<typeof RestingQuote>;

export const POINT_ANSWERS = ["none", "confirmed", "own-words", "disputed"] as const;
export const POINT_STATES = ["open", "confirmed", "disputed", "superseded"] as const;

export const PointAnswer = z.object({
  delegation: id,
  answer: z.enum(POINT_ANSWERS),
  /** Its own wording or its reason; "" where it gave neither. */
  words: z.string(),
  recordedBy: z.literal("secretariat").nullable(),
});
export type PointAnswer = z.infer<typeof PointAnswer>;

export const AgreedPoint = z.object({
  id,
  process: z.string(),
  contact: id,
  by: id,
  recordedBy: z.literal("secretariat").nullable(),
  text: line(5000),
  quotes: z.array(RestingQuote).max(20),
  /** Each side that is asked; a side that put the point has confirmed it. */
  answers: z.array(PointAnswer),
  state: z.enum(POINT_STATES),
  supersedes: id.nullable(),
  supersededBy: id.nullable(),
});
export type AgreedPoint = z.infer<typeof AgreedPoint>;
export const AgreedPointView = AgreedPoint.extend({ revision: z.string() });
export type AgreedPointView = z.infer<typeof AgreedPointView>;

export const NewPoint = z
  .object({
    ...inTheNameOf,
    contact: id,
    text: line(5000),
    quotes: z.array(RestingQuote.strict()).max(20),
    supersedes: id.nullable(),
  })
  .strict();
export type NewPoint = z.infer<typeof NewPoint>;

export const AnswerPoint = z
  .object({
    ...inTheNameOf,
    revision: z.string().max(100),
    answer: z.discriminatedUnion("answer", [
      z.object({ answer: z.literal("confirmed") }).strict(),
      z.object({ answer: z.literal("own-words"), words: line(5000) }).strict(),
      z.object({ answer: z.literal("disputed"), words: line(5000) }).strict(),
    ]),
  })
  .strict();
export const PointQuery = z.object({ contact: id.optional(), state: z.enum(POINT_STATES).optional() });
export const PointList = z.object({ points: z.array(AgreedPointView) });
export type PointList = z.infer<typeof PointList>;
