/**
 * Names in GUM's entity layer: entities of type person, place and organisation whose head is a proper noun, reduced to
 * the name itself (no determiners, titles, appositions). EWT carries no entities.
 */
import type { GoldName, GoldSentence } from "./conllu.ts";

export const NAME_CLASSES = [
  "O",
  "B-person",
  "I-person",
  "B-place",
  "I-place",
  "B-organisation",
  "I-organisation",
];

const TYPES: Record<string, string> = { person: "person", place: "place", organization: "organisation" };
const TITLES = new Set(
  `mr. mrs. ms. mr mrs ms dr. dr prof. prof professor president vice prime minister foreign defense defence secretary general gen. sen. senator
  rep. representative governor gov. king queen prince princess sir lord lady captain capt. colonel col. major lieutenant lt. sgt. sergeant
  judge justice chief officer director chairman chairwoman mayor ambassador pope father saint emperor empress sheikh rev. reverend uncle aunt
  mom dad commander admiral adm. chancellor speaker congressman congresswoman deputy coach editor`.split(
    /\s+/u,
  ),
);

interface Open {
  id: string;
  type: string;
  first: number;
  core: number[];
}

/** Names in order, not overlapping; null for sentences without an entity layer. */
export function goldNames(gold: GoldSentence): GoldName[] | null {
  const layers = gold.misc.map((misc) => /(?:^|\|)Entity=([^|]*)/u.exec(misc)?.[1] ?? "");
  const found: GoldName[] = [];
  const open: Open[] = [];
  layers.forEach((layer, i) => {
    for (const [mark, opening, closing] of layer.matchAll(/\(([^()]+)|([^()]*)\)/gu)) {
      if (opening !== undefined && mark.startsWith("(")) {
        const [id, type, , , , span] = opening.split("-");
        open.push({ id: id!, type: type!, first: i, core: (span ?? "").split(",").map(Number) });
        if (layer.slice(layer.indexOf(mark) + mark.length).startsWith(")")) close(open.length - 1, i);
      } else if (closing) {
        const k = open.findLastIndex((entity) => entity.id === closing);
        if (k >= 0) close(k, i);
      }
    }
  });
  function close(k: number, last: number): void {
    const [entity] = open.splice(k, 1);
    const type = TYPES[entity!.type];
    const name = type ? nameWithin(gold, entity!, last) : null;
    if (name) found.push({ ...name, type: type! });
  }
  if (!layers.some((layer) => layer !== "") && !gold.misc.some((misc) => misc.includes("Discourse=")))
    return null;
  return withoutOverlap(found);
}

function isNameWord(gold: GoldSentence, i: number): boolean {
  return gold.xpos[i]!.startsWith("NNP") && /^[^\p{Ll}]/u.test(gold.forms[i]!);
}

function nameWithin(gold: GoldSentence, entity: Open, last: number): { first: number; last: number } | null {
  const heads = entity.core.map((k) => entity.first + k - 1).filter((i) => i >= entity.first && i <= last);
  const head = heads.findLast((i) => isNameWord(gold, i));
  if (head === undefined || !gold.xpos[heads.at(-1) ?? head]!.startsWith("NNP")) return null;
  const inside = (i: number): boolean => i >= entity.first && i <= last;
  const links = (i: number, step: number): boolean => {
    const next = i + step;
    if (!inside(i) || !inside(next)) return false;
    if (gold.forms[i] === "-") return isNameWord(gold, next);
    return entity.type !== "person" && gold.forms[i]!.toLowerCase() === "of" && isNameWord(gold, next);
  };
  let first = head;
  let end = head;
  while (inside(first - 1) && (isNameWord(gold, first - 1) || links(first - 1, -1))) first--;
  while (inside(end + 1) && (isNameWord(gold, end + 1) || links(end + 1, 1))) end++;
  if (entity.type === "person") while (first < end && TITLES.has(gold.forms[first]!.toLowerCase())) first++;
  return { first, last: end };
}

function withoutOverlap(names: readonly GoldName[]): GoldName[] {
  const kept: GoldName[] = [];
  for (const name of [...names].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)) {
    if (!kept.some((other) => name.first <= other.last && name.last >= other.first)) kept.push(name);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** Class number per token; −1 throughout where the sentence has no entity layer. */
export function nameClasses(gold: GoldSentence): Int32Array {
  const names = goldNames(gold);
  const classes = new Int32Array(gold.forms.length).fill(names ? 0 : -1);
  for (const { first, last, type } of names ?? []) {
    for (let i = first; i <= last; i++)
      classes[i] = NAME_CLASSES.indexOf(`${i === first ? "B" : "I"}-${type}`);
  }
  return classes;
}
