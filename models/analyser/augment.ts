/**
 * Trains on the same sentences with other names in them: persons, places and demonyms are exchanged word for word for
 * ones from all over the world, so that structure is learnt from context and no side of a conflict is better known.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import countries from "world-countries";
import { parse } from "yaml";
import type { GoldSentence } from "./conllu.ts";
import { goldNames } from "./gold-names.ts";

export interface NamePool {
  given: string[];
  family: string[];
  places: string[];
  demonyms: string[];
}

const SINGLE = /^\p{Lu}[\p{L}'’]+$/u;

/** Persons of the project's own lexicon, states, capitals and demonyms of the package world-countries. */
export function readNamePool(root: string, train: readonly GoldSentence[]): NamePool {
  const folder = join(root, "lexicons/actors");
  const persons = readdirSync(folder)
    .filter((file) => file.startsWith("persons"))
    .sort()
    .flatMap(
      (file) => parse(readFileSync(join(folder, file), "utf8")) as { name: string; also?: string[] }[],
    );
  const names = persons.flatMap(({ name, also }) => [name, ...(also ?? [])]).map((name) => name.split(" "));
  for (const gold of train) {
    for (const { first, last, type } of goldNames(gold) ?? []) {
      if (type === "person") names.push(gold.forms.slice(first, last + 1));
    }
  }
  const pairs = names.filter((words) => words.length === 2 && words.every((word) => SINGLE.test(word)));
  const places = countries
    .flatMap(({ name, capital }) => [name.common, ...capital])
    .filter((place) => SINGLE.test(place));
  const demonyms = countries
    .map(({ demonyms }) => demonyms?.eng?.m ?? "")
    .filter((word) => SINGLE.test(word));
  return {
    given: unique(pairs.map(([given]) => given!)),
    family: unique(pairs.map(([, family]) => family!)),
    places: unique(places),
    demonyms: unique(demonyms),
  };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}

/** The sentence with each exchangeable name exchanged at the given rate; the same sentence where nothing changes. */
export function exchangeNames(
  gold: GoldSentence,
  parts: { pool: NamePool; rate: number; random: () => number },
): GoldSentence {
  const { pool, rate, random } = parts;
  const forms = [...gold.forms];
  const any = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  const places = new Set(pool.places);
  const demonyms = new Set(pool.demonyms);
  let changed = false;
  const put = (i: number, word: string): void => {
    forms[i] = /^\p{Lu}{3,}$/u.test(forms[i]!) ? word.toUpperCase() : word;
    changed = true;
  };
  const names = goldNames(gold);
  for (const { first, last, type } of names ?? []) {
    if (random() >= rate || !gold.forms.slice(first, last + 1).every((form) => SINGLE.test(form))) continue;
    if (type === "place" && first === last) put(first, any(pool.places));
    if (type !== "person" || last - first > 2) continue;
    if (last > first) put(first, any(pool.given));
    put(last, any(pool.family));
  }
  gold.forms.forEach((form, i) => {
    if (random() >= rate) return;
    if (demonyms.has(form) && gold.upos[i] === "ADJ") put(i, any(pool.demonyms));
    const alone = !gold.xpos[i - 1]?.startsWith("NNP") && !gold.xpos[i + 1]?.startsWith("NNP");
    if (!names && alone && places.has(form) && gold.xpos[i] === "NNP") put(i, any(pool.places));
  });
  return changed ? { ...gold, forms } : gold;
}
