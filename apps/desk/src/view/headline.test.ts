import { expect, test } from "vitest";
import { headline, type Named } from "./headline.ts";

const nameOf = (id: string) => id.replace(/^.*:/u, "");
const made = (
  kind: Named["kind"],
  type: Named["type"],
  ...actors: [string, Named["actors"][number]["role"]][]
): Named => ({
  kind,
  type,
  actors: actors.map(([actor, role]) => ({ actor, role, asWorded: actor })),
});

test.each<[Named, string]>([
  [
    made("contact", "call", ["p:Lavrov", "initiator"], ["p:Bayramov", "participant"]),
    "Call: Lavrov and Bayramov",
  ],
  [
    made("incident", "violation", ["s:A", "actor"], ["s:B", "target"], ["s:B", "accuser"]),
    "Violation: A against B",
  ],
  [made("incident", "attack", ["s:B", "target"]), "Attack against B"],
  [made("incident", "other"), "Incident"],
  [made("exchange", "prisoners", ["s:A", "provider"], ["s:B", "recipient"]), "Prisoners: A to B"],
  [
    made("exchange", "prisoners", ["s:A", "provider"], ["s:B", "provider"], ["s:A", "recipient"]),
    "Prisoners: A and B",
  ],
  [made("position", "accuse", ["s:A", "speaker"], ["s:B", "addressee"]), "A accuses B"],
  [made("position", "offer", ["s:A", "speaker"], ["s:B", "addressee"]), "A offers, to B"],
  [made("position", "call-for", ["s:A", "speaker"]), "A makes a call"],
  [made("position", "deny"), "Deny"],
  [
    made("agreement", "ceasefire", ["s:A", "signatory"], ["s:B", "signatory"], ["s:C", "guarantor"]),
    "Ceasefire: A and B",
  ],
  [made("measure", "martial-law", ["s:A", "actor"]), "Martial law: A"],
])("%o is headed %s", (occurrence, line) => {
  expect(headline(occurrence, nameOf)).toBe(line);
});

test("an actor in two roles is named once", () => {
  const twice = made(
    "contact",
    "visit",
    ["p:Lavrov", "initiator"],
    ["p:Lavrov", "participant"],
    ["s:ARM", "host"],
  );
  expect(headline(twice, nameOf)).toBe("Visit: Lavrov and ARM");
});
