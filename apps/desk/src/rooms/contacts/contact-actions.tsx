/** What the convening delegation decides: the time, who is invited, and what came of it. */
import type { ContactView } from "@parley/protocol";
import { useState } from "react";
import type { Acting } from "../delegations.ts";
import { convenerIn } from "./acting.ts";
import { ChangeForm } from "./change-form.tsx";
import { ChangeTrouble } from "./change-trouble.tsx";
import { EndForm } from "./end-form.tsx";
import { HoldForm } from "./hold-form.tsx";
import { InviteForm } from "./invite-form.tsx";
import { betweenWords } from "./times.ts";
import { useChange } from "./use-change.ts";
import { RECORDED } from "./words.ts";

type Form = "change" | "invite" | "hold" | "adjourn" | "fail" | "cancel" | "reopen";
const WORDS: Record<Form, string> = {
  change: "Change it",
  invite: "Invite or withdraw",
  hold: "It was held",
  adjourn: "Adjourn it",
  fail: "It failed",
  cancel: "Cancel it",
  reopen: "Take that back",
};

function formsOf({ state }: ContactView): Form[] {
  if (state === "proposed") return ["change", "invite", "hold", "fail", "cancel"];
  if (state === "agreed") return ["hold", "change", "invite", "adjourn", "fail", "cancel"];
  if (state === "adjourned") return ["change", "invite", "hold", "fail", "cancel", "reopen"];
  return ["reopen"];
}

export function ContactActions({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const convener = convenerIn(contact, acting);
  const [form, setForm] = useState<Form | null>(null);
  if (!convener) return null;
  const forms = formsOf(contact);
  const shown = form && forms.includes(form) ? form : null;
  const close = () => setForm(null);
  const common = { contact, acting, side: convener.delegation, onClose: close };
  return (
    <section className="section actions" aria-label="What the convener decides">
      {convener.noted && acting.mode !== "single" && <p className="hint">{RECORDED}</p>}
      {!shown && <Settle contact={contact} side={convener.delegation} acting={acting} />}
      {shown === null ? (
        <p className="button-row">
          {forms.map((one) => (
            <button key={one} type="button" className="button small" onClick={() => setForm(one)}>
              {WORDS[one]}
            </button>
          ))}
        </p>
      ) : shown === "change" ? (
        <ChangeForm {...common} />
      ) : shown === "invite" ? (
        <InviteForm {...common} />
      ) : shown === "hold" ? (
        <HoldForm {...common} />
      ) : (
        <EndForm {...common} end={shown} title={WORDS[shown]} />
      )}
    </section>
  );
}

/** Times that a side accepted, each to be settled with one press. */
function Settle({ contact, side, acting }: { contact: ContactView; side: string; acting: Acting }) {
  const change = useChange(contact);
  if (["held", "failed", "cancelled"].includes(contact.state)) return null;
  const zone = contact.zone;
  const offered = contact.invited.flatMap((one) => one.offers);
  const settleable = [...contact.times, ...offered].filter(
    (time) =>
      (contact.state !== "agreed" || time.id !== contact.agreed?.id) &&
      contact.invited.some((one) => one.suits.includes(time.id)),
  );
  if (!settleable.length) return null;
  return (
    <div className="settle">
      <h2>{contact.state === "agreed" ? "Move it to" : "Settle the time"}</h2>
      <ul>
        {settleable.map((time) => {
          const suits = contact.invited.filter((one) => one.suits.includes(time.id));
          return (
            <li key={time.id}>
              <button
                type="button"
                className={contact.state === "agreed" ? "button" : "button primary"}
                disabled={change.isPending}
                onClick={() => change.mutate({ side, change: { type: "settle", time: time.id } })}
              >
                {betweenWords(time, zone)}
              </button>
              <span className="hint">suits {suits.map((one) => acting.name(one.delegation)).join(", ")}</span>
            </li>
          );
        })}
      </ul>
      <ChangeTrouble error={change.error} />
    </div>
  );
}
