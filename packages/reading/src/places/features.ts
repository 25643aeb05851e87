/**
 * What speaks for and against a spot naming a place, as feature names for a linear model (models/places).
 * Only words, marks and gazetteer classes are looked at, so the stage needs no analyser.
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

interface TextEvidence {
  /** Folded words that stand as part of a person's name somewhere in the text. */
  personWords: Set<string>;
  /** Folded words that stand lower-cased somewhere in the text. */
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
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.key === "") continue;
    if (!t.capital) {
      lowerWords.add(t.key);
      continue;
    }
    const next = tokens[i + 1];
    const afterTitle = TITLES.has(t.key) ? (next?.text === "." ? tokens[i + 2] : next) : undefined;
    if (afterTitle?.capital && !TITLES.has(afterTitle.key)) personWords.add(afterTitle.key);
    if (lists.firstNames.has(t.key) && next?.capital && !t.opening)
      collectName(tokens, i, lists, personWords);
    else if (lists.firstNames.has(t.key) && next?.capital && !lists.commonWords.has(t.key))
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
  spots.forEach((spot, i) => {
    for (const other of [spots[i - 1], spots[i + 1]])
      if (other && isProminent(other) && inList(tokens, spot, other)) listed.add(spot.first);
  });
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

function inList(tokens: PlaceToken[], a: Spot, b: Spot): boolean {
  const [left, right] = a.first < b.first ? [a, b] : [b, a];
  const from = left.last + 1;
  if (right.first - from > 2) return false;
  const between = tokens.slice(from, right.first).map((t) => t.key || t.text);
  return /^(?:,|and|or|, and)$/.test(between.join(" "));
}

function collectName(tokens: PlaceToken[], i: number, lists: WordLists, into: Set<string>): void {
  for (let j = i + 1; j < tokens.length && j <= i + 3; j++) {
    const t = tokens[j]!;
    if (t.text === "." && tokens[j - 1]!.text.length === 1) continue;
    if (!t.capital || lists.commonWords.has(t.key)) break;
    if (t.text.length > 1) into.add(t.key);
  }
}

export function features(tokens: PlaceToken[], spot: Spot, text: TextEvidence, lists: WordLists): string[] {
  const first = tokens[spot.first]!;
  const before = tokens[spot.first - 1];
  const before2 = tokens[spot.first - 2];
  const lastIndex = spot.end > tokens[spot.last]!.end ? spot.last + 1 : spot.last;
  const after = tokens[lastIndex + 1];
  const after2 = tokens[lastIndex + 2];
  const words = countWords(spot.key);
  const top = spot.references[0];
  const out: string[] = ["bias"];

  const kind = top ? kindOf(spot) : `marker:${spot.marker}`;
  const sort = kind.slice(0, kind.indexOf(":"));
  out.push(kind, `words:${Math.min(words, 3)}`, `${kind}|words:${Math.min(words, 2)}`);
  if (!top) out.push("unknown");
  if (top?.entry.capital) out.push("capital");
  const single = words === 1;
  if (single && lists.commonWords.has(spot.key)) out.push("common", `common|${sort}`);
  if (single && text.lowerWords.has(spot.key)) out.push("lower");
  const isFirst = lists.firstNames.has(tokens[spot.first]!.key);
  // Few are called Georgia or Chad beside the states of that name, and those show by the surname after it.
  if (single && isFirst && (kind.startsWith("city") || kind.startsWith("alternate")))
    out.push("first", `first|${sort}`);
  if (single && text.personWords.has(spot.key)) out.push("person", `person|${sort}`);
  if (first.text.length > 1 && first.text === first.text.toUpperCase()) out.push("caps", `caps|${sort}`);
  if (first.opening && !(before && before.text === ",")) out.push("opening", `opening|${sort}`);

  const b = contextOf(before, lists, "b");
  const a = contextOf(after, lists, "a");
  out.push(b, a, `${b}|${a}`, `${sort}|${b}`, `${sort}|${a}`);
  if (before && !before.capital && before.key) out.push(`bw:${before.key}`);
  if (after?.key) out.push(after.capital ? `aW:${after.key}` : `aw:${after.key}`);
  if (before?.capital && before.key) out.push(`bW:${before.key}`);
  if (before && LOCATING.has(before.key)) out.push("in", `in|${sort}`);
  if (before && before.key === "the" && before2 && LOCATING.has(before2.key)) out.push("in the");
  if (before?.capital && lists.firstNames.has(before.key)) out.push("after first");
  const title = before?.text === "." ? before2 : before;
  if (title && TITLES.has(title.key) && (title === before || title.capital))
    out.push(title.capital ? "after Title" : "after title");
  if (before?.text === "." && before2 && before2.text.length === 1 && before2.capital)
    out.push("after initial");
  if (isFirst && after?.capital && !after.opening)
    out.push(lists.commonWords.has(after.key) ? "first then Word" : "first then Name");
  if (after && SAYING.has(after.key)) out.push("said", `said|${sort}`);
  if (after?.text === "," && after2?.capital) out.push("comma Cap");
  if (after?.text === "," && /^\d/.test(after2?.text ?? "")) out.push("comma age");
  if (before?.text === "," && before2?.capital) out.push("Cap comma");
  if (text.listed.has(spot.first)) out.push("listed", `listed|${sort}`);
  if (text.located.has(spot.key)) out.push("located", `located|${sort}`);
  const count = text.occurrences.get(spot.key) ?? 0;
  out.push(`count:${count > 3 ? 4 : count}`);
  let most = 0;
  for (let r = 0; r < Math.min(3, spot.references.length); r++)
    most = Math.max(most, text.countries.get(spot.references[r]!.entry.country ?? "") ?? 0);
  const support = most - count;
  out.push(
    `support:${support <= 0 ? 0 : support < 3 ? 1 : 2}`,
    `${sort}|support:${support <= 0 ? 0 : support < 3 ? 1 : 2}`,
  );
  return out;
}

function countWords(key: string): number {
  let words = 1;
  for (let at = key.indexOf(" "); at >= 0; at = key.indexOf(" ", at + 1)) words++;
  return words;
}

function kindOf(spot: Spot): string {
  const top = spot.references[0]!;
  if (top.form === "demonym") return "demonym:";
  // Disputed regions are as much a region as any province; alone they are too few to learn from.
  if (top.entry.kind === "region") return "admin1:";
  if (top.entry.kind !== "city") return `${top.entry.kind}:`;
  if (spot.references.every((r) => r.variant === "alternate"))
    return `alternate:${bucket(top.entry.population)}`;
  return `city:${bucket(top.entry.population)}`;
}

const bucket = (population: number): string =>
  population >= 1e6
    ? "6"
    : population >= 2e5
      ? "5.3"
      : population >= 5e4
        ? "4.7"
        : population >= 1e4
          ? "4"
          : population >= 2e3
            ? "3.3"
            : "3";

function contextOf(token: PlaceToken | undefined, lists: WordLists, side: string): string {
  if (!token) return `${side}:none`;
  if (token.key === "") {
    const text = token.text;
    if (/^\d/.test(text)) return `${side}:number`;
    if (/^[.;:!?]$/.test(text)) return `${side}:stop`;
    return `${side}:${text === "’" ? "'" : text}`;
  }
  if (token.capital)
    return lists.firstNames.has(token.key)
      ? `${side}:First`
      : token.text === token.text.toUpperCase() && token.text.length > 1
        ? `${side}:CAPS`
        : lists.commonWords.has(token.key)
          ? `${side}:Word`
          : `${side}:Name`;
  return LOCATING.has(token.key)
    ? `${side}:in`
    : token.key === "the" || token.key === "a"
      ? `${side}:the`
      : `${side}:low`;
}
