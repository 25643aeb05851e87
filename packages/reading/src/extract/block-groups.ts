/** Statistics over blocks that belong together: under one parent, under one grandparent, or written by the same template. */
import type { Block } from "./page.ts";
import type { Element } from "./page-elements.ts";

interface Group {
  blocks: number;
  length: number;
  linked: number;
  good: number;
}

export interface Groups {
  /** Five numbers each for parent, grandparent, blocks of the same template and of the same style, then the place among the siblings. */
  features(i: number): number[];
  parent(i: number): Element;
  grandparent(i: number): Element;
  template(i: number): string;
  /** The block's own element without its parent, where it has a name. */
  style(i: number): string;
}

/** Blocks whose element and parent have the same tags and names come from the same template. */
function templateOf({ element }: Block): string {
  const { parent } = element;
  return `${element.tag}.${element.names}<${parent?.tag}.${parent?.names}`;
}

function styleOf({ element }: Block): string {
  return element.names ? `${element.tag}.${element.names}` : `${element.tag}<${element.parent?.tag}`;
}

export function groupBlocks(blocks: readonly Block[], good: readonly number[]): Groups {
  const parents = new Map<Element, Group>();
  const grandparents = new Map<Element, Group>();
  const templates = new Map<string, Group>();
  const styles = new Map<string, Group>();
  const places = new Map<Element, number>();
  let total = 0;
  const keys = blocks.map((block, i) => {
    const parent = block.element.parent ?? block.element;
    const grandparent = parent.parent ?? parent;
    const template = templateOf(block);
    const place = places.get(parent) ?? 0;
    places.set(parent, place + 1);
    addTo(parents, parent, block, good[i]!);
    addTo(grandparents, grandparent, block, good[i]!);
    addTo(templates, template, block, good[i]!);
    const style = styleOf(block);
    addTo(styles, style, block, good[i]!);
    total += good[i]!;
    return { parent, grandparent, template, style, place };
  });
  const describe = (group: Group) => [
    Math.log1p(group.blocks),
    Math.log1p(group.length),
    group.linked / Math.max(1, group.length),
    group.good / group.blocks,
    group.good / Math.max(1, total),
  ];
  return {
    features(i) {
      const { parent, grandparent, template, style, place } = keys[i]!;
      const siblings = parents.get(parent)!;
      return [
        ...describe(siblings),
        ...describe(grandparents.get(grandparent)!),
        ...describe(templates.get(template)!),
        ...describe(styles.get(style)!),
        place / siblings.blocks,
      ];
    },
    parent: (i) => keys[i]!.parent,
    grandparent: (i) => keys[i]!.grandparent,
    template: (i) => keys[i]!.template,
    style: (i) => keys[i]!.style,
  };
}

function addTo<K>(groups: Map<K, Group>, key: K, block: Block, good: number): void {
  const group = groups.get(key) ?? { blocks: 0, length: 0, linked: 0, good: 0 };
  group.blocks++;
  group.length += block.text.length;
  group.linked += block.linked;
  group.good += good;
  groups.set(key, group);
}

/** Readability's container scores: a block's worth goes to its parent whole, to elements above in falling parts. */
export function containerScores(blocks: readonly Block[], good: readonly number[]) {
  const scores = new Map<Element, number>();
  const contained = new Map<Element, number>();
  const texts = new Map<Element, { length: number; linked: number }>();
  let total = 0;
  blocks.forEach(({ element, text, linked }, i) => {
    const worth = good[i]!;
    for (let above: Element | null = element; above; above = above.parent) {
      const sums = texts.get(above) ?? { length: 0, linked: 0 };
      sums.length += text.length;
      sums.linked += linked;
      texts.set(above, sums);
    }
    if (!worth) return;
    total += worth;
    let share = 1;
    let level = 0;
    for (let above: Element | null = element.parent ?? element; above; above = above.parent, level++) {
      if (level < 5) scores.set(above, (scores.get(above) ?? 0) + worth * share);
      contained.set(above, (contained.get(above) ?? 0) + worth);
      share = level === 0 ? 0.5 : 1 / ((level + 1) * 3);
    }
  });
  for (const [element, score] of scores) {
    const { length, linked } = texts.get(element)!;
    scores.set(element, score * (1 - linked / length));
  }
  let best: Element | null = null;
  for (const [element, score] of scores) if (!best || score > scores.get(best)!) best = element;
  const chain = new Map<Element, number>();
  let up = 0;
  for (let above = best; above; above = above.parent) chain.set(above, up++);
  const bestShare = best ? contained.get(best)! / Math.max(1, total) : 0;
  return {
    best,
    /** Share of the page's worth that stands inside an element. */
    share: (element: Element) => (contained.get(element) ?? 0) / Math.max(1, total),
    /** Whether inside the best container, how far apart, how good the block's own container and the best above it are. */
    features(element: Element): number[] {
      let down = 0;
      let meeting: Element | null = element;
      let strongest = 0;
      while (meeting && !chain.has(meeting)) {
        strongest = Math.max(strongest, scores.get(meeting) ?? 0);
        meeting = meeting.parent;
        down++;
      }
      const distance = meeting ? chain.get(meeting)! : 20;
      const own = scores.get(element.parent ?? element) ?? 0;
      const top = best ? scores.get(best)! : 1;
      return [
        distance === 0 ? 1 : 0,
        Math.min(distance, 20),
        Math.min(down, 20),
        bestShare,
        own / top,
        strongest / top,
      ];
    },
  };
}
