import type { When } from "@parley/protocol";
import { expect, test } from "vitest";
import { narrowYear } from "./narrow.ts";

const at = (edtf: string, zone: string | null = null): When => ({
  edtf,
  asWorded: "as worded",
  zone,
  basis: "stated",
  why: "day and month stated",
});
const A = { from: "2017-05-12", to: "2019-11-16", why: "A is foreign minister 2017-05-12 to 2019-11-16" };
const B = { from: "2019-07-16", to: null, why: "B is foreign minister from 2019-07-16" };

test("the one year in which both hold office is inferred, with both reasons", () => {
  const { when, years, diagnostics } = narrowYear(at("XXXX-09-30"), { constraints: [A, B] });
  expect(when).toMatchObject({ edtf: "2019-09-30", basis: "inferred" });
  expect(when.why).toBe(`day and month stated; year 2019 because ${A.why}; ${B.why}`);
  expect(years).toEqual([2019]);
  expect(diagnostics).toEqual([]);
});

test("more than one year leaves the date as it is", () => {
  const given = at("XXXX-09-30");
  const { when, years } = narrowYear(given, { constraints: [A] });
  expect(when).toBe(given);
  expect(years).toEqual([2017, 2018, 2019]);
});

test("a stated weekday picks among the years", () => {
  // 30 September is a Sunday in 2018 only, of the three.
  expect(narrowYear(at("XXXX-09-30"), { constraints: [A], weekday: 7 }).when.edtf).toBe("2018-09-30");
});

test("no year fits: nothing is changed and the contradiction is told", () => {
  const given = at("XXXX-09-30");
  const C = { from: "2001-01-01", to: "2001-12-31", why: "C ran in 2001" };
  const { when, years, diagnostics } = narrowYear(given, { constraints: [A, C] });
  expect(when).toBe(given);
  expect(years).toEqual([]);
  expect(diagnostics).toEqual([{ rule: "year-contradiction", message: expect.stringContaining(C.why) }]);
});

test("a weekday that the only year denies is a contradiction of its own", () => {
  const { when, diagnostics } = narrowYear(at("XXXX-09-30"), { constraints: [A, B], weekday: 2 });
  expect(when.edtf).toBe("XXXX-09-30");
  expect(diagnostics.map((d) => d.rule)).toEqual(["weekday-contradiction"]);
});

test("stretches keep their order over New Year, and instants get the offset of their zone", () => {
  const year = { from: "2019-01-01", to: "2019-12-31", why: "the agreement of 2019" };
  expect(narrowYear(at("XXXX-12-27/XXXX-01-10"), { constraints: [year] }).when.edtf).toBe(
    "2019-12-27/2020-01-10",
  );
  expect(narrowYear(at("XXXX-07-10T00:00", "Europe/Kyiv"), { constraints: [year] }).when.edtf).toBe(
    "2019-07-10T00:00+03:00",
  );
});

test("29 February exists in leap years only", () => {
  const years = { from: "2018-01-01", to: "2021-12-31", why: "the mission's mandate" };
  expect(narrowYear(at("XXXX-02-29"), { constraints: [years] }).when.edtf).toBe("2020-02-29");
});

test("a date with a year is left alone", () => {
  const given = at("2018-09-30");
  expect(narrowYear(given, { constraints: [B] }).when).toBe(given);
});
