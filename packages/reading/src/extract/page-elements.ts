/** The stack of open elements. Every step costs constant time on average whatever the nesting. */
import { hintsOf } from "./page-hints.ts";
import { BLOCK_TAGS, CLOSED_BY, SCOPE_TAGS, STRESS_TAGS } from "./page-tags.ts";

export interface Element {
  tag: string;
  parent: Element | null;
  depth: number;
  /** Class, id, role and itemprop in one string, as written. */
  names: string;
  /** Bits of HINT_BIT for this element alone. */
  hints: number;
  /** True where it or an ancestor is hidden by attribute or inline style. */
  hidden: boolean;
  rel: string;
  order: number;
}

/** Deeper elements are recorded as children of the element at this depth. */
export const MAX_DEPTH = 250;
/** How far up an unmatched closing tag looks for its element. */
const SEARCH = 400;
/** Classes of Bootstrap, WordPress and the accessibility handbooks for words that are not shown, and of pop-up texts inside sentences. */
const HIDDEN_NAMES =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screen-reader|print-only|d-none(?!.*\bd-(?:sm|md|lg|xl)-))(?:\s|$)|(?:tooltip|popover|rollover|hovercard|flyout)[\w-]*(?:block|content|box|body|inner|panel)/i;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

export class ElementStack {
  readonly #open: Element[] = [];
  readonly #counts = new Map<string, number>();
  #stress = 0;
  count = 0;
  tooDeep = false;
  readonly #root: Element = {
    tag: "#root",
    parent: null,
    depth: 0,
    names: "",
    hints: 0,
    hidden: false,
    rel: "",
    order: 0,
  };

  get top(): Element {
    return this.#open.at(-1) ?? this.#root;
  }
  get inLink(): boolean {
    return this.#has("a");
  }
  get inPre(): boolean {
    return this.#has("pre");
  }
  get inStress(): boolean {
    return this.#stress > 0;
  }
  /** Innermost block-level element. */
  get block(): Element {
    let element = this.top;
    while (element.parent && !BLOCK_TAGS.has(element.tag) && element.tag !== "td" && element.tag !== "th")
      element = element.parent;
    return element;
  }

  open(tag: string, attributes: Record<string, string>): void {
    if (this.#has("p") && BLOCK_TAGS.has(tag)) this.close("p");
    if (tag === "a" && this.#has("a")) this.close("a");
    const rule = CLOSED_BY[tag];
    if (rule) this.#closeImplied(rule.closes, rule.within);
    const above = this.top;
    const names = [attributes.class, attributes.id, attributes.role, attributes.itemprop]
      .filter(Boolean)
      .join(" ");
    const deep = above.depth >= MAX_DEPTH;
    if (deep) this.tooDeep = true;
    const parent = deep ? above.parent : above;
    this.#open.push({
      tag,
      parent,
      depth: (parent?.depth ?? 0) + 1,
      names,
      hints: hintsOf(tag, names),
      hidden:
        above.hidden ||
        "hidden" in attributes ||
        (names !== "" && HIDDEN_NAMES.test(names)) ||
        (attributes.style !== undefined && HIDDEN_STYLE.test(attributes.style)),
      rel: attributes.rel ?? "",
      order: ++this.count,
    });
    this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1);
    if (STRESS_TAGS.has(tag)) this.#stress++;
  }

  close(tag: string): void {
    if (!this.#has(tag)) return;
    const block = BLOCK_TAGS.has(tag);
    const last = Math.max(0, this.#open.length - SEARCH);
    for (let i = this.#open.length - 1; i >= last; i--) {
      const element = this.#open[i]!;
      if (element.tag === tag) {
        this.#popTo(i);
        return;
      }
      if (SCOPE_TAGS.has(element.tag) && !SCOPE_TAGS.has(tag)) return;
      if (!block && BLOCK_TAGS.has(element.tag) && tag !== "a" && !STRESS_TAGS.has(tag)) return;
      if (!block && BLOCK_TAGS.has(element.tag)) {
        this.#lift(tag, i);
        return;
      }
    }
  }

  /** `</b>` or `</a>` closed outside a block that opened inside it: the formatting ends, the block stays open. */
  #lift(tag: string, from: number): void {
    for (let i = from; i >= Math.max(0, from - SEARCH); i--) {
      const element = this.#open[i]!;
      if (element.tag !== tag) continue;
      this.#open.splice(i, 1);
      this.#forget(element);
      return;
    }
  }

  #closeImplied(closes: Set<string>, within: Set<string>): void {
    const last = Math.max(0, this.#open.length - SEARCH);
    for (let i = this.#open.length - 1; i >= last; i--) {
      const { tag } = this.#open[i]!;
      if (within.has(tag)) return;
      if (closes.has(tag)) {
        this.#popTo(i);
        return;
      }
    }
  }

  #popTo(index: number): void {
    while (this.#open.length > index) this.#forget(this.#open.pop()!);
  }

  #forget(element: Element): void {
    this.#counts.set(element.tag, this.#counts.get(element.tag)! - 1);
    if (STRESS_TAGS.has(element.tag)) this.#stress--;
  }

  #has(tag: string): boolean {
    return (this.#counts.get(tag) ?? 0) > 0;
  }
}
