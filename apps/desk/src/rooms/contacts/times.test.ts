import { describe, expect, test } from "vitest";
import { addDays, betweenWords, instantOf, isZone, shownAt, spanOf, zoneWords } from "./times.ts";

describe("instants by the clock of a zone", () => {
  test("a time is told by the clock of each side, with the day where it is another", () => {
    const call = { start: "2026-03-02T20:30:00Z", end: "2026-03-02T21:30:00Z" };
    expect(betweenWords(call, "Europe/Zurich")).toBe("Mon 2 Mar 2026, 21:30–22:30");
    expect(betweenWords(call, "Asia/Yerevan")).toBe("Tue 3 Mar 2026, 00:30–01:30");
    expect(betweenWords({ ...call, end: "2026-03-03T02:00:00Z" }, "Europe/Zurich")).toBe(
      "Mon 2 Mar 2026, 21:30–Tue 3 Mar 2026, 03:00",
    );
  });

  test("what is typed comes back, also on the day on which clocks change", () => {
    for (const [day, zone] of [
      ["2026-03-29", "Europe/Berlin"],
      ["2026-10-25", "Europe/Berlin"],
      ["2026-03-02", "Asia/Kathmandu"],
    ] as const) {
      const instant = instantOf(day, "16:30", zone)!;
      expect(shownAt(instant, zone)).toEqual({ day, clock: "16:30" });
    }
    expect(instantOf("2026-03-02", "16:00", "Asia/Yerevan")).toBe("2026-03-02T12:00:00Z");
  });

  test("an end before the beginning is on the next day; nonsense is nothing", () => {
    expect(spanOf("2026-12-31", { from: "23:00", to: "01:00" }, "UTC")).toEqual({
      start: "2026-12-31T23:00:00Z",
      end: "2027-01-01T01:00:00Z",
    });
    expect(spanOf("", { from: "10:00", to: "11:00" }, "UTC")).toBeNull();
    expect(spanOf("2026-02-30", { from: "10:00", to: "11:00" }, "UTC")).toBeNull();
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  });

  test("a zone is one the browser knows", () => {
    expect([isZone("Asia/Yerevan"), isZone("Mars/Olympus"), isZone("")]).toEqual([true, false, false]);
    expect(zoneWords("America/New_York")).toBe("New York");
  });
});
