import { expect, test } from "vitest";
import { agencySentences } from "./agency-sentences.ts";
import type { NamePool } from "./augment.ts";
import { exchangeNames } from "./augment.ts";
import { goldNames } from "./gold-names.ts";
import { createRandom } from "./random.ts";

const pool: NamePool = {
  given: ["Ana", "Olaf"],
  family: ["Ruiz", "Berg"],
  places: ["Lima", "Oslo"],
  demonyms: ["Peruvian", "Danish"],
};

test("every sentence is one tree, its names marked, and comes again from the same seed", () => {
  const make = () => agencySentences({ pool, count: 300, random: createRandom(3) });
  const sentences = make();
  expect(make()).toEqual(sentences);
  for (const { heads, rels, forms, text } of sentences) {
    expect(
      heads.filter((head) => head === -1),
      text,
    ).toHaveLength(1);
    expect(rels[heads.indexOf(-1)], text).toBe("root");
    for (let i = 0; i < heads.length; i++) {
      let at = i;
      for (let steps = 0; at !== -1; steps++, at = heads[at]!)
        expect(steps, text).toBeLessThanOrEqual(forms.length);
    }
  }
  const persons = sentences.flatMap((gold) =>
    goldNames(gold)!
      .filter(({ type }) => type === "person")
      .map(({ first, last }) => gold.forms.slice(first, last + 1).join(" ")),
  );
  expect(persons).toContain("Ana Ruiz");
  expect(persons.every((name) => /^(?:(?:Ana|Olaf) (?:[A-Z]\. )?)?(?:Ruiz|Berg)$/u.test(name))).toBe(true);
});

test("exchanging names keeps everything but the forms", () => {
  const [gold] = agencySentences({ pool, count: 1, random: createRandom(1) });
  const other = { given: ["Eva"], family: ["Stone"], places: ["Bern"], demonyms: ["Swiss"] };
  const changed = exchangeNames(gold!, {
    pool: {
      ...other,
      places: [...other.places, ...pool.places],
      demonyms: [...other.demonyms, ...pool.demonyms],
    },
    rate: 1,
    random: createRandom(2),
  });
  expect(changed.forms).not.toEqual(gold!.forms);
  expect({ ...changed, forms: null }).toEqual({ ...gold!, forms: null });
  expect(exchangeNames(gold!, { pool, rate: 0, random: createRandom(2) })).toBe(gold);
});
