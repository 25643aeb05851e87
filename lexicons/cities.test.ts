import { expect, test } from "vitest";
import { readCities } from "./cities.ts";

const cities = readCities();

test("GeoNames' places come with their own ids, codes and points", () => {
  const yerevan = cities.find((c) => c.geonames === 616052);
  expect(yerevan).toMatchObject({ name: "Yerevan", country: "AM", featureCode: "PPLC" });
  expect(yerevan?.lat).toBeCloseTo(40.18, 1);
  expect(yerevan?.lon).toBeCloseTo(44.51, 1);
  expect(yerevan?.alternates).toContain("Erevan");
});

test("counties come last, where their outlines lie", () => {
  expect(cities.at(-1)?.featureCode).toBe("ADM2");
  const cook = cities.find((c) => c.featureCode === "ADM2" && c.name === "Cook County" && c.admin === "IL");
  expect(cook?.lat).toBeCloseTo(41.8, 0);
  expect(cook?.lon).toBeCloseTo(-87.8, 0);
});

test("every row is whole", () => {
  expect(cities.length).toBeGreaterThan(190_000);
  for (const c of cities)
    if (
      !(
        c.name !== "" &&
        /^[A-Z]{2}$/.test(c.country) &&
        Math.abs(c.lat) <= 90 &&
        Math.abs(c.lon) <= 180 &&
        c.population >= 0
      )
    )
      throw new Error(`not whole: ${JSON.stringify(c)}`);
});
