import fc from "fast-check";
import { expect, test } from "vitest";
import type { City } from "../knowledge.ts";
import { encodeCities, isCityTable, openCities } from "./city-table.ts";
import { fold } from "./fold.ts";

const city = (name: string, more: Partial<City> = {}): City => ({
  ...{ geonames: 1, name, altName: "", alternates: [], country: "AM", admin: "11", featureCode: "PPL" },
  ...{ population: 700, lat: 40.1811, lon: -44.5136 },
  ...more,
});
const rows = (cities: City[], key: string) =>
  openCities(encodeCities(cities))
    .find(key)
    .map(({ row, main }) => [row, main]);

test("a row is found by each of its names, folded, and by the own ones as its main names", () => {
  const cities = [
    city("Gümrü", { altName: "Gyumri", alternates: ["Leninakan", "Alexandropol"] }),
    city("Gyumri"),
  ];
  expect(rows(cities, "gumru")).toEqual([[0, true]]);
  expect(rows(cities, "gyumri")).toEqual([
    [0, true],
    [1, true],
  ]);
  expect(rows(cities, "leninakan")).toEqual([[0, false]]);
  expect(rows(cities, "Leninakan")).toEqual([]);
  expect(rows(cities, "yerevan")).toEqual([]);
});

test("a large city that calls itself one is known without that word", () => {
  const cities = [
    city("Kuwait City", { featureCode: "PPLC" }),
    city("Benin City", { population: 1_500_000 }),
    city("Dodge City", { population: 27_000 }),
  ];
  expect(rows(cities, "kuwait")).toEqual([[0, false]]);
  expect(rows(cities, "benin")).toEqual([[1, false]]);
  expect(rows(cities, "dodge")).toEqual([]);
});

test("a first word tells how many words names have", () => {
  const table = openCities(
    encodeCities([city("San José"), city("San Pedro de Macorís"), city("Stepanakert")]),
  );
  expect(table.mostWords("san")).toBe(4);
  expect(table.mostWords("stepanakert")).toBe(1);
  expect(table.mostWords("nowhere")).toBe(1);
});

test("any cities come back as they went in, wherever the bytes lie", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((s) => !/[\t\n]/.test(s));
  const degree = (most: number) =>
    fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000 + 0);
  const any = fc.record({
    geonames: fc.nat(),
    name,
    altName: fc.option(name, { nil: "" }),
    alternates: fc.array(name, { maxLength: 3 }),
    country: fc.constantFrom("AM", "AZ", "US"),
    admin: fc.constantFrom("", "01", "CA"),
    featureCode: fc.constantFrom("PPL", "PPLC", "ADM2"),
    population: fc.nat(),
    lat: degree(90),
    lon: degree(180),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), fc.nat(3), (cities, offset) => {
      const encoded = encodeCities(cities);
      const moved = new Uint8Array(encoded.length + offset);
      moved.set(encoded, offset);
      const table = openCities(moved.subarray(offset));
      expect(Array.from({ length: table.size }, (_, row) => table.city(row))).toEqual(cities);
      cities.forEach((c, row) => {
        for (const key of [c.name, c.altName, ...c.alternates].map(fold)) {
          if (key.length < 2) continue;
          expect(table.find(key).map((found) => found.row)).toContain(row);
          expect(table.mostWords(key.split(" ")[0]!)).toBeGreaterThanOrEqual(key.split(" ").length);
        }
      });
    }),
    { seed: 20201110, numRuns: 100 },
  );
});

test("no bytes know no city; bytes that are cut off or of another form are refused", () => {
  expect(openCities(new Uint8Array()).find("yerevan")).toEqual([]);
  const bytes = encodeCities([city("Yerevan")]);
  expect(isCityTable(bytes)).toBe(true);
  expect(isCityTable(bytes.subarray(0, -1))).toBe(false);
  expect(() => openCities(bytes.subarray(0, -1))).toThrow(/build/);
  expect(() => openCities(new TextEncoder().encode("3040051\tles Escaldes\t\tAD\n"))).toThrow(/build/);
});
