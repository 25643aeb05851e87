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
  "lake mount fort port cape camp highway route interstate mt ft st saint san santa el al".split(" "),
);
/** Institutions stand in the place they are named after; streets need not. */
const INSTITUTIONS = new Set(
  (
    "hospital university college court cathedral church mosque monastery temple stadium prison theatre theater museum school academy " +
    "center centre tower station library hotel cemetery castle palace airport base park gardens plaza"
  ).split(" "),
);
const STREETS = new Set(
  "street road avenue boulevard drive lane rd ave blvd hwy crescent terrace close square bridge".split(" "),
);
const CALENDAR = new Set(
  "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter".split(
    " ",
  ),
);
/** Written small after a name it makes it a place: "Puge county". */
const KINDS = new Set(
  "district county province village town region neighbourhood neighborhood governorate prefecture municipality oblast island islands peninsula valley river mountains border airport refugee suburb area city township enclave checkpoint".split(
    " ",
  ),
);
/** "the villages of Foua and Kfraya" */
const KIND_OF = new Set(
  "town towns village villages city cities district region province suburb suburbs neighbourhood neighborhood settlement settlements hamlet island islands port township county".split(
    " ",
  ),
);
const NO_HEAD = new Set(
  "the a an this that in on at by for from to of and but or as when while if after before his her its their our my he she it they we i not no one two three".split(
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
    const spot = byName(tokens, i, gazetteer);
    const shaped = token.capital && !NO_HEAD.has(token.key) ? byForm(tokens, i, gazetteer) : null;
    const best =
      shaped && (!spot || shaped.last > spot.last) ? merge(spot, shaped) : (spot ?? byKind(tokens, i));
    if (!best) continue;
    found.push(best);
    i = best.last;
  }
  return found;
}

/** A known name at the head of a longer one: "Georgetown College" lies in Georgetown, "Paris Street" need not lie in Paris. */
function merge(spot: Spot | null, shaped: Spot): Spot {
  if (!spot) return shaped;
  if (isBetterSplit(spot) || INSTITUTIONS.has(shaped.marker)) return spot;
  return STREETS.has(shaped.marker) ? shaped : { ...shaped, references: spot.references };
}

/** A country or a state inside a longer name ("Canada Revenue Hospital") stays a place of its own. */
const isBetterSplit = (spot: Spot) =>
  spot.references.some(
    (r) => r.entry.kind === "country" || (r.entry.kind === "admin1" && spot.last > spot.first),
  );

function byName(tokens: PlaceToken[], i: number, gazetteer: Gazetteer): Spot | null {
  const head = tokens[i]!;
  const limit = gazetteer.longest(head.key);
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
    const small = !token.capital && !JOINING.has(token.key) && !(j > i && glued);
    // "Lachin corridor": a name that the lexicon itself writes with a small word.
    if (
      small &&
      !(head.capital && gazetteer.lookup(`${key} ${token.key}`).some((r) => r.entry.kind !== "city"))
    )
      break;
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
  if (best) return CALENDAR.has(best.key) || (!head.capital && best.last === i) ? null : best;
  // "LOUISVILLE, KY": a postal code after a comma.
  const state =
    head.text.length === 2 && tokens[i - 1]?.text === "," && /^[A-Z]{2}$/.test(head.text)
      ? gazetteer.states.get(head.text)
      : undefined;
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
function byForm(tokens: PlaceToken[], i: number, gazetteer: Gazetteer): Spot | null {
  const head = tokens[i]!;
  if (head.opening && !tokens[i + 1]?.capital) return null;
  let j = i;
  if (OF.has(head.key) && tokens[i + 1]?.key === "of" && tokens[i + 2]?.capital)
    return gazetteer.lookup(tokens[i + 2]!.key).length > 0 ? null : form(tokens, i, i + 2, `${head.key} of`);
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
  if (!next || !PREFIXES.has(head.key)) return null;
  const numbered = /^(?:highway|route|interstate)$/.test(head.key) && /^\d/.test(next.text);
  return next.capital || numbered ? form(tokens, i, i + 1, `${head.key} _`) : null;
}

/** An unknown name that a small-written word makes a place: "Puge county", "the town of Qatraneh". */
function byKind(tokens: PlaceToken[], i: number): Spot | null {
  const head = tokens[i]!;
  if (!head.capital || head.text.length < 3 || NO_HEAD.has(head.key)) return null;
  let j = i;
  while (j < i + 2 && tokens[j + 1]?.capital && !tokens[j + 1]!.opening) j++;
  const next = tokens[j + 1];
  if (next && !next.capital && KINDS.has(next.key)) return form(tokens, i, j, `${next.key} small`);
  const before = tokens[i - 1];
  const listed = before?.key === "and" && tokens[i - 2]?.capital ? tokens[i - 3] : before;
  const kind = tokens[i - (listed === before ? 2 : 4)];
  return listed?.key === "of" && kind && KIND_OF.has(kind.key)
    ? form(tokens, i, j, `${kind.key} of small`)
    : null;
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
