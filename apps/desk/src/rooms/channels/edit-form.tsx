import { LONGEST_MESSAGE, type MessageView } from "@parley/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Failure } from "../../api/client.ts";
import { changeMessage, historyQuery, putMessage } from "./queries.ts";

interface Editing {
  message: MessageView;
  process: string;
  onDone: () => void;
}

/** Another version of a message. Where somebody else changed it meanwhile, what was typed stays and both are shown. */
export function EditForm({ message, process, onDone }: Editing) {
  const client = useQueryClient();
  const [text, setText] = useState(message.text ?? "");
  const [revision, setRevision] = useState(message.revision);
  const [stands, setStands] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      const change = { type: "edit" as const, text, language: message.language };
      const body = { command: crypto.randomUUID(), revision, change };
      putMessage(client, process, await changeMessage(process, message.id, body));
      onDone();
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      setError(cause.message);
      if (cause.code === "moved-on") {
        const now = await client.fetchQuery({ ...historyQuery(process, message.id), staleTime: 0 });
        setStands(now.message.text);
        setRevision(now.message.revision);
      }
    } finally {
      setBusy(false);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onDone();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className="edit-form" onSubmit={submit}>
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
      {error && (
        <p className="form-error" role="alert">
          {error}
        </p>
      )}
      {stands !== null && (
        <p className="message-text" dir="auto">
          <span className="hint">It says now: </span>
          {stands}
        </p>
      )}
      <p className="button-row">
        <button type="submit" className="button primary small" disabled={busy || text === message.text}>
          Save
        </button>
        <button type="button" className="button quiet small" onClick={onDone}>
          Cancel
        </button>
        <span className="hint">Earlier versions stay to be seen.</span>
      </p>
    </form>
  );
}
