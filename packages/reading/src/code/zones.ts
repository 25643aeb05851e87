/** Which stretches of the sentence tell what the source does to the target. */
import type { Frame, Item } from "./frame.ts";

/** Longest stretch looked at on the far side of the marks. */
const REACH = 18;

export type Order =
  | "source-first"
  | "passive"
  | "target-first"
  | "joint"
  | "source-only"
  | "target-only"
  | "none";

export interface Zones {
  order: Order;
  /** The words of the act, in text order. */
  main: Item[];
  /** After the second mark, to the end of the clause. */
  tail: Item[];
  /** Before the first mark. */
  lead: Item[];
}

const BREAKS = new Set([
  "after",
  "because",
  "following",
  "amid",
  "when",
  "while",
  "which",
  "who",
  "where",
  "since",
  "but",
  "until",
  ";",
]);
const JOINERS = new Set(["and", ",", "&", "with", "or", "both", "-", "–", "the", "his", "its", "between"]);

/** Up to the first word that opens another clause. */
function toBreak(items: Item[]): Item[] {
  const at = items.findIndex((item, i) => i > 0 && BREAKS.has(item.lower));
  return at < 0 ? items : items.slice(0, at);
}

export function findZones({ items, source, target }: Frame): Zones {
  if (source === null || target === null) {
    const mark = source ?? target ?? -1;
    const order = source !== null ? "source-only" : target !== null ? "target-only" : "none";
    const after = items.slice(mark + 1, mark + 1 + REACH);
    return order === "target-only"
      ? { order, main: [...items.slice(0, mark).slice(-REACH), ...after], tail: [], lead: [] }
      : { order, main: after, tail: items.slice(mark + 1 + REACH), lead: items.slice(0, Math.max(mark, 0)) };
  }
  const [first, second] = source < target ? [source, target] : [target, source];
  const between = items.slice(first + 1, second);
  const after = items.slice(second + 1, second + 1 + REACH);
  const lead = items.slice(0, first);
  if (between.length > 0 && between.length < 4 && between.every((item) => JOINERS.has(item.lower)))
    return { order: "joint", main: toBreak(after), tail: [], lead };
  if (source < target) return { order: "source-first", main: between, tail: toBreak(after), lead };
  if (items[source - 1]?.lower === "by")
    return { order: "passive", main: between, tail: toBreak(after), lead };
  return { order: "target-first", main: after, tail: between, lead };
}
