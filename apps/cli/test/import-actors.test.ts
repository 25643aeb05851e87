/** `parley actors import`, and what it writes taken in by the readers of the command line and of the server. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { createReader } from "@parley/reading";
import { afterAll, describe, expect, test, vi } from "vitest";
import { loadKnowledge as loadServerKnowledge } from "../../server/src/knowledge.ts";
import { addedLexicons } from "../src/added-lexicons.ts";
import { type ImportOptions, importActors } from "../src/import-actors.ts";
import { loadKnowledge } from "../src/root.ts";
import { STAGES } from "../src/stages.ts";
import { ROOT } from "./reader.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const DICTIONARY = `# own sample
TONGA_ [TON]
MAROVIAN_LIBERATION_FRONT_ [TONREB]
+MLF_FIGHTERS_ [TONREB 2020-]
HALE_TUPOUNIUA_ [TONGOV 040301-080215]
FISHER_ [~AGR]
OPEN_HOUSE_ [TONGOV
`;
const TABLE =
  "name,kind,country,title,of,from\nAnn Vale,person,TON,ambassador,state:TON,2020-01\nBad,person,TONGA,,,\n";
const TEXT = "The Marovian Liberation Front attacked a convoy on Thursday.";

function run(options: Pick<ImportOptions, "files"> & Partial<ImportOptions>) {
  const output = new PassThrough({ highWaterMark: 1 << 20 });
  const said: string[] = [];
  importActors({ output, tell: (line) => said.push(line), ...options });
  output.end();
  return { printed: text(output), said: said.join("\n") };
}

describe("parley actors import", () => {
  test("says what it took, what it left and why, and which lines it did not understand", async () => {
    const { printed, said } = run({ files: [write("own.txt", DICTIONARY), write("own.csv", TABLE)] });
    const ids = (JSON.parse(await printed) as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(["group:marovian-liberation-front", "person:hale-tupouniua", "person:ann-vale"]);
    expect(said).toContain("own.txt: 2 actors taken, 3 left out, 2 lines not understood");
    expect(said).toMatch(/left out 1: the name of a whole state/);
    expect(said).toMatch(/left out 1: a word for a kind of person/);
    expect(said).toMatch(/own\.txt:4: \[TONREB 2020-\] has a date that is none/);
    expect(said).toMatch(/own\.txt:7: a code without its closing bracket/);
    expect(said).toContain("own.csv: 1 actors taken, 0 left out, 1 lines not understood");
    expect(said).toMatch(/own\.csv:3: /);
  });

  test.each([
    ["nothing in it", () => write("verbs.txt", "--- ABANDON [050] ---\n"), /no actor in it/],
    ["a table without names", () => write("no-name.csv", "title,of\na,b\n"), /no actor in it/],
    ["no such file", () => join(folder, "none.txt"), /none\.txt: it cannot be read/],
  ])("%s: stops with what to do, and writes nothing", (_, file, message) => {
    const out = join(folder, "never.json");
    expect(() => run({ files: [file()], out })).toThrow(message);
    expect(() => readFileSync(out)).toThrow(/ENOENT/);
  });

  test("a table whose quotes are broken is told by its line", () => {
    const { said } = run({
      files: [write("broken.csv", 'name,kind\nAnn Vale,person\n"Bo"x,person\nCy Dell,person\n')],
    });
    expect(said).toMatch(/broken\.csv:3: /);
  });
});

describe("a lexicon that was added", () => {
  const out = join(folder, "lexicons.json");
  run({ files: [write("front.txt", DICTIONARY)], out });

  test.each([
    ["parley read", () => loadKnowledge(ROOT, [out])],
    [
      "the server",
      () =>
        loadServerKnowledge({ lexicons: join(ROOT, "lexicons"), models: join(ROOT, "models"), added: [out] }),
    ],
  ])("is known to %s, beside the project's own", (_, load) => {
    const { actors, claims } = createReader(load()).read({ text: `${TEXT} Sergey Lavrov condemned it.` });
    expect(actors.map(({ id }) => id)).toEqual(["group:marovian-liberation-front", "person:sergey-lavrov"]);
    expect(claims[0]?.told.actors).toContainEqual({
      actor: "group:marovian-liberation-front",
      role: "actor",
      asWorded: "Marovian Liberation Front",
    });
  });

  test("is known to the stage command `parley actors`", async () => {
    const streams = { input: new PassThrough(), output: new PassThrough() };
    streams.input.end(`${JSON.stringify({ id: "1", text: TEXT })}\n`);
    await STAGES.actors!.run(streams, () => loadKnowledge(ROOT, [out]));
    streams.output.end();
    expect(JSON.parse(await text(streams.output)).mentions[0]).toMatchObject({
      actor: "group:marovian-liberation-front",
      kind: "armed-group",
    });
  });

  test("is found in the folder PARLEY_LEXICONS, before those that are named", () => {
    vi.stubEnv("PARLEY_LEXICONS", folder);
    expect(addedLexicons(["more.json"])).toEqual([out, "more.json"]);
    vi.stubEnv("PARLEY_LEXICONS", join(folder, "none"));
    expect(() => addedLexicons()).toThrow(/no such folder of lexicons/);
    vi.unstubAllEnvs();
    expect(addedLexicons()).toEqual([]);
  });
});
