import type { Kind, Status } from "@parley/protocol";
import { KIND_PATHS, STATUS_GLYPHS } from "../view/glyphs.ts";
import { STATUS_MEANING } from "../view/words.ts";

/** The kind's drawn mark; the kind's word stands beside it or is spoken there. */
export function KindMark({ kind }: { kind: Kind }) {
  return (
    <svg className="kind-mark" data-kind={kind} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={KIND_PATHS[kind]} />
    </svg>
  );
}

export function StatusGlyph({ status }: { status: Status }) {
  const glyph = STATUS_GLYPHS[status];
  return (
    <svg className="status-glyph" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      {glyph.fill && <path className="filled" d={glyph.fill} />}
      {glyph.stroke && <path className="stroked" d={glyph.stroke} />}
    </svg>
  );
}

/** The status as mark and word: the word is never left out. */
export function StatusWord({ status }: { status: Status }) {
  return (
    <span className="status-word" data-status={status} title={STATUS_MEANING[status]}>
      <StatusGlyph status={status} />
      {status}
    </span>
  );
}
