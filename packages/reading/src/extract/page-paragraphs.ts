/** Chooses the blocks of a page that are its article and turns them into paragraphs. */
import type { Paragraph } from "./extracted.ts";
import type { Metadata } from "./metadata.ts";
import type { Block, Page } from "./page.ts";
import { HINT_BIT } from "./page-hints.ts";

const FURNITURE =
  HINT_BIT.nav |
  HINT_BIT.foot |
  HINT_BIT.comment |
  HINT_BIT.share |
  HINT_BIT.related |
  HINT_BIT.ad |
  HINT_BIT.sign;

export function paragraphsOfPage(page: Page, _metadata: Metadata): Paragraph[] {
  return page.blocks.map((block) => ({
    text: block.text,
    kind: kindOf(block),
    drop: page.fragment ? null : dropOf(block),
  }));
}

function kindOf({ heading, element }: Block): Paragraph["kind"] {
  if (heading) return "heading";
  if (element.tag === "li" || element.parent?.tag === "li") return "item";
  return element.tag === "tr" ? "row" : "text";
}

function dropOf(block: Block): string | null {
  if (block.element.hidden) return "residue.hidden";
  let element: Block["element"] | null = block.element;
  for (; element; element = element.parent) if (element.hints & FURNITURE) return "residue.page";
  return block.linked > block.text.length * 0.5 || (block.text.length < 60 && !block.heading)
    ? "residue.page"
    : null;
}
