import { expect, test } from "vitest";
import { datelineWhen, findDateline } from "./clock.ts";
import { findTimes } from "./find-times.ts";
import { narrowYear } from "./narrow.ts";

test.each([
  ["GENEVA, October 28. /Agency/. The envoy arrived.", "October 28"],
  [
    "A headline of the day\n\nSome News Agency, Tbilisi, March 7th (Reporter A) The envoy arrived.",
    "March 7th",
  ],
  ["YEREVAN, 14 May 2019. The envoy arrived.", "14 May 2019"],
])("%s", (text, dateline) => {
  expect(findDateline(text)).toBe(dateline);
});

test("a text without a dateline has none", () => {
  expect(findDateline("The envoy arrived on October 28 and left.")).toBeNull();
});

test("a dateline whose year is narrowed becomes the anchor that relative words are counted from", () => {
  const text = "GENEVA, October 28. /Agency/. On Tuesday the envoy met both sides.";
  const stated = datelineWhen(findDateline(text) as string);
  expect(stated).toMatchObject({ edtf: "XXXX-10-28", basis: "stated" });
  const { when: anchor } = narrowYear(stated!, {
    constraints: [{ from: "2019-01-01", to: "2019-12-31", why: "the envoy served in 2019" }],
  });
  // 28 October 2019 is a Monday.
  const [, tuesday] = findTimes({ text, published: null, anchor });
  expect(tuesday?.when).toMatchObject({ edtf: "2019-10-22", basis: "relative" });
  expect(tuesday?.when?.why).toContain("the envoy served in 2019");
});
