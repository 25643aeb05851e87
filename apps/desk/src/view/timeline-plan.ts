/** What to draw of one lane at one zoom: single marks while they fit, counts in bins where they do not. */
import type { Timeline } from "@parley/protocol";
import type { Lane } from "./timeline-lanes.ts";

/** The time in view, ms since 1970. */
export interface Window {
  from: number;
  to: number;
}

export interface Mark {
  row: number;
  /** Pixels from the lane's beginning; may lie outside of it. */
  x0: number;
  x1: number;
  /** Which line of the lane, from the top. */
  line: number;
  /** More than 1 where others, that found no line of their own, stand behind this mark. */
  count: number;
}

export interface LanePlan {
  marks: Mark[];
  /** Counts per bin of BIN_PX; empty while all marks fit. */
  bins: Uint32Array;
  most: number;
}

export const BIN_PX = 5;
/** A mark's own width: its glyph and a little air. */
export const MARK_PX = 10;
/** From this width on an occurrence is drawn as a stretch, not as a point, and never binned. */
export const STRETCH_PX = 22;

/** Position in `rows` of the first row that may reach into the window. */
function firstInView(lane: Lane, from: number): number {
  let low = 0;
  let high = lane.reach.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lane.reach[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Drawn {
  columns: Timeline;
  window: Window;
  width: number;
  lines: number;
}

/** Rows of the lane in the window, in the order of `from`. */
export function rowsInView(lane: Lane, { columns, window }: Pick<Drawn, "columns" | "window">): number[] {
  const found: number[] = [];
  for (let at = firstInView(lane, window.from); at < lane.rows.length; at++) {
    const row = lane.rows[at]!;
    if (columns.from[row]! > window.to) break;
    if (columns.to[row]! >= window.from) found.push(row);
  }
  return found;
}

/** Marks behind another one; from so many on, bins tell more than numbers. */
const MOST_BEHIND = 40;

/** Marks packed into lines from the top, those without a line behind the nearest; null where too many are. */
function packed(rows: number[], place: (row: number) => [number, number], lines: number): Mark[] | null {
  const ends = new Float64Array(lines).fill(Number.NEGATIVE_INFINITY);
  const marks: Mark[] = [];
  const placed = rows.map((row) => ({ row, at: place(row) })).sort((left, right) => left.at[0] - right.at[0]);
  const last = new Map<number, Mark>();
  let behind = 0;
  for (const { row, at } of placed) {
    const line = ends.findIndex((end) => end <= at[0]);
    if (line < 0) {
      const nearest = last.get(ends.indexOf(Math.min(...ends)));
      if (!nearest || ++behind > MOST_BEHIND) return null;
      nearest.count++;
      continue;
    }
    const mark = { row, x0: at[0], x1: at[1], line, count: 1 };
    ends[line] = at[1];
    last.set(line, mark);
    marks.push(mark);
  }
  return marks;
}

/** A plan for one lane; every row in the window is in it once, as a mark or as one of a bin's count. */
export function planLane(lane: Lane, drawn: Drawn): LanePlan {
  const { columns, window, width, lines } = drawn;
  const scale = width / (window.to - window.from);
  const place = (row: number): [number, number] => {
    const x0 = (columns.from[row]! - window.from) * scale;
    const x1 = (columns.to[row]! - window.from) * scale;
    if (x1 - x0 >= STRETCH_PX) return [x0, x1];
    const middle = (x0 + x1) / 2;
    return [middle - MARK_PX / 2, middle + MARK_PX / 2];
  };
  const rows = rowsInView(lane, drawn);
  const most = Math.ceil(width / MARK_PX + 2) * lines;
  const marks = rows.length <= most ? packed(rows, place, lines) : null;
  if (marks) return { marks, bins: new Uint32Array(0), most: 0 };

  const bins = new Uint32Array(Math.ceil(width / BIN_PX));
  const stretches: number[] = [];
  for (const row of rows) {
    const [x0, x1] = place(row);
    const wide = (columns.to[row]! - columns.from[row]!) * scale >= STRETCH_PX;
    if (wide && stretches.length < 60) stretches.push(row);
    else {
      const bin = Math.floor((Math.max(0, x0) + Math.min(width, x1)) / 2 / BIN_PX);
      bins[Math.min(bins.length - 1, Math.max(0, bin))]!++;
    }
  }
  return {
    marks: stretches.map((row) => {
      const [x0, x1] = place(row);
      return { row, x0, x1, line: 0, count: 1 };
    }),
    bins,
    most: bins.reduce((highest, count) => Math.max(highest, count), 0),
  };
}

/** The time that holds all news (or, where there is none, all background) with a little air on both sides. */
export function wholeTime(columns: Timeline): Window {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const newsOnly = columns.background.some((flag) => flag !== 1);
  columns.ids.forEach((_, row) => {
    if (newsOnly && columns.background[row] === 1) return;
    from = Math.min(from, columns.from[row]!);
    to = Math.max(to, columns.to[row]!);
  });
  if (from > to) return { from: 0, to: 1 };
  const air = Math.max((to - from) * 0.03, 43_200_000);
  return { from: from - air, to: to + air };
}

/** So large a share of the news may lie outside of the first view when it lies far away. */
const STRAY = 0.05;

/** The time that holds most news: a few strays far before or after do not press the rest together. */
export function mainTime(columns: Timeline): Window {
  const whole = wholeTime(columns);
  const middles = columns.ids
    .flatMap((_, row) => (columns.background[row] === 1 ? [] : [(columns.from[row]! + columns.to[row]!) / 2]))
    .sort((left, right) => left - right);
  const from = middles[Math.floor(middles.length * STRAY)];
  const to = middles[Math.ceil(middles.length * (1 - STRAY)) - 1];
  if (from === undefined || to === undefined || to <= from) return whole;
  const air = (to - from) * 0.25;
  const inside = middles.filter((middle) => middle >= from - air && middle <= to + air);
  const edge = Math.max((to - from) * 0.03, 43_200_000);
  return {
    from: Math.max(whole.from, (inside[0] ?? from) - edge),
    to: Math.min(whole.to, (inside.at(-1) ?? to) + edge),
  };
}

const HOUR = 3_600_000;

/** The window narrowed or widened about one instant: never under an hour, never over `limit`. */
export function zoomed(window: Window, factor: number, about: number, limit: number): Window {
  const span = Math.min(limit, Math.max(HOUR, (window.to - window.from) * factor));
  const share = (about - window.from) / (window.to - window.from);
  return { from: about - share * span, to: about + (1 - share) * span };
}
