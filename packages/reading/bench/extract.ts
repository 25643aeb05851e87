/**
 * Article extraction on the development half of the benchmark, beside libraries of npm. Our model was trained on these
 * pages, so our figure is that of models which had seen no page of the same site; the time is the shipped stage's.
 */
import { crossValidate } from "../../../models/extract/evaluate.ts";
import { type BenchmarkPage, benchmarkPages } from "../../../models/extract/pages.ts";
import { meanScore, type PageScore, scorePage } from "../../../models/extract/score.ts";
import { extract } from "../src/extract/extract.ts";
import { parsePage } from "../src/extract/page.ts";
import { loadPeer, loadTools } from "./peers.ts";
import { publishedOf } from "./published.ts";
import { type Measured, type Row, timed } from "./row.ts";

type Tool = (page: BenchmarkPage) => string | Promise<string>;

/** Peers give HTML; the words of its blocks are what is scored. */
const textOf = (html: string) =>
  parsePage(html)
    .blocks.map(({ text }) => text)
    .join("\n\n");

interface Linkedom {
  parseHTML(html: string): { document: unknown };
}

const PEERS: Record<string, () => Promise<Tool | string>> = {
  async "@mozilla/readability"() {
    const dom = await loadPeer<Linkedom>("linkedom");
    const peer = await loadPeer<{
      Readability: new (document: unknown) => { parse(): { content: string } | null };
    }>("@mozilla/readability");
    if (typeof dom === "string") return dom;
    if (typeof peer === "string") return peer;
    return ({ html }) => textOf(new peer.Readability(dom.parseHTML(html).document).parse()?.content ?? "");
  },
  async defuddle() {
    const dom = await loadPeer<Linkedom>("linkedom");
    const peer = await loadPeer<{
      Defuddle(document: unknown, url: string): Promise<{ content: string }>;
    }>("defuddle/node");
    if (typeof dom === "string") return dom;
    if (typeof peer === "string") return peer;
    return async ({ html, url }) => textOf((await peer.Defuddle(dom.parseHTML(html).document, url)).content);
  },
  async "@extractus/article-extractor"() {
    const peer = await loadPeer<{
      extractFromHtml(html: string, url: string): Promise<{ content?: string } | null>;
    }>("@extractus/article-extractor");
    if (typeof peer === "string") return peer;
    return async ({ html, url }) => textOf((await peer.extractFromHtml(html, url))?.content ?? "");
  },
  async unfluff() {
    const peer = await loadPeer<{ default(html: string, language: string): { text: string } }>("unfluff");
    return typeof peer === "string" ? peer : ({ html }) => peer.default(html, "en").text;
  },
};

const DATA = "article-extraction-benchmark dev, 92 pages";

function rowOf(system: string, scores: readonly PageScore[]): Omit<Row, "origin"> {
  const { f1, precision, recall } = meanScore(scores);
  return { stage: "extract", system, data: DATA, scores: { F1: f1, P: precision, R: recall } };
}

/** All pages by one tool, after a few to warm it; a page it dies on counts as empty. */
async function run(tool: Tool, pages: readonly BenchmarkPage[]) {
  for (const page of pages.slice(0, 5))
    await Promise.resolve(page)
      .then(tool)
      .catch(() => "");
  let died = 0;
  const { value, milliseconds } = await timed(async () => {
    const texts: string[] = [];
    for (const page of pages)
      texts.push(
        await Promise.resolve(page)
          .then(tool)
          .catch(() => {
            died++;
            return "";
          }),
      );
    return texts;
  });
  return { scores: pages.map(({ article }, i) => scorePage(article, value[i]!)), milliseconds, died };
}

/** `folds` and seed of the cross-validation are those of models/extract/README.md. */
export async function measureExtraction(): Promise<Measured> {
  const pages = benchmarkPages();
  if (!pages.length) return { rows: [], skipped: ["extract: ../shared/bench/extraction is not there"] };
  const { tools, skipped } = await loadTools(PEERS);
  const ours = await run(({ html, url }) => extract({ html, url }).text, pages);
  const unseen = crossValidate(pages, 8, 3).map(({ score }) => score);
  const rows: Row[] = [
    {
      ...rowOf("Parley", unseen),
      origin: "cross-validated",
      milliseconds: ours.milliseconds,
      note: "8 folds by site",
    },
  ];
  // The libraries write warnings of their own.
  const { warn, error, log } = console;
  console.warn = console.error = console.log = () => {};
  try {
    for (const [name, tool] of Object.entries(tools)) {
      const { scores, milliseconds, died } = await run(tool, pages);
      rows.push({
        ...rowOf(name, scores),
        origin: "run",
        milliseconds,
        ...(died ? { note: `died on ${died} pages` } : {}),
      });
    }
  } finally {
    Object.assign(console, { warn, error, log });
  }
  return { rows: [...rows, ...publishedOf("extract")], skipped };
}
