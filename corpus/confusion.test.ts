import { expect, test } from "vitest";
import { confusionsOf, formatConfusion } from "./confusion.ts";

const gold = [
  {
    doc: "A",
    occurrences: [
      { kind: "contact", status: "happened", background: false },
      { kind: "exchange", status: "offered", background: true },
      { kind: "incident", status: "alleged", background: false, also: { status: "happened" } },
      { kind: "measure", status: "planned", background: false, optional: true },
      { kind: "measure", status: "planned", background: false },
    ],
  },
];
const [call, exchange, attack, , measure] = gold[0]!.occurrences.map((one) => JSON.stringify(one));
const report = [
  `part  A ${exchange} got {"type":"prisoners","status":"planned","background":false,"actors":["state:ARM"]}`,
  `part  A ${attack} got {"type":"attack","status":"happened","background":false,"actors":[]}`,
  `miss  A ${measure}`,
  'extra A contact call happened state:ARM "words that no line of gold has"',
  "contact     gold 1  predicted 2  found 1  full 1",
].join("\n");

test("counts wrong ones by what they were read as, right ones and a second annotator's value as right", () => {
  const { status, background, matched, missed } = confusionsOf(report, gold);
  expect({ matched, missed }).toEqual({ matched: 3, missed: 1 });
  expect(Object.fromEntries([...status].map(([value, row]) => [value, Object.fromEntries(row)]))).toEqual({
    happened: { happened: 1 },
    offered: { planned: 1 },
    alleged: { alleged: 1 },
  });
  expect(background.get("background")?.get("news")).toBe(1);
  expect(background.get("news")?.get("news")).toBe(2);
});

test("prints the values that occur, in the order asked for", () => {
  const { status } = confusionsOf(report, gold);
  expect(formatConfusion(status, ["happened", "planned", "offered", "demanded", "alleged"])).toBe(
    [
      "| gold \\ read as | happened | planned | offered | alleged | right |",
      "| --- | --- | --- | --- | --- | --- |",
      "| happened | 1 |  |  |  | 1 of 1 |",
      "| planned |  |  |  |  | none |",
      "| offered |  | 1 |  |  | 0 of 1 |",
      "| alleged |  |  |  | 1 | 1 of 1 |",
    ].join("\n"),
  );
});

test("stops at a line that names no gold occurrence, instead of counting it as something else", () => {
  expect(() => confusionsOf(`miss  B ${call}`, gold)).toThrow(/not understood/);
});
