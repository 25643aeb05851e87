/**
 * The reader: every stage in its order. The whole text is cut into sentences and searched for names and times by hash;
 * only sentences that may hold a claim are tagged and parsed. Same source and knowledge, same bytes.
 */
import type { Actor, Diagnostic, Document, Place } from "@parley/protocol";
import { type ActorFinder, createActorFinder } from "./actors/finder.ts";
import { Memo } from "./actors/memo.ts";
import type { Aids, Proposals } from "./aids.ts";
import { createAnalyser } from "./analyse/analyser.ts";
import { type AttributionSpan, createAttributor } from "./attribution/index.ts";
import { claimsOf, draftSentence, inTextOrder } from "./claims/assemble.ts";
import { historicParagraphs } from "./claims/background.ts";
import type { DocumentContext } from "./claims/context.ts";
import { documentOf } from "./claims/document.ts";
import { type KnownAgreement, narrowYears, parseAgreements } from "./claims/narrow-years.ts";
import { issuerOf, pageVoices } from "./claims/page-voices.ts";
import { findIssuer, settle } from "./claims/settle.ts";
import { draftSilences, mayBeSilent } from "./claims/silence.ts";
import { extract } from "./extract/extract.ts";
import type { Extracted } from "./extract/extracted.ts";
import { type FrameKnowledge, loadFrames, matchFrames } from "./frames/match.ts";
import { frameStrength } from "./frames/prefilter.ts";
import { askedIn } from "./frames/questions.ts";
import { findTriggers } from "./frames/triggers.ts";
import type { Knowledge } from "./knowledge.ts";
import type { ActorMention, PlaceMention, TimeMention } from "./mention.ts";
import { createPlaceFinder } from "./places/find-places.ts";
import { admit } from "./proposals/admit.ts";
import type { Reader, Reading } from "./reading.ts";
import type { Sentence } from "./sentence.ts";
import type { Source } from "./source.ts";
import { findTimes } from "./times/find-times.ts";
import { inEnglish } from "./translation/in-english.ts";
import { toOriginal } from "./translation/to-original.ts";

/** Throws where the knowledge lacks a lexicon or weights: a fault of the installation, not of any text. */
export function createReader(knowledge: Knowledge): Reader {
  const bytes = knowledge.weights.analyser;
  if (!bytes) throw new Error("models/analyser.bin is missing");
  const analyser = createAnalyser(bytes);
  const actors = createActorFinder(knowledge);
  const stages: Stages = {
    analyser,
    actors,
    bodies: new Memo((name) => {
      const sentences = analyser.segment(name);
      return actors.find({ text: name, sentences, analyser, published: null, title: null, dateline: null })
        .mentions;
    }),
    places: createPlaceFinder(knowledge),
    attributor: knowledge.weights.attribution ? createAttributor(knowledge) : null,
    frames: loadFrames(knowledge),
    agreements: parseAgreements(knowledge.lexicons.agreements ?? []),
  };
  return { read: (source, aids = {}) => readSource(source, aids, stages) };
}

interface Stages {
  analyser: ReturnType<typeof createAnalyser>;
  actors: ActorFinder;
  /** Whom the name of an outlet or agency names: the same few head most documents. */
  bodies: Memo<ActorMention[]>;
  places: ReturnType<typeof createPlaceFinder>;
  attributor: ReturnType<typeof createAttributor> | null;
  frames: FrameKnowledge;
  agreements: KnownAgreement[];
}

/** UTF-16 units, some 80,000 words. The whole text is kept; past this it is a book or a flood, and would starve the rest. */
const LONGEST_READ = 500_000;

const readInPart = (start: number, end: number): Diagnostic => ({
  rule: "read.in-part",
  message: `Only the first ${start} of ${end} characters were read for claims; give the rest as a document of its own`,
  start,
  end,
});

function readSource(source: Source, { translation, proposals }: Aids, stages: Stages): Reading {
  const extracted = extract(source);
  const document = documentOf(source, extracted);
  if (document.language === null || document.language === "en")
    return readEnglish({ extracted, document }, proposals, stages);
  if (!translation)
    return unread(document, "unread-language", `The text is in "${document.language}"; only English is read`);
  const english = inEnglish({ extracted, document }, translation);
  const reading = readEnglish(english, proposals, stages);
  return toOriginal(reading, document, { translation, placed: english.placed });
}

/** Offsets of the reading point into the text of `document`, which is in English. */
function readEnglish(
  { extracted, document }: { extracted: Extracted; document: Document },
  proposals: Proposals | undefined,
  stages: Stages,
): Reading {
  const text = document.text.slice(0, LONGEST_READ);
  if (text.length < document.text.length)
    document.diagnostics.push(readInPart(text.length, document.text.length));
  const sentences = stages.analyser.segment(text);
  const published = extracted.published?.iso ?? null;
  const times = findTimes({ text, published, dateline: extracted.dateline, sentences });
  const named = stages.actors.find({
    text,
    sentences,
    analyser: stages.analyser,
    published,
    title: document.title,
    dateline: document.dateline,
  });
  document.agencies = agenciesOf(extracted.agencies, named.mentions, text, stages);
  const mentions = bySentence(named.mentions, sentences);
  const timed = bySentence(times, sentences);
  const { strong, weak } = chooseSentences(sentences, mentions, timed, stages.frames);
  const chosen = [...strong, ...weak].sort((a, b) => a.i - b.i);
  const places =
    strong.length > 0 ? stages.places.find({ text: placeText(text, sentences, strong), sentences }) : [];
  const context: DocumentContext = {
    document,
    published,
    sentences,
    titleEnd: titleEnd(extracted.titleSpan, sentences),
    mentions,
    times: timed,
    places: bySentence(places, sentences),
    cues: stages.frames.cues,
    holdings: stages.actors.officeInterval,
    countries: countriesOf(named.actors, named.mentions),
    isReadout: false,
    issuer: null,
    historic: new Set(),
    drafts: [],
  };
  context.historic = historicParagraphs(context);
  context.issuer = findIssuer(context);
  for (const sentence of chosen) {
    // Tags come cheaper than trees and rule most false triggers out ("a call", "to call").
    const hits = findTriggers(stages.analyser.tag(sentence), stages.frames.index);
    if (hits.length === 0) continue;
    stages.analyser.parse(sentence);
    draftSentence(
      matchFrames(
        { sentence, mentions: mentions[sentence.i]!, text, countries: context.countries },
        hits,
        stages.frames,
      ),
      context,
    );
  }
  for (const sentence of sentences)
    if (mayBeSilent(sentence)) {
      stages.analyser.parse(sentence);
      draftSilences(sentence, context);
    }
  settle(context);
  document.diagnostics.push(...narrowYears(context, stages.agreements));
  const among = [
    ...new Set(context.drafts.filter(({ kind }) => kind !== "position").map(({ match }) => match.sentence)),
  ];
  const attributions: AttributionSpan[] =
    stages.attributor && among.length > 0
      ? stages.attributor.find({
          text,
          sentences,
          among: among.sort((a, b) => a.i - b.i),
          analyser: stages.analyser,
        })
      : [];
  const page = pageVoices(document, named.mentions, outletOf(document.outlet, stages));
  const issuer = issuerOf(context);
  const own = claimsOf(context, { page, issuer, attributions });
  const voices = issuer ? [...page, issuer] : page;
  const admitted =
    proposals && admit(proposals, { document, mentions: named.mentions, times, places, voices, own });
  if (admitted) document.diagnostics.push(...admitted.diagnostics);
  const claims = admitted ? inTextOrder([...own, ...admitted.claims]) : own;
  return {
    document,
    actors: withNamed([...named.actors, ...(admitted?.actors ?? [])], claims, stages.actors),
    places: placesOf(places, text),
    claims,
  };
}

/** Positions are read in the first sentences that may hold one; a transcript has thousands more that say the same. */
const MOST_WEAK = 10;

/** The one body that an outlet's name points at ("President of the Republic of X" is the state); null where it names none. */
function outletOf(name: string | null, stages: Stages): string | null {
  if (name === null) return null;
  const mentions = stages.bodies.of(name);
  const bodies = mentions.filter(({ kind, actors: ids }) => kind !== "person" && ids.length === 1);
  const longest = Math.max(...bodies.map(({ start, end }) => end - start));
  const ids = new Set(
    bodies.filter(({ start, end }) => end - start === longest).map((body) => body.actors[0]!),
  );
  return ids.size === 1 ? [...ids][0]! : null;
}

/** Ids of the agencies that the page credits, in its order; names that no lexicon knows are left out. */
function agenciesOf(names: string[], mentions: ActorMention[], text: string, { bodies }: Stages): string[] {
  const found = names.map((name) => {
    const own = mentions.find(
      ({ kind, start, end }) => kind === "agency" && text.slice(start, end).includes(name),
    );
    if (own) return own.actors[0];
    return bodies.of(name).find(({ kind }) => kind === "agency" || kind === "outlet")?.actors[0];
  });
  return [...new Set(found.filter((id) => id !== undefined))];
}

/** Sentences to parse: those with a frame that is more than a position, and those where somebody named may take one. */
function chooseSentences(
  sentences: Sentence[],
  mentions: ActorMention[][],
  times: TimeMention[][],
  { prefilter }: FrameKnowledge,
): { strong: Sentence[]; weak: Sentence[] } {
  const strong: Sentence[] = [];
  const weak: Sentence[] = [];
  const asked = askedIn(sentences);
  for (const sentence of sentences) {
    if (asked[sentence.i]) continue;
    const strength = frameStrength(sentence, mentions[sentence.i]!, times[sentence.i]!, prefilter);
    if (strength === "strong") strong.push(sentence);
    else if (strength === "weak" && weak.length < MOST_WEAK) weak.push(sentence);
  }
  return { strong, weak };
}

/** Longer texts are searched for places only where claims may need one. UTF-16 units. */
const WHOLE = 6_000;
/** Sentences at the start that tell which part of the world a text is about. */
const OPENING = 4;

/** The text with everything else blanked out, offsets unchanged. */
function placeText(text: string, sentences: Sentence[], strong: Sentence[]): string {
  if (text.length <= WHOLE) return text;
  const kept = new Set([...sentences.slice(0, OPENING), ...strong]);
  let masked = "";
  for (const { start, end } of [...kept].sort((a, b) => a.i - b.i))
    masked = masked.padEnd(start, " ") + text.slice(start, end);
  return masked.padEnd(text.length, " ");
}

function countriesOf(actors: Actor[], mentions: ActorMention[]): Map<string, string> {
  const countries = new Map<string, string>();
  for (const { id, country } of actors) if (country) countries.set(id, country);
  for (const { actors: ids, country } of mentions)
    if (ids.length === 1 && country && !countries.has(ids[0]!)) countries.set(ids[0]!, country);
  return countries;
}

function titleEnd(span: { start: number; end: number } | null, sentences: Sentence[]): number {
  if (span === null) return 0;
  const after = sentences.findIndex(({ start }) => start >= span.end);
  return after < 0 ? sentences.length : after;
}

function bySentence<M extends ActorMention | TimeMention | PlaceMention>(
  all: M[],
  sentences: Sentence[],
): M[][] {
  const found: M[][] = sentences.map(() => []);
  for (const mention of all) found[mention.sentence]?.push(mention);
  return found;
}

function unread(document: Document, rule: string, message: string): Reading {
  const diagnostic: Diagnostic = { rule, message, start: null, end: null };
  return {
    document: { ...document, diagnostics: [...document.diagnostics, diagnostic] },
    actors: [],
    places: [],
    claims: [],
  };
}

/** Everyone the text or a claim names, once, sorted by id. */
function withNamed(found: Actor[], claims: Reading["claims"], finder: ActorFinder): Actor[] {
  const actors = new Map(found.map((actor) => [actor.id, actor]));
  for (const { told, attribution, silentSource } of claims)
    for (const id of [
      ...told.actors.map(({ actor }) => actor),
      ...attribution.map(({ source }) => source),
      silentSource,
    ]) {
      if (id === null || actors.has(id)) continue;
      const known = finder.actorById(id);
      if (known) actors.set(id, known);
    }
  return [...actors.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function placesOf(mentions: PlaceMention[], text: string): Place[] {
  const places = new Map<string, Place>();
  for (const { place, name, lat, lon, precision, country, start, end } of mentions) {
    if (place === null) continue;
    const worded = text.slice(start, end);
    const known = places.get(place);
    if (known) {
      if (!known.foundAs.includes(worded)) known.foundAs.push(worded);
    } else places.set(place, { id: place, name, lat, lon, precision, country, foundAs: [worded] });
  }
  for (const place of places.values()) place.foundAs.sort();
  return [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
