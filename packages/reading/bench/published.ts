/**
 * Figures that others have published, as the READMEs in ../shared/bench give them with their sources. They are facts to
 * print beside ours, never expectations of a test.
 */
import type { Row } from "./row.ts";

type Published = Omit<Row, "origin" | "milliseconds" | "speed">;

const of = (stage: Row["stage"], data: string, systems: Record<string, Row["scores"]>): Published[] =>
  Object.entries(systems).map(([system, scores]) => ({ stage, data, system, scores }));

/** Outputs published with scrapinghub/article-extraction-benchmark (commit 4a3bc97), scored on the same 92 pages. */
const EXTRACT = of("extract", "outputs on the same 92 pages", {
  "AutoExtract (commercial)": { F1: 0.967, P: 0.983, R: 0.951 },
  rs_trafilatura: { F1: 0.965, P: 0.943, R: 0.988 },
  go_trafilatura: { F1: 0.957, P: 0.933, R: 0.983 },
  "trafilatura 2.0.0": { F1: 0.953, P: 0.932, R: 0.975 },
  "newspaper, news_please": { F1: 0.945, P: 0.948, R: 0.941 },
  "readability (Python) 0.8.4.1": { F1: 0.919, P: 0.902, R: 0.936 },
});

/** github.com/HeidelTime/heideltime/wiki/Evaluation-Results, all types of expression. */
const TIMES = [
  ...of("times", "whole TimeBank", { HeidelTime: { value: 0.792, relaxed: 0.916, strict: 0.849 } }),
  ...of("times", "whole AQUAINT", { HeidelTime: { value: 0.73, relaxed: 0.918, strict: 0.81 } }),
];

/** Outputs published in milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation (commit 6947d46), scored with this metric. */
const PLACES = of("places", "GeoWebNews, other texts than ours", {
  "Google Cloud NLP": { span: 0.855 },
  spaCy: { span: 0.81 },
  Yahoo: { span: 0.758, "within 161 km": 0.665 },
  "Europe Media Monitor": { span: 0.671, "within 161 km": 0.453 },
  "Edinburgh geoparser": { span: 0.657, "within 161 km": 0.87 },
});

/** PolNeAR (Newell, Margolin and Ruths, LREC 2018): pairs of its annotators on 16 articles. No system has published a score. */
const ATTRIBUTE = of("attribute", "16 articles of PolNeAR train", {
  "two people": { attribution: 0.77, content: 0.915, source: 0.802, cue: 0.689 },
});

/** ZSP (Hu et al. 2024), their published scores; the baseline was run for the benchmark. */
const CODE = of("code", "PLV test, other sentences than ours", {
  "ZSP, level 2 (roberta-large-mnli)": { root: 0.824, quad: 0.896 },
  "ZSP, level 1": { root: 0.782, quad: 0.858 },
  "TF-IDF, logistic regression": { root: 0.723, quad: 0.867 },
});

/** The published figures of one stage, as rows. */
export const publishedOf = (stage: Row["stage"]): Row[] =>
  [...EXTRACT, ...TIMES, ...PLACES, ...ATTRIBUTE, ...CODE]
    .filter((row) => row.stage === stage)
    .map((row) => ({ ...row, origin: "published" }));
