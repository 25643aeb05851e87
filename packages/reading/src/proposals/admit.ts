/**
 * A second reader's proposals → claims. Each must quote the text, fit the vocabulary and name its actors in the text's
 * words, or is dropped; what the reader has found itself stands, and is not proposed again. Every drop is counted.
 */
import type { Actor, Attribution, Detail, Diagnostic, Document, OccurrenceActor } from "@parley/protocol";
import type { Proposals } from "../aids.ts";
import { claimId, keyKind } from "../claims/claim-id.ts";
import type { ActorMention, PlaceMention, TimeMention } from "../mention.ts";
import type { ReadClaim } from "../reading.ts";
import { findWords, plainMarks, type Span } from "./find-words.ts";
import { actorAsWorded, actorsAt } from "./name-actors.ts";
import { type Proposal, parseProposal } from "./proposal.ts";

/** What the reader knows of the English text that the proposals are about. */
export interface Scene {
  document: Document;
  mentions: ActorMention[];
  times: TimeMention[];
  places: PlaceMention[];
  /** The page's own voices, outermost first. */
  voices: Attribution[];
  own: ReadClaim[];
}

export interface Admitted {
  /** In text order. */
  claims: ReadClaim[];
  /** Those whom no lexicon knows and the reader did not find. */
  actors: Actor[];
  diagnostics: Diagnostic[];
}

/** Of a claim that only a second reader found. Not calibrated; below every claim of the reader's own. */
const CONFIDENCE = 0.4;
/** A quote shorter than this says nothing, a longer one points at nothing. UTF-16 units. */
const SHORTEST = 12;
const LONGEST = 600;
/** Share of the shorter quote from which two quotes are about the same words. */
const OVERLAP = 0.5;

type Dropped = "misshapen" | "not-verbatim" | "known";

const REASONS: Record<Dropped, string> = {
  misshapen: "are not in the form or the vocabulary asked for",
  "not-verbatim": "quote words, or name actors in words, that the text does not have",
  known: "tell what the reader or an earlier proposal tells of the same words",
};

export function admit({ by, claims: given }: Proposals, scene: Scene): Admitted {
  const text = plainMarks(scene.document.text);
  const counts: Record<Dropped, number> = { misshapen: 0, "not-verbatim": 0, known: 0 };
  const actors = new Map<string, Actor>();
  const claims: ReadClaim[] = [];
  for (const one of given) {
    const proposal = parseProposal(one);
    const made = proposal === null ? "misshapen" : claimOf(proposal, by, text, scene);
    const outcome =
      typeof made !== "string" && isKnown(made.claim, [...scene.own, ...claims]) ? "known" : made;
    if (typeof outcome === "string") {
      counts[outcome]++;
      continue;
    }
    claims.push(outcome.claim);
    for (const actor of outcome.actors) actors.set(actor.id, actor);
  }
  claims.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    claims: numbered(claims),
    actors: [...actors.values()],
    diagnostics: told(by, given.length, claims.length, counts),
  };
}

function claimOf(
  proposal: Proposal,
  by: string,
  text: string,
  scene: Scene,
): { claim: ReadClaim; actors: Actor[] } | Dropped {
  const { document } = scene;
  const { kind, type, status, stance, background } = proposal;
  const quote = proposal.quote.trim();
  if (quote.length > LONGEST || /\n\s*\n/.test(quote)) return "misshapen";
  const span = quote.length < SHORTEST ? null : findWords(text, plainMarks(quote));
  if (!span) return "not-verbatim";
  const named = nameAll(proposal, text, span, scene);
  if (!named) return "not-verbatim";
  const at = (words: string | null): Span | null =>
    words === null ? null : findWords(text, plainMarks(words), span);
  const [time, place] = [at(proposal.time), at(proposal.place)];
  const claim: ReadClaim = {
    id: "",
    document: document.id,
    ...span,
    quote: document.text.slice(span.start, span.end),
    attribution: [...scene.voices, ...speakerOf(proposal, text, span, scene)],
    stance,
    told: {
      kind,
      type: type as ReadClaim["told"]["type"],
      status,
      background,
      // The words are the second reader's choice; what day they mean is the reader's own finding.
      when: (time && scene.times.find((mention) => touches(mention, time) && mention.when)?.when) ?? null,
      where:
        (place && scene.places.find((mention) => touches(mention, place) && mention.place)?.place) ?? null,
      actors: named.parties,
      initiator: named.parties.find(({ role }) => role === "initiator")?.actor ?? null,
      topics: [],
      ambiguous: false,
      detail: detailOf(kind, named.parties),
      plover: null,
    },
    silentSource: null,
    confidence: CONFIDENCE,
    why: `proposed by ${by}, which quotes these words`,
    proposedBy: by,
  };
  return { claim, actors: named.unknown };
}

/** Null where an actor's words do not stand in the text: then nobody knows whom it means. */
function nameAll(
  { actors }: Proposal,
  text: string,
  span: Span,
  { document, mentions }: Scene,
): { parties: OccurrenceActor[]; unknown: Actor[] } | null {
  const parties: OccurrenceActor[] = [];
  const unknown: Actor[] = [];
  for (const { asWorded, role, kind } of actors) {
    const words = findWords(text, plainMarks(asWorded), span);
    if (!words) return null;
    const found = document.text.slice(words.start, words.end);
    const ids = actorsAt(words, kind, mentions);
    const stranger = ids.length ? null : actorAsWorded(found, kind);
    if (stranger) unknown.push(stranger);
    for (const actor of stranger ? [stranger.id] : ids)
      if (!parties.some((party) => party.actor === actor)) parties.push({ actor, role, asWorded: found });
  }
  return { parties, unknown };
}

/** The link to the speaker; none in the report's own voice, or where the words do not stand in the text. */
function speakerOf(
  { speaker, cue }: Proposal,
  text: string,
  span: Span,
  { document, mentions }: Scene,
): Attribution[] {
  const words = speaker === null ? null : findWords(text, plainMarks(speaker), span);
  if (!words) return [];
  const ids = actorsAt(words, "person", mentions);
  const said = cue === null ? null : findWords(text, plainMarks(cue), words);
  return [
    {
      source: ids.length === 1 ? ids[0]! : null,
      asWorded: document.text.slice(words.start, words.end),
      cue: said ? document.text.slice(said.start, said.end) : null,
      ...words,
    },
  ];
}

/** The details of its kind with everything unknown: a second reader is not asked for them. */
function detailOf(kind: Proposal["kind"], parties: OccurrenceActor[]): Detail {
  if (kind === "agreement") {
    const signatories = parties.filter(({ role }) => role === "signatory").map(({ actor }) => actor);
    return { effective: null, expires: null, provisions: [], signatories, refersTo: null };
  }
  if (kind === "incident") {
    const accuser = parties.find(({ role }) => role === "accuser")?.actor ?? null;
    return { weapon: null, casualties: { killed: null, wounded: null }, allegedBy: accuser, deniedBy: [] };
  }
  return kind === "exchange" ? { count: null } : {};
}

/** Same kind of thing, told in the same words, with nobody in it whom the other lacks. */
function isKnown(claim: ReadClaim, others: ReadClaim[]): boolean {
  return others.some(({ start, end, told }) => {
    const shared = Math.min(end, claim.end) - Math.max(start, claim.start);
    if (shared < OVERLAP * Math.min(end - start, claim.end - claim.start)) return false;
    const { kind, type, actors } = claim.told;
    const sameType = type === told.type || [type, told.type].some((one) => one === null || one === "other");
    return (
      kind === told.kind &&
      sameType &&
      actors.every(({ actor }) => told.actors.some((own) => own.actor === actor))
    );
  });
}

const touches = (mention: Span, words: Span): boolean =>
  mention.start < words.end && mention.end > words.start;

function numbered(claims: ReadClaim[]): ReadClaim[] {
  const counts = new Map<string, number>();
  return claims.map((claim) => {
    const { document, start, end } = claim;
    const kind = keyKind(claim);
    const key = `${kind} ${start} ${end}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return { ...claim, id: claimId({ document, kind, start, end, nth }) };
  });
}

function told(by: string, given: number, kept: number, counts: Record<Dropped, number>): Diagnostic[] {
  const whole = { start: null, end: null };
  const dropped = (Object.keys(REASONS) as Dropped[])
    .filter((reason) => counts[reason] > 0)
    .map((reason) => ({
      rule: `second-reader.${reason}`,
      message: `${counts[reason]} of ${given} proposals of ${by} were dropped: they ${REASONS[reason]}.`,
      ...whole,
    }));
  return [
    {
      rule: "second-reader.read",
      message: `${by} proposed ${given} claims, of which ${kept} could be added.`,
      ...whole,
    },
    ...dropped,
  ];
}
