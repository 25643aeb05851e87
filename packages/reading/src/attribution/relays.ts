/**
 * Who passed the words on: "quoted by Interfax", "was quoted as saying by", "citing officials", "told AFP".
 * The annotated corpora behind the trained part hold next to none of these, so they are read by rule.
 */
import type { Token } from "../sentence.ts";
import { joinSpans, type Passage, type Span } from "./assemble.ts";
import type { Found } from "./find.ts";
import type { Scene } from "./scene.ts";

export interface Relayed extends Found {
  /** True where the source did not speak but carried, quoted or heard what another said. */
  relay: boolean;
}

const NOMINAL = new Set(["NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"]);
const INSIDE = new Set(["of", "'s", "’s", "and", "&", "for", "news", "unnamed"]);
const PASSED = new Set(["quoted", "cited", "reported", "carried", "published", "quoting"]);

interface Phrase {
  first: number;
  last: number;
}

/** The noun phrase that begins at `at`; null where none does. */
function nounPhrase(tokens: readonly Token[], at: number): Phrase | null {
  let last = at - 1;
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (NOMINAL.has(token.upos) && token.lower !== "that") last = i;
    else if (!INSIDE.has(token.lower) && token.upos !== "PUNCT") break;
    else if (token.upos === "PUNCT" && !/^[-/']$/.test(token.text)) break;
  }
  return last >= at ? { first: at, last } : null;
}

const spanOf = (tokens: readonly Token[], { first, last }: Phrase): Span => [
  (tokens[first] as Token).start,
  (tokens[last] as Token).end,
];

function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let left = [...spans];
  for (const [from, to] of holes)
    left = left.flatMap(([start, end]): Span[] => {
      if (to <= start || from >= end) return [[start, end]];
      const pieces: Span[] = [];
      if (start < from) pieces.push([start, from]);
      if (to < end) pieces.push([to, end]);
      return pieces;
    });
  return left;
}

/** Pieces of nothing but space and marks fall away, and edges lose their spaces and commas. */
function tidy(text: string, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const [start, end] of spans) {
    let [from, to] = [start, end];
    while (from < to && /[\s,;]/.test(text.charAt(from))) from++;
    while (to > from && /[\s,;]/.test(text.charAt(to - 1))) to--;
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) kept.push([from, to]);
  }
  return joinSpans(text, kept);
}

interface Pattern {
  /** The carrier's words, and those of its cue. */
  carrier: Phrase;
  cue: Phrase;
  /** For "quoted … as saying": who is quoted, and the whole cue of the speech itself. */
  speech: { speaker: Phrase; cue: Phrase } | null;
}

function subjectBefore(tokens: readonly Token[], scene: Scene, verb: number): Phrase | null {
  const subject = (scene.children[verb] as number[]).find(
    (i) => (tokens[i] as Token).rel.startsWith("nsubj") && i < verb,
  );
  if (subject === undefined) return null;
  let first = subject;
  while (first > 0 && NOMINAL.has((tokens[first - 1] as Token).upos)) first--;
  return {
    first,
    last: subject < verb - 1 && (tokens[subject + 1] as Token).rel === "flat" ? subject + 1 : subject,
  };
}

/** "quoted as saying (by X)", "quoted by X as saying", "X quoted Y as saying". */
function quotedAsSaying(scene: Scene, at: number): Pattern | null {
  const { tokens } = scene;
  const lower = (i: number) => tokens[i]?.lower ?? "";
  let saying = -1;
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + 12) && saying < 0; i++)
    if (lower(i) === "as" && /^(?:saying|telling|stating|adding)$/.test(lower(i + 1))) saying = i + 1;
  if (saying < 0) return null;
  const passive =
    (scene.children[at] as number[]).some((i) => (tokens[i] as Token).rel === "aux:pass") ||
    lower(at + 1) === "as" ||
    lower(at + 1) === "by";
  const subject = subjectBefore(tokens, scene, at);
  if (passive) {
    const by = lower(at + 1) === "by" ? at + 1 : lower(saying + 1) === "by" ? saying + 1 : -1;
    const carrier = by < 0 ? null : nounPhrase(tokens, by + 1);
    if (!carrier || !subject) return null;
    return {
      carrier,
      cue: { first: by, last: by },
      speech: { speaker: subject, cue: { first: at, last: saying } },
    };
  }
  const speaker = nounPhrase(tokens, at + 1);
  if (!speaker || !subject || speaker.last > saying - 2) return null;
  return {
    carrier: subject,
    cue: { first: at, last: at },
    speech: { speaker, cue: { first: saying - 1, last: saying } },
  };
}

/** Words that a pattern may begin at, besides the forms of "quote" and "cite". */
const BEGINNERS = new Set([...PASSED, "citing", "told", "with"]);

function patternAt(scene: Scene, i: number): Pattern | null {
  const { tokens } = scene;
  const { lower, lemma } = tokens[i] as Token;
  if (!BEGINNERS.has(lower) && lemma !== "quote" && lemma !== "cite") return null;
  if (lemma === "quote" || lemma === "cite") {
    const saying = quotedAsSaying(scene, i);
    if (saying) return saying;
  }
  if (PASSED.has(lower) && tokens[i + 1]?.lower === "by") {
    const carrier = nounPhrase(tokens, i + 2);
    const as = tokens[i - 1]?.lower === "as" ? i - 1 : i;
    return carrier && { carrier, cue: { first: as, last: i + 1 }, speech: null };
  }
  if (lower === "citing" || lower === "quoting") {
    const carrier = nounPhrase(tokens, i + 1);
    return carrier && { carrier, cue: { first: i, last: i }, speech: null };
  }
  if (lower === "told" || (lower === "with" && tokens[i - 1]?.lower === "interview")) {
    const carrier = nounPhrase(tokens, i + 1);
    const named =
      carrier && tokens.slice(carrier.first, carrier.last + 1).some(({ upos }) => upos === "PROPN");
    if (!carrier || !named) return null;
    return { carrier, cue: { first: lower === "told" ? i : i - 1, last: i }, speech: null };
  }
  return null;
}

const meets = (spans: readonly Span[], [from, to]: Span) =>
  spans.some(([start, end]) => start < to && end > from);
const extent = (spans: readonly Span[]): Span => [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];

/** The finding whose content the carrier passed on: the one it stands in or beside, likeliest first. */
function carried(found: readonly Found[], cue: Span): Found | undefined {
  const near = found.filter(({ source, content, cue: own }) => {
    const [start] = extent([...source, ...own, ...content].sort((a, b) => a[0] - b[0]));
    return start <= cue[1];
  });
  return [...near].sort((a, b) => b.score - a.score)[0];
}

function apply(passage: Passage, scene: Scene, found: Relayed[], pattern: Pattern): Relayed[] {
  const { tokens } = scene;
  const { text } = passage;
  const [carrier, cue] = [spanOf(tokens, pattern.carrier), spanOf(tokens, pattern.cue)];
  const speechCue = pattern.speech && spanOf(tokens, pattern.speech.cue);
  const rival = (own: Found) => meets(own.cue, cue) || (speechCue !== null && meets(own.cue, speechCue));
  const isTelling = (tokens[pattern.cue.first] as Token).lower === "told";
  let main = isTelling
    ? found.find((own) => meets(own.cue, cue))
    : carried(
        found.filter((own) => !rival(own)),
        cue,
      );
  let kept = isTelling ? found : found.filter((own) => !rival(own));
  if (pattern.speech && speechCue) {
    const speaker = spanOf(tokens, pattern.speech.speaker);
    const taken = found.filter(rival).sort((a, b) => b.score - a.score)[0];
    const after: Span = [Math.max(speechCue[1], carrier[1]), scene.sentence.end];
    const holesOfSpeech = [speaker, carrier, speechCue, cue];
    const given = tidy(text, subtract(taken?.content ?? [], holesOfSpeech));
    const content = given.length > 0 ? given : tidy(text, subtract([after], holesOfSpeech));
    if (content.length === 0) return found;
    main = {
      source: [speaker],
      cue: [speechCue],
      content,
      sentence: scene.sentence.i,
      head: pattern.speech.cue.first,
      score: taken?.score ?? 0.5,
    };
    kept = [...kept, { ...main, relay: false }];
  }
  if (!main) return found;
  const holes = [carrier, cue];
  const trimmed = tidy(text, subtract(main.content, holes));
  if (trimmed.length === 0) return found;
  const spoken = kept.map((own) =>
    own.head === main?.head && !own.relay ? { ...own, content: trimmed } : own,
  );
  const isBehind = (tokens[pattern.cue.first] as Token).lower === "citing";
  const whole = isBehind
    ? trimmed
    : tidy(text, subtract(joinSpans(text, [...main.source, ...main.cue, ...trimmed]), holes));
  return [
    ...spoken,
    {
      source: [carrier],
      cue: [cue],
      content: whole,
      sentence: scene.sentence.i,
      head: pattern.cue.first,
      score: main.score,
      relay: !isBehind,
    },
  ];
}

/** The findings with carriers added, in order of their cues' heads. `found` goes scene by scene. */
export function addRelays(passage: Passage, scenes: readonly Scene[], found: readonly Found[]): Relayed[] {
  const all: Relayed[] = [];
  let next = 0;
  for (const scene of scenes) {
    let own: Relayed[] = [];
    for (; found[next]?.sentence === scene.sentence.i; next++) {
      const { source, cue, content, sentence, head, score } = found[next] as Found;
      own.push({ source, cue, content, sentence, head, score, relay: false });
    }
    for (let i = 0; i < scene.tokens.length; i++) {
      const pattern = patternAt(scene, i);
      if (pattern) own = apply(passage, scene, own, pattern);
    }
    if (own.length > 1) own.sort((a, b) => a.head - b.head);
    all.push(...own);
  }
  return all;
}
