/**
 * The second look at a block: what the first look thought of it, of its neighbours, of its siblings and of the page so
 * far. An article is one stretch of a page with holes, and its paragraphs share a template: this is where that counts.
 */
import { groupBlocks } from "./block-groups.ts";
import type { Block } from "./page.ts";
import type { Element } from "./page-elements.ts";

const NEIGHBOURS = [-4, -3, -2, -1, 1, 2, 3, 4] as const;

export const CONTEXT_NAMES: readonly string[] = [
  "first",
  ...NEIGHBOURS.map((at) => `first${at}`),
  "firstParent",
  "firstGrandparent",
  "firstTemplate",
  "firstStyle",
  "firstBefore",
  "firstAfter",
  "firstTotal",
  "sinceSure",
  "untilSure",
  "inMain",
  "mainDistance",
  "mainShare",
  "ownFromMain",
];

const SURE = 0.8;

/** Rows of the features with CONTEXT_NAMES added; `first` holds one probability for each block. */
export function withContext(
  blocks: readonly Block[],
  features: Float32Array,
  first: readonly number[],
): Float32Array {
  const n = blocks.length;
  const width = n ? features.length / n : 0;
  const all = width + CONTEXT_NAMES.length;
  const matrix = new Float32Array(n * all);
  const mass = blocks.map(({ text }, i) => first[i]! * text.length);
  const total = mass.reduce((sum, m) => sum + m, 0);
  const groups = groupBlocks(blocks, mass);
  const parents = meanBy(blocks, mass, (i) => groups.parent(i));
  const grandparents = meanBy(blocks, mass, (i) => groups.grandparent(i));
  const templates = meanBy(blocks, mass, (i) => groups.template(i));
  const styles = meanBy(blocks, mass, (i) => groups.style(i));
  const main = mainElement(blocks, mass, total);
  const since = distances(first, false);
  const until = distances(first, true);
  let before = 0;
  for (let i = 0; i < n; i++) {
    const own = mass[i]!;
    matrix.set(features.subarray(i * width, (i + 1) * width), i * all);
    matrix.set(
      [
        first[i]!,
        ...NEIGHBOURS.map((at) => first[i + at] ?? 0),
        parents(i),
        grandparents(i),
        templates(i),
        styles(i),
        before / Math.max(1, total),
        (total - before - own) / Math.max(1, total),
        Math.log1p(total),
        since[i]!,
        until[i]!,
        ...main(blocks[i]!.element),
      ],
      i * all + width,
    );
    before += own;
  }
  return matrix;
}

/** Mean first probability by length over the others of a block's group; its own where it is alone. */
function meanBy<K>(
  blocks: readonly Block[],
  mass: readonly number[],
  key: (i: number) => K,
): (i: number) => number {
  const sums = new Map<K, { mass: number; length: number }>();
  blocks.forEach(({ text }, i) => {
    const sum = sums.get(key(i)) ?? { mass: 0, length: 0 };
    sum.mass += mass[i]!;
    sum.length += text.length;
    sums.set(key(i), sum);
  });
  return (i) => {
    const sum = sums.get(key(i))!;
    const { length } = blocks[i]!.text;
    return sum.length > length ? (sum.mass - mass[i]!) / (sum.length - length) : -1;
  };
}

/** Blocks since the last, or until the next, that the first look was sure of. */
function distances(first: readonly number[], ahead: boolean): number[] {
  const found = new Array<number>(first.length);
  let distance = 60;
  for (let n = 0; n < first.length; n++) {
    const i = ahead ? first.length - 1 - n : n;
    found[i] = Math.min(distance, 60);
    distance = first[i]! >= SURE ? 1 : distance + 1;
  }
  return found;
}

/** The deepest element that holds most of what the first look took for the article. */
function mainElement(
  blocks: readonly Block[],
  mass: readonly number[],
  total: number,
): (element: Element) => number[] {
  const held = new Map<Element, number>();
  blocks.forEach(({ element }, i) => {
    for (let above: Element | null = element; above; above = above.parent)
      held.set(above, (held.get(above) ?? 0) + mass[i]!);
  });
  let main: Element | null = null;
  for (const [element, sum] of held)
    if (sum >= total * 0.75 && (!main || element.depth > main.depth)) main = element;
  const chain = new Map<Element, number>();
  let up = 0;
  for (let above = main; above; above = above.parent) chain.set(above, up++);
  return (element) => {
    let down = 0;
    let meeting: Element | null = element;
    while (meeting && !chain.has(meeting)) {
      meeting = meeting.parent;
      down++;
    }
    const distance = meeting ? chain.get(meeting)! : 20;
    return [
      distance === 0 ? 1 : 0,
      Math.min(distance, 20),
      main ? held.get(main)! / Math.max(1, total) : 0,
      Math.min(down, 20),
    ];
  };
}
