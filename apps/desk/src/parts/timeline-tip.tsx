import { KINDS, STATUSES, type Timeline } from "@parley/protocol";
import { countWords, KIND_WORDS } from "../view/words.ts";
import { KindMark, StatusWord } from "./kind-mark.tsx";
import type { Hit } from "./timeline-canvas.tsx";

const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
const DAY = 86_400_000;

/** A row's time in words, from its bounds; the occurrence's own page says how it is known. */
export function rowDate(columns: Timeline, row: number): string {
  const from = columns.from[row]!;
  const to = columns.to[row]!;
  const words =
    to === from
      ? `${clock.format(from)} UTC`
      : to - from < DAY
        ? date.format(from)
        : date.formatRange(from, to);
  return columns.uncertain[row] === 1 ? `${words}, not stated so` : words;
}

export function TimelineTip({ columns, hit }: { columns: Timeline; hit: Hit }) {
  const { row } = hit;
  const kind = row === null ? undefined : KINDS[columns.kinds[row]!];
  const status = row === null ? undefined : STATUSES[columns.statuses[row]!];
  return (
    <div
      className="timeline-tip"
      aria-hidden="true"
      style={{ insetBlockStart: hit.y + 18, "--tip-x": `${hit.x}px` }}
    >
      {row === null || !kind || !status ? (
        <p>{countWords(hit.count, "occurrence")} here; press to look closer</p>
      ) : (
        <>
          <p className="line-facts">
            <span className="with-mark">
              <KindMark kind={kind} />
              {KIND_WORDS[kind].one}
            </span>
            <StatusWord status={status} />
            {columns.background[row] === 1 && <span>told as background</span>}
          </p>
          <p className="tip-label">{columns.labels[row]}</p>
          <p className="fine">{rowDate(columns, row)}</p>
        </>
      )}
    </div>
  );
}
