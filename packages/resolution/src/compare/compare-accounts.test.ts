import type { Actor, ComparedPoint } from "@parley/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reading, told } from "../reading-sample.ts";
import { compareAccounts, type GivenAccount } from "./index.ts";
import { quantitiesIn } from "./quantities.ts";

const state = (name: string, country: string): Actor => ({
  ...{ id: `state:${country}`, kind: "state", name, country, offices: [], foundAs: [name], confidence: 1 },
});

const account = (id: string, text: string, more: Partial<GivenAccount> = {}): GivenAccount => ({
  id,
  reading: {
    ...reading(`doc-${id}`, [], text),
    actors: [state("Armenia", "ARM"), state("Azerbaijan", "AZE")],
  },
  whole: true,
  unread: null,
  ...more,
});
const stances = (point: ComparedPoint) =>
  Object.fromEntries(point.accounts.map((one) => [one.account, one.stance]));
const pointWith = (points: ComparedPoint[], words: string) =>
  points.find(({ accounts }) => accounts.some(({ quotes }) => quotes.some((q) => q.quote.includes(words))))!;

/** Sentences that meet, contradict and pass each other over in many ways. */
const SENTENCES = [
  "The ministers agreed on the exchange of 12 detainees.",
  "The sides agreed to exchange 15 detainees.",
  "No agreement on the exchange of detainees was reached.",
  "The talks in Vienna lasted three hours.",
  "The meeting in Vienna went on for two hours.",
  "The bridge at Aras will be opened on 3 May 2022.",
  "The opening of the bridge at Aras is planned for 9 May 2022.",
  "The call took place at the initiative of the Armenian side.",
  "The call took place at the initiative of the Azerbaijani side.",
  "Water levels of the northern reservoir were discussed.",
  "They discussed demining, the northern reservoir and the bridge.",
];
const texts = fc
  .uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 })
  .map((sentences) => sentences.join(" "));
const manyAccounts = fc
  .array(texts, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((text, i) => account(`a${i}`, text)));

describe("laws of the comparison", () => {
  test("[R78] every quote is the account's text from its start to its end, and headings are words of a quote", () =>
    fc.assert(
      fc.property(manyAccounts, (accounts) => {
        const textOf = new Map(accounts.map(({ id, reading: read }) => [id, read.document.text]));
        for (const point of compareAccounts(accounts)) {
          const quotes = point.accounts.flatMap(({ account: id, quotes: own }) =>
            own.map(({ start, end, quote }) => {
              expect(textOf.get(id)!.slice(start, end)).toBe(quote);
              return quote;
            }),
          );
          const heading = point.heading.replace(/ …$/u, "");
          expect(quotes.some((quote) => quote.replace(/\s+/gu, " ").includes(heading))).toBe(true);
        }
      }),
      { numRuns: 150, seed: 78 },
    ));

  const byAccount = (points: ComparedPoint[]) =>
    points.map(({ accounts, differences, ...point }) => ({
      ...point,
      accounts: [...accounts].sort((a, b) => (a.account < b.account ? -1 : 1)),
      differences: differences
        .map((one) => ({
          ...one,
          between: [...one.between].sort((a, b) => (a.account < b.account ? -1 : 1)),
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    }));
  test("[R79] the order of accounts changes the order of columns only", () =>
    fc.assert(
      fc.property(manyAccounts, fc.nat(), (accounts, turn) => {
        const at = turn % accounts.length;
        const turned = [...accounts.slice(at), ...accounts.slice(0, at)].reverse();
        expect(byAccount(compareAccounts(turned))).toEqual(byAccount(compareAccounts(accounts)));
        expect(compareAccounts(turned)[0]?.accounts.map((one) => one.account)).toEqual(
          compareAccounts(accounts).length ? turned.map(({ id }) => id) : undefined,
        );
      }),
      { numRuns: 150, seed: 79 },
    ));
  test("[R79] swapping two accounts swaps their columns", () =>
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const seen = (a: string, b: string) =>
          compareAccounts([account("x", a), account("y", b)])
            .map(({ heading, class: as, accounts, differences }) => ({
              ...{ heading, as },
              columns: accounts.map(({ stance, quotes }) => [stance, quotes.map(({ quote }) => quote)]),
              differences: differences.map(({ what, certain }) => [what, certain]).sort(),
            }))
            .sort((a1, b1) => (JSON.stringify(a1) < JSON.stringify(b1) ? -1 : 1));
        const swapped = seen(other, one).map((point) => ({
          ...point,
          columns: [...point.columns].reverse(),
        }));
        const key = (points: unknown[]) => points.map((point) => JSON.stringify(point)).sort();
        expect(key(swapped)).toEqual(key(seen(one, other)));
      }),
      { numRuns: 200, seed: 7 },
    ));
  test("[R80] every point has an account that says it, and its class counts them", () =>
    fc.assert(
      fc.property(manyAccounts, (accounts) => {
        for (const { class: as, accounts: all, differences } of compareAccounts(accounts)) {
          const saying = all.filter(({ quotes }) => quotes.length > 0).length;
          expect(saying).toBeGreaterThan(0);
          if (differences.length) expect(as).toBe("contradicted");
          else expect(as).toBe(saying < 2 ? "one" : saying === all.length ? "all" : "several");
        }
      }),
      { numRuns: 150, seed: 80 },
    ));
});

describe("what is said of one point", () => {
  test("[R80] an account that was not read is silent on nothing", () => {
    const points = compareAccounts([
      account("a", SENTENCES[0]!),
      account("b", SENTENCES[1]!),
      account("c", "Բանակցություններ", { unread: "not English" }),
    ]);
    expect(points.map(stances)).toEqual([{ a: "contradicts", b: "contradicts", c: "unread" }]);
    const agreed = compareAccounts([account("a", SENTENCES[3]!), account("b", SENTENCES[3]!)]);
    expect(agreed.map((point) => point.class)).toEqual(["all"]);
  });
  test("neither of two that contradict each other names the point", () => {
    const headed = (...given: string[]) =>
      compareAccounts(given.map((text, i) => account(`a${i}`, text))).map(({ heading }) => heading);
    expect(headed(SENTENCES[7]!, SENTENCES[8]!)).toEqual(["The call took place at the initiative"]);
    expect(headed(SENTENCES[7]!, SENTENCES[8]!, "The ministers had a call.")).toEqual([
      "The ministers had a call",
    ]);
  });
  test("items of a list are points of their own, and passing one over is a silence", () => {
    const points = compareAccounts([
      account("a", "They discussed demining, the northern reservoir and the Aras bridge."),
      account("b", "Demining of the fields was the main subject. The Aras bridge came up too."),
    ]);
    expect(stances(pointWith(points, "the northern reservoir"))).toEqual({ a: "says", b: "silent" });
    expect(stances(pointWith(points, "demining"))).toEqual({ a: "says", b: "says" });
    expect(stances(pointWith(points, "the Aras bridge"))).toEqual({ a: "says", b: "says" });
  });
  test("of a report only what meets others enters, or tells of a contact", () => {
    const text =
      "They discussed the northern reservoir. Oil fell by two percent. The ministers met on Monday.";
    const report = account("r", text, {
      whole: false,
      reading: reading("r", [{ ...told(["lavrov"], null), quote: "The ministers met on Monday." }], text),
    });
    const points = compareAccounts([report, account("a", "The northern reservoir was discussed.")]);
    expect(points.map(({ accounts }) => accounts[0]!.quotes.map(({ quote }) => quote))).toEqual([
      ["They discussed the northern reservoir."],
      ["The ministers met on Monday."],
    ]);
  });
  test("the speaker within a report is named", () => {
    const text = "The ministry said that the northern reservoir was discussed at length.";
    const claim = {
      ...{ ...told(["lavrov"], null), quote: text },
      attribution: [{ source: null, asWorded: "The ministry", cue: "said", start: 0, end: 12 }],
    };
    const points = compareAccounts([account("r", text, { reading: reading("r", [claim], text) })]);
    expect(points[0]!.accounts[0]!.quotes[0]).toMatchObject({ saidBy: "The ministry" });
  });
  test("a paragraph that was read in translation is quoted in its own language", () => {
    const original = "Միջանցքը կբացվի մայիսին։";
    const read = reading("hy", [], original);
    read.document.translation = {
      ...{ from: "hy", by: "somebody", title: null },
      passages: [{ start: 0, end: original.length, text: "The corridor at Aras will be opened in May." }],
    };
    const points = compareAccounts([
      account("hy", "", { reading: read }),
      account("en", "The corridor at Aras will be opened in June."),
    ]);
    expect(points[0]!.accounts[0]!.quotes[0]).toMatchObject({
      quote: original,
      english: "The corridor at Aras will be opened in May.",
    });
  });
});

describe("[R81] differences", () => {
  const between = (a: string, b: string) =>
    compareAccounts([account("a", a), account("b", b)]).flatMap(({ differences }) =>
      differences.map(({ what, certain }) => (certain ? what : `${what}?`)),
    );
  test.each([
    ["other numbers", SENTENCES[0]!, SENTENCES[1]!, ["number"]],
    ["one that happened and did not", SENTENCES[0]!, SENTENCES[2]!, ["status"]],
    ["other lengths", SENTENCES[3]!, SENTENCES[4]!, ["number"]],
    ["other days", SENTENCES[5]!, SENTENCES[6]!, ["time"]],
    ["other initiators", SENTENCES[7]!, SENTENCES[8]!, ["initiator"]],
    ["about as many", "About 100 detainees were exchanged.", "95 detainees were exchanged.", ["number?"]],
    ["at least so many", "At least 12 detainees were exchanged.", "15 detainees were exchanged.", []],
    ["half a year in days", "The truce lasts 180 days.", "The truce lasts six months.", []],
    ["a day and its month", "The bridge was opened on 3 May 2022.", "The bridge was opened in May 2022.", []],
    ["what one leaves open", SENTENCES[9]!, SENTENCES[10]!, []],
    ["what is meant to be", "They agreed not to open the bridge.", "The bridge was to be repaired.", []],
  ])("%s", (_, a, b, expected) => expect(between(a, b)).toEqual(expected));
});

test("numbers are told with what they count, dates and years are none", () => {
  const found = quantitiesIn(
    "On 3 May 2022 at least 1,200 civilians and two soldiers were killed, up to 40 were wounded in 3 hours.",
  );
  expect(found.map(({ low, high, of }) => [low, high, of[0]])).toEqual([
    [1200, Number.POSITIVE_INFINITY, expect.any(String)],
    [2, 2, expect.any(String)],
    [0, 40, expect.any(String)],
    [180, 180, "duration"],
  ]);
});
