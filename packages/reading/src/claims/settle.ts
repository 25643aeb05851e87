/** What the claims of one document owe each other: the headline and the lead tell of one contact, later words add to it. */
import type { When } from "@parley/protocol";
import type { Party } from "../frames/parties.ts";
import { countryOf, type DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";
import { inSentence } from "./initiator.ts";
import { topicsIn } from "./topics.ts";

/** Sentences after the headline that still belong to the lead of a readout. */
const LEAD = 4;

/** Changes the drafts in place. */
export function settle(context: DocumentContext): void {
  const lead = leadContact(context);
  // A reporter's page has a dateline or an agency, or tells its lead in somebody's words.
  context.isReadout =
    lead !== null &&
    context.document.agencies.length === 0 &&
    context.document.dateline === null &&
    !lead.match.telling.reported;
  addMediator(context);
  shareDays(context);
  if (!lead) return;
  // "arrived on Thursday to meet with": what the lead's sentence tells beside it is as new.
  for (const draft of context.drafts)
    if (draft.kind === "contact" && draft.main && draft.match.sentence === lead.match.sentence)
      draft.leads = true;
  followUp(lead, context);
  for (const draft of context.drafts)
    if (draft !== lead && isSameAsLead(draft, lead, context)) adopt(draft, lead);
  if (lead.when === null && context.isReadout && lead.status === "happened") {
    const when = dayOfReadout(context);
    for (const draft of context.drafts)
      if (draft.when === null && (draft === lead || draft.sameAs === lead)) draft.when = when;
  }
}

/** The first contact below the headline that is told as news, or the headline's own where the text goes on without one. */
export function leadContact(context: DocumentContext): Draft | null {
  const contacts = context.drafts.filter(
    ({ kind, status, main }) => kind === "contact" && main && (status === "happened" || status === "planned"),
  );
  const early = contacts.filter(
    ({ match }) => match.sentence.i >= context.titleEnd && match.sentence.i < context.titleEnd + LEAD,
  );
  return (
    early.find(({ actors }) => actors.length >= 2) ??
    early[0] ??
    contacts.find(({ match }) => match.sentence.i < context.titleEnd) ??
    null
  );
}

/** Sentences right after the lead that say who asked for it and what it was about. */
function followUp(lead: Draft, context: DocumentContext): void {
  const parties = lead.actors.map(
    ({ actor, asWorded }): Party => ({
      actor,
      asWorded,
      kind: "person",
      country: countryOf(actor, context),
      form: "name",
      at: 0,
    }),
  );
  const topics = new Set<string>();
  for (const sentence of context.sentences.slice(lead.match.sentence.i)) {
    if (sentence.level !== "parsed") continue;
    if (sentence.i <= lead.match.sentence.i + 1) {
      const text = context.document.text.slice(sentence.start, sentence.end);
      if (
        sentence === lead.match.sentence ||
        /\b(?:call|conversation|talks?|meeting|contact|exchange)\b/i.test(text)
      )
        lead.initiator ??= inSentence(sentence, context, parties);
    }
    for (const topic of topicsIn(sentence, context)) topics.add(topic);
  }
  lead.topics = [...topics];
}

const SAME_TYPES: Record<string, RegExp> = {
  call: /^(call|video|talks)$/,
  video: /^(call|video|meeting|talks)$/,
  meeting: /^(meeting|talks|video)$/,
  talks: /./,
  visit: /^visit$/,
  letter: /^letter$/,
};

/** A headline with fewer names, or a later sentence with the same people, tells of the lead's contact. */
function isSameAsLead(draft: Draft, lead: Draft, context: DocumentContext): boolean {
  if (draft.kind !== "contact" || draft.apart || draft.status !== lead.status || !draft.main) return false;
  if (!(SAME_TYPES[lead.type ?? ""] ?? /^$/).test(draft.type ?? "")) return false;
  if (draft.when && lead.when && draft.when.edtf !== lead.when.edtf) return false;
  const inTitle = draft.match.sentence.i < context.titleEnd;
  const ids = lead.actors.map(({ actor }) => actor);
  const subset = draft.actors.every(
    ({ actor }) => ids.some((id) => isSamePerson(actor, id)) || isCountryOf(actor, ids, context),
  );
  return inTitle ? subset : subset && draft.actors.length === lead.actors.length;
}

/** A headline gives the family name alone; people no lexicon knows then have two ids. */
function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [one, other].map((id) => id.replace(/^person:(\?-)?/, ""));
  const part = (long: string, short: string) => long.endsWith(`-${short}`) || long.startsWith(`${short}-`);
  return (
    a === b || (one.startsWith("person:") && other.startsWith("person:") && (part(a!, b!) || part(b!, a!)))
  );
}

function isCountryOf(actor: string, ids: string[], context: DocumentContext): boolean {
  return actor.startsWith("state:") && ids.some((id) => countryOf(id, context) === actor.slice(6));
}

function adopt(draft: Draft, lead: Draft): void {
  draft.sameAs = lead;
  draft.leads = true;
  if (lead.type === "talks") lead.type = draft.type;
  draft.actors = lead.actors;
  draft.type = lead.type;
  draft.initiator = lead.initiator ?? draft.initiator;
  lead.initiator ??= draft.initiator;
  const when = lead.when ?? draft.when ?? null;
  draft.when = when;
  lead.when ??= when;
  draft.ambiguous = lead.ambiguous;
}

/** Two agreements of one day in one text are one: what names nobody is made by those whom the other words name. */
function shareDays({ drafts }: DocumentContext): void {
  const dated = drafts.filter(
    ({ kind, when, status }) =>
      kind === "agreement" && status === "happened" && /^\d{4}-\d\d-\d\d$/.test(when?.edtf ?? ""),
  );
  for (const draft of dated) {
    const other = dated.find((one) => one !== draft && one.when!.edtf === draft.when!.edtf);
    if (!other || (draft.type !== other.type && draft.type !== "other" && other.type !== "other")) continue;
    // What sets the dates of one list apart from each other does not set it apart from a second telling.
    delete draft.apart;
    if (draft.actors.length === 0) draft.actors = other.actors;
    if (draft.type === "other") draft.type = other.type;
  }
}

/** Offices publish their readouts on the day or the day after; the text itself gives no day, so the value is approximate. */
function dayOfReadout(context: DocumentContext): When | null {
  if (!context.published) return null;
  return {
    edtf: `${context.published.slice(0, 10)}~`,
    asWorded: null,
    zone: null,
    basis: "metadata",
    why: "the text names no day; it is a readout published that day, and readouts follow the contact within a day or so",
  };
}

/** Who says "we": the state or body that the text's first sentences speak for. */
export function findIssuer(context: DocumentContext): Party | null {
  for (const sentence of context.sentences.slice(context.titleEnd, context.titleEnd + 8)) {
    const mention = context.mentions[sentence.i]!.find(
      ({ kind, actors, first }) =>
        actors.length === 1 && first <= 1 && /^(state|organisation|ministry)$/.test(kind),
    );
    if (!mention) continue;
    const { actors, kind, country, form, last } = mention;
    return {
      actor: actors[0]!,
      asWorded: context.document.text.slice(mention.start, mention.end),
      kind,
      country,
      form,
      at: last,
    };
  }
  return null;
}

/** "appreciation for Egypt's mediation": where the text tells of one ceasefire and one mediator, they belong together. */
function addMediator(context: DocumentContext): void {
  const ceasefires = context.drafts.filter(({ kind, type }) => kind === "agreement" && type === "ceasefire");
  if (
    ceasefires.length === 0 ||
    ceasefires.some(({ actors }) => actors.some(({ role }) => role === "mediator"))
  )
    return;
  const mediators = new Map<string, string>();
  for (const sentence of context.sentences) {
    const at = sentence.tokens.findIndex(({ lower }) => lower === "mediation" || lower === "mediating");
    if (at < 1) continue;
    const owner = context.mentions[sentence.i]!.findLast(
      ({ last, actors }) =>
        actors.length === 1 &&
        last < at &&
        sentence.tokens
          .slice(last + 1, at)
          .every(({ text, upos }) => /^['’]s?$/.test(text) || upos === "ADJ"),
    );
    if (owner) mediators.set(owner.actors[0]!, context.document.text.slice(owner.start, owner.end));
  }
  if (mediators.size !== 1) return;
  const [[actor, asWorded]] = [...mediators] as [[string, string]];
  for (const draft of ceasefires)
    if (draft.when === null) draft.actors = [...draft.actors, { actor, role: "mediator", asWorded }];
}
