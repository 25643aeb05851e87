/** The JSON contract of the record (format `parley-record/1`): what `parley read` prints and the store keeps. */
import { z } from "zod";
import {
  ACTOR_KINDS,
  BASES,
  JUDGED,
  KINDS,
  PROVISION_TYPES,
  ROLES,
  STANCES,
  STATUSES,
  TYPES,
} from "./vocabulary.ts";

/** A point or stretch of time that hides nothing unknown. `edtf` is EDTF level 0 or 1. */
export const When = z.object({
  edtf: z.string().min(4),
  asWorded: z.string().nullable(),
  zone: z.string().nullable(),
  basis: z.enum(BASES),
  why: z.string(),
});
export type When = z.infer<typeof When>;

/** UTF-16 code units, half-open, into the text of the document that holds it. */
const span = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() };

/** What the reader noticed about a document. `start` and `end` are null where it concerns the whole. */
export const Diagnostic = z.object({
  rule: z.string(),
  message: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  /** The words that were left out of `text`, where the rule is about residue. */
  dropped: z.string().optional(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

/** One paragraph of a document and the English that was read in its place. */
export const Passage = z.object({ ...span, text: z.string() });
export type Passage = z.infer<typeof Passage>;

/** How a document in another language was read. Its own `text` stays the evidence; these are the words that were read. */
export const Translation = z.object({
  /** ISO 639-1 code of the language translated from. */
  from: z.string(),
  /** Who translated: the program and the host it runs on. */
  by: z.string(),
  title: z.string().nullable(),
  /** In text order; a paragraph that was not translated is missing. */
  passages: z.array(Passage),
});
export type Translation = z.infer<typeof Translation>;

export const Document = z.object({
  id: z.string(),
  uri: z.string().nullable(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  agencies: z.array(z.string()),
  authors: z.array(z.string()),
  language: z.string().nullable(),
  published: When.nullable(),
  dateline: z.string().nullable(),
  text: z.string(),
  sha256: z.string(),
  reprintOf: z.string().nullable(),
  diagnostics: z.array(Diagnostic),
  /** Only where the document was read in translation. */
  translation: Translation.optional(),
});
export type Document = z.infer<typeof Document>;

export const Office = z.object({
  title: z.string(),
  of: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  source: z.string(),
});
export type Office = z.infer<typeof Office>;

export const Actor = z.object({
  id: z.string(),
  kind: z.enum(ACTOR_KINDS),
  name: z.string(),
  country: z.string().nullable(),
  offices: z.array(Office),
  foundAs: z.array(z.string()),
  confidence: z.number(),
});
export type Actor = z.infer<typeof Actor>;

export const Place = z.object({
  id: z.string(),
  name: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  precision: z.enum(["point", "city", "district", "region", "country", "area"]),
  country: z.string().nullable(),
  foundAs: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;

export const Attribution = z.object({
  source: z.string().nullable(),
  asWorded: z.string(),
  cue: z.string().nullable(),
  ...span,
});
export type Attribution = z.infer<typeof Attribution>;

export const Claim = z.object({
  id: z.string(),
  document: z.string(),
  ...span,
  quote: z.string(),
  attribution: z.array(Attribution),
  stance: z.enum(STANCES),
  occurrence: z.string().nullable(),
  confidence: z.number(),
  /**
   * Only where the claim was read in translation: `quote` above is then the original paragraph, and this the English
   * words in it that hold the claim. All other words of the claim (`asWorded`, `cue`) are English too.
   */
  translation: Translation.pick({ from: true, by: true }).extend({ quote: z.string() }).optional(),
  /** Only where a second reader proposed the claim and the reader itself did not find it: the model and its host. */
  proposedBy: z.string().optional(),
});
export type Claim = z.infer<typeof Claim>;

export const Range = z.object({
  low: z.number().int().nullable(),
  best: z.number().int().nullable(),
  high: z.number().int().nullable(),
});
export type Range = z.infer<typeof Range>;

export const Provision = z.object({
  type: z.enum(PROVISION_TYPES),
  text: z.string(),
  ...span,
  /** The English words, where `text` is a paragraph that was read in translation. */
  translation: z.string().optional(),
});
export type Provision = z.infer<typeof Provision>;

export const AgreementDetail = z.object({
  effective: When.nullable(),
  expires: When.nullable(),
  provisions: z.array(Provision),
  signatories: z.array(z.string()),
  refersTo: z.string().nullable(),
});
export type AgreementDetail = z.infer<typeof AgreementDetail>;

export const IncidentDetail = z.object({
  weapon: z.string().nullable(),
  casualties: z.object({ killed: Range.nullable(), wounded: Range.nullable() }),
  allegedBy: z.string().nullable(),
  deniedBy: z.array(z.string()),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;

export const ExchangeDetail = z.object({ count: Range.nullable() });
export type ExchangeDetail = z.infer<typeof ExchangeDetail>;

/** Kinds without a detail of their own carry an empty object. */
export const Detail = z.union([
  AgreementDetail,
  IncidentDetail,
  ExchangeDetail,
  z.record(z.string(), z.never()),
]);
export type Detail = z.infer<typeof Detail>;

export const OccurrenceActor = z.object({ actor: z.string(), role: z.enum(ROLES), asWorded: z.string() });
export type OccurrenceActor = z.infer<typeof OccurrenceActor>;

export const Plover = z.object({
  event: z.string(),
  mode: z.string().nullable(),
  quad: z.number().int().min(1).max(4).nullable(),
});

/** Everything one source says about one occurrence. `published: false` records a silence. */
export const Account = z.object({
  by: z.string().nullable(),
  via: z.array(z.string()),
  claims: z.array(z.string()),
  published: z.boolean().nullable(),
});
export type Account = z.infer<typeof Account>;

const ALL_TYPES = Object.values(TYPES).flat() as [string, ...string[]];

export const Occurrence = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  /** One of TYPES[kind]; null where the words do not allow one. */
  type: z.enum(ALL_TYPES).nullable(),
  status: z.enum(STATUSES),
  background: z.boolean(),
  when: When.nullable(),
  where: z.string().nullable(),
  actors: z.array(OccurrenceActor),
  initiator: z.string().nullable(),
  topics: z.array(z.string()),
  ambiguous: z.boolean(),
  detail: Detail,
  plover: Plover.nullable(),
  claims: z.array(z.string()),
  accounts: z.array(Account),
  judgement: z.enum(JUDGED),
  confidence: z.number(),
  why: z.string(),
});
export type Occurrence = z.infer<typeof Occurrence>;

export const RecordFile = z.object({
  format: z.literal("parley-record/1"),
  documents: z.array(Document),
  actors: z.array(Actor),
  places: z.array(Place),
  occurrences: z.array(Occurrence),
  claims: z.array(Claim),
});
export type RecordFile = z.infer<typeof RecordFile>;
