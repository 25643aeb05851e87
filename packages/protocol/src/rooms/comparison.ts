/** Accounts of one contact compared point by point: who says what, what excludes what, and who passes it over. */
import { z } from "zod";
import { KINDS } from "../vocabulary.ts";

/** In what two accounts of one point exclude each other. */
export const DIFFERENCES = ["time", "place", "who", "number", "status", "initiator"] as const;

/** What the comparison has of an account that a viewer may see. */
export const ComparedAccount = z.object({
  /** Publication, draft or document that it is. */
  id: z.string(),
  kind: z.enum(["readout", "draft", "report"]),
  /** The delegation whose account it is; null for a report. */
  delegation: z.string().nullable(),
  name: z.string(),
  /** The report page that its quotes lead to; null for a draft, which is no document. */
  document: z.string().nullable(),
  /** ISO 8601 instant or EDTF day, null where it is not known. */
  published: z.string().nullable(),
  /** Why it could not be compared, null where it was. It is passed over in no point: nobody knows what it says. */
  unread: z.string().nullable(),
  /** Documents that print the same text. */
  alsoPrintedBy: z.array(z.string()),
});
export type ComparedAccount = z.infer<typeof ComparedAccount>;

export const PointQuote = z.object({
  /** UTF-16 code units, half-open, into the text of the account. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quote: z.string(),
  /** The claim that the words hold, where the reader found one. */
  claim: z.string().nullable(),
  /** Who says it within the account, as worded; null where the account speaks for itself. */
  saidBy: z.string().nullable(),
  /** The English words that were compared, where the quote is a paragraph in another language. */
  english: z.string().nullable(),
});
export type PointQuote = z.infer<typeof PointQuote>;

export const PointDifference = z.object({
  what: z.enum(DIFFERENCES),
  /** False where the words may still be meant alike: a weekday against a date, "about 100" against 95. */
  certain: z.boolean(),
  /** Two accounts and the words in which each states its value; in the order of the accounts. */
  between: z.array(z.object({ account: z.string(), words: z.string() })).length(2),
});
export type PointDifference = z.infer<typeof PointDifference>;

export const ComparedPoint = z.object({
  id: z.string(),
  /** Words of one of the quotes, shortened at a word. */
  heading: z.string(),
  kind: z.enum(KINDS).nullable(),
  /** `contradicted` outranks how many say it. Counted over the accounts that were read. */
  class: z.enum(["contradicted", "all", "several", "one"]),
  /** One for each account, in their order. */
  accounts: z.array(
    z.object({
      account: z.string(),
      stance: z.enum(["says", "contradicts", "silent", "unread"]),
      quotes: z.array(PointQuote),
    }),
  ),
  differences: z.array(PointDifference),
  /** Why the quotes stand in one point; empty where there is one. */
  why: z.string(),
});
export type ComparedPoint = z.infer<typeof ComparedPoint>;

export const Comparison = z.object({
  accounts: z.array(ComparedAccount),
  points: z.array(ComparedPoint),
});
export type Comparison = z.infer<typeof Comparison>;
