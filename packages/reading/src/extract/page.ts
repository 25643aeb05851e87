/**
 * Turns HTML into a flat list of text blocks, each with the chain of elements it stands in. Runs in one pass over the
 * tokenizer with its own stack, because a tree of 100,000 nested elements must cost no more than 100,000 steps:
 * element chains are cut at MAX_DEPTH, and no part of it is recursive.
 */
import { Tokenizer } from "htmlparser2";
import { type Element, ElementStack } from "./page-elements.ts";
import { BLOCK_TAGS, SKIPPED_TAGS, VOID_TAGS } from "./page-tags.ts";
import { tidy } from "./tidy.ts";

export interface Block {
  text: string;
  /** Innermost block-level element. */
  element: Element;
  /** UTF-16 units of `text` inside links, before whitespace is tidied. */
  linked: number;
  links: number;
  /** Units inside bold or italics. */
  stressed: number;
  heading: number;
  images: number;
}

export interface PageHead {
  title: string | null;
  /** Attributes name, property, itemprop or http-equiv in lower case → contents in page order. */
  meta: Map<string, string[]>;
  links: { rel: string; href: string; title: string | null }[];
  jsonLd: string[];
  lang: string | null;
  /** `<time datetime>` values and whether they are marked as publication dates. */
  times: { datetime: string; published: boolean; element: Element }[];
}

export interface Page {
  head: PageHead;
  blocks: Block[];
  /** True where the markup is a piece of an article (no html, head or body element), as feeds and interfaces send it. */
  fragment: boolean;
  elements: number;
  /** True where nesting went past MAX_DEPTH. */
  tooDeep: boolean;
}

export function parsePage(html: string): Page {
  const builder = new PageBuilder(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.page();
}

const HEADING = /^h([1-6])$/;
const CELL_TEXT = 120;

class PageBuilder {
  readonly #html: string;
  readonly #hasTabs: boolean;
  readonly #stack = new ElementStack();
  readonly #blocks: Block[] = [];
  readonly #head: PageHead = { title: null, meta: new Map(), links: [], jsonLd: [], lang: null, times: [] };
  #fragment = true;
  #tag = "";
  #attribute = "";
  #value = "";
  #attributes: Record<string, string> = {};
  /** Raw element whose text is not page text; its text is collected only for title and JSON-LD. */
  #skip: string | null = null;
  #skipDepth = 0;
  #collect: string[] | null = null;
  #text: string[] = [];
  /** Words of hidden elements inside the run: a block of their own. */
  #hiddenText: string[] = [];
  #hidingElement: Element | null = null;
  #linked = 0;
  #links = 0;
  #stressed = 0;
  #images = 0;
  #breaks = 0;
  #cellStart = 0;
  #length = 0;

  constructor(html: string) {
    this.#html = html;
    this.#hasTabs = /[\r\t\f]/.test(html);
  }

  page(): Page {
    const { count, tooDeep } = this.#stack;
    return {
      head: this.#head,
      blocks: this.#blocks,
      fragment: this.#fragment,
      elements: count,
      tooDeep,
    };
  }

  ontext(start: number, end: number): void {
    const text = this.#html.slice(start, end);
    const broken = this.#hasTabs || text.includes("\n");
    this.#append(broken && !this.#stack.inPre ? text.replace(/[\r\n\t\f]+/g, " ") : text);
  }
  ontextentity(codepoint: number): void {
    this.#append(String.fromCodePoint(codepoint));
  }
  oncdata(start: number, end: number, offset: number): void {
    this.#append(this.#html.slice(start, end - offset));
  }
  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    this.#attributes = {};
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = "";
  }
  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }
  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }
  onattribend(): void {
    this.#attributes[this.#attribute] ??= this.#value;
  }
  onopentagend(): void {
    this.#open(this.#tag, this.#attributes);
  }
  onselfclosingtag(): void {
    this.#open(this.#tag, this.#attributes);
    if (!VOID_TAGS.has(this.#tag) && (this.#skip === this.#tag || this.#tag === "path"))
      this.#close(this.#tag);
  }
  onclosetag(start: number, end: number): void {
    this.#close(this.#html.slice(start, end).trim().toLowerCase());
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    this.#flush();
  }

  #open(tag: string, attributes: Record<string, string>): void {
    if (this.#skip !== null) {
      if (tag === this.#skip && !VOID_TAGS.has(tag)) this.#skipDepth++;
      return;
    }
    if (tag === "html" || tag === "head" || tag === "body") {
      this.#fragment = false;
      if (tag === "html") this.#head.lang ??= attributes.lang ?? attributes["xml:lang"] ?? null;
    }
    if (tag === "meta") {
      this.#meta(attributes);
      return;
    }
    if (tag === "link") {
      this.#head.links.push({
        rel: (attributes.rel ?? "").toLowerCase(),
        href: attributes.href ?? "",
        title: attributes.title ?? null,
      });
      return;
    }
    if (SKIPPED_TAGS.has(tag)) {
      this.#startSkipping(tag, attributes);
      return;
    }
    if (tag === "br") {
      this.#breaks++;
      if (this.#breaks > 1) this.#flush();
      else this.#append("\n");
      return;
    }
    if (tag === "img") this.#images++;
    if (VOID_TAGS.has(tag)) {
      if (tag === "hr") this.#flush();
      return;
    }
    if (BLOCK_TAGS.has(tag)) this.#flush();
    else if ((tag === "td" || tag === "th") && this.#length) this.#append(" ");
    this.#stack.open(tag, attributes);
    if (tag === "td" || tag === "th") this.#cellStart = this.#length;
    if (tag === "a") this.#links++;
    if (tag === "time" && attributes.datetime)
      this.#head.times.push({
        datetime: attributes.datetime,
        published: "pubdate" in attributes || /publish/i.test(`${attributes.itemprop} ${attributes.class}`),
        element: this.#stack.top,
      });
  }

  #close(tag: string): void {
    if (this.#skip !== null) {
      if (tag === this.#skip && --this.#skipDepth === 0) this.#stopSkipping();
      return;
    }
    if (tag === "br" || tag === "p") {
      this.#flush();
      if (tag === "br") return;
    }
    if (tag === "td" || tag === "th") {
      if (this.#length - this.#cellStart > CELL_TEXT) this.#flush();
    } else if (BLOCK_TAGS.has(tag)) this.#flush();
    this.#stack.close(tag);
  }

  #meta(attributes: Record<string, string>): void {
    const content = attributes.content;
    if (content === undefined) return;
    for (const key of ["name", "property", "itemprop", "http-equiv"]) {
      const name = attributes[key]?.trim().toLowerCase();
      if (!name) continue;
      const values = this.#head.meta.get(name);
      if (values) values.push(content);
      else this.#head.meta.set(name, [content]);
    }
  }

  #startSkipping(tag: string, attributes: Record<string, string>): void {
    this.#skip = tag;
    this.#skipDepth = 1;
    const jsonLd = tag === "script" && /ld\+json/i.test(attributes.type ?? "");
    this.#collect = jsonLd || (tag === "title" && this.#head.title === null) ? [] : null;
  }

  #stopSkipping(): void {
    const collected = this.#collect?.join("");
    if (collected !== undefined) {
      if (this.#skip === "title") this.#head.title = collected.replace(/\s+/g, " ").trim() || null;
      else this.#head.jsonLd.push(collected);
    }
    this.#skip = null;
    this.#collect = null;
  }

  #append(text: string): void {
    if (this.#skip !== null) {
      this.#collect?.push(text);
      return;
    }
    if (this.#stack.top.hidden) {
      this.#hiddenText.push(text);
      this.#hidingElement = this.#stack.top;
      return;
    }
    this.#text.push(text);
    this.#length += text.length;
    if (this.#stack.inLink) this.#linked += text.length;
    if (this.#stack.inStress) this.#stressed += text.length;
    if (this.#breaks && text !== "\n" && /\S/.test(text)) this.#breaks = 0;
  }

  #flush(): void {
    if (this.#length) this.#emit(this.#text, this.#stack.block);
    if (this.#hidingElement) {
      this.#linked = this.#links = this.#stressed = 0;
      this.#emit(this.#hiddenText, this.#hidingElement);
      this.#hiddenText = [];
      this.#hidingElement = null;
    }
    this.#text = [];
    this.#length = this.#linked = this.#links = this.#stressed = this.#breaks = this.#cellStart = 0;
  }

  #emit(pieces: string[], element: Element): void {
    const text = tidy(pieces.join(""));
    if (!text) return;
    const level = HEADING.exec(element.tag)?.[1] ?? HEADING.exec(element.parent?.tag ?? "")?.[1];
    this.#blocks.push({
      text,
      element,
      linked: Math.min(this.#linked, text.length),
      links: this.#links,
      stressed: Math.min(this.#stressed, text.length),
      heading: level ? Number(level) : 0,
      images: this.#images,
    });
    this.#images = 0;
  }
}
