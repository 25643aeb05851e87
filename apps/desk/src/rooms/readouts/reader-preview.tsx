/** The words in which the reader would find claims, as the text stands now. */
import type { ReadoutPreview, ReadoutText } from "@parley/protocol";
import { KINDS, type Kind } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { KIND_WORDS } from "../../view/words.ts";
import { previewText } from "./queries.ts";

/** Milliseconds without a key pressed before the text is looked at again. */
const PAUSE = 900;

interface Previewed {
  process: string;
  delegation: string;
  text: ReadoutText;
}

export function ReaderPreview({ process, delegation, text }: Previewed) {
  const [open, setOpen] = useState(false);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const preview = useQuery({
    queryKey: ["readout-preview", process, delegation, settled],
    queryFn: ({ signal }) => previewText(process, delegation, settled, signal),
    enabled: open && settled.text.trim() !== "",
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details className="reader-preview" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What the reader will find</summary>
      {preview.error && <p className="form-error">The reader does not answer: {preview.error.message}</p>}
      {preview.isPending && open && settled.text.trim() !== "" && <p className="hint">Reading…</p>}
      {settled.text.trim() === "" && <p className="hint">Nothing is written yet.</p>}
      {preview.data && <Found preview={preview.data} text={settled} />}
    </details>
  );
}

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);

function Found({ preview, text }: { preview: ReadoutPreview; text: ReadoutText }) {
  if (preview.unread)
    return <p className="hint">It will be kept and shown, and not be read: {preview.unread}</p>;
  const claims = preview.claims.filter(({ end }) => end <= text.text.length);
  if (!claims.length)
    return <p className="hint">No claim is found in it. It is still compared sentence by sentence.</p>;
  return (
    <ul className="found-claims">
      {claims.map(({ start, end, kind, type, status }) => (
        <li key={`${start}-${end}-${kind}-${type}`} data-kind={isKind(kind) ? kind : "none"}>
          <span className="found-kind">
            {isKind(kind) ? KIND_WORDS[kind].one : kind}
            {type && type !== kind ? `: ${type}` : ""}, {status}
          </span>
          <q dir="auto">{text.text.slice(start, end)}</q>
        </li>
      ))}
    </ul>
  );
}
