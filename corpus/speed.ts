/**
 * How fast the reader is, stage by stage, on a file of JSON lines {id, html|text, …}: documents and words a second on
 * one core, peak memory, and each stage's share of the processor's time by the sampling profiler.
 * Usage: npx tsx corpus/speed.ts FILE.jsonl[.gz]   (default: ../shared/reports/bulk.jsonl.gz)
 */
import { createReadStream, existsSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { createReader, type Source } from "@parley/reading";
import { loadKnowledge } from "../apps/cli/src/root.ts";

const root = join(import.meta.dirname, "..");
const file = process.argv[2] ?? join(root, "..", "shared", "reports", "bulk.jsonl.gz");

async function* sources(): AsyncGenerator<Source> {
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  for await (const line of createInterface({ input })) if (line.trim()) yield JSON.parse(line) as Source;
}

/** Milliseconds of samples by stage: the folder under packages/reading/src, or what else the processor did. */
function byStage({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const stageOf = new Map(nodes.map(({ id, callFrame }) => [id, stage(callFrame)]));
  const shares = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = stageOf.get(id)!;
    shares.set(name, (shares.get(name) ?? 0) + timeDeltas[i]! / 1000);
  });
  return shares;
}

function stage({ functionName, url }: { functionName: string; url: string }): string {
  if (url.startsWith("wasm")) return "analyse (network)";
  if (functionName === "(garbage collector)") return "garbage collection";
  if (functionName === "(idle)" || functionName === "(program)") return "waiting, runtime";
  const folder = /packages\/reading\/src\/([a-z]+)\//.exec(url)?.[1];
  if (folder) return folder;
  if (/packages\/reading\/src\//.test(url)) return "read";
  return /node_modules/.test(url) ? "libraries" : "rest (JSON, regular expressions, runtime)";
}

if (!existsSync(file)) console.log(`skipped: ${file} is not there`);
else {
  const reader = createReader(loadKnowledge(root));
  for await (const source of sources()) {
    reader.read(source);
    break;
  }
  const profiler = new Session();
  profiler.connect();
  await profiler.post("Profiler.enable");
  await profiler.post("Profiler.start");
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let [documents, words, claims] = [0, 0, 0];
  for await (const source of sources()) {
    const { document, claims: found } = reader.read(source);
    documents++;
    words += document.text.split(/\s+/).length;
    claims += found.length;
  }
  const seconds = (performance.now() - began) / 1000;
  const busy = process.cpuUsage(cpu).user / 1e6;
  const { profile } = await profiler.post("Profiler.stop");
  const shares = [...byStage(profile)].sort((a, b) => b[1] - a[1]);
  const total = shares.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(
    `${documents} documents, ${words} words, ${claims} claims, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`,
  );
  console.log(
    `${(documents / seconds).toFixed(0)} documents/s, ${(words / seconds).toFixed(0)} words/s with the profiler on; ${busy.toFixed(1)} s of processor time`,
  );
  for (const [name, ms] of shares)
    console.log(
      `${name.padEnd(44)} ${((100 * ms) / total).toFixed(1).padStart(5)} %  ${(ms / documents).toFixed(2).padStart(6)} ms a document`,
    );
}
