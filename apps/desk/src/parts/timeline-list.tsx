import { KINDS, STATUSES, type Timeline } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { countWords, KIND_WORDS } from "../view/words.ts";
import { KindMark, StatusWord } from "./kind-mark.tsx";
import { useProcessId } from "./process-id.ts";
import { rowDate } from "./timeline-tip.tsx";

const STEP = 100;

/** The same window of time in words, in order. */
export function TimelineList({ columns, rows }: { columns: Timeline; rows: number[] }) {
  const process = useProcessId();
  const [shown, setShown] = useState(STEP);
  return (
    <section className="timeline-list" aria-label="Occurrences in view">
      <p className="fine">{countWords(rows.length, "occurrence")} in view</p>
      <ol>
        {rows.slice(0, shown).map((row) => {
          const kind = KINDS[columns.kinds[row]!] ?? "contact";
          const status = STATUSES[columns.statuses[row]!] ?? "happened";
          return (
            <li key={columns.ids[row]}>
              <span className="list-date">{rowDate(columns, row)}</span>
              <span className="list-what">
                <KindMark kind={kind} />
                <Link
                  to="/p/$process/occurrences/$occurrence"
                  params={{ process, occurrence: columns.ids[row]! }}
                  data-stop=""
                >
                  <span className="visually-hidden">{KIND_WORDS[kind].one}: </span>
                  {columns.labels[row]}
                </Link>
                <StatusWord status={status} />
                {columns.background[row] === 1 && <span className="fine">background</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, rows.length - shown)} more
        </button>
      )}
    </section>
  );
}
