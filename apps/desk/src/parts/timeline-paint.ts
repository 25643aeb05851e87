/** Draws lanes on a canvas. Reads colours from the stylesheet, so that light, dark and print agree with the page. */
import { KINDS, type Kind, STATUSES, type Timeline } from "@parley/protocol";
import { STATUS_GLYPHS } from "../view/glyphs.ts";
import type { Lane } from "../view/timeline-lanes.ts";
import { BIN_PX, type LanePlan, MARK_PX, type Mark, STRETCH_PX, type Window } from "../view/timeline-plan.ts";

export const LINE_PX = 15;
export const LANE_AIR = 6;
export const AXIS_PX = 26;

export interface Colours {
  ink: string;
  ground: string;
  faint: string;
  rule: string;
  band: string;
  focus: string;
  kinds: string[];
}

/** The stylesheet's colours as the browser resolves them on this element. */
export function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement("span");
  element.append(probe);
  const resolved = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: resolved("ink"),
    ground: resolved("surface"),
    faint: resolved("ink-soft"),
    rule: resolved("rule"),
    band: resolved("band"),
    focus: resolved("focus"),
    kinds: KINDS.map((kind) => resolved(`kind-${kind}`)),
  };
  probe.remove();
  return colours;
}

export interface LaneBox {
  lane: Lane;
  plan: LanePlan;
  top: number;
  /** Room above the first line for the lane's name, where that stands inside. */
  head: number;
  height: number;
}

export interface Scene {
  columns: Timeline;
  boxes: LaneBox[];
  window: Window;
  width: number;
  height: number;
  ticks: { x: number; words: string; strong: boolean }[];
  /** The row under pointer or keyboard. */
  chosen: number | null;
  dark: boolean;
}

/** Hatching for dates that are not stated: drawn once for each colour. */
const hatchings = new Map<string, CanvasPattern | null>();
function hatching(context: CanvasRenderingContext2D, colour: string): CanvasPattern | null {
  const kept = hatchings.get(colour);
  if (kept !== undefined) return kept;
  const tile = new OffscreenCanvas(6, 6);
  const pen = tile.getContext("2d");
  if (pen) {
    pen.strokeStyle = colour;
    pen.lineWidth = 1.2;
    pen.beginPath();
    for (const shift of [-6, 0, 6]) {
      pen.moveTo(shift, 6);
      pen.lineTo(shift + 6, 0);
    }
    pen.stroke();
  }
  const pattern = context.createPattern(tile, "repeat");
  hatchings.set(colour, pattern);
  return pattern;
}

const paths = STATUSES.map((status) => ({
  fill: new Path2D(STATUS_GLYPHS[status].fill),
  stroke: new Path2D(STATUS_GLYPHS[status].stroke),
}));

/** Glyphs as ready pictures: copying one is much cheaper than filling its path thousands of times. */
const sprites = new Map<string, OffscreenCanvas>();
function sprite(status: number, colour: string, ratio: number): OffscreenCanvas {
  const key = `${status} ${colour} ${ratio}`;
  const kept = sprites.get(key);
  if (kept) return kept;
  const made = new OffscreenCanvas(Math.ceil(12 * ratio), Math.ceil(12 * ratio));
  const pen = made.getContext("2d");
  const glyph = paths[status];
  if (pen && glyph) {
    pen.scale(ratio, ratio);
    pen.fillStyle = colour;
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5;
    pen.fill(glyph.fill);
    pen.stroke(glyph.stroke);
  }
  sprites.set(key, made);
  return made;
}

function paintStretch(
  context: CanvasRenderingContext2D,
  mark: Mark,
  y: number,
  colour: string,
  hatched: boolean,
): void {
  const x0 = Math.max(-20, mark.x0);
  const width = Math.min(context.canvas.width, mark.x1) - x0;
  context.globalAlpha = 0.16;
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x0, y - 5.5, width, 11, 3);
  context.fill();
  if (hatched) {
    context.globalAlpha = 0.6;
    context.fillStyle = hatching(context, colour) ?? colour;
    context.fill();
  } else {
    context.globalAlpha = 0.8;
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintMarks(context: CanvasRenderingContext2D, scene: Scene, box: LaneBox, colours: Colours): void {
  const { columns, chosen } = scene;
  const ratio = context.getTransform().a;
  const fewEnough = box.plan.bins.length === 0 && box.plan.marks.length <= 80;
  const nextInLine = new Map<number, number>();
  for (let at = box.plan.marks.length - 1; at >= 0; at--) {
    const mark = box.plan.marks[at]!;
    const y = box.top + box.head + LANE_AIR + mark.line * LINE_PX + LINE_PX / 2;
    const colour = colours.kinds[columns.kinds[mark.row]!] ?? colours.ink;
    const hatched = columns.uncertain[mark.row] === 1;
    const stretch = mark.x1 - mark.x0 >= STRETCH_PX;
    const x = stretch ? Math.max(4, mark.x0 + 3) : mark.x0;
    if (stretch) paintStretch(context, mark, y, colour, hatched);
    else if (hatched) paintStretch(context, { ...mark, x0: mark.x0 - 4, x1: mark.x1 + 4 }, y, colour, true);
    if (mark.count > 1) paintNumber(context, mark.count, mark.x0 + MARK_PX / 2, y, { colour, colours });
    else {
      context.globalAlpha = box.lane.background ? 0.65 : 1;
      context.drawImage(sprite(columns.statuses[mark.row]!, colour, ratio), x, y - 6, 12, 12);
      context.globalAlpha = 1;
    }
    if (chosen === mark.row) {
      context.strokeStyle = colours.focus;
      context.lineWidth = 2;
      context.strokeRect(Math.max(1, x - 3), y - 8, 18, 16);
    }
    const free = (nextInLine.get(mark.line) ?? scene.width) - x - 20;
    nextInLine.set(mark.line, mark.x0);
    if (fewEnough && mark.count === 1 && free > 44)
      paintLabel(context, columns.labels[mark.row] ?? "", x + 16, y, free - 8, colours);
  }
}

/** How many stand here, where they cannot stand apart. */
function paintNumber(
  context: CanvasRenderingContext2D,
  count: number,
  x: number,
  y: number,
  { colour, colours }: { colour: string; colours: Colours },
): void {
  const words = String(count);
  const width = Math.max(14, context.measureText(words).width + 7);
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x - width / 2, y - 7, width, 14, 7);
  context.fill();
  context.fillStyle = colours.ground;
  context.textAlign = "center";
  context.fillText(words, x, y + 0.5);
  context.textAlign = "start";
}

function paintLabel(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  room: number,
  colours: Colours,
): void {
  const width = context.measureText(words).width;
  const letters = width <= room ? words.length : Math.floor((words.length * (room - 8)) / width);
  if (letters <= 4) return;
  const shown = letters < words.length ? `${words.slice(0, letters).trimEnd()}…` : words;
  /** A rim in the ground's colour keeps the words apart from hatching and grid. */
  context.strokeStyle = colours.ground;
  context.lineWidth = 3;
  context.strokeText(shown, x, y + 0.5);
  context.fillStyle = colours.faint;
  context.fillText(shown, x, y + 0.5);
}

function paintBins(context: CanvasRenderingContext2D, box: LaneBox, colours: Colours, colour: string): void {
  const { bins, most } = box.plan;
  const full = box.height - box.head - LANE_AIR;
  context.fillStyle = colour;
  context.globalAlpha = box.lane.background ? 0.4 : 0.75;
  for (let bin = 0; bin < bins.length; bin++) {
    const count = bins[bin]!;
    if (count === 0) continue;
    const height = Math.max(2, (Math.log1p(count) / Math.log1p(most)) * full);
    context.fillRect(bin * BIN_PX + 0.5, box.top + box.height - LANE_AIR / 2 - height, BIN_PX - 1, height);
  }
  context.globalAlpha = 1;
  context.fillStyle = colours.faint;
}

/** A lane of one kind is drawn in its colour; other lanes hold several. */
const kindNumber = (key: string): number => KINDS.indexOf(KINDS.find((kind) => kind === key) as Kind);

/** One whole picture. Called at most once a frame. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const { width, height } = scene;
  context.clearRect(0, 0, width, height);
  context.font = '12px "Source Sans 3 Variable", system-ui, sans-serif';
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const box of scene.boxes) {
    if (!box.lane.background) continue;
    context.fillStyle = colours.band;
    context.fillRect(0, box.top, width, box.height);
  }
  context.strokeStyle = colours.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (const tick of scene.ticks) {
    context.moveTo(Math.round(tick.x) + 0.5, 0);
    context.lineTo(Math.round(tick.x) + 0.5, height - AXIS_PX + (tick.strong ? 8 : 4));
  }
  for (const box of scene.boxes) {
    context.moveTo(0, Math.round(box.top + box.height) + 0.5);
    context.lineTo(width, Math.round(box.top + box.height) + 0.5);
  }
  context.stroke();
  for (const box of scene.boxes) {
    const colour = colours.kinds[kindNumber(box.lane.key)] ?? colours.faint;
    if (box.plan.bins.length > 0) paintBins(context, box, colours, colour);
    paintMarks(context, scene, box, colours);
  }
  for (const tick of scene.ticks) {
    context.fillStyle = tick.strong ? colours.ink : colours.faint;
    context.fillText(tick.words, tick.x + 4, height - AXIS_PX / 2 + 2);
  }
}
