/** The comparison on cases written by hand: how many of the pairs and contradictions it finds are right, and how many it finds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ComparedPoint } from "@parley/protocol";
import type { Reader } from "@parley/reading";
import { compareAccounts, type GivenAccount } from "../../src/index.ts";

export interface Case {
  id: string;
  accounts: { id: string; outlet: string; published: string; whole: boolean; text: string }[];
  points: {
    /** Account → words that begin or hold what it says of the point. */
    says: Record<string, string[]>;
    contradicts?: { what: string; between: [string, string] }[];
  }[];
}

export interface Tally {
  right: number;
  told: number;
  found: number;
  wanted: number;
}

export const casesOf = (name: string): Case[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), "utf8")) as Case[];

export function readAccounts({ id, accounts }: Case, reader: Reader): GivenAccount[] {
  return accounts.map(({ id: account, text, outlet, published, whole }) => ({
    id: account,
    reading: reader.read({ id: `${id}-${account}`, text, outlet, published }),
    whole,
    unread: null,
  }));
}

interface Place {
  account: string;
  start: number;
  end: number;
}

const overlaps = (a: Place, b: Place) => a.account === b.account && a.start < b.end && b.start < a.end;

const placesOf = (point: ComparedPoint): Place[] =>
  point.accounts.flatMap(({ account, quotes }) => quotes.map(({ start, end }) => ({ account, start, end })));

function pairsOf(places: Place[]): [Place, Place][] {
  return places.flatMap((a, i) =>
    places.slice(i + 1).flatMap((b) => (a.account === b.account ? [] : [[a, b] as [Place, Place]])),
  );
}

const meet = ([a, b]: [Place, Place], [c, d]: [Place, Place]) =>
  (overlaps(a, c) && overlaps(b, d)) || (overlaps(a, d) && overlaps(b, c));

export function scoreCase(
  one: Case,
  given: GivenAccount[],
  say?: (line: string) => void,
): { pairs: Tally; contradictions: Tally } {
  const points = compareAccounts(given);
  const wanted = one.points.map(({ says, contradicts = [] }) => {
    const places = Object.entries(says).flatMap(([account, fragments]) =>
      fragments.map((fragment) => {
        const start = one.accounts.find(({ id }) => id === account)!.text.indexOf(fragment);
        return { account, start, end: start + fragment.length };
      }),
    );
    return { pairs: pairsOf(places), places, contradicts };
  });
  const wantedPairs = wanted.flatMap(({ pairs }) => pairs);
  const told = points.flatMap((point) => pairsOf(placesOf(point)));
  const textOf = ({ account, start, end }: Place) =>
    `${account}: ${one.accounts
      .find(({ id }) => id === account)!
      .text.slice(start, end)
      .slice(0, 60)}`;
  const right = told.filter((pair) => wantedPairs.some((other) => meet(pair, other)));
  const found = wantedPairs.filter((pair) => told.some((other) => meet(pair, other)));
  for (const pair of told)
    if (!right.includes(pair)) say?.(`  wrong pair   ${pair.map(textOf).join("  ~  ")}`);
  for (const pair of wantedPairs)
    if (!found.includes(pair)) say?.(`  missed pair  ${pair.map(textOf).join("  ~  ")}`);

  const toldClashes = points.flatMap((point) =>
    point.differences.map(({ what, between, certain }) => ({
      what,
      certain,
      accounts: between
        .map(({ account }) => account)
        .sort()
        .join(),
      places: placesOf(point),
      words: between.map(({ words }) => words).join(" | "),
    })),
  );
  const wantedClashes = wanted.flatMap(({ contradicts, places }) =>
    contradicts.map(({ what, between }) => ({
      what: what as string,
      accounts: [...between].sort().join(),
      places,
    })),
  );
  type Said = { what: string; accounts: string; places: Place[] };
  const agree = (a: Said, b: Said) =>
    a.what === b.what &&
    a.accounts === b.accounts &&
    a.places.some((x) => a.accounts.includes(x.account) && b.places.some((y) => overlaps(x, y)));
  const rightClashes = toldClashes.filter((clash) => wantedClashes.some((other) => agree(clash, other)));
  const foundClashes = wantedClashes.filter((clash) => toldClashes.some((other) => agree(clash, other)));
  for (const clash of toldClashes)
    if (!rightClashes.includes(clash))
      say?.(
        `  wrong clash  ${clash.what}${clash.certain ? "" : "?"} ${clash.accounts} ${clash.words.slice(0, 120)}`,
      );
  for (const clash of wantedClashes)
    if (!foundClashes.includes(clash)) say?.(`  missed clash ${clash.what} ${clash.accounts}`);
  return {
    pairs: { right: right.length, told: told.length, found: found.length, wanted: wantedPairs.length },
    contradictions: {
      right: rightClashes.length,
      told: toldClashes.length,
      found: foundClashes.length,
      wanted: wantedClashes.length,
    },
  };
}

export const add = (a: Tally, b: Tally): Tally => ({
  right: a.right + b.right,
  told: a.told + b.told,
  found: a.found + b.found,
  wanted: a.wanted + b.wanted,
});

export const precision = ({ right, told }: Tally) => (told ? right / told : 1);
export const recall = ({ found, wanted }: Tally) => (wanted ? found / wanted : 1);
