/** Cuts sentences into words for matching names. Independent of the analyser's tokens: hyphens separate, inner apostrophes do not. */
import type { Sentence } from "../sentence.ts";
import { foldWord } from "./fold.ts";

/** What stands between a word and the one before it in the same sentence. */
type Joint = "start" | "space" | "hyphen" | "dot" | "comma" | "break";

export interface Word {
  text: string;
  key: string;
  start: number;
  end: number;
  /** Index of the sentence in the document. */
  sentence: number;
  joint: Joint;
  /** First letter is upper case. */
  capital: boolean;
  /** Followed by 's or by a bare apostrophe after s. */
  possessive: boolean;
}

// Dotted abbreviations ("U.S.", "H.E.") are one word; an apostrophe inside a word belongs to it unless it opens a possessive.
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’`ʼ](?![sS](?![\p{L}\p{N}]))[\p{L}\p{M}]+)*/gu;
const INITIAL = /^\p{Lu}\. ?\p{Lu}/u;
const NICKNAME = /^ [“"(]\p{Lu}\p{L}+[”")] \p{Lu}/u;
const POSSESSIVE = /^['’](?:[sS](?![\p{L}])|(?![\p{L}]))/u;

function jointOf(between: string): Joint {
  if (between === " ") return "space";
  const bare = between.replace(/^['’][sS]?/u, "").replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, " ");
  if (bare === " " || bare === "") return "space";
  if (bare === "-" || bare === "‑" || bare === "‐") return "hyphen";
  if (bare === ". " || bare === ".") return "dot";
  return /^\s?,\s?$/.test(bare) ? "comma" : "break";
}

/** Words of all sentences in text order. `start` and `end` are UTF-16 offsets into `text`. */
export function cutWords(text: string, sentences: Sentence[]): Word[] {
  const words: Word[] = [];
  for (const sentence of sentences) {
    const piece = text.slice(sentence.start, sentence.end);
    let before = -1;
    for (const match of piece.matchAll(WORD)) {
      const surface = match[0];
      const start = sentence.start + match.index;
      const end = start + surface.length;
      if (/^[sS]$/.test(surface) && /['’]/.test(text[start - 1] ?? "")) continue;
      const joint = before < 0 ? "start" : jointOf(text.slice(before, start));
      // A middle initial ("Antony J. Blinken") tells nothing that lexicons hold; the next word joins the one before it.
      if (surface.length === 1 && joint === "space" && INITIAL.test(text.slice(start, end + 3))) {
        before = text[end + 1] === " " ? end + 1 : end;
        continue;
      }
      const dotted = surface.endsWith(".");
      // So does a nickname between quotation marks ("Benjamin “Benny” Gantz").
      if (before >= 0 && words.at(-1)?.capital && NICKNAME.test(text.slice(start - 2, end + 3))) {
        before = end + 1;
        continue;
      }
      words.push({
        text: surface,
        key: dotted ? surface.toLowerCase().replaceAll(".", "") : foldWord(surface),
        start,
        end,
        sentence: sentence.i,
        joint,
        capital: /^[\p{Lu}\p{Lt}]/u.test(surface),
        possessive:
          POSSESSIVE.test(text.slice(end, end + 3)) &&
          text[end] !== undefined &&
          /['’]/.test(text[end] as string),
      });
      before = end;
    }
  }
  return words;
}
