import { expect, test } from "vitest";
import { formatBench } from "./table.ts";

const DATA = { stage: "times", data: "ten texts" } as const;

test("puts Parley first, gives peers' time as a ratio to its own, and marks what is published", () => {
  const table = formatBench([
    {
      rows: [
        { ...DATA, system: "elsewhere", scores: { value: 0.9 }, origin: "published" },
        { ...DATA, system: "peer", scores: { value: 0.5 }, origin: "run", milliseconds: 300 },
        { ...DATA, system: "Parley", scores: { value: 0.8 }, origin: "cross-validated", milliseconds: 100 },
      ],
      skipped: ["other peer: not installed here"],
    },
  ]);
  const cells = table.split("\n").map((line) => line.split(/ {2,}/));
  expect(cells.slice(2, 5)).toEqual([
    ["times", "Parley", "value 0.800", "1.0", "cross-validated: ten texts"],
    ["times", "peer", "value 0.500", "3.0", "run: ten texts"],
    ["times", "elsewhere", "value 0.900", "published: ten texts"],
  ]);
  expect(table).toContain("Skipped:\n  other peer: not installed here");
});
