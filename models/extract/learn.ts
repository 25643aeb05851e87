/** Learns the two looks at a block from labelled pages. */
import { withContext } from "../../packages/reading/src/extract/block-context.ts";
import { blockFeatures } from "../../packages/reading/src/extract/block-features.ts";
import { type BlockModel, look } from "../../packages/reading/src/extract/block-model.ts";
import { compile } from "../../packages/reading/src/extract/block-trees.ts";
import { readMetadata } from "../../packages/reading/src/extract/metadata.ts";
import { type Block, parsePage } from "../../packages/reading/src/extract/page.ts";
import { hintsOf } from "../../packages/reading/src/extract/page-hints.ts";
import { evidenceOf } from "../../packages/reading/src/extract/page-paragraphs.ts";
import { boost, type Rows, randomFrom, type Settings } from "./boost.ts";
import { labelBlocks, tokensOf } from "./labels.ts";
import type { BenchmarkPage } from "./pages.ts";

export interface Example {
  page: BenchmarkPage;
  blocks: Block[];
  title: string | null;
  features: Float32Array;
  labels: boolean[];
}

export const FIRST: Settings = {
  trees: 90,
  leaves: 8,
  rate: 0.1,
  leafWeight: 0.12,
  lambda: 0.3,
  groupShare: 0.6,
  featureShare: 0.3,
  seed: 1,
};
export const SECOND: Settings = { ...FIRST, seed: 2 };
const INNER_FOLDS = 4;

/**
 * Ways a page could have been marked up otherwise, so that the model learns the shape of an article and not the
 * vocabulary of these sites: without any names, without half of them, without what the page states about itself.
 */
export const VARIANTS = ["as published", "half of the names", "without statements", "without names"] as const;
/** The variants that training takes; the others are for tests of robustness. */
export const TRAINED_ON = VARIANTS.slice(0, 2);
export type Variant = (typeof VARIANTS)[number];

export function exampleOf(page: BenchmarkPage, variant: Variant = "as published"): Example {
  const parsed = parsePage(page.html);
  if (variant === "without names" || variant === "half of the names") forgetNames(parsed.blocks, variant);
  const metadata = readMetadata(parsed, { html: page.html, url: page.url });
  const evidence = evidenceOf(parsed, metadata);
  const stated =
    variant === "without statements" ? { ...evidence, description: null, article: null } : evidence;
  return {
    page,
    blocks: parsed.blocks,
    title: metadata.title,
    features: blockFeatures(parsed, stated),
    labels: labelBlocks(parsed.blocks, page.article),
  };
}

function forgetNames(blocks: readonly Block[], variant: Variant): void {
  const random = randomFrom(blocks.length);
  const forget = new Map<string, boolean>();
  const seen = new Set<Block["element"]>();
  for (const block of blocks)
    for (
      let element: Block["element"] | null = block.element;
      element && !seen.has(element);
      element = element.parent
    ) {
      seen.add(element);
      if (!forget.has(element.names))
        forget.set(element.names, variant === "without names" || random() < 0.5);
      if (forget.get(element.names)) element.hints = hintsOf(element.tag, "");
    }
}

/** Sites spread over folds by a fixed shuffle. */
export function foldsOf(examples: readonly Example[], folds: number, seed: number): number[] {
  const sites = [...new Set(examples.map(({ page }) => page.site))].sort();
  const random = randomFrom(seed);
  for (let i = sites.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [sites[i], sites[j]] = [sites[j]!, sites[i]!];
  }
  const place = new Map(sites.map((site, i) => [site, i % folds]));
  return examples.map(({ page }) => place.get(page.site)!);
}

export function learn(examples: readonly Example[], first = FIRST, second = SECOND): BlockModel {
  const folds = foldsOf(examples, INNER_FOLDS, 11);
  const looked: number[][] = examples.map(() => []);
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const forest = compile(
      boost(
        rowsOf(
          examples.filter((_, i) => folds[i] !== fold),
          (e) => e.features,
        ),
        first,
      ),
    );
    examples.forEach((example, i) => {
      if (folds[i] === fold) looked[i] = look(forest, example.features, example.blocks.length);
    });
  }
  const contexts = new Map(
    examples.map((example, i) => [example, withContext(example.blocks, example.features, looked[i]!)]),
  );
  return {
    first: boost(
      rowsOf(examples, (e) => e.features),
      first,
    ),
    second: boost(
      rowsOf(examples, (e) => contexts.get(e)!),
      second,
    ),
  };
}

/** A block weighs what it adds to or takes from its page's score, pages weigh alike, and no block weighs nothing. */
function rowsOf(examples: readonly Example[], features: (example: Example) => Float32Array): Rows {
  const n = examples.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const filled = examples.find(({ blocks }) => blocks.length);
  const width = filled ? features(filled).length / filled.blocks.length : 0;
  const rows: Rows = {
    matrix: new Float32Array(n * width),
    width,
    labels: new Uint8Array(n),
    weights: new Float64Array(n),
    groups: new Int32Array(n),
  };
  let at = 0;
  examples.forEach((example, group) => {
    rows.matrix.set(features(example), at * width);
    const article = Math.max(60, tokensOf(example.page.article).length);
    example.blocks.forEach(({ text }, i) => {
      const size = tokensOf(text).length;
      rows.labels[at + i] = example.labels[i] ? 1 : 0;
      rows.weights[at + i] = Math.min(0.4, Math.sqrt(size / article) * 0.5 + size / article) + 0.004;
      rows.groups[at + i] = group;
    });
    at += example.blocks.length;
  });
  return rows;
}
