/** Pointer and wheel on the timeline. Plain scrolling stays the page's. */
import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { type Window, zoomed } from "../view/timeline-plan.ts";

interface Gestures {
  window: Window;
  width: number;
  onWindow: (window: Window) => void;
  /** The pointer's place on the canvas; null when it has left. */
  onPoint: (x: number | null, y: number) => void;
  onPress: (x: number, y: number) => void;
}

/** Zoom-out ends at so many milliseconds: two centuries. */
const LIMIT = 200 * 365 * 86_400_000;
/** A press that moves no further than this is a press, not a drag. */
const DRAG_PX = 4;

export const timelineLimit = LIMIT;

export function useTimelineGestures(canvas: RefObject<HTMLCanvasElement | null>, gestures: Gestures) {
  const latest = useRef(gestures);
  latest.current = gestures;
  const held = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  /** At most one new window for each frame, however many events arrive. */
  const waiting = useRef<{ window: Window; frame: number } | null>(null);

  const show = (window: Window) => {
    if (waiting.current) waiting.current.window = window;
    else {
      const frame = requestAnimationFrame(() => {
        const next = waiting.current;
        waiting.current = null;
        if (next) latest.current.onWindow(next.window);
      });
      waiting.current = { window, frame };
    }
  };
  const now = (): Window => waiting.current?.window ?? latest.current.window;
  const instantAt = (x: number): number => {
    const window = now();
    return window.from + (x / latest.current.width) * (window.to - window.from);
  };
  const pan = (pixels: number) => {
    const window = now();
    const shift = (-pixels / latest.current.width) * (window.to - window.from);
    show({ from: window.from + shift, to: window.to + shift });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: reads the latest gestures through the ref
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        show(zoomed(now(), Math.exp(event.deltaY * 0.004), instantAt(event.offsetX), LIMIT));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
        event.preventDefault();
        pan(-(event.deltaX || event.deltaY));
      }
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      element.removeEventListener("wheel", onWheel);
      if (waiting.current) cancelAnimationFrame(waiting.current.frame);
      waiting.current = null;
    };
  }, []);

  const pinch = (event: PointerEvent) => {
    const [one, two] = [...held.current.values()];
    const before = Math.abs(one!.x - two!.x);
    held.current.set(event.pointerId, { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY });
    const [first, second] = [...held.current.values()];
    const after = Math.abs(first!.x - second!.x);
    if (before > 8 && after > 8)
      show(zoomed(now(), before / after, instantAt((first!.x + second!.x) / 2), LIMIT));
  };

  return {
    onPointerDown: (event: PointerEvent) => {
      held.current.set(event.pointerId, { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY });
      moved.current = 0;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const { offsetX, offsetY } = event.nativeEvent;
      const from = held.current.get(event.pointerId);
      if (!from) return latest.current.onPoint(offsetX, offsetY);
      moved.current += Math.abs(offsetX - from.x);
      if (held.current.size === 2) return pinch(event);
      if (moved.current > DRAG_PX) {
        latest.current.onPoint(null, 0);
        pan(offsetX - from.x);
        held.current.set(event.pointerId, { x: offsetX, y: offsetY });
      }
    },
    onPointerUp: (event: PointerEvent) => {
      const alone = held.current.size === 1;
      held.current.delete(event.pointerId);
      if (alone && moved.current <= DRAG_PX)
        latest.current.onPress(event.nativeEvent.offsetX, event.nativeEvent.offsetY);
    },
    onPointerCancel: (event: PointerEvent) => held.current.delete(event.pointerId),
    onPointerLeave: () => latest.current.onPoint(null, 0),
  };
}
