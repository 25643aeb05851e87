/**
 * Reads the lexicons from their YAML files, or from `dist/lexicons.json` when the build has compiled them since.
 * `lexicons/actors.yaml` and every file under `lexicons/actors/` together are the lexicon "actors".
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

export { addActors, findLexicons, LexiconError } from "./added.ts";
export { loadCities } from "./cities.ts";

export type Lexicons = Record<string, unknown[]>;

/** `folder` is the `lexicons` folder. Entries keep file order, files are taken by name. Throws where a file is no YAML list. */
export function loadLexicons(folder: string): Lexicons {
  const compiled = join(folder, "dist", "lexicons.json");
  const fresh = existsSync(compiled) && statSync(compiled).mtimeMs >= newest(folder);
  return fresh ? JSON.parse(readFileSync(compiled, "utf8")) : parseLexicons(folder);
}

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .reduce((latest, file) => Math.max(latest, statSync(join(folder, file)).mtimeMs), 0);
}

export function parseLexicons(folder: string): Lexicons {
  // Only here: a start that finds the compiled lexicons does without the parser.
  const { parse }: typeof import("yaml") = createRequire(import.meta.url)("yaml");
  const lexicons: Lexicons = {};
  const add = (name: string, file: string) => {
    const entries: unknown = parse(readFileSync(file, "utf8"));
    if (!Array.isArray(entries)) throw new Error(`${file}: a lexicon file is a YAML list of entries`);
    lexicons[name] = [...(lexicons[name] ?? []), ...entries];
  };
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.isFile() && entry.name.endsWith(".yaml"))
      add(basename(entry.name, ".yaml"), join(folder, entry.name));
    if (!entry.isDirectory() || entry.name === "dist" || entry.name === "node_modules") continue;
    for (const file of readdirSync(join(folder, entry.name)).sort())
      if (file.endsWith(".yaml")) add(entry.name, join(folder, entry.name, file));
  }
  return lexicons;
}
