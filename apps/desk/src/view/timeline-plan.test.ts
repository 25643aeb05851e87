import type { Timeline } from "@parley/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timelineLanes } from "./timeline-lanes.ts";
import { mainTime, planLane, rowsInView, wholeTime, zoomed } from "./timeline-plan.ts";

const DAY = 86_400_000;

interface Row {
  from: number;
  days: number;
  kind?: number;
  background?: boolean;
  who?: number[];
}

function columns(rows: Row[], actors = 3): Timeline {
  const sorted = [...rows].sort((left, right) => left.from - right.from);
  return {
    ids: sorted.map((_, index) => `o${index}`),
    kinds: sorted.map((row) => row.kind ?? 0),
    statuses: sorted.map(() => 0),
    from: sorted.map((row) => row.from * DAY),
    to: sorted.map((row) => (row.from + row.days) * DAY),
    uncertain: sorted.map(() => 0),
    background: sorted.map((row) => (row.background ? 1 : 0)),
    labels: sorted.map(() => "x"),
    who: sorted.map((row) => row.who ?? []),
    actors: Array.from({ length: actors }, (_, index) => ({
      id: `a${index}`,
      name: `Actor ${index}`,
      kind: "state",
      country: null,
    })),
    undated: 0,
  };
}
const kindLanes = (made: Timeline) => timelineLanes(made, "kind", (kind) => kind);

describe("lanes", () => {
  test("background stands apart whatever its kind", () => {
    const lanes = kindLanes(
      columns([
        { from: 1, days: 1 },
        { from: 2, days: 1, background: true },
      ]),
    );
    expect(lanes.map((lane) => [lane.key, lane.rows.length])).toEqual([
      ["contact", 1],
      ["background", 1],
    ]);
  });

  test("an occurrence of two actors stands in both their lanes, one of nobody in the last", () => {
    const made = columns([
      { from: 1, days: 1, who: [0, 2] },
      { from: 2, days: 1, who: [2] },
      { from: 3, days: 1 },
    ]);
    const lanes = timelineLanes(made, "actor", (kind) => kind);
    expect(lanes.map((lane) => [lane.label, [...lane.rows]])).toEqual([
      ["Actor 2", [0, 1]],
      ["Actor 0", [0]],
      ["Nobody named", [2]],
    ]);
  });
});

describe("plans", () => {
  const rowsMade = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 400 }), days: fc.integer({ min: 0, max: 90 }) }),
    { minLength: 1, maxLength: 120 },
  );

  test("culling finds exactly the rows that overlap the window", () => {
    fc.assert(
      fc.property(
        rowsMade,
        fc.integer({ min: -20, max: 420 }),
        fc.integer({ min: 1, max: 60 }),
        (rows, from, days) => {
          const made = columns(rows);
          const window = { from: from * DAY, to: (from + days) * DAY };
          const expected = made.ids.flatMap((_, row) =>
            made.from[row]! <= window.to && made.to[row]! >= window.from ? [row] : [],
          );
          expect(rowsInView(kindLanes(made)[0]!, { columns: made, window })).toEqual(expected);
        },
      ),
    );
  });

  test("each row in view is drawn once, as a mark or in a bin", () => {
    fc.assert(
      fc.property(rowsMade, fc.integer({ min: 1, max: 4 }), (rows, lines) => {
        const made = columns(rows);
        const plan = planLane(kindLanes(made)[0]!, {
          columns: made,
          window: wholeTime(made),
          width: 300,
          lines,
        });
        const binned = plan.bins.reduce((sum, count) => sum + count, 0);
        const marked = plan.marks.reduce((sum, mark) => sum + mark.count, 0);
        expect(marked + binned).toBe(rows.length);
      }),
    );
  });

  test("marks of one line never overlap", () => {
    fc.assert(
      fc.property(rowsMade, (rows) => {
        const made = columns(rows);
        const plan = planLane(kindLanes(made)[0]!, {
          columns: made,
          window: wholeTime(made),
          width: 900,
          lines: 3,
        });
        if (plan.bins.length > 0) return;
        for (const mark of plan.marks)
          for (const other of plan.marks)
            if (other !== mark && other.line === mark.line)
              expect(other.x0 >= mark.x1 || other.x1 <= mark.x0).toBe(true);
      }),
    );
  });

  test("twenty thousand on one lane are binned, and drawn as single marks when near enough", () => {
    const made = columns(Array.from({ length: 20_000 }, (_, index) => ({ from: index / 10, days: 0.01 })));
    const lane = kindLanes(made)[0]!;
    const wide = planLane(lane, { columns: made, window: wholeTime(made), width: 1200, lines: 4 });
    expect(wide.bins.length).toBe(240);
    expect(wide.marks).toEqual([]);
    const near = planLane(lane, {
      columns: made,
      window: { from: 100 * DAY, to: 105 * DAY },
      width: 1200,
      lines: 4,
    });
    expect(near.bins.length).toBe(0);
    expect(near.marks.length).toBeGreaterThan(45);
  });
});

test("the whole time is the news' time; background widens it only where there is nothing else", () => {
  const both = columns([
    { from: -9000, days: 1, background: true },
    { from: 10, days: 1 },
  ]);
  expect(wholeTime(both).from).toBeGreaterThan(8 * DAY);
  expect(wholeTime(columns([{ from: -9000, days: 1, background: true }])).to).toBeLessThan(-8000 * DAY);
});

test("a stray far away does not press the rest together in the first view", () => {
  const near = Array.from({ length: 60 }, (_, index) => ({ from: 18_000 + index * 10, days: 1 }));
  const strayed = columns([...near, { from: 6_000, days: 1 }]);
  expect(mainTime(strayed).from).toBeGreaterThan(17_900 * DAY);
  expect(mainTime(strayed).to).toBeGreaterThan(18_590 * DAY);
  expect(wholeTime(strayed).from).toBeLessThan(6_000 * DAY);
});

test("without strays the first view is the whole time", () => {
  const near = columns(Array.from({ length: 20 }, (_, index) => ({ from: index * 10, days: 1 })));
  expect(mainTime(near).from).toBeGreaterThanOrEqual(wholeTime(near).from);
  expect(mainTime(near).to - mainTime(near).from).toBeGreaterThan(185 * DAY);
});

test("zooming keeps the instant under the pointer where it is", () => {
  const before = { from: 0, to: 100 * DAY };
  const after = zoomed(before, 0.5, 25 * DAY, 1000 * DAY);
  expect((25 * DAY - after.from) / (after.to - after.from)).toBeCloseTo(0.25);
  expect(after.to - after.from).toBe(50 * DAY);
  expect(zoomed(before, 1e9, 0, 200 * DAY).to).toBe(200 * DAY);
});
