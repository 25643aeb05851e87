import { type Timeline as Columns, KINDS, STATUSES } from "@parley/protocol";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useMemo, useState } from "react";
import { type LaneBy, timelineLanes } from "../view/timeline-lanes.ts";
import { mainTime, rowsInView, type Window, wholeTime, zoomed } from "../view/timeline-plan.ts";
import { countWords, KIND_WORDS } from "../view/words.ts";
import { useProcessId } from "./process-id.ts";
import { type Hit, TimelineCanvas } from "./timeline-canvas.tsx";
import { timelineLimit } from "./timeline-gestures.ts";
import { TimelineList } from "./timeline-list.tsx";
import { rowDate, TimelineTip } from "./timeline-tip.tsx";

interface Shown {
  columns: Columns;
  lanes: LaneBy;
  /** Small, for the head of the process page. */
  compact?: boolean;
}

const kindWords = (kind: string): string => KIND_WORDS[KINDS.find((one) => one === kind) ?? "contact"].many;
const middle = (window: Window) => (window.from + window.to) / 2;

/** How many stand before and after what is shown. */
function Outside({ columns, window }: { columns: Columns; window: Window }) {
  const before = columns.to.filter((to) => to < window.from).length;
  const after = columns.from.filter((from) => from > window.to).length;
  if (before + after === 0) return null;
  return (
    <span className="fine">
      {before > 0 && `${before.toLocaleString("en-GB")} earlier`}
      {before > 0 && after > 0 && ", "}
      {after > 0 && `${after.toLocaleString("en-GB")} later`}
    </span>
  );
}

/** Pans, zooms, steps from mark to mark, opens. */
function useTimelineKeys(
  columns: Columns,
  window: Window,
  show: (window: Window) => void,
  open: (row: number) => void,
) {
  const [chosen, choose] = useState<number | null>(null);
  const span = window.to - window.from;
  const at = chosen === null ? null : (columns.from[chosen]! + columns.to[chosen]!) / 2;
  const about = at !== null && at >= window.from && at <= window.to ? at : middle(window);
  const shift = (by: number) => show({ from: window.from + by, to: window.to + by });
  const step = (by: 1 | -1) => {
    const all = columns.ids.length;
    const inside = columns.from.findIndex((from) => from >= window.from);
    const next = chosen === null ? Math.max(0, inside) : Math.min(all - 1, Math.max(0, chosen + by));
    choose(next);
    const at = (columns.from[next]! + columns.to[next]!) / 2;
    if (at < window.from || at > window.to) show({ from: at - span / 2, to: at + span / 2 });
  };
  const act = (key: string): (() => unknown) | undefined => {
    switch (key) {
      case "ArrowLeft":
        return () => shift(-span / 8);
      case "ArrowRight":
        return () => shift(span / 8);
      case "+":
      case "=":
        return () => show(zoomed(window, 1 / 1.5, about, timelineLimit));
      case "-":
        return () => show(zoomed(window, 1.5, about, timelineLimit));
      case "Home":
        return () => show(wholeTime(columns));
      case "n":
        return () => step(1);
      case "p":
        return () => step(-1);
      case "Enter":
        return () => chosen !== null && open(chosen);
      default:
        return undefined;
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const action = act(event.key);
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  };
  return { chosen, onKey };
}

export function Timeline({ columns, lanes: by, compact = false }: Shown) {
  const process = useProcessId();
  const navigate = useNavigate();
  const [window, setWindow] = useState<Window>(() => mainTime(columns));
  const [hit, setHit] = useState<Hit | null>(null);
  const [listed, setListed] = useState(false);
  const lanes = useMemo(() => timelineLanes(columns, by, kindWords), [columns, by]);
  const open = (row: number) =>
    void navigate({
      to: "/p/$process/occurrences/$occurrence",
      params: { process, occurrence: columns.ids[row]! },
    });
  const { chosen, onKey } = useTimelineKeys(columns, window, setWindow, open);
  const zoom = (factor: number) => setWindow(zoomed(window, factor, middle(window), timelineLimit));
  const inView = useMemo(() => {
    if (!listed) return [];
    const rows = lanes.flatMap((lane) => rowsInView(lane, { columns, window }));
    return [...new Set(rows)].sort((left, right) => left - right);
  }, [listed, lanes, columns, window]);
  if (columns.ids.length === 0)
    return (
      <p className="unknown">
        Nothing can be placed in time yet
        {columns.undated > 0 && `; ${countWords(columns.undated, "occurrence")} without a date`}.
      </p>
    );
  const chosenWords =
    chosen === null
      ? ""
      : `${columns.labels[chosen]}, ${STATUSES[columns.statuses[chosen]!]}, ${rowDate(columns, chosen)}`;
  return (
    <div className="timeline" data-compact={compact || undefined}>
      <fieldset className="timeline-controls">
        <legend className="visually-hidden">Timeline</legend>
        <button type="button" className="button small" onClick={() => zoom(1 / 1.6)}>
          Closer
        </button>
        <button type="button" className="button small" onClick={() => zoom(1.6)}>
          Wider
        </button>
        <button type="button" className="button small" onClick={() => setWindow(wholeTime(columns))}>
          Whole time
        </button>
        <button
          type="button"
          className="button small"
          aria-pressed={listed}
          onClick={() => setListed(!listed)}
        >
          As a list
        </button>
        <Outside columns={columns} window={window} />
        {columns.undated > 0 && (
          <span className="fine">{countWords(columns.undated, "occurrence")} without a date not drawn</span>
        )}
      </fieldset>
      <div className="timeline-stage">
        <TimelineCanvas
          columns={columns}
          lanes={lanes}
          lines={compact ? 3 : 5}
          window={window}
          chosen={hit?.row ?? chosen}
          label={`Timeline of ${countWords(columns.ids.length, "occurrence")}. Arrows move, plus and minus zoom, n and p step from mark to mark, Enter opens. The button “As a list” gives the same in words.`}
          onWindow={setWindow}
          onHit={setHit}
          onPress={(pressed) => {
            if (pressed.row !== null) return open(pressed.row);
            setHit(null);
            setWindow(zoomed(window, 0.35, window.from, timelineLimit));
          }}
          onKey={onKey}
        />
        {hit && <TimelineTip columns={columns} hit={hit} />}
      </div>
      <p className={chosen === null ? "visually-hidden" : "timeline-chosen"} role="status">
        {chosenWords}
      </p>
      {listed && <TimelineList columns={columns} rows={inView} />}
    </div>
  );
}
