import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lexicons } from "./actor-sample.ts";
import { ActorEntry, parseEntries } from "./entry.ts";
import { createActorFinder } from "./finder.ts";
import { importCsv } from "./import-csv.ts";
import { importPetrarch, LEFT } from "./import-petrarch.ts";

const dictionary = `# own sample
TONGA_
+NUKUALOFA_
	[TON]
HALE_TUPOUNIUA_ # a minister
+H._TUPOUNIUA_
	[TONGOV 040301-080215]
	[TONELI]
LIBERATION_FRONT_OF_NOWHERE_(LFN)_ [TONREB]
`;

describe("importPetrarch", () => {
  const { entries, rejected } = importPetrarch(dictionary, "own sample");

  it("reads persons with dated offices and armed groups, and leaves states to the lexicons", () => {
    expect(rejected).toEqual([]);
    expect(entries.map((entry) => [entry.id, entry.kind, entry.country])).toEqual([
      ["person:hale-tupouniua", "person", "TON"],
      ["group:liberation-front-of-nowhere", "armed-group", "TON"],
    ]);
    expect(entries[0]?.offices).toEqual([
      { title: "official", of: "state:TON", from: "2004-03-01", to: "2008-02-15" },
    ]);
  });

  it("gives entries that the finder takes beside its own", () => {
    const finder = createActorFinder({
      lexicons: { ...lexicons, actors: [...entries, ...(lexicons.actors ?? [])] },
      weights: {},
      cities: new Uint8Array(),
    });
    expect(finder.actorById("group:liberation-front-of-nowhere")?.name).toBe("Liberation Front Of Nowhere");
    expect(finder.actorById("person:sergey-lavrov")?.offices[0]?.title).toBe("foreign minister");
  });

  it("reads dates of six and of eight digits, with and without a blank before them", () => {
    const { entries, rejected } = importPetrarch(
      "ANN_VALE_\n\t[TONGOV 20041207-091119]\n\t[TONGOV > 140608]\n\t[TONGOV <19900823]\n",
      "own sample",
    );
    expect(rejected).toEqual([]);
    expect(entries[0]?.offices?.map(({ from, to }) => [from, to])).toEqual([
      ["2004-12-07", "2009-11-19"],
      ["2014-06-08", undefined],
      [null, "1990-08-23"],
    ]);
  });

  it("tells what it leaves out, and a wrong date by its line, keeping the rest", () => {
    const { entries, left, rejected } = importPetrarch(
      "ANN_VALE_\n\t[TONGOV 20041307-091119]\n\t[TONELI 040301-080215]\nNOBODY_ [---]\n",
      "own sample",
    );
    expect(entries.map(({ name }) => name)).toEqual(["Ann Vale"]);
    expect(rejected).toEqual([{ line: 2, why: expect.stringContaining("a date that is none") }]);
    expect(left).toEqual([{ line: 4, name: "NOBODY_", why: LEFT.uncoded }]);
  });

  it("says which line has no name", () => {
    expect(importPetrarch("+NOBODY_ [TON]\n", "own sample").rejected).toEqual([
      { line: 1, why: "a synonym or a code before any name" },
    ]);
  });

  const folder = join(import.meta.dirname, "../../../../../shared/petrarch");
  it.skipIf(!existsSync(folder))(
    "reads the dictionaries of ../shared/petrarch (skipped where they are absent)",
    () => {
      let total = 0;
      for (const file of readdirSync(folder).filter((name) => name.endsWith(".actors.txt"))) {
        const read = importPetrarch(readFileSync(join(folder, file), "utf8"), file);
        expect(() => parseEntries(ActorEntry, file, read.entries)).not.toThrow();
        total += read.entries.length;
      }
      expect(total).toBeGreaterThan(10_000);
    },
  );
});

describe("importCsv", () => {
  it("joins the rows of one actor and rejects a wrong one by its line", () => {
    const { entries, rejected } = importCsv(
      'name,also,kind,country,title,of,from,to\n"Vale, Ann",A. Vale; Ann Wale,person,TON,ambassador,state:TON,2020-01,2021-02-03\n"Vale, Ann",,,,special envoy,state:TON,2021-03,\n,,,,,,,\nBad,,person,TONGA,,,,\n',
      "own table",
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.offices?.map((office) => office.title)).toEqual(["ambassador", "special envoy"]);
    expect(rejected.map((one) => one.line)).toEqual([4, 5]);
  });
});
