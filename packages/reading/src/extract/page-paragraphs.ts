/** Chooses the blocks of a page that are its article and turns them into paragraphs. */
import { blockFeatures, type Evidence, goodness, titleHeading } from "./block-features.ts";
import { blockModel, blockProbabilities } from "./block-model.ts";
import type { Paragraph } from "./extracted.ts";
import type { Metadata } from "./metadata.ts";
import type { Block, Page } from "./page.ts";
import type { Element } from "./page-elements.ts";
import { HINT_BIT, type Hint } from "./page-hints.ts";
import { residueRule } from "./residue.ts";

/** Probability from which a block is kept: a little under one half, because a lost sentence costs a report more than a stray line. */
const KEEP = 0.45;
/** Less kept text than this, or than this share of the page's prose, is taken for a failure of the classifier. */
const LEAST_KEPT = 200;
const LEAST_SHARE = 0.1;
/** Least prose in the title's own article element for other article elements to be other articles. */
const OWN_ARTICLE = 200;

/** What the page states about its article, for the block features. */
export function evidenceOf(page: Page, { title, article }: Pick<Metadata, "title" | "article">): Evidence {
  const { meta } = page.head;
  const description = meta.get("og:description")?.[0] ?? meta.get("description")?.[0] ?? null;
  return { title, description, article };
}

export function paragraphsOfPage(page: Page, metadata: Metadata): Paragraph[] {
  const drops = page.fragment ? page.blocks.map(() => null) : chooseBlocks(page, metadata);
  return page.blocks.map((block, i) => ({ text: block.text, kind: kindOf(block), drop: drops[i]! }));
}

function kindOf({ heading, element }: Block): Paragraph["kind"] {
  if (heading) return "heading";
  if (element.tag === "li" || element.parent?.tag === "li") return "item";
  return element.tag === "tr" ? "row" : "text";
}

function chooseBlocks(page: Page, metadata: Metadata): (string | null)[] {
  const probabilities = blockProbabilities(
    page.blocks,
    blockFeatures(page, evidenceOf(page, metadata)),
    blockModel(),
  );
  return choose(page.blocks, probabilities, metadata.title);
}

/**
 * Rule code for each block that is left out, null for each that is kept. Hidden words, captions and other articles of a
 * list are left out whatever the model says; where it keeps next to nothing, the best paragraph and its siblings are kept.
 */
export function choose(
  blocks: readonly Block[],
  probabilities: readonly number[],
  title: string | null,
): (string | null)[] {
  const elsewhere = otherArticles(blocks, title);
  const certain = blocks.map(
    (block) => certainResidue(block) ?? (elsewhere(block) ? "residue.related" : null),
  );
  const good = blocks.map((block, i) => (certain[i] === null ? goodness(block) : 0));
  const chosen = blocks.map((_, i) => certain[i] === null && probabilities[i]! >= KEEP);
  const length = (use: (i: number) => boolean) =>
    blocks.reduce((sum, { text }, i) => sum + (use(i) ? text.length : 0), 0);
  const prose = length((i) => good[i]! >= 1);
  const kept = length((i) => chosen[i]!);
  if (kept < LEAST_KEPT ? prose > kept : kept < prose * LEAST_SHARE) {
    const best = good.indexOf(Math.max(...good));
    const container = blocks[best]!.element.parent ?? blocks[best]!.element;
    blocks.forEach((block, i) => {
      chosen[i] = good[i]! >= 1 && isInside(block.element, container);
    });
  }
  return blocks.map((block, i) => (chosen[i] ? null : (certain[i] ?? ruleOf(block))));
}

/** Where the title stands in an article element with prose of its own, blocks of other article elements are other articles. */
function otherArticles(blocks: readonly Block[], title: string | null): (block: Block) => boolean {
  const at = titleHeading(blocks, title);
  const own = at < 0 ? null : articleOf(blocks[at]!.element);
  if (!own) return () => false;
  const prose = blocks.reduce(
    (sum, block) => sum + (goodness(block) >= 1 && isInside(block.element, own) ? block.text.length : 0),
    0,
  );
  if (prose < OWN_ARTICLE) return () => false;
  return ({ element }) => {
    const article = articleOf(element);
    return article !== null && !isInside(element, own) && !isInside(own, article);
  };
}

function articleOf(element: Element): Element | null {
  for (let above: Element | null = element; above; above = above.parent)
    if (above.tag === "article") return above;
  return null;
}

function isInside(element: Element, container: Element): boolean {
  for (let above: Element | null = element; above; above = above.parent) if (above === container) return true;
  return false;
}

/** A linked headline in capitals, as news sites set them between paragraphs. */
const SHOUTED = /^(?=(?:.*\p{Lu}){12})[^\p{Ll}]{20,}$/u;

function certainResidue({ element, text, linked }: Block): string | null {
  if (linked > text.length * 0.9 && SHOUTED.test(text)) return "residue.related";
  if (element.hidden) return "residue.hidden";
  if (element.hints & HINT_BIT.caption || (element.parent?.hints ?? 0) & HINT_BIT.caption)
    return "residue.caption";
  for (let above: Element | null = element; above; above = above.parent)
    if (above.tag === "figure") return "residue.caption";
  return null;
}

/** What the words say, else the nearest name that says what sort of furniture a left-out block is. */
function ruleOf({ element, text }: Block): string {
  const worded = text.length < 600 ? residueRule(text) : null;
  if (worded) return worded;
  for (let above: Element | null = element, n = 0; above && n < 8; above = above.parent, n++)
    for (const [hint, rule] of FURNITURE) if (above.hints & HINT_BIT[hint]) return rule;
  return "residue.page";
}

const FURNITURE: [Hint, string][] = [
  ["comment", "residue.comments"],
  ["share", "residue.share"],
  ["related", "residue.related"],
  ["tags", "residue.tags"],
  ["consent", "residue.cookies"],
  ["ad", "residue.advertisement"],
  ["sign", "residue.newsletter"],
  ["nav", "residue.navigation"],
  ["foot", "residue.navigation"],
];
