/** What a unit denies: the words that a "not", a "no" or a "denied" governs. */
import { type Word, wordsIn } from "./stems.ts";
import type { Unit } from "./units.ts";

const NEGATORS = /\b(?:not|no|never|neither|nor|without|nobody|nothing)\b|n['’]t\b/giu;
/** Everything around it is denied. */
const DENIALS = /\b(?:denied|denies|deny|false|untrue|unfounded|baseless|refuted|refutes|disinformation)\b/iu;
/** How far a "not" reaches, in words that tell something: its verb, or the noun of a "no", with the one after an "or"; and where it ends before. */
const REACH = 1;
const END = /[,;:]|\b(?:but|because|until|unless)\b/u;

/** Stems that the unit says are not so. */
export function deniedIn({ english, lead }: Pick<Unit, "english" | "lead">): Set<string> {
  const stems = (words: Word[]) => words.map(({ stem }) => stem);
  if (DENIALS.test(english)) return new Set(stems(wordsIn(english)));
  const denied: string[] = [];
  for (const match of english.matchAll(NEGATORS)) {
    const from = match.index + match[0].length;
    const rest = english.slice(from);
    const end = from + (END.exec(rest)?.index ?? rest.length);
    const words = wordsIn(english, from, end);
    const [first, second] = words;
    const both = first && second && /^\s+or\s+$/u.test(english.slice(first.end, second.start));
    denied.push(...stems(words).slice(0, both ? REACH + 1 : REACH));
  }
  if (/\b(?:not|never|without)\b|n['’]t\b/iu.test(lead))
    denied.push(...stems(wordsIn(english)).slice(0, REACH));
  return new Set(denied);
}
