/** Reads every trained weight file (`models/*.bin`) into memory, by name without ending. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export function loadWeights(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".bin"))
      .sort()
      .map((file) => [basename(file, ".bin"), new Uint8Array(readFileSync(join(folder, file)))]),
  );
}
