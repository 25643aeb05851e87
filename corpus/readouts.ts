/**
 * Measures the reader on the official readouts of `../shared`: writes the record and runs the gold scorer on it.
 * Usage: npx tsx corpus/readouts.ts [--misses] [--alone]. With --alone each document is resolved by itself, which shows
 * what reading alone yields. Says that it skipped where the texts are absent.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCities, loadLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import { createReader } from "@parley/reading";
import { resolve, toRecordFile } from "@parley/resolution";

const root = join(import.meta.dirname, "..");
const shared = join(root, "..", "shared");
const readouts = join(shared, "reports", "readouts");

interface Line {
  id: string;
  published: string;
  text: string;
}

/** The scorer's report, or null where the texts are absent. With `alone` each document is resolved by itself. */
export function measureReadouts(options: { alone: boolean; misses: boolean }): string | null {
  if (!existsSync(readouts)) return null;
  const reader = createReader({
    lexicons: loadLexicons(join(root, "lexicons")),
    weights: loadWeights(join(root, "models")),
    cities: loadCities(join(root, "lexicons")),
  });
  const lines = readFileSync(join(readouts, "manifest.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  const readings = lines.map(({ id, published, text }) =>
    reader.read({ id, published, text: readFileSync(join(readouts, text), "utf8") }),
  );
  const groups = options.alone ? readings.map((reading) => [reading]) : [readings];
  const records = groups.map((group) => toRecordFile(resolve(group)));
  const all = (key: "documents" | "actors" | "places" | "occurrences" | "claims") =>
    records.flatMap((one) => one[key] as unknown[]);
  const whole = {
    documents: all("documents"),
    actors: all("actors"),
    places: all("places"),
    occurrences: all("occurrences"),
    claims: all("claims"),
  };
  const record = join(mkdtempSync(join(tmpdir(), "parley-")), "record.json");
  writeFileSync(record, JSON.stringify(whole));
  const scorer = join(shared, "gold", "score.mjs");
  const args = [scorer, join(shared, "gold", "dev.jsonl"), record, ...(options.misses ? ["--misses"] : [])];
  const { stdout, stderr } = spawnSync("node", args, { encoding: "utf8" });
  return stdout + stderr;
}

if (process.argv[1] === import.meta.filename) {
  const has = (flag: string) => process.argv.includes(flag);
  const report = measureReadouts({ alone: has("--alone"), misses: has("--misses") });
  process.stdout.write(report ?? "skipped: ../shared/reports/readouts is not there\n");
}
