import type { ContactView, InvitedSide } from "@parley/protocol";
import { type FormEvent, useState } from "react";
import { ChangeTrouble } from "./change-trouble.tsx";
import { emptyTime, TimeRows, type TypedTime, timesOf, typedFrom } from "./time-rows.tsx";
import { betweenWords } from "./times.ts";
import { useChange } from "./use-change.ts";

interface Answering {
  side: InvitedSide;
  contact: ContactView;
  onClose: () => void;
}

type Given = "accepted" | "declined" | "other-times";
const CHOICES: [Given, string][] = [
  ["accepted", "Accept"],
  ["other-times", "Offer other times"],
  ["declined", "Decline"],
];

/** Escape closes it, Enter sends. */
export function AnswerForm({ side, contact, onClose }: Answering) {
  const zone = contact.agreed?.zone ?? contact.zone;
  const open = [
    ...contact.times,
    ...(contact.agreed && !contact.times.some((time) => time.id === contact.agreed?.id)
      ? [contact.agreed]
      : []),
  ];
  const [given, setGiven] = useState<Given>(side.answer === "none" ? "accepted" : side.answer);
  const [suits, setSuits] = useState<string[]>(() =>
    side.suits.length
      ? side.suits.filter((id) => open.some((time) => time.id === id))
      : open.length === 1
        ? [open[0]!.id]
        : [],
  );
  const [rows, setRows] = useState<TypedTime[]>(() =>
    side.offers.length ? side.offers.map((time) => typedFrom(time, zone)) : [emptyTime()],
  );
  const [reason, setReason] = useState(side.reason);
  const change = useChange(contact, onClose);
  const offers = given === "other-times" ? timesOf(rows, zone) : [];
  const lacking =
    given === "accepted" && open.length > 0 && !suits.length
      ? "Say which of the times suit."
      : given === "other-times" && !offers.length
        ? "Offer at least one time."
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacking || change.isPending) return;
    change.mutate({
      side: side.delegation,
      change: {
        type: "answer",
        answer: given,
        suits: given === "declined" ? [] : suits,
        offers,
        reason: reason.trim(),
      },
    });
  };
  return (
    <form
      className="form answer-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <fieldset className="button-row">
        <legend className="visually-hidden">Answer</legend>
        {CHOICES.map(([choice, word]) => (
          <button
            key={choice}
            type="button"
            className="button small"
            aria-pressed={given === choice}
            onClick={() => setGiven(choice)}
          >
            {word}
          </button>
        ))}
      </fieldset>
      {given !== "declined" && open.length > 0 && (
        <fieldset className="check-list">
          <legend>{given === "accepted" ? "Which suit" : "Which would do as well"}</legend>
          {open.map((time) => (
            <label key={time.id} className="check">
              <input
                type="checkbox"
                checked={suits.includes(time.id)}
                onChange={(event) =>
                  setSuits(event.target.checked ? [...suits, time.id] : suits.filter((id) => id !== time.id))
                }
              />
              {betweenWords(time, zone)}
            </label>
          ))}
        </fieldset>
      )}
      {given === "other-times" && <TimeRows rows={rows} zone={zone} others={[]} onChange={setRows} />}
      <label className="field">
        <span>{given === "declined" ? "Reason (may be left out)" : "Note (may be left out)"}</span>
        <input
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={2000}
          dir="auto"
          autoComplete="off"
        />
      </label>
      <ChangeTrouble error={change.error} />
      <p className="button-row">
        <button
          type="submit"
          className="button primary small"
          disabled={lacking !== null || change.isPending}
        >
          {change.isPending ? "Sending…" : "Send the answer"}
        </button>
        <button type="button" className="button quiet small" onClick={onClose}>
          Leave it
        </button>
        {lacking && <span className="hint">{lacking}</span>}
      </p>
    </form>
  );
}
