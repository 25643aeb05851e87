/**
 * The place stage on ../shared/bench/places. Its weights were trained on these articles, so the span figure is that of ten
 * folds by article; where a name lies is told by rules, so that figure is the shipped stage's.
 * `npx tsx packages/reading/bench/places.ts` lists its errors.
 */
import { join } from "node:path";
import { loadCities } from "../../../lexicons/cities.ts";
import { parseLexicons } from "../../../lexicons/load.ts";
import { loadWeights } from "../../../models/load.ts";
import { crossValidate, readMaterial, spanF1 } from "../../../models/places/learn.ts";
import { createPlaceFinder } from "../src/places/find-places.ts";
import { openDevSet, ROOT } from "./dev-set.ts";
import { publishedOf } from "./published.ts";
import { type Measured, timed } from "./row.ts";

interface Point {
  lat?: number | null;
  lon?: number | null;
}
interface Span {
  start: number;
  end: number;
}
interface Gold {
  id: string;
  text: string;
  toponyms: (Span & Point & { name: string })[];
}

/** What the stage finds in each text, and the benchmark's figures for it. */
async function openPlaces() {
  const set = await openDevSet<Gold, { spanF1: number; acc161: number }>("places");
  if (!set) return null;
  const knowledge = {
    cities: loadCities(join(ROOT, "lexicons")),
    lexicons: parseLexicons(join(ROOT, "lexicons")),
    weights: loadWeights(join(ROOT, "models")),
  };
  const finder = createPlaceFinder(knowledge);
  return { ...set, find: (text: string) => finder.find({ text }) };
}

export async function measurePlaces(): Promise<Measured> {
  const set = await openPlaces();
  if (!set) return { rows: [], skipped: ["places: ../shared/bench/places is not there"] };
  const { gold, find } = set;
  find("Yerevan");
  const { value, milliseconds } = await timed(() =>
    gold.map(({ id, text }) => ({ id, toponyms: find(text) })),
  );
  const material = readMaterial();
  const size = gold.reduce((sum, { text }) => sum + text.length, 0);
  return {
    rows: [
      {
        stage: "places",
        system: "Parley",
        data: `TR-News, ${gold.length} articles`,
        scores: {
          span: spanF1(crossValidate(material, 10), material.gold, 0.5),
          "within 161 km": set.score(gold, value).acc161,
        },
        origin: "cross-validated",
        milliseconds,
        speed: `${(size / 1000 / milliseconds).toFixed(2)} MB/s`,
        note: "10 folds by article; where the names lie: shipped stage",
      },
      ...publishedOf("places"),
    ],
    skipped: [],
  };
}

const km = (a: Point, b: Point) =>
  Math.hypot(
    (a.lat ?? 0) - (b.lat ?? 0),
    ((a.lon ?? 0) - (b.lon ?? 0)) * Math.cos(((a.lat ?? 0) * Math.PI) / 180),
  ) * 111;
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

async function listErrors(): Promise<void> {
  const set = await openPlaces();
  for (const doc of set?.gold ?? []) {
    const predicted = set!.find(doc.text);
    const show = ({ start, end }: Span) =>
      `${doc.id} ${doc.text.slice(Math.max(0, start - 50), start)}[[${doc.text.slice(start, end)}]]${doc.text.slice(end, end + 40)}`.replace(
        /\s+/g,
        " ",
      );
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
  }
}

if (process.argv[1] === import.meta.filename) await listErrors();
