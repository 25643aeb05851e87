import type { MessageView } from "@parley/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byDay, EMPTY_LOG, firstUnread, merged } from "./log.ts";

const message = (order: number, more: Partial<MessageView> = {}): MessageView => ({
  ...{ id: `m${order}`, channel: "c", thread: null, delegation: "north", author: "a", recordedBy: null },
  ...{ at: new Date(order).toISOString(), order, changed: order, text: "x", language: null, files: [] },
  ...{ versions: 1, withdrawn: false, erased: null, erasedOn: null, carriedOn: false, carriedFrom: null },
  ...{ carriedTo: [], revision: "r", ...more },
});

describe("the log", () => {
  test("[R54] in whatever pieces messages arrive, they stand in one order, each once", () => {
    const pieces = fc.array(fc.array(fc.integer({ min: 1, max: 30 })));
    fc.assert(
      fc.property(pieces, (arrivals) => {
        const log = arrivals.reduce(
          (now, orders) =>
            merged(
              now,
              orders.map((order) => message(order)),
            ),
          EMPTY_LOG,
        );
        const all = [...new Set(arrivals.flat())].sort((a, b) => a - b);
        expect(log.messages.map(({ order }) => order)).toEqual(all);
        expect(log.changed).toBe(all.at(-1) ?? 0);
      }),
      { seed: 20260323 },
    );
  });
  test("[R56] a newer version takes the place of the older, the others stay the same objects", () => {
    const log = merged(EMPTY_LOG, [message(1), message(2)]);
    const next = merged(log, [message(1, { text: "y", changed: 9 })]);
    expect(next.messages.map(({ text }) => text)).toEqual(["y", "x"]);
    expect(next.messages[1]).toBe(log.messages[1]);
    expect(next.changed).toBe(9);
  });
  test("days are those where the reader is", () => {
    const late = message(Date.parse("2026-03-01T22:30:00Z"));
    const next = message(Date.parse("2026-03-02T01:00:00Z"));
    expect(byDay([late, next], "UTC").map(({ day }) => day)).toEqual(["2026-03-01", "2026-03-02"]);
    expect(byDay([late, next], "Asia/Yerevan").map(({ day }) => day)).toEqual(["2026-03-02"]);
  });
  test("[R58] new begins with the first message of others past the mark", () => {
    const own = { delegation: "south" };
    const messages = [message(1), message(2, own), message(3, { withdrawn: true }), message(4)];
    expect(firstUnread(messages, "south", 1)).toBe("m4");
    expect(firstUnread(messages, "south", 0)).toBe("m1");
    expect(firstUnread(messages, "south", 4)).toBeNull();
  });
});
