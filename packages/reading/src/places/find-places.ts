/** Place names of a text, in text order, not overlapping, with the place each most likely means. */
import type { Knowledge } from "../knowledge.ts";
import type { PlaceMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import { type Decider, readDecider } from "./decide.ts";
import { features, gather, type TextEvidence } from "./features.ts";
import { createGazetteer, type Gazetteer } from "./gazetteer.ts";
import { type Located, locate } from "./locate.ts";
import { type Spot, spots } from "./spot.ts";
import { type PlaceToken, placeTokens } from "./tokens.ts";

export interface PlacesInput {
  text: string;
  sentences?: Sentence[];
}

export interface PlaceFinder {
  find(input: PlacesInput): PlaceMention[];
}

/** Longer texts are read in pieces of about this many characters; each piece is evidence for itself. */
const PIECE = 30_000;

/** The gazetteer is indexed on first use (a fraction of a second), then kept. */
export function createPlaceFinder(
  knowledge: Pick<Knowledge, "cities" | "lexicons" | "weights">,
): PlaceFinder {
  let gazetteer: Gazetteer | undefined;
  let decider: Decider | undefined;
  return {
    find({ text, sentences }) {
      gazetteer ??= createGazetteer(knowledge);
      decider ??= readDecider(knowledge.weights.places);
      const found: PlaceMention[] = [];
      for (const { from, to } of pieces(text))
        found.push(...inPiece(text.slice(from, to), from, gazetteer, decider));
      return sentences ? found.map((mention) => anchor(mention, sentences)) : found;
    },
  };
}

function* pieces(text: string): Generator<{ from: number; to: number }> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + PIECE);
    const cut = to < text.length ? text.lastIndexOf("\n", to) : -1;
    if (cut > from + PIECE / 2) to = cut;
    yield { from, to };
    from = to;
  }
}

interface Looked {
  tokens: PlaceToken[];
  found: Spot[];
  evidence: TextEvidence;
}

function look(text: string, gazetteer: Gazetteer, { lists }: Decider): Looked {
  const tokens = placeTokens(text);
  const found = spots(tokens, gazetteer);
  return { tokens, found, evidence: gather(tokens, found, lists) };
}

/** Spots with their features and their probability of naming a place, for training and measuring. */
export function judgeSpots(
  text: string,
  gazetteer: Gazetteer,
  decider: Decider,
): { tokens: PlaceToken[]; judged: { spot: Spot; features: string[]; probability: number }[] } {
  const { tokens, found, evidence } = look(text, gazetteer, decider);
  const known = { text: evidence, lists: decider.lists };
  const judged = found.map((spot) => {
    const names: string[] = [];
    features(tokens, spot, known, {
      add: (name) => names.push(name),
      pair: (left, right) => names.push(`${left}|${right}`),
      word: (kind, word) => names.push(`${kind}:${word}`),
    });
    const probability = decider.probability((to) => features(tokens, spot, known, to));
    return { spot, features: names, probability };
  });
  return { tokens, judged };
}

function inPiece(text: string, offset: number, gazetteer: Gazetteer, decider: Decider): PlaceMention[] {
  const { tokens, found, evidence } = look(text, gazetteer, decider);
  const known = { text: evidence, lists: decider.lists };
  const kept: Spot[] = [];
  const probabilities: number[] = [];
  for (const spot of found) {
    const probability = decider.probability((to) => features(tokens, spot, known, to));
    if (probability < decider.threshold) continue;
    kept.push(spot);
    probabilities.push(probability);
  }
  return locate(tokens, kept).map((located, i) => mentionOf(located, text, offset, probabilities[i]!));
}

function mentionOf(
  { spot, reference, inside }: Located,
  text: string,
  offset: number,
  probability: number,
): PlaceMention {
  const entry = reference?.entry;
  return {
    start: offset + spot.start,
    end: offset + spot.end,
    sentence: -1,
    first: -1,
    last: -1,
    confidence: Math.round(probability * 1000) / 1000,
    place: entry?.id ?? null,
    form: reference?.form ?? "name",
    name: entry?.name ?? text.slice(spot.start, spot.end),
    lat: (entry ?? inside)?.lat ?? null,
    lon: (entry ?? inside)?.lon ?? null,
    country: (entry ?? inside)?.country ?? null,
    precision: entry?.precision ?? (inside ? "area" : "point"),
    geonames: entry?.geonames ?? null,
  };
}

function anchor(mention: PlaceMention, sentences: Sentence[]): PlaceMention {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= mention.start) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  if (!sentence || mention.start < sentence.start || mention.start >= sentence.end) return mention;
  const first = sentence.tokens.findIndex((t) => t.end > mention.start);
  const last = sentence.tokens.findLastIndex((t) => t.start < mention.end);
  return first < 0 || last < first ? mention : { ...mention, sentence: sentence.i, first, last };
}
