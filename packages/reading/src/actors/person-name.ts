/** How far a person's name reaches from a given word on, judged by capitals, particles and what the lexicons know. */
import { type Scan, senseAs } from "./scan.ts";
import { FAMILY, NAME, PERSON } from "./sense.ts";
import type { Word } from "./words.ts";

export interface NameRun {
  /** Word indexes, inclusive. */
  from: number;
  to: number;
}

const PARTICLE = new Set(
  "al el ul ur bin ibn ben bint van von der den de del della la le di da do dos du abu ould ter y e zu zur".split(
    " ",
  ),
);
const NEVER = new Set(
  "the a an and or of in on at to for from by with as that this he she it they we i his her their its who which after before during also said says has have had is was will mr today yesterday tomorrow january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday if but when while not no yes both read more photo video source call calls meeting meetings visit travel remarks readout statement conversation discussion discuss briefing holds meets talks participates joint press trip hosts speaks spoke met interview bilateral virtual administration office government summit conference forum day region city street palace square airport university institute center centre bank hotel prize treaty agreement accord accords declaration jr sr one two three four five im senior acting deputy counsel counselor counsellor officer administrator inspector council commission committee department ministry agency association initiative announces announce delegation secretariat assistance development security affairs policy health defense defence trade economic climate energy human rights national international force task team fund group program programme strategy act bill plan week month year world covid announced nominates signs delivers thank thanks good question well so okay yeah now then there here what how why where let thats lets our your my all new first second third moderator edt est pdt local background executive chief general".split(
    " ",
  ),
);
const LONGEST = 7;

/**
 * The name that begins at `from`, or null where none does. A lexicon phrase ends it:
 * a state, a body or a title ends the name unless the words are a known person's as well.
 */
export function readName({ words, at, common }: Scan, from: number): NameRun | null {
  const first = words[from];
  if (!first?.capital) return null;
  let to = from - 1;
  for (let next = from; next < words.length && next - from < LONGEST; next++) {
    const word = words[next] as Word;
    if (next > from && !joins(words, next)) break;
    if (NEVER.has(word.key)) break;
    const item = at[next];
    if (!item && common.has(word.key) && !PARTICLE.has(word.key)) break;
    if (item && !senseAs(item, PERSON | FAMILY)) {
      // "Jordan", "Chad", "Israel" are given names too, but only where a family name follows and no name has begun.
      if (next > from || item.from !== item.to || !senseAs(item, NAME)) break;
      if (!words[next + 1]?.capital || word.possessive || !joins(words, next + 1)) break;
    }
    if (item && next === item.from && senseAs(item, PERSON)) {
      to = item.to;
      // A known name is whole, unless particles lead on ("Mohammed bin Salman Al Saud").
      if (words[to]?.possessive || !PARTICLE.has(words[to + 1]?.key ?? "")) break;
      next = to;
      continue;
    }
    if (!word.capital) {
      if (!PARTICLE.has(word.key) || !words[next + 1]?.capital || !joins(words, next + 1)) break;
      continue;
    }
    if (/^\d/.test(word.spelling.text)) break;
    to = next;
    if (word.possessive) break;
  }
  return to < from ? null : { from, to };
}

function joins(words: Word[], at: number): boolean {
  const { joint } = words[at] as Word;
  return (
    joint === "space" ||
    joint === "hyphen" ||
    (joint === "dot" && (words[at - 1] as Word).spelling.text.length <= 2)
  );
}
