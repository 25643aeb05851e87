/**
 * What speaks for and against a spot naming a place, as feature names for a linear model (models/places).
 * Only words, marks and gazetteer classes are looked at, so the stage needs no analyser. Names made of two parts are
 * handed over as such: training joins them, the reader looks weights up part by part and makes no strings.
 */
import type { Spot } from "./spot.ts";
import type { PlaceToken } from "./tokens.ts";

/** Word lists the model was trained with. */
export interface WordLists {
  /** Given names, folded. */
  firstNames: Set<string>;
  /** Ordinary words: English writes them small more often than not. Folded. */
  commonWords: Set<string>;
}

/** Takes the features of one spot, in their order. */
export interface Features {
  add(name: string): void;
  /** The feature `left|right`. */
  pair(left: string, right: string): void;
  /** The feature `kind:word`. */
  word(kind: string, word: string): void;
}

export interface TextEvidence {
  /** Folded words that stand as part of a person's name somewhere in the text. */
  personWords: Set<string>;
  /** Keys of spots of one word that stand lower-cased somewhere in the text. */
  lowerWords: Set<string>;
  /** How often each spot key occurs, and how often after a word like "in". */
  occurrences: Map<string, number>;
  located: Map<string, number>;
  /** First tokens of spots that stand in a list with a prominent place ("Ashkelon and Sderot"). */
  listed: Set<number>;
  /** How many spots of the text may lie in each country. */
  countries: Map<string, number>;
}

const TITLES = new Set(
  "mr mrs ms miss dr sir lord lady president minister secretary chancellor premier senator sen rep gov governor mayor judge justice general gen colonel col major maj captain capt lt lieutenant sgt sergeant det officer chief king queen prince princess pope bishop archbishop cardinal imam sheikh ayatollah professor prof coach director chairman chairwoman spokesman spokeswoman spokesperson ambassador envoy commissioner constable detective inspector superintendent analyst author actor singer founder executive son wife husband brother sister reverend rev father".split(
    " ",
  ),
);
const LOCATING = new Set(
  "in at from near to into across around through throughout outside inside between of toward towards over against within via off eastern western northern southern central north south east west northeast northwest southeast southwest downtown".split(
    " ",
  ),
);
const SAYING = new Set(
  "said says told added wrote asked argued noted explained tweeted who recalled replied".split(" "),
);

export function gather(tokens: PlaceToken[], spots: Spot[], lists: WordLists): TextEvidence {
  const personWords = new Set<string>();
  const lowerWords = new Set<string>();
  const keys = new Set<string>();
  for (const spot of spots) keys.add(spot.key);
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.key === "") continue;
    if (!t.capital) {
      if (keys.has(t.key)) lowerWords.add(t.key);
      continue;
    }
    const next = tokens[i + 1];
    const afterTitle = TITLES.has(t.key) ? (next?.text === "." ? tokens[i + 2] : next) : undefined;
    if (afterTitle?.capital && !TITLES.has(afterTitle.key)) personWords.add(afterTitle.key);
    if (next?.capital && lists.firstNames.has(t.key) && !(t.opening && lists.commonWords.has(t.key)))
      collectName(tokens, i, lists, personWords);
  }
  const occurrences = new Map<string, number>();
  const located = new Map<string, number>();
  const countries = new Map<string, number>();
  const up = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const spot of spots) {
    up(occurrences, spot.key);
    const before = tokens[spot.first - 1];
    if (before && LOCATING.has(before.key)) up(located, spot.key);
    for (const country of firstCountries(spot)) up(countries, country);
  }
  const listed = new Set<number>();
  for (let i = 0; i < spots.length; i++) {
    const spot = spots[i]!;
    if (standsWith(tokens, spot, spots[i - 1]) || standsWith(tokens, spot, spots[i + 1]))
      listed.add(spot.first);
  }
  return { listed, personWords, lowerWords, occurrences, located, countries };
}

/** Distinct countries of the three most prominent meanings. */
function firstCountries({ references }: Spot): string[] {
  const found: string[] = [];
  for (let r = 0; r < Math.min(3, references.length); r++) {
    const { country } = references[r]!.entry;
    if (country && !found.includes(country)) found.push(country);
  }
  return found;
}

const isProminent = ({ references: [top] }: Spot): boolean =>
  top !== undefined && top.form === "name" && (top.entry.kind !== "city" || top.entry.population >= 1e5);

/** Whether a prominent place stands beside it in a list. */
function standsWith(tokens: PlaceToken[], spot: Spot, other: Spot | undefined): boolean {
  if (!other || !isProminent(other)) return false;
  const [left, right] = spot.first < other.first ? [spot, other] : [other, spot];
  const between = right.first - left.last - 1;
  if (between < 1 || between > 2) return false;
  const first = tokens[left.last + 1]!;
  if (between === 1) return first.text === "," || first.key === "and" || first.key === "or";
  return first.text === "," && tokens[left.last + 2]!.key === "and";
}

function collectName(tokens: PlaceToken[], i: number, lists: WordLists, into: Set<string>): void {
  for (let j = i + 1; j < tokens.length && j <= i + 3; j++) {
    const t = tokens[j]!;
    if (t.text === "." && tokens[j - 1]!.text.length === 1) continue;
    if (!t.capital || lists.commonWords.has(t.key)) break;
    if (t.text.length > 1) into.add(t.key);
  }
}

/** `tokens` and `spot` are those that the evidence was gathered from. */
export function features(
  tokens: PlaceToken[],
  spot: Spot,
  { text, lists }: { text: TextEvidence; lists: WordLists },
  to: Features,
): void {
  const first = tokens[spot.first]!;
  const before = tokens[spot.first - 1];
  const before2 = tokens[spot.first - 2];
  const lastIndex = spot.end > tokens[spot.last]!.end ? spot.last + 1 : spot.last;
  const after = tokens[lastIndex + 1];
  const after2 = tokens[lastIndex + 2];
  const words = countWords(spot.key);
  const top = spot.references[0];
  to.add("bias");

  const { kind, sort } = kindOf(spot);
  const addWith = (name: string) => {
    to.add(name);
    to.pair(name, sort);
  };
  to.add(kind);
  to.add(words === 1 ? "words:1" : words === 2 ? "words:2" : "words:3");
  to.pair(kind, words === 1 ? "words:1" : "words:2");
  if (!top) to.add("unknown");
  if (top?.entry.capital) to.add("capital");
  const single = words === 1;
  if (single && lists.commonWords.has(spot.key)) addWith("common");
  if (single && text.lowerWords.has(spot.key)) to.add("lower");
  const isFirst = lists.firstNames.has(first.key);
  // Few are called Georgia or Chad beside the states of that name, and those show by the surname after it.
  if (single && isFirst && (sort === "city" || sort === "alternate")) addWith("first");
  if (single && text.personWords.has(spot.key)) addWith("person");
  if (first.text.length > 1 && first.text === first.text.toUpperCase()) addWith("caps");
  if (first.opening && before?.text !== ",") addWith("opening");

  const b = contextOf(before, lists, BEFORE);
  const a = contextOf(after, lists, AFTER);
  to.add(b);
  to.add(a);
  to.pair(b, a);
  to.pair(sort, b);
  to.pair(sort, a);
  if (before && !before.capital && before.key) to.word("bw", before.key);
  if (after?.key) to.word(after.capital ? "aW" : "aw", after.key);
  if (before?.capital && before.key) to.word("bW", before.key);
  if (before && LOCATING.has(before.key)) addWith("in");
  if (before && before.key === "the" && before2 && LOCATING.has(before2.key)) to.add("in the");
  if (before?.capital && lists.firstNames.has(before.key)) to.add("after first");
  const title = before?.text === "." ? before2 : before;
  if (title && TITLES.has(title.key) && (title === before || title.capital))
    to.add(title.capital ? "after Title" : "after title");
  if (before?.text === "." && before2 && before2.text.length === 1 && before2.capital)
    to.add("after initial");
  if (isFirst && after?.capital && !after.opening)
    to.add(lists.commonWords.has(after.key) ? "first then Word" : "first then Name");
  if (after && SAYING.has(after.key)) addWith("said");
  if (after?.text === "," && after2?.capital) to.add("comma Cap");
  if (after?.text === "," && after2 && startsWithDigit(after2.text)) to.add("comma age");
  if (before?.text === "," && before2?.capital) to.add("Cap comma");
  if (text.listed.has(spot.first)) addWith("listed");
  if (text.located.has(spot.key)) addWith("located");
  const count = text.occurrences.get(spot.key) ?? 0;
  to.add(COUNTS[Math.min(count, 4)]!);
  let most = 0;
  for (let r = 0; r < Math.min(3, spot.references.length); r++)
    most = Math.max(most, text.countries.get(spot.references[r]!.entry.country ?? "") ?? 0);
  const support = most - count;
  addSupport(support <= 0 ? "support:0" : support < 3 ? "support:1" : "support:2", sort, to);
}

const COUNTS = ["count:0", "count:1", "count:2", "count:3", "count:4"];

function addSupport(support: string, sort: string, to: Features): void {
  to.add(support);
  to.pair(sort, support);
}

function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function countWords(key: string): number {
  let words = 1;
  for (let at = key.indexOf(" "); at >= 0; at = key.indexOf(" ", at + 1)) words++;
  return words;
}

/** What sort of place it may be, and the sort with its size. */
function kindOf({ references, marker }: Spot): { kind: string; sort: string } {
  const top = references[0];
  if (!top) return { kind: `marker:${marker}`, sort: "marker" };
  if (top.form === "demonym") return SORTS.demonym!;
  // Disputed regions are as much a region as any province; alone they are too few to learn from.
  if (top.entry.kind === "region") return SORTS.admin1!;
  if (top.entry.kind !== "city") return SORTS[top.entry.kind]!;
  const alternate = references.every((r) => r.variant === "alternate");
  return (alternate ? ALTERNATES : CITIES)[bucket(top.entry.population)]!;
}

const SORTS: Record<string, { kind: string; sort: string }> = Object.fromEntries(
  ["demonym", "country", "admin1", "area", "district", "point", "county"].map((sort) => [
    sort,
    { kind: `${sort}:`, sort },
  ]),
);
/** Decimal logarithms of the least population, as the features are named. */
const SIZES = ["3", "3.3", "4", "4.7", "5.3", "6"];
const CITIES = SIZES.map((size) => ({ kind: `city:${size}`, sort: "city" }));
const ALTERNATES = SIZES.map((size) => ({ kind: `alternate:${size}`, sort: "alternate" }));

const bucket = (population: number): number =>
  population >= 1e6
    ? 5
    : population >= 2e5
      ? 4
      : population >= 5e4
        ? 3
        : population >= 1e4
          ? 2
          : population >= 2e3
            ? 1
            : 0;

/** Names of what stands on one side of a spot. */
const side = (letter: string) => ({
  letter,
  none: `${letter}:none`,
  number: `${letter}:number`,
  stop: `${letter}:stop`,
  first: `${letter}:First`,
  caps: `${letter}:CAPS`,
  word: `${letter}:Word`,
  name: `${letter}:Name`,
  in: `${letter}:in`,
  the: `${letter}:the`,
  low: `${letter}:low`,
  marks: new Map([...",()'\"’“”-–—"].map((m) => [m, `${letter}:${m === "’" ? "'" : m}`])),
});
const BEFORE = side("b");
const AFTER = side("a");

function contextOf(token: PlaceToken | undefined, lists: WordLists, names: typeof BEFORE): string {
  if (!token) return names.none;
  const { key, text } = token;
  if (key === "") {
    if (startsWithDigit(text)) return names.number;
    if (text === "." || text === ";" || text === ":" || text === "!" || text === "?") return names.stop;
    return names.marks.get(text) ?? `${names.letter}:${text}`;
  }
  if (!token.capital)
    return LOCATING.has(key) ? names.in : key === "the" || key === "a" ? names.the : names.low;
  if (lists.firstNames.has(key)) return names.first;
  if (text.length > 1 && text === text.toUpperCase()) return names.caps;
  return lists.commonWords.has(key) ? names.word : names.name;
}
