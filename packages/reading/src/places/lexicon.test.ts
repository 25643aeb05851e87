import { join } from "node:path";
import { parseLexicons } from "@parley/lexicons";
import { expect, test } from "vitest";

interface Place {
  id: string;
  name: string;
  lat: number;
  lon: number;
  source?: string;
  precision?: string;
  kind?: string;
  country?: string;
}
const places = parseLexicons(join(import.meta.dirname, "../../../../lexicons")).places as Place[];

test("every place of the lexicon has a source, a point on the globe and a kind", () => {
  expect(places.length).toBeGreaterThan(900);
  for (const place of places) {
    expect(place.source, place.id).toMatch(/\S/);
    expect(Math.abs(place.lat), place.id).toBeLessThanOrEqual(90);
    expect(Math.abs(place.lon), place.id).toBeLessThanOrEqual(180);
    expect(["country", "admin1", "region", "area", "city", "district", "point"], place.id).toContain(
      place.kind,
    );
    expect(place.country ?? "XXX", place.id).toMatch(/^[A-Z]{3}$/);
  }
});

test("ids are unique slugs", () => {
  const ids = places.map((p) => p.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^place:[a-z0-9-]+$/);
});
