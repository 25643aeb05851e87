import { expect, it } from "vitest";
import { lexicons } from "./actor-sample.ts";
import { type ActorEntry, withoutKnown } from "./added.ts";

const kept = (entry: Partial<ActorEntry>) =>
  withoutKnown([{ id: "org:own", name: "Own", source: "own sample", ...entry }], lexicons).map(
    ({ name, also = [] }) => [name, ...also],
  );

it.each([
  "The European Union",
  "THE UN",
  "US President",
  "President of the United States",
  "Donbass",
  "Russian",
])("leaves out %s, which is known as something else", (name) => {
  expect(kept({ name })).toEqual([]);
});

it("keeps the spellings that are nobody else's, and the name of an actor nobody knows", () => {
  expect(kept({ name: "Moscow", also: ["Marovian Front", "MF"] })).toEqual([["Marovian Front", "MF"]]);
  expect(kept({ name: "Marovian President Party" })).toEqual([["Marovian President Party"]]);
});

it("lets an entry of a known actor add a spelling to it", () => {
  expect(kept({ id: "person:sergey-lavrov", name: "Sergey Lavrov", also: ["S V Lavrow"] })).toEqual([
    ["Sergey Lavrov", "S V Lavrow"],
  ]);
});
