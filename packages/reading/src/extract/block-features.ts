/**
 * Describes each block of a page by numbers: its text, its links, the elements it stands in, its neighbours, its
 * siblings, and what the page states about its article. The ideas are those of boilerpipe (text and link density of a
 * block and its neighbours), jusText (stop words, context), Readability (scores of containers) and Web2Text (features of
 * ancestors); which of them count, and how, is learnt. Features do not depend on each other's order in the page twice:
 * the matrix is a pure function of the page.
 */

import { containerScores, type Groups, groupBlocks } from "./block-groups.ts";
import type { ArticleData } from "./json-ld.ts";
import type { Block, Page } from "./page.ts";
import type { Element } from "./page-elements.ts";
import { HINT_BIT, HINT_NAMES } from "./page-hints.ts";
import { bareWords, residueRule } from "./residue.ts";

export interface Evidence {
  title: string | null;
  description: string | null;
  article: ArticleData | null;
}

/** Elements whose distance above a block is a feature. */
const ANCESTOR_TAGS = [
  "article",
  "main",
  "form",
  "table",
  "figure",
  "blockquote",
  "ul",
  "section",
  "a",
  "td",
] as const;
/** Distances are counted in elements; this is "not above the block". */
const FAR = 12;
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3] as const;

export const FEATURE_NAMES: readonly string[] = [
  "length",
  "words",
  "linkDensity",
  "links",
  "sentences",
  "endsSentence",
  "commas",
  "functionWords",
  "lowerStarts",
  "digits",
  "capitals",
  "quotes",
  "address",
  "stressed",
  "images",
  "lines",
  "heading",
  "tagP",
  "tagItem",
  "tagCell",
  "tagDiv",
  "tagInline",
  "depth",
  "hidden",
  "residue",
  "appeal",
  "place",
  "placeInText",
  "afterTitle",
  "afterHeading",
  "headingLevel",
  "headingIsTitle",
  "upToTitle",
  "titleUp",
  "blocks",
  "goodText",
  "repeated",
  "titleOverlap",
  "inDescription",
  "inArticleBody",
  "articleBodyShare",
  ...["parent", "grandparent", "same", "style"].flatMap((group) => [
    `${group}Blocks`,
    `${group}Length`,
    `${group}LinkDensity`,
    `${group}Good`,
    `${group}Share`,
  ]),
  "siblingPlace",
  "inBest",
  "bestDistance",
  "ownDistance",
  "bestShare",
  "containerScore",
  "betterAncestor",
  ...NEIGHBOURS.flatMap((at) => [`length${at}`, `linkDensity${at}`, `good${at}`]),
  ...HINT_NAMES.map((hint) => `hint:${hint}`),
  ...ANCESTOR_TAGS.map((tag) => `in:${tag}`),
];

const FUNCTION_WORDS =
  /\b(?:the|of|and|to|in|a|is|that|was|for|on|with|as|it|by|at|from|he|his|be|this|are|have|has|but|not|they|which|i|you|we|de|la|le|les|et|en|un|une|que|el|los|y|se|del|di|il|che|e|per|der|die|und|das|den|von|mit|ist|zu|nicht|o|da|em|um|não|com|para|и|в|на|не|что|с|по|это|как|из|ve|bir|bu|için|da|van|het|een|och|att|som|w|z|do|się|na)\b|(?<!\p{L})(?:и|в|во|на|не|что|с|со|по|это|как|из|к|у|за|от|для|та|і|що|до)(?!\p{L})|[のはがをにでと的了在是]/giu;
/** Words by which pages address their reader. */
const APPEAL =
  /\b(?:follow (?:us|him|her|me|@?\w+)|sign up|subscri\w+|newsletter|click here|e-?mail|contact|contribut(?:ed|ing)|reporting by|download|join|share|comment|privacy|terms|cookies?|personal data|advert\w*|copyright|rights reserved|stay (?:up|tuned|informed)|get (?:the|our|access)|more (?:stories|from))\b/gi;
const ENDS = /[.!?…。！？։۔؟:;"”»][\s"'”’»)\]]*$/u;
const SENTENCE = /[.!?…。！？։۔؟](?=\s|$|["'”’»)])/gu;

/** One row of FEATURE_NAMES.length numbers for each block, row after row. */
export function blockFeatures(page: Page, evidence: Evidence): Float32Array {
  const { blocks } = page;
  const width = FEATURE_NAMES.length;
  const matrix = new Float32Array(blocks.length * width);
  const good = blocks.map(goodness);
  const context = contextOf(page, evidence, good);
  blocks.forEach((block, i) => {
    const row = [
      ...textFeatures(block),
      ...placeFeatures(block, i, context),
      ...context.groups.features(i),
      ...context.containers.features(block.element),
      ...neighbourFeatures(blocks, good, i),
      ...ancestorFeatures(block.element, context),
    ];
    matrix.set(row, i * width);
  });
  return matrix;
}

/** Readability's worth of a paragraph, less what its links take: 0 for a menu entry, 3 or more for a full paragraph. */
export function goodness(block: Block): number {
  if (block.text.length < 25 || block.element.hidden) return 0;
  const commas = count(block.text, /[,،、，]/g);
  const own = 1 + Math.min(commas, 5) + Math.min(block.text.length / 100, 4);
  return (
    own *
    Math.max(0, 1 - (1.5 * block.linked) / block.text.length) *
    (block.text.length < 60 && !ENDS.test(block.text) ? 0.2 : 1)
  );
}

interface Context {
  evidence: Evidence;
  blocks: readonly Block[];
  before: number[];
  total: number;
  titleAt: number;
  toTitle: (element: Element) => number[];
  headings: { distance: number; level: number; title: number }[];
  seen: Map<string, number>;
  good: number;
  titleWords: Set<string>;
  description: string;
  body: string | null;
  bodyShare: number;
  groups: Groups;
  containers: ReturnType<typeof containerScores>;
}

function contextOf(page: Page, evidence: Evidence, good: number[]): Context {
  const { blocks } = page;
  const before: number[] = [];
  let total = 0;
  const seen = new Map<string, number>();
  for (const { text } of blocks) {
    before.push(total);
    total += text.length;
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const body = evidence.article?.body
    ? bareWords(evidence.article.body.replace(/<[^>]*>|&\w+;/g, " "))
    : null;
  const titleAt = titleHeading(blocks, evidence.title);
  const goodText = blocks.reduce((sum, { text }, i) => sum + (good[i]! >= 1 ? text.length : 0), 0);
  return {
    evidence,
    blocks,
    before,
    total,
    titleAt,
    toTitle: distanceTo(titleAt < 0 ? null : blocks[titleAt]!.element),
    headings: headingsAbove(blocks, evidence.title),
    seen,
    good: goodText,
    titleWords: new Set(longWords(evidence.title ?? "")),
    description: bareWords(evidence.description ?? ""),
    body,
    bodyShare: body === null ? -1 : body.length / Math.max(1, goodText),
    groups: groupBlocks(blocks, good),
    containers: containerScores(blocks, good),
  };
}

/** The heading that shares most words with the title, the higher level and the first deciding; -1 where none does. */
export function titleHeading(blocks: readonly Block[], title: string | null): number {
  const words = new Set(longWords(title ?? ""));
  let best = { at: -1, worth: 0 };
  blocks.forEach(({ heading, text }, at) => {
    if (!heading || text.length > 400) return;
    const own = longWords(text);
    const shared = own.filter((word) => words.has(word)).length;
    const overlap = shared / Math.max(1, own.length, words.size * 0.7);
    const worth = (overlap > 0.5 ? overlap * 3 : 0) + (heading === 1 ? 1 : 0.3 / heading);
    if (worth >= 0.9 && worth > best.worth) best = { at, worth };
  });
  return best.at;
}

/** Levels from a block up to the nearest element that also holds the title, and from the title up to it. */
function distanceTo(title: Element | null): (element: Element) => number[] {
  const chain = new Map<Element, number>();
  let up = 0;
  for (let above = title; above; above = above.parent) chain.set(above, up++);
  return (element) => {
    let levels = 0;
    let meeting: Element | null = element;
    while (meeting && !chain.has(meeting)) {
      meeting = meeting.parent;
      levels++;
    }
    return meeting ? [Math.min(levels, 20), Math.min(chain.get(meeting)!, 20)] : [-1, -1];
  };
}

/** For each block the heading above it: how far, of which level, and how many of its words are the title's. */
function headingsAbove(blocks: readonly Block[], title: string | null): Context["headings"] {
  const words = new Set(longWords(title ?? ""));
  let last = { at: -1, level: 0, title: 0 };
  return blocks.map(({ heading, text }, i) => {
    const above = {
      distance: last.at < 0 ? 50 : Math.min(i - last.at, 50),
      level: last.level,
      title: last.title,
    };
    const own = heading ? longWords(text) : [];
    if (heading)
      last = {
        at: i,
        level: heading,
        title: own.length ? own.filter((word) => words.has(word)).length / own.length : 0,
      };
    return above;
  });
}

const longWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

function textFeatures(block: Block): number[] {
  const { text, element } = block;
  const length = text.length;
  const words = text.split(/\s+/);
  const letters = Math.max(1, count(text, /\p{L}/gu));
  return [
    Math.log1p(length),
    Math.log1p(words.length),
    block.linked / length,
    block.links,
    count(text, SENTENCE),
    ENDS.test(text) ? 1 : 0,
    (100 * count(text, /[,،、，]/g)) / length,
    count(text, FUNCTION_WORDS) / words.length,
    count(text, /(?<![\p{L}\p{N}])\p{Ll}/gu) / words.length,
    count(text, /\d/g) / length,
    count(text, /\p{Lu}/gu) / letters,
    count(text, /["“”«»„]/g),
    /https?:|www\.|@|©|\.com\b/i.test(text) ? 1 : 0,
    block.stressed / length,
    block.images,
    count(text, /\n/g),
    block.heading,
    element.tag === "p" ? 1 : 0,
    element.tag === "li" || element.tag === "dd" || element.tag === "dt" ? 1 : 0,
    element.tag === "td" || element.tag === "tr" || element.tag === "th" ? 1 : 0,
    element.tag === "div" ? 1 : 0,
    element.tag === "button" || element.tag === "label" || element.tag === "option" ? 1 : 0,
    element.depth,
    element.hidden ? 1 : 0,
    length < 300 && residueRule(text) !== null ? 1 : 0,
    length < 700 ? count(text, APPEAL) : 0,
  ];
}

function placeFeatures(block: Block, i: number, context: Context): number[] {
  const { text } = block;
  const bare = text.length < 5_000 ? bareWords(text) : text;
  const words = text.length < 400 ? longWords(text) : [];
  const shared = words.filter((word) => context.titleWords.has(word)).length;
  return [
    i / context.blocks.length,
    context.before[i]! / Math.max(1, context.total),
    context.titleAt < 0 ? 200 : clamp(i - context.titleAt, 150),
    context.headings[i]!.distance,
    context.headings[i]!.level,
    context.headings[i]!.title,
    ...context.toTitle(block.element),
    Math.log1p(context.blocks.length),
    Math.log1p(context.good),
    context.seen.get(text)! > 1 ? 1 : 0,
    words.length ? shared / words.length : 0,
    bare.length > 25 && context.description.includes(bare.slice(0, 60)) ? 1 : 0,
    context.body === null
      ? -1
      : bare.length > 2 && context.body.includes(bare)
        ? 2
        : bare.length > 80 && context.body.includes(bare.slice(10, 60))
          ? 1
          : 0,
    Math.min(context.bodyShare, 3),
  ];
}

function neighbourFeatures(blocks: readonly Block[], good: readonly number[], i: number): number[] {
  return NEIGHBOURS.flatMap((at) => {
    const block = blocks[i + at];
    return block
      ? [Math.log1p(block.text.length), block.linked / block.text.length, good[i + at]!]
      : [-1, -1, -1];
  });
}

/** Elements that hold nearly all of the page's text say nothing about one block: their names are the page's. */
const WHOLE_PAGE = 0.85;

function ancestorFeatures(element: Element, { containers }: Context): number[] {
  const hints = new Array<number>(HINT_NAMES.length).fill(FAR);
  const tags = new Array<number>(ANCESTOR_TAGS.length).fill(FAR);
  let distance = 0;
  let found = 0;
  for (let above: Element | null = element; above && distance < FAR; above = above.parent, distance++) {
    const fresh =
      containers.share(above) > WHOLE_PAGE ? above.hints & HINT_BIT.body & ~found : above.hints & ~found;
    if (fresh) {
      found |= fresh;
      for (let bit = 0; bit < hints.length; bit++) if (fresh & (1 << bit)) hints[bit] = distance;
    }
    const tag = (ANCESTOR_TAGS as readonly string[]).indexOf(above.tag);
    if (tag >= 0 && tags[tag] === FAR) tags[tag] = distance;
  }
  return [...hints, ...tags];
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function count(text: string, pattern: RegExp): number {
  let n = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(text)) n++;
  return n;
}
