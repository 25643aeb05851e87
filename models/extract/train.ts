/**
 * Trains the block classifier on all development pages and writes packages/reading/src/extract/block-model.json:
 * `npx tsx models/extract/train.ts`. Same pages, same bytes. The pages are those of the article extraction benchmark of
 * scrapinghub (github.com/scrapinghub/article-extraction-benchmark, commit 4a3bc97, MIT), the half in ../shared.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleOf, learn, TRAINED_ON } from "./learn.ts";
import { benchmarkPages } from "./pages.ts";

const OUTPUT = join(import.meta.dirname, "../../packages/reading/src/extract/block-model.json");
const pages = benchmarkPages();
if (!pages.length) throw new Error("training needs ../shared/bench/extraction");
const model = learn(TRAINED_ON.flatMap((variant) => pages.map((page) => exampleOf(page, variant))));
const json = JSON.stringify(model);
writeFileSync(OUTPUT, `${json}\n`);
console.log(`${pages.length} pages, ${TRAINED_ON.length} variants each, ${json.length} bytes`);
