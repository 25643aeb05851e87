/** Where a text may name a place: the longest gazetteer names, and names that end or begin like places. */
import type { Gazetteer, Reference } from "./gazetteer.ts";
import type { PlaceToken } from "./tokens.ts";

export interface Spot {
  /** Token indexes, inclusive. */
  first: number;
  last: number;
  start: number;
  end: number;
  key: string;
  /** Empty for names only their form gives away. */
  references: Reference[];
  /** The word that marks it as a place ("street", "river", "lake of"), "" for gazetteer names. */
  marker: string;
}

const SUFFIXES = new Set(
  (
    "street road avenue boulevard drive lane highway bridge river lake bay island islands mountain mountains valley county parish district " +
    "province region oblast governorate prefecture airport park beach creek square hospital university college cathedral church mosque monastery temple " +
    "stadium prison gulf sea peninsula hill hills forest desert canal port harbor harbour dam theatre theater base cemetery castle palace " +
    "museum school academy center centre plaza tower station crossing pass gorge coast basin plateau strait plains heights crescent terrace close court village township " +
    "rd ave blvd hwy corridor reservoir sound point cape falls springs gardens library hotel"
  ).split(" "),
);
const PREFIXES = new Set(
  "lake mount fort port cape camp highway route interstate mt ft st saint san santa el al greater upper lower central".split(
    " ",
  ),
);
const OF = new Set(["gulf", "strait", "bay", "isle", "sea", "city", "republic", "province"]);
const JOINING = new Set([
  "of",
  "the",
  "de",
  "la",
  "del",
  "and",
  "al",
  "el",
  "du",
  "le",
  "des",
  "do",
  "da",
  "upon",
  "on",
  "sur",
  "y",
  "e",
]);

export function spots(tokens: PlaceToken[], gazetteer: Gazetteer): Spot[] {
  const found: Spot[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!token.capital && token.key !== "the") continue;
    const spot = byName(tokens, i, gazetteer) ?? null;
    const form = token.capital ? byForm(tokens, i) : null;
    const best = form && (!spot || (form.last > spot.last && !isBetterSplit(spot))) ? form : spot;
    if (!best) continue;
    found.push(best);
    i = best.last;
  }
  return found;
}

/** A country or a state inside a longer name ("Canada Revenue Hospital") stays a place of its own. */
const isBetterSplit = (spot: Spot) =>
  spot.references.some((r) => r.entry.kind === "country" || r.entry.kind === "admin1") &&
  spot.last > spot.first;

function byName(tokens: PlaceToken[], i: number, gazetteer: Gazetteer): Spot | null {
  const head = tokens[i]!;
  const limit = gazetteer.longest(
    head.key.includes(" ") ? head.key.slice(0, head.key.indexOf(" ")) : head.key,
  );
  if (limit === 0) return null;
  let key = "";
  let words = 0;
  let best: Spot | null = null;
  for (let j = i; j < tokens.length && words < limit; j++) {
    const token = tokens[j]!;
    const glued = j > i && token.start === tokens[j - 1]!.end;
    if (token.key === "") {
      if (token.text === "-" && glued) continue;
      if (token.text === "." && /^(?:st|ft|mt)$/.test(tokens[j - 1]!.key)) continue;
      break;
    }
    if (!token.capital && !JOINING.has(token.key) && !(j > i && glued)) {
      if (j === i || !gazetteer.lookup(`${key} ${token.key}`).length) break;
    }
    key = key === "" ? token.key : `${key} ${token.key}`;
    words++;
    if (!token.capital && JOINING.has(token.key)) continue;
    const references = gazetteer.lookup(key);
    if (references.length === 0 || !fits(tokens, i, j, references)) continue;
    const abbreviated = tokens[j + 1]?.text === "." && references.some((r) => r.variant === "abbreviation");
    best = {
      first: i,
      last: j,
      start: head.start,
      end: abbreviated ? tokens[j + 1]!.end : token.end,
      key,
      references,
      marker: "",
    };
  }
  if (best) return best;
  // "LOUISVILLE, KY": a postal code after a comma.
  const state =
    /^[A-Z]{2}$/.test(head.text) && tokens[i - 1]?.text === "," ? gazetteer.states.get(head.text) : undefined;
  return state
    ? {
        first: i,
        last: i,
        start: head.start,
        end: head.end,
        key: head.key,
        references: [{ entry: state, form: "name", variant: "main" }],
        marker: "",
      }
    : null;
}

function fits(tokens: PlaceToken[], i: number, j: number, references: Reference[]): boolean {
  if (i < j) return true;
  const { text, key } = tokens[i]!;
  if (key === "us") return text === "US" || text === "U.S.";
  if (key.length <= 3 && !/^(?:[A-Z]{2,3}|(?:[A-Z]\.)+)$/.test(text))
    return (
      references.some(
        (r) => r.variant !== "abbreviation" && r.entry.kind === "city" && r.variant === "main",
      ) || tokens[i + 1]?.text === "."
    );
  if (references.every((r) => r.variant === "abbreviation"))
    return tokens[i + 1]?.text === "." || (tokens[i - 1]?.text === "," && /^[A-Z][a-z]?$/.test(text));
  return true;
}

/** "Falcon Street", "Peace River", "Lake Sevan", "Gulf of Riga". */
function byForm(tokens: PlaceToken[], i: number): Spot | null {
  const head = tokens[i]!;
  if (head.opening && !tokens[i + 1]?.capital) return null;
  let j = i;
  if (OF.has(head.key) && tokens[i + 1]?.key === "of" && tokens[i + 2]?.capital)
    return form(tokens, i, i + 2, `${head.key} of`);
  for (let words = 1; words <= 4; words++) {
    let k = j + 1;
    if (
      tokens[k] &&
      (tokens[k]!.text === "." || tokens[k]!.text === "'" || tokens[k]!.text === "-") &&
      tokens[k]!.start === tokens[j]!.end
    )
      k++;
    const next = tokens[k];
    if (!next?.capital || next.opening) break;
    j = k;
    if (SUFFIXES.has(next.key)) {
      const after = tokens[j + 1];
      if (after?.capital && SUFFIXES.has(after.key)) continue;
      return form(tokens, i, j, next.key);
    }
  }
  const next = tokens[i + 1];
  if (PREFIXES.has(head.key) && next?.capital) return form(tokens, i, i + 1, `${head.key} _`);
  if (/^(?:highway|route|interstate)$/.test(head.key) && next && /^\d/.test(next.text))
    return form(tokens, i, i + 1, `${head.key} _`);
  return null;
}

const form = (tokens: PlaceToken[], first: number, last: number, marker: string): Spot => ({
  first,
  last,
  start: tokens[first]!.start,
  end: tokens[last]!.end,
  key: tokens
    .slice(first, last + 1)
    .map((t) => t.key)
    .filter(Boolean)
    .join(" "),
  references: [],
  marker,
});
