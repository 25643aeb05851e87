/** The development sets of ../shared/bench and their scorers, read where they lie. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");

/** The lines of `../shared/bench/TASK/dev.jsonl` and the task's own scorer; null where they are absent. */
export async function openDevSet<Document, Result>(
  task: "dates" | "places" | "attribution",
): Promise<{ gold: Document[]; score(gold: Document[], said: unknown[]): Result } | null> {
  const folder = join(ROOT, "../shared/bench", task);
  if (!existsSync(folder)) return null;
  const gold = readFileSync(join(folder, "dev.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Document);
  const { score } = (await import(join(folder, "score.mjs"))) as {
    score(gold: Document[], said: unknown[]): Result;
  };
  return { gold, score };
}
