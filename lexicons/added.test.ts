import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addActors, findLexicons } from "./added.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-lexicons-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const front = {
  id: "group:marovian-front",
  kind: "armed-group",
  name: "Marovian Front",
  source: "own sample",
};

describe("addActors", () => {
  it("puts what it reads before the project's own entries, which then decide", () => {
    const json = write("a.json", `[\n${JSON.stringify(front)}\n]\n`);
    const yaml = write("b.yaml", `- {id: "person:ann-vale", name: Ann Vale, source: own sample}\n`);
    const own = { id: "group:marovian-front", name: "Front", source: "project" };
    const ids = addActors({ actors: [own], titles: [] }, [json, yaml]).actors as { id: string }[];
    expect(ids.map(({ id }) => id)).toEqual(["group:marovian-front", "person:ann-vale", own.id]);
  });

  it.each([
    [
      "wrong-entry.yaml",
      `- {id: "person:a-b", name: A B, source: own}\n\n- {id: Ann, name: Ann, source: own}\n`,
      /line 3.*\n?.*id/,
    ],
    [
      "wrong-entry.json",
      `[\n{"id":"person:a-b","name":"A B","source":"own"},\n{"id":"person:c-d"}\n]`,
      /line 3: .*name/,
    ],
    ["no-list.yaml", "name: A B\n", /a lexicon is a list/],
    ["broken.yaml", "- {id: person:a-b,\n- name\n", /broken\.yaml: .*line \d/],
  ])("says where %s is wrong", (name, text, message) => {
    expect(() => addActors({}, [write(name, text)])).toThrow(message);
  });

  it("says which file or folder is not there", () => {
    expect(() => addActors({}, [join(folder, "none.json")])).toThrow(/none\.json: it cannot be read/);
    expect(() => findLexicons(join(folder, "none"))).toThrow(/none: there is no such folder/);
  });

  it("finds lexicon files by their ending, in the order of their names", () => {
    write("notes.txt", "no lexicon");
    const names = findLexicons(folder).map((file) => file.slice(folder.length + 1));
    expect(names).toContain("a.json");
    expect(names).not.toContain("notes.txt");
    expect(names).toEqual([...names].sort());
  });
});
