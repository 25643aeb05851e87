/** Prints the score of the place stage on ../shared/bench/places, its errors (`--errors`), and its speed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCities } from "../../../lexicons/cities.ts";
import { parseLexicons } from "../../../lexicons/load.ts";
import { loadWeights } from "../../../models/load.ts";
import { createPlaceFinder } from "../src/places/find-places.ts";

interface Gold {
  id: string;
  text: string;
  toponyms: { start: number; end: number; lat?: number; lon?: number; name: string }[];
}

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "../shared/bench/places");
const gold = readFileSync(join(folder, "dev.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Gold);
const scorer = (await import(join(folder, "score.mjs"))) as {
  score(gold: Gold[], predictions: unknown[]): unknown;
  format(result: unknown): string;
};

const timed = <T>(what: string, make: () => T): T => {
  const begun = performance.now();
  const made = make();
  console.log(`${what}: ${(performance.now() - begun).toFixed(0)} ms`);
  return made;
};
const cities = timed("cities", () => loadCities(join(root, "lexicons")));
const lexicons = timed("lexicons", () => parseLexicons(join(root, "lexicons")));
const finder = createPlaceFinder({ cities, lexicons, weights: loadWeights(join(root, "models")) });
timed("index", () => finder.find({ text: "Yerevan" }));

const answers = gold.map(({ id, text }) => ({ id, toponyms: finder.find({ text }) }));
console.log(scorer.format(scorer.score(gold, answers)));

if (process.argv.includes("--errors")) {
  const km = (
    a: { lat?: number | null; lon?: number | null },
    b: { lat?: number | null; lon?: number | null },
  ) =>
    Math.hypot(
      (a.lat ?? 0) - (b.lat ?? 0),
      ((a.lon ?? 0) - (b.lon ?? 0)) * Math.cos(((a.lat ?? 0) * Math.PI) / 180),
    ) * 111;
  gold.forEach((doc, i) => {
    const predicted = answers[i]!.toponyms;
    const show = (t: { start: number; end: number }) =>
      `${doc.id} ${doc.text.slice(Math.max(0, t.start - 50), t.start)}[[${doc.text.slice(t.start, t.end)}]]${doc.text.slice(t.end, t.end + 40)}`.replace(
        /\s+/g,
        " ",
      );
    const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end;
    for (const t of doc.toponyms) {
      const p = predicted.find((q) => overlap(t, q));
      if (!p) console.log(`MISS  ${show(t)}`);
      else if (t.lat !== undefined && (p.lat === null || km(t, p) > 161))
        console.log(
          `FAR   ${p.lat === null ? "nowhere" : `${p.place} ${p.lat},${p.lon}`} for ${t.lat},${t.lon} ${show(t)}`,
        );
    }
    for (const p of predicted)
      if (!doc.toponyms.some((t) => overlap(t, p)))
        console.log(`EXTRA ${p.confidence} ${p.place} ${show(p)}`);
  });
}

const long = gold
  .map((d) => d.text)
  .join("\n\n")
  .repeat(6);
const begun = process.cpuUsage();
const count = finder.find({ text: long }).length;
const { user, system } = process.cpuUsage(begun);
const seconds = (user + system) / 1e6;
console.log(`${count} places, ${(long.length / 1e6 / seconds).toFixed(2)} MB/s of processor time`);
