import type { ContactView } from "@parley/protocol";
import { useState } from "react";
import { DecisionForm } from "./decision-form.tsx";
import { instantOf } from "./times.ts";
import { useChange } from "./use-change.ts";

interface Ending {
  contact: ContactView;
  side: string;
  end: "adjourn" | "fail" | "cancel" | "reopen";
  title: string;
  onClose: () => void;
}

/** Adjourned, failed, cancelled or taken back: each with its reason. */
export function EndForm({ contact, side, end, title, onClose }: Ending) {
  const [reason, setReason] = useState("");
  const [day, setDay] = useState("");
  const change = useChange(contact, onClose);
  const until = day === "" ? null : instantOf(day, "00:00", contact.zone);
  return (
    <DecisionForm
      title={title}
      send={title}
      lacking={reason.trim() === "" ? "A reason is needed." : null}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={() =>
        change.mutate({
          side,
          change:
            end === "adjourn"
              ? { type: "adjourn", until, reason: reason.trim() }
              : { type: end, reason: reason.trim() },
        })
      }
    >
      <label className="field">
        <span>Reason, which all who take part see</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the form opens on a press that asks for it
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={2000}
          dir="auto"
          autoComplete="off"
        />
      </label>
      {end === "adjourn" && (
        <label className="field">
          <span>Until (may be left open)</span>
          <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </label>
      )}
    </DecisionForm>
  );
}
