import type { FormEvent, ReactNode } from "react";
import { ChangeTrouble } from "./change-trouble.tsx";

interface Decided {
  title: string;
  send: string;
  /** What it lacks before it can be sent. */
  lacking?: string | null;
  pending: boolean;
  error: unknown;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A form for one decision on a contact. Enter sends, Escape closes. */
export function DecisionForm({ lacking = null, ...form }: Decided) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacking === null && !form.pending) form.onSend();
  };
  return (
    <form
      className="form decision-form"
      aria-label={form.title}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        form.onClose();
      }}
    >
      <h2>{form.title}</h2>
      {form.children}
      <ChangeTrouble error={form.error} />
      <p className="button-row">
        <button type="submit" className="button primary small" disabled={lacking !== null || form.pending}>
          {form.pending ? "Sending…" : form.send}
        </button>
        <button type="button" className="button quiet small" onClick={form.onClose}>
          Leave it
        </button>
        {lacking && <span className="hint">{lacking}</span>}
      </p>
    </form>
  );
}
