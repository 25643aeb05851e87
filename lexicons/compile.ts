/** Writes `dist/lexicons.json`, so that a start needs no YAML parser. Run by the build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseLexicons } from "./load.ts";

export function compile(folder: string): void {
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "dist", "lexicons.json"), JSON.stringify(parseLexicons(folder)));
}
