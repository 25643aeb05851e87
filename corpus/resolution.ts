/**
 * Measures resolution on judged pairs of passages from the releases of `../shared`: reads the documents that
 * `corpus/resolution/pairs.jsonl` names, resolves them together, and sees which passages fall into one occurrence.
 * Usage: npx tsx corpus/resolution.ts [--misses]. Says that it skipped where the texts are absent.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createReader, type ReadClaim, type Reading, type Source } from "@parley/reading";
import { resolve } from "@parley/resolution";
import { loadKnowledge } from "../apps/cli/src/root.ts";
import { type Candidate, candidates, joinActors } from "../packages/resolution/src/claim.ts";
import { scorePair } from "../packages/resolution/src/pair.ts";
import { bCubed, pairwise, type Score } from "./resolution/measures.ts";
import { claimAt, type GoldPair, locate, type Passage, readGold } from "./resolution/passages.ts";

const root = join(import.meta.dirname, "..");
const releases = join(root, "..", "shared", "reports", "bulk.jsonl.gz");

export interface ResolutionReport {
  /** Over the drawn pairs of which claims cover both passages; those that complete clusters are left out. */
  pairs: Score;
  bCubed: Score;
  /** Share of the passages whose words still stand in their document as it is extracted now. */
  located: number;
  /** Share of the passages that a claim of their kind covers. */
  covered: number;
  /** Of the pairs where one text announces what the other reports: how many are put to a person, and how many joined. */
  announced: { all: number; asked: number; joined: number };
  /** Of the pairs that nobody could decide, the same. */
  unsure: { all: number; asked: number; joined: number };
  /** Readable lines: the figures, and with `misses` every wrong pair with the reasons of its score. */
  text: string;
}

/** What the releases' documents named in the set yield, by id. */
function readNamed(names: Set<string>): Map<string, Reading> {
  const reader = createReader(loadKnowledge(root));
  const lines = gunzipSync(readFileSync(releases)).toString("utf8").split("\n").filter(Boolean);
  const readings = new Map<string, Reading>();
  for (const line of lines) {
    const id = /^\{"id": ?"([^"]+)"/.exec(line)?.[1];
    if (id !== undefined && names.has(id)) readings.set(id, reader.read(JSON.parse(line) as Source));
  }
  return readings;
}

const nameOf = (kind: string, { document, start, end }: Passage) => `${document}:${start}-${end} ${kind}`;

/** Null where the texts are absent. */
export function measureResolution({ misses }: { misses: boolean }): ResolutionReport | null {
  if (!existsSync(releases)) return null;
  const gold = readGold();
  const readings = readNamed(new Set(gold.flatMap(({ a, b }) => [a.document, b.document])));
  const all = [...readings.values()];
  const { claims, occurrences, possiblySame } = resolve(all);
  const occurrenceOf = new Map(claims.map(({ id, occurrence }) => [id, occurrence!]));

  const claimOf = new Map<string, ReadClaim>();
  const passages = new Map<string, Passage>();
  const lost = new Set<string>();
  for (const { kind, a, b } of gold)
    for (const passage of [a, b]) {
      const name = nameOf(kind, passage);
      if (passages.has(name)) continue;
      passages.set(name, passage);
      const reading = readings.get(passage.document);
      const start = reading ? locate(passage, reading.document.text) : null;
      if (!reading || start === null) {
        lost.add(name);
        continue;
      }
      const claim = claimAt(reading, { kind, start, end: start + passage.end - passage.start });
      if (claim) claimOf.set(name, claim);
    }

  const judged = gold.map((pair) => ({
    a: nameOf(pair.kind, pair.a),
    b: nameOf(pair.kind, pair.b),
    judgement: pair.judgement,
    pair,
  }));
  const machine = new Map([...claimOf].map(([name, { id }]) => [name, occurrenceOf.get(id)!]));
  const joined = (a: string, b: string) => machine.get(a) === machine.get(b);
  const queue = new Set(possiblySame.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const asked = (a: string, b: string) => queue.has(`${machine.get(a)} ${machine.get(b)}`);
  const drawn = judged.filter(({ pair }) => pair.drawn !== "closure");
  const covered = drawn.filter(({ a, b }) => machine.has(a) && machine.has(b));
  const fate = (judgement: GoldPair["judgement"]) => {
    const of = covered.filter((pair) => pair.judgement === judgement);
    return {
      all: of.length,
      asked: of.filter(({ a, b }) => asked(a, b)).length,
      joined: of.filter(({ a, b }) => joined(a, b)).length,
    };
  };

  const measured = {
    pairs: pairwise(covered, joined),
    bCubed: bCubed(judged, machine),
    located: 1 - lost.size / passages.size,
    covered: machine.size / passages.size,
    announced: fate("announced"),
    unsure: fate("unsure"),
  };
  const [same, different] = [fate("same"), fate("different")];
  const lines = [
    `${drawn.length} drawn pairs and ${gold.length - drawn.length} that complete their clusters, of ${passages.size} passages in ${readings.size} documents; ${lost.size} passages no longer in their text, ${passages.size - lost.size - machine.size} covered by no claim`,
    `drawn pairs with both passages covered: ${covered.length}`,
    `  same       ${same.all}: ${same.joined} joined, ${same.asked} put to a person, ${same.all - same.joined - same.asked} missed`,
    `  different  ${different.all}: ${different.joined} joined, ${different.asked} put to a person`,
    ...(["announced", "unsure"] as const).map(
      (key) =>
        `  ${key.padEnd(9)}  ${measured[key].all}: ${measured[key].joined} joined, ${measured[key].asked} put to a person`,
    ),
    `pairwise   ${show(measured.pairs)}`,
    `B³         ${show(measured.bCubed)}`,
  ];
  if (misses) {
    const actors = joinActors(all);
    const byClaim = new Map(candidates(all, new Map()).map((one) => [one.claim.id, one]));
    const whyJoined = new Map(occurrences.map(({ id, why }) => [id, why]));
    for (const { a, b, judgement, pair } of covered) {
      const together = joined(a, b);
      if (together === (judgement === "same") || judgement === "unsure") continue;
      if (judgement === "announced" && !together) continue;
      const [x, y] = [byClaim.get(claimOf.get(a)!.id)!, byClaim.get(claimOf.get(b)!.id)!];
      const { score, why } = scorePair(x, y, actors);
      const outcome = together ? "joined" : asked(a, b) ? "put to a person" : "apart";
      lines.push(
        `\n${judgement}, but ${outcome} (${pair.reason}); pair alone ${score.toFixed(2)}: ${why}`,
        shown(x),
        shown(y),
      );
      if (together) lines.push(`  occurrence: ${whyJoined.get(machine.get(a)!)}`);
    }
  }
  return { ...measured, text: `${lines.join("\n")}\n` };
}

const show = ({ precision, recall, f1 }: Score) =>
  `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;

function shown({ claim: { document, quote, told }, parties, published }: Candidate): string {
  const day = published?.from == null ? "undated" : new Date(published.from).toISOString().slice(0, 10);
  return `  ${document} ${day} ${told.type}/${told.status}${told.background ? " background" : ""} when ${told.when?.edtf ?? "unknown"} who ${parties.join(", ")} “${quote.replace(/\s+/g, " ").slice(0, 160)}”`;
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(
    measureResolution({ misses: process.argv.includes("--misses") })?.text ??
      "skipped: ../shared/reports/bulk.jsonl.gz is not there\n",
  );
