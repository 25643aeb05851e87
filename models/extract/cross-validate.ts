/**
 * Prints the F1 that the block model reaches on pages of sites it was not trained on:
 * `npx tsx models/extract/cross-validate.ts [--folds 10] [--seed 7] [--pages]`.
 */

import { assemble } from "../../packages/reading/src/extract/assemble.ts";
import { blockProbabilities, compileModel } from "../../packages/reading/src/extract/block-model.ts";
import type { Paragraph } from "../../packages/reading/src/extract/extracted.ts";
import { choose } from "../../packages/reading/src/extract/page-paragraphs.ts";
import { markResidue } from "../../packages/reading/src/extract/residue.ts";
import { type Example, exampleOf, FIRST, foldsOf, learn, SECOND, VARIANTS } from "./learn.ts";
import { type BenchmarkPage, benchmarkPages } from "./pages.ts";
import { meanScore, type PageScore, scorePage } from "./score.ts";

const option = (name: string, value: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? value : process.argv[at + 1]!;
};
const FOLDS = Number(option("folds", "10"));
const seed = Number(option("seed", "7"));
const first = { ...FIRST, ...JSON.parse(option("first", "{}")) };
const second = { ...SECOND, ...JSON.parse(option("second", "{}")) };
const variants = VARIANTS.slice(0, Number(option("variants", String(VARIANTS.length))));

const pages = benchmarkPages();
if (!pages.length) console.log("skipped: ../shared/bench/extraction is not there");
const examples = variants.map((variant) => pages.map((page) => exampleOf(page, variant)));
const folds = foldsOf(examples[0]!, FOLDS, seed);
const scores: PageScore[] = [];
const bare: PageScore[] = [];
const reports: { f1: number; lines: string[] }[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const model = compileModel(
    learn(
      examples.flatMap((variant) => variant.filter((_, i) => folds[i] !== fold)),
      first,
      second,
    ),
  );
  pages.forEach((page, i) => {
    if (folds[i] !== fold) return;
    const example = examples[0]![i]!;
    const probabilities = blockProbabilities(example.blocks, example.features, model);
    const drops = choose(example.blocks, probabilities, example.title);
    const paragraphs: Paragraph[] = example.blocks.map(({ text }, b) => ({
      text,
      kind: "text",
      drop: drops[b]!,
    }));
    markResidue(paragraphs, null);
    const score = scorePage(page.article, assemble(paragraphs).text);
    bare.push(
      scorePage(
        page.article,
        example.blocks
          .filter((_, b) => drops[b] === null)
          .map(({ text }) => text)
          .join("\n\n"),
      ),
    );
    scores.push(score);
    reports.push(report(page, example, { score, probabilities, drops }));
  });
}
if (process.argv.includes("--pages"))
  for (const { lines } of reports.sort((a, b) => a.f1 - b.f1).slice(0, 45)) console.log(lines.join("\n"));
const { f1, precision, recall } = meanScore(scores);
console.log(`without the residue rules: f1=${meanScore(bare).f1.toFixed(4)}`);
console.log(
  `f1=${f1.toFixed(4)} precision=${precision.toFixed(4)} recall=${recall.toFixed(4)} (${FOLDS} folds by site, ${pages.length} pages)`,
);

interface Outcome {
  score: PageScore;
  probabilities: number[];
  drops: (string | null)[];
}

function report(page: BenchmarkPage, { blocks, labels }: Example, { score, probabilities, drops }: Outcome) {
  const { precision, recall } = score;
  const f1 = precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
  const lines = [`${f1.toFixed(3)} p=${precision?.toFixed(3)} r=${recall?.toFixed(3)} ${page.url}`];
  blocks.forEach(({ element, text }, b) => {
    if ((drops[b] === null) === labels[b] || lines.length > 14) return;
    const where = `${element.tag}.${element.names.slice(0, 40)} < ${element.parent?.names.slice(0, 40)}`;
    lines.push(
      `    ${drops[b] ?? "extra"} ${probabilities[b]!.toFixed(2)} ${where} ${JSON.stringify(text.slice(0, 110))}`,
    );
  });
  return { f1, lines };
}
