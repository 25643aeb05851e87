/** What the models see of a word form apart from its context; computed once per form and kept. */
import { hashText } from "./hash.ts";

export interface WordFeatures {
  form: number;
  suffixes: [number, number, number, number];
  prefixes: [number, number, number];
  shape: number;
}

/** Forms beyond this many are computed anew: memory stays bounded on any text. */
const KEPT = 50_000;

export class WordTable {
  private readonly known = new Map<string, WordFeatures>();

  get(text: string, lower: string): WordFeatures {
    const known = this.known.get(text);
    if (known) return known;
    const short = lower.length > 40 ? lower.slice(0, 20) + lower.slice(-20) : lower;
    const features: WordFeatures = {
      form: hashText(normalise(short), 1),
      suffixes: [
        hashText(short.slice(-1), 2),
        hashText(short.slice(-2), 2),
        hashText(short.slice(-3), 2),
        hashText(short.slice(-4), 2),
      ],
      prefixes: [
        hashText(short.slice(0, 1), 3),
        hashText(short.slice(0, 2), 3),
        hashText(short.slice(0, 3), 3),
      ],
      shape: hashText(shapeOf(text.slice(0, 40)), 4),
    };
    if (this.known.size < KEPT && text.length < 40) this.known.set(text, features);
    return features;
  }
}

function normalise(lower: string): string {
  return lower
    .replace(/\p{Nd}/gu, "0")
    .replace(/[’`]/gu, "'")
    .replace(/[“”]/gu, '"');
}

/** "Xx", "XX", "x-X", "0,0": runs collapsed. */
export function shapeOf(text: string): string {
  let shape = "";
  for (const character of text) {
    const kind = /\p{Lu}/u.test(character)
      ? "X"
      : /\p{L}/u.test(character)
        ? "x"
        : /\p{Nd}/u.test(character)
          ? "0"
          : character;
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
}
