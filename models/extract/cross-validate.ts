/**
 * Prints the F1 that the block model reaches on pages of sites it was not trained on, and with `--pages` the worst pages:
 * `npx tsx models/extract/cross-validate.ts [folds] [seed] [--pages]`.
 */
import { crossValidate } from "./evaluate.ts";
import { benchmarkPages } from "./pages.ts";
import { meanScore } from "./score.ts";

const [folds = 8, seed = 7] = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number);
const pages = benchmarkPages();
if (!pages.length) {
  console.log("skipped: ../shared/bench/extraction is not there");
  process.exit(0);
}
const results = crossValidate(pages, folds, seed);
if (process.argv.includes("--pages"))
  for (const { page, score, f1, wrong } of results.toSorted((a, b) => a.f1 - b.f1).slice(0, 40)) {
    console.log(
      `${f1.toFixed(3)} p=${score.precision?.toFixed(3)} r=${score.recall?.toFixed(3)} ${page.url}`,
    );
    for (const line of wrong.slice(0, 14)) console.log(`    ${line}`);
  }
const { f1, precision, recall } = meanScore(results.map(({ score }) => score));
console.log(
  `f1=${f1.toFixed(4)} precision=${precision.toFixed(4)} recall=${recall.toFixed(4)} (${folds} folds by site, ${pages.length} pages)`,
);
