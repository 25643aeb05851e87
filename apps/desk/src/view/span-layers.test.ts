import fc from "fast-check";
import { expect, test } from "vitest";
import { paragraphLayers, spanLayers } from "./span-layers.ts";

test("nested and crossing spans are cut where they begin and end", () => {
  const spans = [
    { id: "whole", start: 0, end: 20 },
    { id: "inner", start: 5, end: 10 },
    { id: "crossing", start: 8, end: 25 },
  ];
  expect(spanLayers(spans, 0, 30)).toEqual([
    { start: 0, end: 5, claims: ["whole"], opens: ["whole"] },
    { start: 5, end: 8, claims: ["whole", "inner"], opens: ["inner"] },
    { start: 8, end: 10, claims: ["whole", "inner", "crossing"], opens: ["crossing"] },
    { start: 10, end: 20, claims: ["whole", "crossing"], opens: [] },
    { start: 20, end: 25, claims: ["crossing"], opens: [] },
    { start: 25, end: 30, claims: [], opens: [] },
  ]);
});

test("whatever the spans, segments tile the text and hold exactly the spans over them", () => {
  const span = fc.record({ id: fc.uuid(), start: fc.nat(60), length: fc.nat(30) });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (made) => {
      const spans = made.map(({ id, start, length }) => ({ id, start, end: start + length }));
      const segments = spanLayers(spans, 0, 60);
      let at = 0;
      for (const segment of segments) {
        expect(segment.start).toBe(at);
        at = segment.end;
        for (let offset = segment.start; offset < segment.end; offset++) {
          const over = spans.filter((one) => one.start <= offset && offset < one.end).map((one) => one.id);
          expect([...segment.claims].sort()).toEqual(over.sort());
        }
      }
      expect(at).toBe(60);
    }),
  );
});

test("every span that shows opens exactly once in a text of one paragraph", () => {
  const text = "a".repeat(40);
  const spans = [
    { id: "one", start: 3, end: 30 },
    { id: "two", start: 3, end: 12 },
  ];
  const opens = paragraphLayers(text, spans).flatMap((part) =>
    part.segments.flatMap((segment) => segment.opens),
  );
  expect(opens.sort()).toEqual(["one", "two"]);
});

test("paragraphs keep the offsets of the whole text and skip blank lines", () => {
  const text = "First.\n\n  \nSecond line.";
  const parts = paragraphLayers(text, [{ id: "c", start: 11, end: 17 }]);
  expect(parts.map((part) => text.slice(part.start, part.end))).toEqual(["First.", "Second line."]);
  expect(parts[1]?.segments[0]).toEqual({ start: 11, end: 17, claims: ["c"], opens: ["c"] });
});
