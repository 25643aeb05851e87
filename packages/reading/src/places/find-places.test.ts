import { join } from "node:path";
import { loadCities, parseLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPlaceFinder } from "./find-places.ts";

const root = join(import.meta.dirname, "../../../..");
const finder = createPlaceFinder({
  cities: loadCities(join(root, "lexicons")),
  lexicons: parseLexicons(join(root, "lexicons")),
  weights: loadWeights(join(root, "models")),
});
const found = (text: string) => finder.find({ text });
const names = (text: string) => found(text).map((m) => text.slice(m.start, m.end));

describe("which words name a place", () => {
  test("states, cities, regions, waters and corridors", () => {
    expect(
      names(
        "Armenia and Azerbaijan fought over Nagorno-Karabakh until Russian troops reached the Lachin corridor.",
      ),
    ).toEqual(["Armenia", "Azerbaijan", "Nagorno-Karabakh", "Russian", "Lachin corridor"]);
    expect(names("Ships left Odesa across the Black Sea for Istanbul.")).toEqual([
      "Odesa",
      "Black Sea",
      "Istanbul",
    ]);
  });

  test("persons named like places are no places", () => {
    expect(
      names("Mr. Paris Jackson met Jordan Peterson and Victoria Nuland. Jackson thanked Peterson."),
    ).toEqual([]);
  });

  test("months and ordinary words are no places", () => {
    expect(
      names("In March the mobile unit was ready. Most of them had the reading of the agreement in hand."),
    ).toEqual([]);
  });

  test("a small-written word makes an unknown name a place", () => {
    expect(names("Shells hit the villages of Zorvanik and Belkhara, both in Urzan district.")).toEqual([
      "Zorvanik",
      "Belkhara",
      "Urzan",
    ]);
  });
});

describe("which place is meant", () => {
  test("a demonym points at its state and says that it is one", () => {
    const [turkish, turkey] = found("The Turkish delegation returned to Turkey.");
    expect(turkish).toMatchObject({ form: "demonym", country: "TUR", precision: "country" });
    expect(turkey).toMatchObject({ form: "name", place: turkish!.place });
  });

  test("the state beside a name decides", () => {
    const [georgia] = found("The mediator flew from Tbilisi, Georgia, to Baku.").filter(
      (m) => m.name === "Georgia",
    );
    expect(georgia).toMatchObject({ country: "GEO" });
    const [paris] = found("The storm passed over Paris, Texas, on Monday.");
    expect(paris).toMatchObject({ country: "USA" });
    const [again] = found("Paris said that France would send observers.");
    expect(again).toMatchObject({ country: "FRA" });
  });

  test("a capital is meant before a larger city that was once called so", () => {
    const [islamabad] = found("The minister arrived in Islamabad on Thursday.");
    expect(islamabad).toMatchObject({ name: "Islamabad", country: "PAK" });
  });

  test.each(["Nagorno-Karabakh", "Nagorny Karabakh", "Karabagh", "Artsakh", "Naqqa", "Naka"])(
    "%s is one place, under a status-neutral name",
    (name) => {
      expect(found(`Talks on the conflict in ${name} went on.`)).toMatchObject([
        { place: "place:nagorno-karabakh", name: "Nagorno-Karabakh", precision: "region", country: null },
      ]);
    },
  );

  test.each([
    ["Stepanakert", "Khankendi"],
    ["Kyiv", "Kiev"],
    ["Kharkiv", "Kharkov"],
  ])("%s and %s are one place", (one, other) => {
    const [a] = found(`They met in ${one}.`);
    const [b] = found(`They met in ${other}.`);
    expect(a?.place).toBe(b?.place);
    expect(a?.place).not.toBeNull();
  });

  test("a place that no gazetteer knows keeps its state's region without a name of its own", () => {
    const [mention] = found("Officers from Zorvanik Springs, Nevada, said so.").filter(
      (m) => m.name !== "Nevada",
    );
    expect(mention?.geonames ?? null).toBeNull();
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    "Paris",
    "the",
    "Lake",
    "of",
    "U.S.",
    ",",
    "Texas",
    "St.",
    "Mr.",
    "-",
    "in",
    "Ky.",
    "New",
    "York",
    "\n",
    "’s",
    "Côte",
    "d’Ivoire",
    "KY",
    "Gulf",
    "İzmir",
    "Road",
    ".",
    "and",
  );
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words, { maxLength: 30 }).map((w) => w.join(" ")),
  );

  test("spans lie in the text in order, results repeat, nothing throws", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const mentions = found(text);
        let end = 0;
        for (const m of mentions) {
          expect(m.start).toBeGreaterThanOrEqual(end);
          expect(m.end).toBeGreaterThan(m.start);
          expect(m.end).toBeLessThanOrEqual(text.length);
          expect(m.confidence).toBeGreaterThanOrEqual(0);
          expect(m.confidence).toBeLessThanOrEqual(1);
          end = m.end;
        }
        expect(found(text)).toEqual(mentions);
      }),
      { seed: 20201110, numRuns: 500 },
    );
  });
});
