import type { Verdict } from "@parley/protocol";
import { type FormEvent, type ReactNode, useState } from "react";
import { needsReason } from "../view/judgement-draft.ts";
import { VERDICT_WORDS } from "../view/words.ts";

interface Reasoned {
  verdict: Verdict;
  /** The button's words where they are not the verdict's. */
  send?: string;
  /** What the form above lacks before it can be sent. */
  lacking?: string | null;
  /** Where no other field stands above it. */
  focusReason: boolean;
  pending: boolean;
  error: Error | null;
  children?: ReactNode;
  onSend: (reason: string) => void;
  onCancel: () => void;
}

/** A verdict's reason, with what else the verdict needs above it. Enter sends, Escape closes. */
export function ReasonForm(props: Reasoned) {
  const { verdict, pending, focusReason, lacking = null } = props;
  const [reason, setReason] = useState("");
  const required = needsReason(verdict);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacking && !pending && (!required || reason.trim() !== "")) props.onSend(reason);
  };
  return (
    <form
      className="judgement-form"
      data-verdict={verdict}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        props.onCancel();
      }}
    >
      {props.children}
      <label className="field">
        <span>Reason{required ? "" : " (may be left out)"}</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the form opens on a key or a press that asks for it
          autoFocus={focusReason}
          value={reason}
          required={required}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          autoComplete="off"
        />
      </label>
      {props.error && (
        <p className="form-error" role="alert">
          Not recorded: {props.error.message}
        </p>
      )}
      <p className="button-row">
        <button type="submit" className="button primary" disabled={lacking !== null || pending}>
          {pending ? "Sending…" : (props.send ?? VERDICT_WORDS[verdict])}
        </button>
        <button type="button" className="button quiet" onClick={props.onCancel}>
          Cancel
        </button>
        {lacking && <span className="hint">{lacking}</span>}
      </p>
    </form>
  );
}
