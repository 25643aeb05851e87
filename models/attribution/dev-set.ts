/** The attribution dev set as training material: documents parsed, gold attributions as token roles around a cue's head. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../packages/reading/src/attribution/assemble.ts";
import { isCandidate } from "../../packages/reading/src/attribution/cue-features.ts";
import type { CueLexicon } from "../../packages/reading/src/attribution/cues.ts";
import { findQuotations, type Quotation } from "../../packages/reading/src/attribution/quotes.ts";
import { openScenes, type Scene } from "../../packages/reading/src/attribution/scene.ts";
import { decodeClusters } from "../../packages/reading/src/linear/clusters.ts";
import type { Analyser, Sentence } from "../../packages/reading/src/sentence.ts";

export interface GoldAttribution {
  source: Span[];
  cue: Span[];
  content: Span[];
}

export interface GoldDocument {
  id: string;
  text: string;
  attributions: GoldAttribution[];
}

export interface Lesson {
  document: GoldDocument;
  sentences: Sentence[];
  quotations: Quotation[];
  scenes: Scene[];
  /** Per sentence and token: 1 head of a cue, 0 none, -1 inside a cue but not its head. */
  cues: number[][];
  /** Gold attributions that have a cue head, with the roles of its sentence's tokens. */
  roles: { sentence: number; head: number; roles: number[]; gold: GoldAttribution }[];
}

const touches = (spans: Span[], token: { start: number; end: number }) =>
  spans.some(([start, end]) => token.start < end && token.end > start);

export function readDocuments(file: string): GoldDocument[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): GoldDocument => JSON.parse(line));
}

const clusters = decodeClusters(new Uint8Array(readFileSync(join(import.meta.dirname, "../clusters.bin"))));

export function prepareLesson(document: GoldDocument, analyser: Analyser, lexicon: CueLexicon): Lesson {
  const sentences = analyser.segment(document.text);
  const quotations = findQuotations(document.text);
  for (const sentence of sentences) analyser.parse(sentence);
  const scenes = openScenes(sentences, { lexicon, clusters, quotations });
  const cues = sentences.map((sentence) => sentence.tokens.map(() => 0));
  const roles: Lesson["roles"] = [];
  for (const gold of document.attributions) {
    const at = sentences.findIndex((sentence) => sentence.tokens.some((token) => touches(gold.cue, token)));
    const scene = scenes[at];
    if (!scene) continue;
    const inside = scene.tokens.filter((token) => touches(gold.cue, token)).map((token) => token.i);
    for (const i of inside) if (cues[at]![i] === 0) cues[at]![i] = -1;
    const able = inside.filter((i) => isCandidate(scene, i));
    const head = able.sort((a, b) => scene.depth[a]! - scene.depth[b]! || a - b)[0];
    if (head === undefined) continue;
    cues[at]![head] = 1;
    roles.push({
      sentence: at,
      head,
      gold,
      roles: scene.tokens.map((token) =>
        touches(gold.cue, token) ? 2 : touches(gold.content, token) ? 3 : touches(gold.source, token) ? 1 : 0,
      ),
    });
  }
  return { document, sentences, quotations, scenes, cues, roles };
}
