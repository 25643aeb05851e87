/** The timeline's rows of columns parted into lanes. A lane holds indexes into the columns, sorted by `from`. */
import { KINDS, type Timeline } from "@parley/protocol";

export type LaneBy = "kind" | "actor";

export interface Lane {
  key: string;
  label: string;
  /** Background is drawn apart, in a lane of its own. */
  background: boolean;
  rows: Int32Array;
  /** Highest `to` among rows[0..i]: never falls, so the first row that reaches into view is found by halving. */
  reach: Float64Array;
}

/** How many lines of marks a lane gets: by how much it holds at all, so that it keeps its height at every zoom. */
export function laneLines(lane: Lane, most: number): number {
  return Math.min(most, Math.max(1, Math.ceil(Math.log2(lane.rows.length + 1) - 0.5)));
}

/** Lanes by actor: the most often named ones get a lane, the rest share the last. */
const ACTOR_LANES = 10;

function laneOf(key: string, label: string, rows: number[], columns: Timeline, background = false): Lane {
  const reach = new Float64Array(rows.length);
  let highest = Number.NEGATIVE_INFINITY;
  rows.forEach((row, index) => {
    highest = Math.max(highest, columns.to[row]!);
    reach[index] = highest;
  });
  return { key, label, background, rows: Int32Array.from(rows), reach };
}

function byKind(columns: Timeline, rows: number[], words: (kind: string) => string): Lane[] {
  return KINDS.map((kind, number) =>
    laneOf(
      kind,
      words(kind),
      rows.filter((row) => columns.kinds[row] === number),
      columns,
    ),
  );
}

function byActor(columns: Timeline, rows: number[]): Lane[] {
  const named: number[][] = columns.actors.map(() => []);
  const unnamed: number[] = [];
  for (const row of rows) {
    const who = columns.who[row]!;
    for (const actor of who) named[actor]?.push(row);
    if (who.length === 0) unnamed.push(row);
  }
  const order = columns.actors
    .map((_, index) => index)
    .filter((index) => named[index]!.length > 0)
    .sort((left, right) => named[right]!.length - named[left]!.length || left - right);
  const first = order.slice(0, ACTOR_LANES);
  const shown = new Set(first.flatMap((actor) => named[actor]!));
  const rest = rows.filter((row) => !shown.has(row));
  return [
    ...first.map((actor) =>
      laneOf(columns.actors[actor]!.id, columns.actors[actor]!.name, named[actor]!, columns),
    ),
    ...(rest.length > 0
      ? [laneOf("rest", unnamed.length === rest.length ? "Nobody named" : "Others", rest, columns)]
      : []),
  ];
}

/** The lanes that hold something, background last. An occurrence stands in the lane of each of its actors. */
export function timelineLanes(columns: Timeline, by: LaneBy, kindWords: (kind: string) => string): Lane[] {
  const all = columns.ids.map((_, row) => row);
  const news = all.filter((row) => columns.background[row] !== 1);
  const told = all.filter((row) => columns.background[row] === 1);
  const lanes = by === "kind" ? byKind(columns, news, kindWords) : byActor(columns, news);
  return [...lanes, laneOf("background", "Background", told, columns, true)].filter(
    (lane) => lane.rows.length > 0,
  );
}
