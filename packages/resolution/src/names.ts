/** Proper names of agreements ("the Minsk Agreements", "Convention on the Law of the Sea"): a thing with a name keeps it for years. */
import { type Candidate, englishOf } from "./claim.ts";

/** Written with a capital, such a noun is the head of a name. */
const HEAD =
  /\b(Accords?|Agreements?|Charters?|Communiqu[eé]s?|Conventions?|Declarations?|Deals?|Memorand(?:um|a)|Pacts?|Protocols?|Statements?|Treat(?:y|ies))\b/;
/** A capitalised word, and what may stand between two of one name. */
const RUN =
  /\p{Lu}[\p{L}\p{N}.]*(?:(?:[-–\s]|\s+(?:of|on|the|and|for|against|to)\s+|\s+(?:of|on|for)\s+the\s+)\p{Lu}[\p{L}\p{N}.]*)*/gu;

export type NameMatch = "same name" | "other name" | "not named";

/** `same name`: at least half of all their words; `other name`: both have one, and share less than a third. */
export function compareNames(a: Candidate, b: Candidate): NameMatch {
  const [x, y] = [nameIn(a), nameIn(b)];
  if (!x || !y) return "not named";
  const shared = [...x].filter((word) => y.has(word)).length;
  const likeness = shared / (x.size + y.size - shared);
  if (likeness >= 1 / 2) return "same name";
  return likeness < 1 / 3 ? "other name" : "not named";
}

/** The words of the name, in small letters; null where nothing but its kind and its parties is named. */
function nameIn({ claim }: Candidate): Set<string> | null {
  const run = (englishOf(claim).match(RUN) ?? []).find((found) => HEAD.test(found));
  if (run === undefined) return null;
  const parties = new Set(split(claim.told.actors.map(({ asWorded }) => asWorded).join(" ")));
  const words = split(run);
  return words.some((word) => !parties.has(word) && !PLAIN.test(word)) ? new Set(words) : null;
}

const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that stand in the names of many: without another they name none. */
const PLAIN =
  /^(the|of|on|and|for|to|against|joint|new|national|presidential|bilateral|trilateral|president|accords?|agreements?|charters?|communiqu[eé]s?|conventions?|declarations?|deals?|memorand(um|a)|pacts?|protocols?|statements?|treat(y|ies)|[a-z])$/;
