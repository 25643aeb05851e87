import { expect, test } from "vitest";
import { officeChart } from "./offices.ts";

const office = (from: string | null, to: string | null) => ({
  title: "minister",
  of: "state:X",
  from,
  to,
  source: "s",
});

test("bars lie between the first and the last year, in the order of beginning", () => {
  const { bars, years } = officeChart(
    [office("2018-01-01", "2020-01-01"), office("2016-01-01", "2018-01-01")],
    2026,
  );
  expect(bars.map((bar) => [bar.start, bar.end])).toEqual([
    [0, 0.5],
    [0.5, 1],
  ]);
  expect(years.map((one) => one.year)).toEqual([2016, 2017, 2018, 2019, 2020]);
});

test("an office without an end runs to now and says it is open", () => {
  const [bar] = officeChart([office("2020-01-01", null)], 2026).bars;
  expect(bar).toMatchObject({ start: 0, end: 1, openStart: false, openEnd: true });
});

test("an office without a beginning fades in from before the first date known", () => {
  const [bar] = officeChart([office(null, "2020-01-01")], 2026).bars;
  expect(bar).toMatchObject({ start: 0, openStart: true });
});

test("offices without any date give no chart", () => {
  expect(officeChart([office(null, null)], 2026)).toEqual({ bars: [], years: [] });
});
