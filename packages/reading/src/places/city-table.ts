/**
 * The populated places of the gazetteer as one block of bytes that is looked up where it lies: a start parses nothing,
 * the garbage collector has nothing to walk, and only rows that a text names are ever decoded.
 *
 * The block is little-endian; each part begins at a multiple of four bytes, in this order:
 *
 *   head       u32 × 6              MAGIC, then the numbers of `Counts` in their order
 *   starts     u32 × 65,537         where in `keyRows` the keys begin whose hash has this upper half
 *   keyRows    u32 × keys           the row that bears the key; one entry for each row and folded name, by hash, then row
 *   geonames   u32 × rows
 *   population u32 × rows
 *   lat, lon   i32 × rows each      ten-thousandths of a degree
 *   words      u32 × (rows + 1)     where in `text` the names of the row begin
 *   keyTails   u16 × keys           lower half of the key's hash; hashes only sieve, the row's names are compared
 *   admin      u16 × rows           index into the labels
 *   country    u8 × rows            index into the labels
 *   feature    u8 × rows            index into the labels
 *   most       u8 × 262,144         most words of any name whose first word has a hash with these upper 18 bits
 *   text       bytes                UTF-8: name, other name, alternates, with a tab before each but the first
 *   labels     bytes                UTF-8 JSON of `Labels`
 */
import type { City } from "../knowledge.ts";
import { fold } from "./fold.ts";

export type { City };

export interface CityTable {
  /** Number of rows. */
  size: number;
  /** The row's place, decoded afresh. */
  city(row: number): City;
  /** Rows that bear a name with this folded key, ascending. */
  find(key: string): CityName[];
  /** At least as many words as any name has that starts with this folded word; 1 where surely none has several. */
  mostWords(firstWord: string): number;
}

export interface CityName {
  row: number;
  city: City;
  /** False where the key is one of the further spellings only. */
  main: boolean;
}

interface Labels {
  admin: string[];
  country: string[];
  feature: string[];
}

interface Counts {
  rows: number;
  keys: number;
  textBytes: number;
  labelBytes: number;
  /** Of the whole block: tells a file that was cut off. */
  bytes: number;
}

/** Changes with the form. */
const MAGIC = 0x50_43_54_01;
const HEAD = 6;
const HALF = 1 << 16;
const MOST_BITS = 18;

/** Whether the bytes are a block of this form and whole. */
export function isCityTable(bytes: Uint8Array): boolean {
  if (bytes.length < HEAD * 4) return false;
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD * 4);
  return head.getUint32(0, true) === MAGIC && head.getUint32((HEAD - 1) * 4, true) === bytes.length;
}

/** No bytes are a table without rows. Throws where the bytes are of another form: the file is of another version. */
export function openCities(bytes: Uint8Array): CityTable {
  if (bytes.length === 0) return openCities(encodeCities([]));
  if (!isCityTable(bytes))
    throw new Error("the compiled gazetteer is broken or of another version: run node scripts/build.mjs");
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const [, rows, keys, textBytes, labelBytes] = new Uint32Array(whole.buffer, whole.byteOffset, HEAD);
  const counts = { rows: rows!, keys: keys!, textBytes: textBytes!, labelBytes: labelBytes!, bytes: 0 };
  const parts = partsOf(whole.buffer, whole.byteOffset, counts);
  const decoder = new TextDecoder();
  const labels = JSON.parse(decoder.decode(parts.labels)) as Labels;

  const city = (row: number): City => {
    const text = decoder.decode(parts.text.subarray(parts.words[row]!, parts.words[row + 1]!));
    const [name, altName, ...alternates] = text.split("\t");
    return {
      geonames: parts.geonames[row]!,
      name: name!,
      altName: altName!,
      alternates,
      country: labels.country[parts.country[row]!]!,
      admin: labels.admin[parts.admin[row]!]!,
      featureCode: labels.feature[parts.feature[row]!]!,
      population: parts.population[row]!,
      lat: parts.lat[row]! / DEGREE,
      lon: parts.lon[row]! / DEGREE,
    };
  };
  const find = (key: string): CityName[] => {
    const found: CityName[] = [];
    const hash = hashOf(key, key.length);
    const end = parts.starts[(hash >>> 16) + 1]!;
    for (let at = parts.starts[hash >>> 16]!; at < end; at++) {
      if (parts.keyTails[at] !== (hash & 0xffff)) continue;
      const row = parts.keyRows[at]!;
      const here = city(row);
      const main = fold(here.name) === key || fold(here.altName) === key;
      if (main || furtherNames(here).some((name) => fold(name) === key))
        found.push({ row, city: here, main });
    }
    return found;
  };
  return {
    size: counts.rows,
    city,
    find,
    mostWords: (word) => parts.most[hashOf(word, word.length) >>> (32 - MOST_BITS)] || 1,
  };
}

const DEGREE = 10_000;

/** Rows keep the order of `cities`. */
export function encodeCities(cities: City[]): Uint8Array {
  const encoder = new TextEncoder();
  const texts = cities.map(({ name, altName, alternates }) =>
    encoder.encode([name, altName, ...alternates].join("\t")),
  );
  const labels: Labels = {
    admin: distinct(cities, "admin"),
    country: distinct(cities, "country"),
    feature: distinct(cities, "featureCode"),
  };
  const labelled = encoder.encode(JSON.stringify(labels));
  const keys = keysOf(cities);
  const counts: Counts = {
    rows: cities.length,
    keys: keys.length,
    textBytes: texts.reduce((sum, { length }) => sum + length, 0),
    labelBytes: labelled.length,
    bytes: 0,
  };
  counts.bytes = partsOf(null, 0, counts).end;
  const buffer = new ArrayBuffer(counts.bytes);
  const parts = partsOf(buffer, 0, counts);
  new Uint32Array(buffer, 0, HEAD).set([MAGIC, ...Object.values(counts)]);
  for (const { hash } of keys) parts.starts[(hash >>> 16) + 1]!++;
  for (let half = 0; half < HALF; half++) parts.starts[half + 1]! += parts.starts[half]!;
  keys.forEach(({ hash, row, key }, at) => {
    parts.keyRows[at] = row;
    parts.keyTails[at] = hash & 0xffff;
    const words = key.split(" ");
    const slot = hashOf(key, words[0]!.length) >>> (32 - MOST_BITS);
    parts.most[slot] = Math.max(parts.most[slot]!, words.length);
  });
  const indexes = {
    admin: indexOf(labels.admin),
    country: indexOf(labels.country),
    feature: indexOf(labels.feature),
  };
  cities.forEach((city, row) => {
    parts.geonames[row] = city.geonames;
    parts.population[row] = city.population;
    parts.lat[row] = Math.round(city.lat * DEGREE);
    parts.lon[row] = Math.round(city.lon * DEGREE);
    parts.admin[row] = indexes.admin.get(city.admin)!;
    parts.country[row] = indexes.country.get(city.country)!;
    parts.feature[row] = indexes.feature.get(city.featureCode)!;
    parts.text.set(texts[row]!, parts.words[row]!);
    parts.words[row + 1] = parts.words[row]! + texts[row]!.length;
  });
  parts.labels.set(labelled);
  return new Uint8Array(buffer);
}

/** Views of the parts of a block; without a buffer only `end`, the bytes it takes. */
function partsOf(buffer: ArrayBufferLike | null, from: number, counts: Counts) {
  const { rows, keys, textBytes, labelBytes } = counts;
  let end = HEAD * 4;
  const next = <T>(View: ViewOf<T>, length: number): T => {
    const view = buffer ? new View(buffer, from + end, length) : new View(0);
    end += Math.ceil((length * View.BYTES_PER_ELEMENT) / 4) * 4;
    return view;
  };
  const parts = {
    starts: next(Uint32Array, HALF + 1),
    keyRows: next(Uint32Array, keys),
    geonames: next(Uint32Array, rows),
    population: next(Uint32Array, rows),
    lat: next(Int32Array, rows),
    lon: next(Int32Array, rows),
    words: next(Uint32Array, rows + 1),
    keyTails: next(Uint16Array, keys),
    admin: next(Uint16Array, rows),
    country: next(Uint8Array, rows),
    feature: next(Uint8Array, rows),
    most: next(Uint8Array, 1 << MOST_BITS),
    text: next(Uint8Array, textBytes),
    labels: next(Uint8Array, labelBytes),
  };
  return { ...parts, end };
}

interface ViewOf<T> {
  new (buffer: ArrayBufferLike, from: number, length: number): T;
  new (length: number): T;
  BYTES_PER_ELEMENT: number;
}

/** Names beside the own one and its other spelling: "Kuwait City" is called "Kuwait" too. */
function furtherNames({ name, featureCode, population, alternates }: City): string[] {
  const bare = name.endsWith(" City") && (featureCode === "PPLC" || population >= 50_000);
  return bare ? [name.slice(0, -5), ...alternates] : alternates;
}

/** Every folded name of every row, by hash, then row. */
function keysOf(cities: City[]): { key: string; hash: number; row: number }[] {
  const keys = cities.flatMap((city, row) => {
    const own = new Set([city.name, city.altName, ...furtherNames(city)].map(fold));
    return [...own].flatMap((key) => (key.length < 2 ? [] : { key, hash: hashOf(key, key.length), row }));
  });
  return keys.sort((a, b) => a.hash - b.hash || a.row - b.row);
}

const distinct = (cities: City[], field: "admin" | "country" | "featureCode"): string[] =>
  [...new Set(cities.map((city) => city[field]))].sort();

const indexOf = (labels: string[]): Map<string, number> => new Map(labels.map((label, i) => [label, i]));

/** FNV-1a over the first UTF-16 units of the key, mixed so that all bits tell (the last steps of MurmurHash3). */
function hashOf(key: string, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
