import { expect, test } from "vitest";
import { bounds } from "./edtf.ts";

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

test.each([
  ["2020-11-10", "2020-11-10T00:00:00.000Z", "2020-11-10T23:59:59.999Z", null],
  ["2020-11-10T00:00+03:00", "2020-11-09T21:00:00.000Z", "2020-11-09T21:00:00.000Z", null],
  ["2020-12", "2020-12-01T00:00:00.000Z", "2020-12-31T23:59:59.999Z", null],
  ["1994", "1994-01-01T00:00:00.000Z", "1994-12-31T23:59:59.999Z", null],
  ["199X", "1990-01-01T00:00:00.000Z", "1999-12-31T23:59:59.999Z", null],
  ["2014-22", "2014-06-01T00:00:00.000Z", "2014-08-31T23:59:59.999Z", null],
  ["2020-09-27/2020-11-10", "2020-09-27T00:00:00.000Z", "2020-11-10T23:59:59.999Z", null],
  ["2021-05-10/..", "2021-05-10T00:00:00.000Z", null, null],
  ["XXXX-09-30", null, null, "09-30"],
  ["XXXX-09", null, null, "09"],
  ["nonsense", null, null, null],
])("%s allows %s to %s", (edtf, from, to, yearless) => {
  const got = bounds(edtf);
  expect([iso(got.from), iso(got.to), got.yearless]).toEqual([from, to, yearless]);
});
