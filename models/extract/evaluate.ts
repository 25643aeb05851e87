/** Cross-validation by site: every page is read by a model that saw no page of its site. */
import { assemble } from "../../packages/reading/src/extract/assemble.ts";
import { blockProbabilities, compileModel } from "../../packages/reading/src/extract/block-model.ts";
import type { Paragraph } from "../../packages/reading/src/extract/extracted.ts";
import { choose } from "../../packages/reading/src/extract/page-paragraphs.ts";
import { markResidue } from "../../packages/reading/src/extract/residue.ts";
import { type Example, exampleOf, foldsOf, learn, TRAINED_ON } from "./learn.ts";
import type { BenchmarkPage } from "./pages.ts";
import { type PageScore, scorePage } from "./score.ts";

export interface PageResult {
  page: BenchmarkPage;
  score: PageScore;
  /** 0 where nothing right was kept. */
  f1: number;
  /** Blocks on the wrong side, one line each. */
  wrong: string[];
}

/** One result for each page, in the order of the pages. */
export function crossValidate(pages: readonly BenchmarkPage[], folds: number, seed: number): PageResult[] {
  const variants = TRAINED_ON.map((variant) => pages.map((page) => exampleOf(page, variant)));
  const place = foldsOf(variants[0]!, folds, seed);
  const models = Array.from({ length: folds }, (_, fold) =>
    compileModel(learn(variants.flatMap((examples) => examples.filter((_, i) => place[i] !== fold)))),
  );
  return pages.map((page, i) => {
    const example = variants[0]![i]!;
    const probabilities = blockProbabilities(example.blocks, example.features, models[place[i]!]!);
    const drops = choose(example.blocks, probabilities, example.title);
    const paragraphs: Paragraph[] = example.blocks.map(({ text }, b) => ({
      text,
      kind: "text",
      drop: drops[b]!,
    }));
    markResidue(paragraphs, null);
    const score = scorePage(page.article, assemble(paragraphs).text);
    const { precision, recall } = score;
    const f1 = precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
    return { page, score, f1, wrong: wrongBlocks(example, probabilities, drops) };
  });
}

function wrongBlocks(
  { blocks, labels }: Example,
  probabilities: number[],
  drops: (string | null)[],
): string[] {
  return blocks.flatMap(({ element, text }, b) => {
    if ((drops[b] === null) === labels[b]) return [];
    const where = `${element.tag}.${element.names.slice(0, 40)} < ${element.parent?.names.slice(0, 40)}`;
    return [
      `${drops[b] ?? "extra"} ${probabilities[b]!.toFixed(2)} ${where} ${JSON.stringify(text.slice(0, 110))}`,
    ];
  });
}
