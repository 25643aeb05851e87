/** The field to write in. What is typed stays when one goes to another page and comes back. */
import { LONGEST_MESSAGE, MOST_FILES } from "@parley/protocol";
import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Voice } from "./acting-as.ts";
import { sizeWords } from "./words.ts";

export interface Composed {
  text: string;
  files: File[];
}
interface Composing {
  channel: string;
  voices: Voice[];
  /** Null while there is no line to ask whose it is. */
  voice: Voice | null;
  inThread: boolean;
  onVoice: (delegation: string) => void;
  onSend: (composed: Composed) => void;
}

/** The server takes no larger ones; told before anything is sent. */
const LARGEST = 25 * 1024 * 1024;

const drafts = new Map<string, Composed>();
const EMPTY: Composed = { text: "", files: [] };

export function Composer({ channel, voices, voice, inThread, onVoice, onSend }: Composing) {
  const [draft, setDraft] = useState(() => drafts.get(channel) ?? EMPTY);
  const [wrong, setWrong] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (inThread) field.current?.focus();
  }, [inThread]);
  const change = (next: Composed) => {
    drafts.set(channel, next);
    setDraft(next);
  };
  const attach = (given: File[]) => {
    const large = given.find((file) => file.size > LARGEST);
    const fitting = given.filter((file) => file.size <= LARGEST);
    const files = [...draft.files, ...fitting];
    setWrong(
      large
        ? `${large.name} is larger than ${sizeWords(LARGEST)}.`
        : files.length > MOST_FILES
          ? `A message holds no more than ${MOST_FILES} files.`
          : null,
    );
    change({ ...draft, files: files.slice(0, MOST_FILES) });
  };
  const ready = draft.text.trim() !== "" || draft.files.length > 0;
  const submit = () => {
    if (!ready) return;
    onSend(draft);
    setWrong(null);
    change(EMPTY);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    attach(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    attach([...event.dataTransfer.files]);
  };
  return (
    <form
      className="composer"
      data-over={over || undefined}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label className="composer-field">
        <span className="visually-hidden">{inThread ? "Reply" : "Message"}</span>
        <textarea
          ref={field}
          dir="auto"
          rows={2}
          value={draft.text}
          maxLength={LONGEST_MESSAGE}
          placeholder={inThread ? "Reply in this thread" : "Write a message"}
          onChange={(event) => change({ ...draft, text: event.target.value })}
          onKeyDown={onKey}
          onPaste={onPaste}
        />
      </label>
      {draft.files.length > 0 && (
        <ul className="composer-files">
          {draft.files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file is its place in the list; two may have one name
            <li key={at}>
              <span dir="auto">{file.name}</span> <span className="hint">{sizeWords(file.size)}</span>
              <button
                type="button"
                className="link-button"
                onClick={() => change({ ...draft, files: draft.files.filter((_, i) => i !== at) })}
              >
                Remove<span className="visually-hidden"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {wrong && (
        <p className="form-error" role="alert">
          {wrong}
        </p>
      )}
      <div className="composer-row">
        {voices.length > 1 && voice ? (
          <label className="composer-voice">
            <span>As</span>
            <select value={voice.delegation.id} onChange={(event) => onVoice(event.target.value)}>
              {voices.map(({ delegation, noted }) => (
                <option key={delegation.id} value={delegation.id}>
                  {noted ? `${delegation.name}, noted by us` : delegation.name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <span className="hint" dir="auto">
            {voice ? `As ${voice.delegation.name}` : ""}
          </span>
        )}
        <label className="button quiet small file-choice">
          Attach
          <input
            type="file"
            multiple
            onChange={(event) => {
              attach([...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
        </label>
        <button type="submit" className="button primary" disabled={!ready} aria-keyshortcuts="Control+Enter">
          Send
          <span className="key keyboard-only" aria-hidden="true">
            Ctrl ⏎
          </span>
        </button>
      </div>
    </form>
  );
}
