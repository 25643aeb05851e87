/** The promises of the contract, on the sample process and, where it is present, on ../shared/reports. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RecordFile } from "@parley/protocol";
import { beforeAll, describe, expect, test } from "vitest";
import { readInputs } from "../src/inputs.ts";
import { type Printed, readAll, readPaths } from "./collect.ts";
import { ROOT } from "./reader.ts";

const seeds = join(ROOT, "..", "shared", "reports", "seeds");
const SETS = [
  { name: "the sample process", folder: join(ROOT, "samples") },
  ...(existsSync(seeds) ? [{ name: "the five real reports", folder: seeds }] : []),
];
const files = (folder: string) =>
  readdirSync(folder)
    .filter((file) => /^\d/.test(file))
    .map((file) => join(folder, file));

describe.each(SETS)("$name", ({ folder }) => {
  let printed: Printed;
  let record: RecordFile;
  beforeAll(async () => {
    printed = await readPaths(files(folder), "json");
    record = RecordFile.parse(JSON.parse(printed.output));
  }, 120_000);

  test("yields documents, claims and occurrences", () => {
    expect(printed.failures).toEqual([]);
    expect(record.documents.length).toBeGreaterThanOrEqual(files(folder).length);
    expect(record.occurrences.length).toBeGreaterThan(record.documents.length);
  });

  test("every span slices to its quote", () => {
    const texts = new Map(record.documents.map((d) => [d.id, d.text]));
    for (const claim of record.claims) {
      const text = texts.get(claim.document)!;
      expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
      for (const link of claim.attribution) expect(link.end).toBeLessThanOrEqual(text.length);
    }
    for (const { detail, claims } of record.occurrences)
      if ("provisions" in detail && Array.isArray(detail.provisions))
        for (const { text, start, end } of detail.provisions)
          expect(
            claims.some(
              (id) => texts.get(record.claims.find((c) => c.id === id)!.document)!.slice(start, end) === text,
            ),
          ).toBe(true);
  });

  test("every id that is used is there, once", () => {
    const ids = (list: { id: string }[]) => {
      const set = new Set(list.map((entry) => entry.id));
      expect(set.size).toBe(list.length);
      return set;
    };
    const [actors, places, occurrences, claims] = [
      record.actors,
      record.places,
      record.occurrences,
      record.claims,
    ].map(ids) as Set<string>[];
    for (const o of record.occurrences) {
      for (const { actor } of o.actors) expect(actors!.has(actor), actor).toBe(true);
      if (o.where) expect(places!.has(o.where), o.where).toBe(true);
      for (const id of [...o.claims, ...o.accounts.flatMap((a) => a.claims)])
        expect(claims!.has(id)).toBe(true);
      for (const id of o.accounts.flatMap((a) => [a.by, ...a.via]))
        if (id) expect(actors!.has(id), id).toBe(true);
    }
    for (const claim of record.claims) {
      expect(occurrences!.has(claim.occurrence!)).toBe(true);
      for (const { source } of claim.attribution) if (source) expect(actors!.has(source), source).toBe(true);
    }
  });

  test("no date of an occurrence is a publication date in silence", () => {
    for (const { when } of record.occurrences) if (when) expect(when.why.length).toBeGreaterThan(5);
  });

  test("the same bytes twice, and whatever the order of the documents", async () => {
    expect((await readPaths(files(folder), "json")).output).toBe(printed.output);
    const backwards = async function* () {
      for (const file of files(folder).reverse()) yield* readInputs([file], { ndjson: false });
    };
    expect((await readAll(backwards(), "json")).output).toBe(printed.output);
  }, 120_000);
});
