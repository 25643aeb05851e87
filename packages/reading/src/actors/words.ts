/** Cuts sentences into words for matching names. Independent of the analyser's tokens: hyphens separate, inner apostrophes do not. */
import type { Sentence } from "../sentence.ts";
import { SpellingTable } from "../spelling-table.ts";
import { cuesOf } from "./cues.ts";
import { foldWord } from "./fold.ts";
import type { Sense } from "./sense.ts";
import { soundOf } from "./sound.ts";
import type { PhraseNode, PhraseTrie } from "./trie.ts";
import { nextWord } from "./word-bounds.ts";

/** What stands between a word and the one before it in the same sentence. */
type Joint = "start" | "space" | "hyphen" | "dot" | "comma" | "break";

export interface Spelling {
  text: string;
  /** Folded. */
  key: string;
  /** First letter is upper case. */
  capital: boolean;
  /** The phrases of the lexicons that begin with it; null where there is none. */
  opens: PhraseNode<Sense> | null;
  /** Bits of `cues.ts`. */
  cues: number;
  /** As it sounds; null until asked. */
  sound: string | null;
}

export interface Word {
  spelling: Spelling;
  /** Of the spelling: what the steps ask most. */
  key: string;
  capital: boolean;
  start: number;
  end: number;
  /** Index of the sentence in the document. */
  sentence: number;
  joint: Joint;
  /** Followed by 's or by a bare apostrophe after s. */
  possessive: boolean;
}

const INITIAL = /^\p{Lu}\. ?\p{Lu}/u;
const NICKNAME = /^ [“"(]\p{Lu}\p{L}+[”")] \p{Lu}/u;
const POSSESSIVE = /^['’](?:[sS](?![\p{L}])|(?![\p{L}]))/u;
const SPACE = 0x20;
const STOP = 0x2e;
const HYPHEN = 0x2d;
const COMMA = 0x2c;

function jointOf(between: string): Joint {
  const bare = between.replace(/^['’][sS]?/u, "").replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, " ");
  if (bare === " " || bare === "") return "space";
  if (bare === "-" || bare === "‑" || bare === "‐") return "hyphen";
  if (bare === ". " || bare === ".") return "dot";
  return /^\s?,\s?$/.test(bare) ? "comma" : "break";
}

/** By what stands between; only short ones, so that no document is held. */
const joints = new Map<string, Joint>();
const SHORT_JOINT = 4;
const REMEMBERED = 10_000;

function jointAt(text: string, from: number, to: number): Joint {
  const code = text.charCodeAt(from);
  if (to === from + 1 && code === SPACE) return "space";
  if (to === from + 1 && code === HYPHEN) return "hyphen";
  if (to === from + 2 && code === COMMA && text.charCodeAt(from + 1) === SPACE) return "comma";
  const between = text.slice(from, to);
  const known = joints.get(between);
  if (known !== undefined) return known;
  const joint = jointOf(between);
  if (between.length <= SHORT_JOINT && joints.size < REMEMBERED) joints.set(between, joint);
  return joint;
}

/** What a word's letters say, worked out once for each spelling. */
export function wordSpellings(trie: PhraseTrie<Sense>): SpellingTable<Spelling> {
  return new SpellingTable((text) => {
    const key = text.endsWith(".") ? text.toLowerCase().replaceAll(".", "") : foldWord(text);
    return {
      text,
      key,
      capital: /^[\p{Lu}\p{Lt}]/u.test(text),
      opens: trie.opens(key),
      cues: cuesOf(key),
      sound: null,
    };
  });
}

/** How the word sounds: `soundKey` without looking the word up. */
export function soundOfWord({ spelling }: Word): string {
  spelling.sound ??= soundOf(spelling.text);
  return spelling.sound;
}

const isQuote = (code: number) => code === 0x27 || code === 0x2019;
/** Marks that open a nickname. */
const opensName = (code: number) => code === 0x201c || code === 0x22 || code === 0x28;

/** Words of all sentences in text order. `start` and `end` are UTF-16 offsets into `text`. */
export function cutWords(text: string, sentences: Sentence[], spellings: SpellingTable<Spelling>): Word[] {
  const words: Word[] = [];
  const bounds = { start: 0, end: 0 };
  for (const sentence of sentences) {
    let before = -1;
    for (let from = sentence.start; nextWord(text, from, sentence.end, bounds); from = bounds.end) {
      const { start, end } = bounds;
      const single = end === start + 1;
      if (single && (text.charCodeAt(start) | 0x20) === 0x73 && isQuote(text.charCodeAt(start - 1))) continue;
      const joint = before < 0 ? "start" : jointAt(text, before, start);
      // A middle initial ("Antony J. Blinken") tells nothing that lexicons hold; the next word joins the one before it.
      if (
        single &&
        joint === "space" &&
        text.charCodeAt(end) === STOP &&
        INITIAL.test(text.slice(start, end + 3))
      ) {
        before = text[end + 1] === " " ? end + 1 : end;
        continue;
      }
      // So does a nickname between quotation marks ("Benjamin “Benny” Gantz").
      if (
        before >= 0 &&
        opensName(text.charCodeAt(start - 1)) &&
        words.at(-1)?.capital &&
        NICKNAME.test(text.slice(start - 2, end + 3))
      ) {
        before = end + 1;
        continue;
      }
      const spelling = spellings.at(text, start, end);
      words.push({
        spelling,
        key: spelling.key,
        capital: spelling.capital,
        start,
        end,
        sentence: sentence.i,
        joint,
        possessive: isQuote(text.charCodeAt(end)) && POSSESSIVE.test(text.slice(end, end + 3)),
      });
      before = end;
    }
  }
  return words;
}
