import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { measureResolution } from "./resolution.ts";

const floors = JSON.parse(readFileSync(join(import.meta.dirname, "floors.json"), "utf8")) as Record<
  string,
  number
>;

const report = measureResolution({ misses: false });

/** Releases that are not in the repository cannot be demanded: without `../shared` there is nothing to measure. */
it.skipIf(report === null)("claims of the releases are joined at least as well as the floors say", () => {
  const { pairs, bCubed, located, covered } = report!;
  expect(located).toBeGreaterThanOrEqual(floors["resolve.located"]!);
  expect(covered).toBeGreaterThanOrEqual(floors["resolve.covered"]!);
  expect(pairs.precision).toBeGreaterThanOrEqual(floors["resolve.pairs.precision"]!);
  expect(pairs.recall).toBeGreaterThanOrEqual(floors["resolve.pairs.recall"]!);
  expect(bCubed.f1).toBeGreaterThanOrEqual(floors["resolve.b3.f1"]!);
});
