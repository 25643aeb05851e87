import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { measureReadouts } from "./readouts.ts";

const floors = JSON.parse(readFileSync(join(import.meta.dirname, "floors.json"), "utf8")) as Record<
  string,
  number
>;

const report = measureReadouts({ alone: false, misses: false });

/** A text that is not in the repository cannot be demanded: without `../shared` there is nothing to measure. */
it.skipIf(report === null)("official readouts are read at least as well as the floors say", () => {
  const score = (name: string) => Number(new RegExp(`\\b${name}=([\\d.]+)`).exec(report!)?.[1]);
  expect(score("contact_found_f1")).toBeGreaterThanOrEqual(floors["read.contacts.who"]!);
  expect(score("contact_full_f1")).toBeGreaterThanOrEqual(floors["read.contacts.full"]!);
  expect(score("all_found_f1")).toBeGreaterThanOrEqual(floors["read.all.found"]!);
  expect(score("all_full_f1")).toBeGreaterThanOrEqual(floors["read.all.full"]!);
});
