/** Writes `dist/lexicons.json` and `dist/cities.tsv`, so that a start parses no YAML and no GeoNames list. Run by the build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileCities } from "./cities.ts";
import { parseLexicons } from "./load.ts";

export function compile(folder: string): void {
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "dist", "lexicons.json"), JSON.stringify(parseLexicons(folder)));
  writeFileSync(join(folder, "dist", "cities.tsv"), compileCities());
}
