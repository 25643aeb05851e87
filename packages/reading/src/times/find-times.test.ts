import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTimes } from "./find-times.ts";

const told = (text: string, published: string | null = "2021-06-16", dateline?: string) =>
  findTimes({ text, published, ...(dateline === undefined ? {} : { dateline }) }).map((m) => [
    text.slice(m.start, m.end),
    m.type,
    m.value,
  ]);
const when = (text: string, published: string | null = null, dateline?: string) =>
  findTimes({ text, published, ...(dateline === undefined ? {} : { dateline }) }).map(
    (m) => m.when?.edtf ?? null,
  );

describe("values", () => {
  // 16 June 2021 is a Wednesday.
  test.each([
    ["The truce was signed on 9 May 2019.", "9 May 2019", "DATE", "2019-05-09"],
    ["The truce was signed on May 9, 2019.", "May 9, 2019", "DATE", "2019-05-09"],
    ["The list of 2019-05-09 was short.", "2019-05-09", "DATE", "2019-05-09"],
    ["Delegations met yesterday.", "yesterday", "DATE", "2021-06-15"],
    ["Delegations met on Monday.", "Monday", "DATE", "2021-06-14"],
    ["Delegations will meet on Monday.", "Monday", "DATE", "2021-06-21"],
    ["Shelling was heard last night.", "last night", "TIME", "2021-06-15TNI"],
    ["Talks resume next month.", "next month", "DATE", "2021-07"],
    ["The post was closed last week.", "last week", "DATE", "2021-W23"],
    ["The road was opened in March.", "March", "DATE", "2021-03"],
    ["The road was mined in October.", "October", "DATE", "2020-10"],
    ["They spoke of the 2015 Minsk agreements.", "2015", "DATE", "2015"],
    ["The line was drawn three years ago.", "three years ago", "DATE", "2018"],
    ["The line was drawn in the early 1990s.", "the early 1990s", "DATE", "199"],
    ["Monasteries of the 12th century stand there.", "the 12th century", "DATE", "11"],
    [
      "The quarter ended badly: exports fell in the second quarter of 2020.",
      "the second quarter of 2020",
      "DATE",
      "2020-Q2",
    ],
    ["They held out for two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"],
    ["They waited for several weeks.", "several weeks", "DURATION", "PXW"],
    ["Patrols go out every day.", "every day", "SET", "P1D"],
    ["The commission now sits in the capital.", "now", "DATE", "PRESENT_REF"],
    ["The summit was held in the summer of 2014.", "the summer of 2014", "DATE", "2014-SU"],
  ])("%s", (text, words, type, value) => {
    expect(told(text)).toContainEqual([words, type, value]);
  });

  test("a quarter a year earlier is that quarter of the year before", () => {
    const text = "Trade rose in the first quarter, from a low base a year earlier.";
    expect(told(text).map(([, , value]) => value)).toEqual(["2021-Q1", "2020-Q1"]);
  });

  test.each([
    "The 34-year-old driver was unharmed.",
    "May I ask whether they march or may sit?",
    "Some 2000 people and 1995 soldiers left.",
    "At the same time the annual meeting opened.",
    "The 75th session took note.",
  ])("no time in: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("the record's When", () => {
  test("without a publication date the year stays unknown and days stay in step with the dateline", () => {
    const text =
      "On the same day the minister spoke by phone. Fighting broke out on the 27th and ended on November 2.";
    expect(when(text, null, "BAKU, September 30")).toEqual(["XXXX-09-30", "XXXX-09-27", "XXXX-11-02"]);
  });

  test("a dateline at the head of the text is the clock where nothing else is", () => {
    expect(when("GENEVA, October 28. /Agency/. The envoy spoke today.")).toEqual([
      "XXXX-10-28",
      "XXXX-10-28",
    ]);
  });

  test("a fresh dateline outranks the day of publication", () => {
    expect(when("GENEVA, October 28 (Agency) - The envoy spoke today.", "2019-10-30")).toEqual([
      "2019-10-28",
      "2019-10-28",
    ]);
  });

  test("a day in a report translated by machine is found where it was left standing", () => {
    const text =
      "Foreign Minister Petrov 14 said on the day that clashes began on the day of Arland and Borland 11.";
    expect(when(text, null, "Some Agency, Capital, March 14")).toEqual(["XXXX-03-14", "XXXX-03-11"]);
  });

  test("the zone counts only where the words give one, with its offset on that day", () => {
    const [summer] = findTimes({ text: "It starts at 10:30 on July 3, 2017, Kyiv time.", published: null });
    expect(summer?.when).toMatchObject({ edtf: "2017-07-03T10:30+03:00", zone: "Europe/Kyiv" });
    const [local] = findTimes({ text: "It starts at 10:30 local time on July 3, 2017.", published: null });
    expect(local?.when).toMatchObject({ edtf: "2017-07-03T10:30", zone: null });
    const [moscow] = findTimes({ text: "from 00:00 on the 5th, Moscow time", published: "2018-03-04" });
    expect(moscow?.when).toMatchObject({ edtf: "2018-03-05T00:00+03:00", zone: "Europe/Moscow" });
  });

  test("stretches", () => {
    expect(when("It lasted from 3 March to 9 April 2017.")).toEqual([
      "2017-03-03/2017-04-09",
      "2017-03-03/2017-04-09",
    ]);
    expect(when("The truce has held since 4 May 2017.")).toEqual(["2017-05-04/.."]);
    expect(when("The mandate runs until 31 December 2019.")).toEqual(["../2019-12-31"]);
    expect(when("They met in the week. It was in 2011-2013.", "2021-06-16")).toContain("2011/2013");
  });

  test("weeks, quarters and seasons become stretches or seasons of EDTF", () => {
    expect(when("They met last week.", "2021-06-16")).toEqual(["2021-06-07/2021-06-13"]);
    expect(when("They met in the third quarter of 2019.")).toEqual(["2019-07-01/2019-09-30"]);
    expect(when("They met in autumn 2019.")).toEqual(["2019-23"]);
  });

  test("durations, repeated times and vague words have no place on the calendar", () => {
    expect(when("For two weeks they have now met every day.", "2021-06-16")).toEqual([null, null, null]);
  });

  test("a weekday that the calendar denies is told", () => {
    const [mention] = findTimes({ text: "on Monday, 16 June 2021", published: null });
    expect(mention?.weekday).toBe(1);
    expect(mention?.when?.why).toContain("that day is a Wednesday");
  });

  test("a relative date says what it was counted from", () => {
    const [mention] = findTimes({ text: "They met on Monday.", published: "2021-06-16" });
    expect(mention?.when).toMatchObject({ basis: "relative" });
    expect(mention?.when?.why).toContain("the publication date 2021-06-16");
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    "the",
    "last",
    "next",
    "two",
    "a",
    "half",
    "May",
    "March",
    "12",
    "1999",
    "31",
    "30th",
    "Monday",
    "week",
    "years",
    "ago",
    "since",
    "from",
    "to",
    "until",
    "early",
    "quarter",
    "first",
    "'90s",
    "1990s",
    "00:00",
    "10",
    "p.m.",
    "Moscow time",
    "GMT",
    ",",
    "-",
    ".",
    "of",
    "and",
    "every",
    "day",
    "on",
    "century",
    "weekend",
    "now",
    "February 30",
    "2021-13-45",
    "29 February",
  );
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words, { maxLength: 25 }).map((w) => w.join(" ")),
  );
  const published = fc.constantFrom(null, "2020-02-29", "1999-12-31T23:59:00Z", "nonsense", "");

  test("spans lie in the text in order, values repeat, nothing throws", () => {
    fc.assert(
      fc.property(anything, published, (text, date) => {
        const found = findTimes({ text, published: date });
        let end = 0;
        for (const m of found) {
          expect(m.start).toBeGreaterThanOrEqual(end);
          expect(m.end).toBeGreaterThan(m.start);
          expect(m.end).toBeLessThanOrEqual(text.length);
          end = m.end;
        }
        expect(findTimes({ text, published: date })).toEqual(found);
      }),
      { seed: 20201110, numRuns: 800 },
    );
  });
});

describe("midnight", () => {
  const at = (text: string) => findTimes({ text, published: "2020-10-17T22:00:00+04:00" })[0]?.when;

  test("alone is the one that comes next", () => {
    expect(at("A truce holds from midnight.")?.edtf).toBe("2020-10-18T00:00");
    expect(at("It begins at midnight Moscow time.")?.edtf).toBe("2020-10-18T00:00+03:00");
  });

  test("of a named day leaves open which end is meant, and says so", () => {
    const when = at("A truce holds from midnight on October 19.");
    expect(when?.edtf).toBe("2020-10-19");
    expect(when?.why).toContain("which end of the day midnight means is not said");
  });
});
