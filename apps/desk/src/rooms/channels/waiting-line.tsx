import { LONGEST_MESSAGE } from "@parley/protocol";
import { type KeyboardEvent, useState } from "react";
import { discard, rewrite } from "./outbox.ts";
import type { Waiting } from "./outbox-store.ts";
import { useOutbox } from "./use-outbox.ts";
import { timeWords } from "./words.ts";

/** A message that is not sent yet: it can still be written anew, or dropped. */
export function WaitingLine({ waiting, name }: { waiting: Waiting; name: string }) {
  const { sending, held } = useOutbox();
  const [text, setText] = useState<string | null>(null);
  const onItsWay = sending?.place === waiting.place;
  const save = () => {
    if (text !== null) void rewrite(waiting.place, text);
    setText(null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") setText(null);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <li className="message" data-waiting={waiting.refused ? "refused" : "waiting"}>
      <header className="message-head">
        <strong dir="auto">{name}</strong>
        <time dateTime={waiting.writtenAt}>{timeWords(waiting.writtenAt)}</time>
        <span className="waiting-word" role="status">
          {onItsWay
            ? "being sent"
            : waiting.refused
              ? "not sent"
              : held === "signed-out"
                ? "kept; sign in again and it is sent"
                : "waiting for a line"}
        </span>
      </header>
      {text === null ? (
        <p className="message-text" dir="auto">
          {waiting.text}
        </p>
      ) : (
        <label className="field">
          <span className="visually-hidden">Message</span>
          <textarea
            // biome-ignore lint/a11y/noAutofocus: the person asked for this field just now
            autoFocus
            dir="auto"
            value={text}
            maxLength={LONGEST_MESSAGE}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
        </label>
      )}
      {waiting.files.length > 0 && (
        <p className="hint">{waiting.files.map((file) => file.name).join(", ")}</p>
      )}
      {onItsWay && waiting.files.length > 0 && (
        <progress value={sending.share} max={1} aria-label="Sent of its files" />
      )}
      {waiting.refused && (
        <p className="form-error" role="alert">
          {waiting.refused}
        </p>
      )}
      {!onItsWay && (
        <p className="button-row">
          {text === null ? (
            <button type="button" className="button small" onClick={() => setText(waiting.text)}>
              Edit
            </button>
          ) : (
            <button type="button" className="button primary small" onClick={save}>
              Keep this
            </button>
          )}
          <button type="button" className="button quiet small" onClick={() => void discard(waiting.place)}>
            Discard
          </button>
        </p>
      )}
    </li>
  );
}
