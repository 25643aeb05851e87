/** Whatever the bytes: no exception, and every span still slices. Pages are mutated samples; seeds are pinned. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openReader, ROOT } from "./reader.ts";

const pages = readdirSync(join(ROOT, "samples"))
  .filter((file) => file.endsWith(".html"))
  .map((file) => readFileSync(join(ROOT, "samples", file), "utf8"));
const reader = openReader();

function check(source: { text: string } | { html: string }) {
  const { document, claims } = reader.read(source);
  for (const claim of claims) expect(document.text.slice(claim.start, claim.end)).toBe(claim.quote);
  for (const { start, end } of document.diagnostics)
    if (start !== null && end !== null) expect(start <= end && end <= document.text.length).toBe(true);
}

const cut = fc.record({
  page: fc.nat(),
  at: fc.nat(),
  length: fc.nat(400),
  insert: fc.string({ unit: "binary", maxLength: 40 }),
});

test("mutated pages", () => {
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
      let html = pages[cuts[0]!.page % pages.length]!;
      for (const { at, length, insert } of cuts) {
        const start = at % html.length;
        html = html.slice(0, start) + insert + html.slice(start + length);
      }
      check({ html });
    }),
    { numRuns: 120, seed: 11 },
  );
}, 60_000);

test("any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => check({ text })),
    { numRuns: 200, seed: 12 },
  );
}, 60_000);

test("shuffled words of real sentences", () => {
  const words = pages.flatMap((p) => p.replace(/<[^>]*>/g, " ").split(/\s+/)).filter(Boolean);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 200 }), (text) =>
      check({ text: text.join(" ") }),
    ),
    { numRuns: 100, seed: 13 },
  );
}, 60_000);
