/**
 * Measures the reader on the official readouts of `../shared`: writes the record and runs the gold scorer on it.
 * Usage: npx tsx corpus/readouts.ts [--misses] [--alone] [--status]. With --alone each document is resolved by itself, which
 * shows what reading alone yields; --status adds what status and background were read as, over matched occurrences. Says
 * that it skipped where the texts are absent.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCities, loadLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import { STATUSES } from "@parley/protocol";
import { createReader } from "@parley/reading";
import { resolve, toRecordFile } from "@parley/resolution";
import { confusionsOf, formatConfusion, type GoldDocument } from "./confusion.ts";

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

/** Both matrices in Markdown, from a report that was made with `misses`. */
function confusionReport(report: string): string {
  const gold = readFileSync(join(shared, "gold", "dev.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldDocument);
  const { status, background, matched, missed } = confusionsOf(report, gold);
  return [
    `status, ${matched} matched occurrences (${missed} of gold not found):`,
    formatConfusion(status, STATUSES),
    "\nbackground:",
    formatConfusion(background, ["news", "background"]),
    "",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  const has = (flag: string) => process.argv.includes(flag);
  const report = measureReadouts({ alone: has("--alone"), misses: has("--misses") || has("--status") });
  const shown = has("--misses") ? report : report?.replaceAll(/^(?:part|miss|extra) .*\n/gm, "");
  process.stdout.write(shown ?? "skipped: ../shared/reports/readouts is not there\n");
  if (report && has("--status")) process.stdout.write(`\n${confusionReport(report)}`);
}
