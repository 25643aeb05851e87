/** The drawn timeline: drag, pinch, wheel with Ctrl, keys. The list beside it says the same to those who cannot see it. */
import type { Timeline } from "@parley/protocol";
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Lane, laneLines } from "../view/timeline-lanes.ts";
import { BIN_PX, type Mark, planLane, type Window } from "../view/timeline-plan.ts";
import { timelineTicks } from "../view/timeline-ticks.ts";
import { useIsDark } from "./theme.ts";
import { useTimelineGestures } from "./timeline-gestures.ts";
import {
  AXIS_PX,
  type Colours,
  coloursOf,
  LANE_AIR,
  type LaneBox,
  LINE_PX,
  paint,
} from "./timeline-paint.ts";

export interface Hit {
  x: number;
  y: number;
  /** A single occurrence, or how many stand in the bin. */
  row: number | null;
  count: number;
}

interface Canvas {
  columns: Timeline;
  lanes: Lane[];
  /** The most lines a lane may get. */
  lines: number;
  window: Window;
  chosen: number | null;
  label: string;
  onWindow: (window: Window) => void;
  onHit: (hit: Hit | null) => void;
  onPress: (hit: Hit) => void;
  onKey: (event: KeyboardEvent) => void;
}

/** On narrow screens the lanes' names stand inside the lanes, above their marks. */
const NAME_PX = 13;
const NARROW = "(width < 40rem)";

/** Becomes true when the typefaces are there: a canvas does not draw itself anew for them. */
function useFonts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    void document.fonts.load('12px "Source Sans 3 Variable"').then(() => gone || setReady(true));
    return () => {
      gone = true;
    };
  }, []);
  return ready;
}

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(NARROW).matches,
  );
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

interface LanePlace {
  lane: Lane;
  lines: number;
  top: number;
  height: number;
}

function lanePlaces(lanes: Lane[], most: number, head: number): LanePlace[] {
  let top = 0;
  return lanes.map((lane) => {
    const lines = laneLines(lane, most);
    const height = head + lines * LINE_PX + 2 * LANE_AIR;
    top += height;
    return { lane, lines, top: top - height, height };
  });
}

/** What lies under a point: a mark where one is near, else the bin. */
function hitAt(boxes: LaneBox[], x: number, y: number): Hit | null {
  const box = boxes.find((one) => y >= one.top && y < one.top + one.height);
  if (!box) return null;
  const near = (mark: Mark) => {
    const markY = box.top + box.head + LANE_AIR + mark.line * LINE_PX + LINE_PX / 2;
    return Math.abs(markY - y) <= LINE_PX / 2 + 1 && x >= mark.x0 - 4 && x <= mark.x1 + 4;
  };
  const mark = box.plan.marks.findLast(near);
  if (mark && (box.plan.bins.length === 0 || y < box.top + box.head + LINE_PX))
    return mark.count > 1 ? { x, y, row: null, count: mark.count } : { x, y, row: mark.row, count: 1 };
  const count = box.plan.bins[Math.floor(x / BIN_PX)] ?? 0;
  return count > 0 ? { x, y, row: null, count } : null;
}

export function TimelineCanvas(props: Canvas) {
  const { columns, lanes, lines, window, chosen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useRef<Colours | null>(null);
  const width = useWidth(frame);
  const dark = useIsDark();
  const lettered = useFonts();
  const head = useIsNarrow() ? NAME_PX : 0;
  const places = useMemo(() => lanePlaces(lanes, lines, head), [lanes, lines, head]);
  const height = places.reduce((sum, place) => sum + place.height, AXIS_PX);

  const boxes = useMemo<LaneBox[]>(
    () =>
      width === 0
        ? []
        : places.map(({ lane, lines: own, top, height: high }) => ({
            lane,
            plan: planLane(lane, { columns, window, width, lines: own }),
            top,
            head,
            height: high,
          })),
    [places, columns, window, width, head],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the stylesheet resolves to
  useEffect(() => {
    colours.current = frame.current && coloursOf(frame.current);
  }, [dark]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the typefaces have come
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !colours.current || width === 0) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const { canvas: surface } = context;
    if (surface.width !== width * ratio || surface.height !== height * ratio) {
      surface.width = width * ratio;
      surface.height = height * ratio;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const ticks = timelineTicks(window, width);
    paint(context, { columns, boxes, window, width, height, ticks, chosen, dark }, colours.current);
  }, [boxes, columns, window, width, height, chosen, dark, lettered]);

  const gestures = useTimelineGestures(canvas, {
    window,
    width,
    onWindow: props.onWindow,
    onPoint: (x, y) => props.onHit(x === null ? null : hitAt(boxes, x, y)),
    onPress: (x, y) => {
      const hit = hitAt(boxes, x, y);
      if (hit) props.onPress(hit);
    },
  });

  return (
    <div className="timeline-drawn">
      <ul className="lane-names" aria-hidden="true">
        {places.map(({ lane, height: high }) => (
          <li key={lane.key} data-kind={lane.key} style={{ blockSize: high }}>
            <span>{lane.label}</span>
            <span className="fine">{lane.rows.length.toLocaleString("en-GB")}</span>
          </li>
        ))}
      </ul>
      <div className="timeline-frame" ref={frame} style={{ blockSize: height }}>
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an application has keys of its own, which its label tells */}
        <canvas
          ref={canvas}
          role="application"
          aria-roledescription="timeline"
          aria-label={props.label}
          tabIndex={0}
          onKeyDown={props.onKey}
          {...gestures}
        />
      </div>
    </div>
  );
}
