/**
 * Article extraction on the development half of the benchmark, beside the two best known libraries of npm:
 * `npx tsx packages/reading/bench/extract.ts`. Prints precision, recall, F1 and processor time of each. Our model was
 * trained on these pages; the honest figure for unknown sites is the one of models/extract/cross-validate.ts.
 */
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { type BenchmarkPage, benchmarkPages } from "../../../models/extract/pages.ts";
import { meanScore, scorePage } from "../../../models/extract/score.ts";
import { extract } from "../src/extract/extract.ts";
import { parsePage } from "../src/extract/page.ts";

type Tool = (page: BenchmarkPage) => string | Promise<string>;

const textOf = (html: string) =>
  parsePage(html)
    .blocks.map(({ text }) => text)
    .join("\n\n");

const TOOLS: Record<string, Tool> = {
  parley: ({ html, url }) => extract({ html, url }).text,
  "@mozilla/readability": ({ html }) =>
    textOf(new Readability(parseHTML(html).document as never).parse()?.content ?? ""),
  defuddle: async ({ html, url }) => textOf((await Defuddle(parseHTML(html).document as never, url)).content),
};

const pages = benchmarkPages();
if (!pages.length) {
  console.log("skipped: ../shared/bench/extraction is not there");
  process.exit(0);
}
// The libraries write warnings of their own.
console.warn = console.error = () => {};
let ours = 0;
console.log("tool                    f1      precision  recall   ms/page  time ratio");
for (const [name, tool] of Object.entries(TOOLS)) {
  for (const page of pages.slice(0, 5)) await tool(page);
  const before = process.cpuUsage();
  const texts: string[] = [];
  for (const page of pages) texts.push(await Promise.resolve(tool(page)).catch(() => ""));
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000 / pages.length;
  ours ||= ms;
  const { f1, precision, recall } = meanScore(pages.map(({ article }, i) => scorePage(article, texts[i]!)));
  const figures = [f1, precision, recall].map((figure) => figure.toFixed(4)).join("   ");
  console.log(`${name.padEnd(22)}  ${figures}   ${ms.toFixed(1).padStart(6)}  ${(ms / ours).toFixed(1)}`);
}
