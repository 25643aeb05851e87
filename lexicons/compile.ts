/** Writes `dist/lexicons.json` and `dist/cities.bin`, so that a start parses no YAML and no GeoNames list. Run by the build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeCities } from "@parley/reading/cities";
import { readCities } from "./cities.ts";
import { parseLexicons } from "./load.ts";

export function compile(folder: string): void {
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "dist", "lexicons.json"), JSON.stringify(parseLexicons(folder)));
  writeFileSync(join(folder, "dist", "cities.bin"), encodeCities(readCities()));
}
