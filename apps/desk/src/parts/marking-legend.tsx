import { KINDS, STATUSES } from "@parley/protocol";
import { KIND_WORDS } from "../view/words.ts";
import { KindMark, StatusWord } from "./kind-mark.tsx";

/** What the marking means: colour by kind, line by status. */
export function MarkingLegend() {
  return (
    <details className="legend">
      <summary>How claims are marked</summary>
      <p>The tint tells the kind:</p>
      <ul className="chips">
        {KINDS.map((kind) => (
          <li key={kind} className="legend-kind" data-kind={kind}>
            <KindMark kind={kind} />
            {KIND_WORDS[kind].one}
          </li>
        ))}
      </ul>
      <p>The line and the mark before it tell the status:</p>
      <ul className="chips">
        {STATUSES.map((status) => (
          <li key={status}>
            <span className="claim" data-status={status} data-kind="none">
              <StatusWord status={status} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
