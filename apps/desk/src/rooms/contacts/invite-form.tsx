import type { ContactView } from "@parley/protocol";
import { useState } from "react";
import type { Acting } from "../delegations.ts";
import { sidesOf } from "./acting.ts";
import { DecisionForm } from "./decision-form.tsx";
import { namesOf } from "./typed-lists.ts";
import { useChange } from "./use-change.ts";

interface Inviting {
  contact: ContactView;
  acting: Acting;
  side: string;
  onClose: () => void;
}

/** One delegation at a time: invited, its persons named anew, or withdrawn. */
export function InviteForm({ contact, acting, side, onClose }: Inviting) {
  const here = sidesOf(contact);
  const further = acting.all.filter((one) => !here.includes(one.id));
  const [delegation, setDelegation] = useState(further[0]?.id ?? contact.invited[0]!.delegation);
  const invited = contact.invited.find((one) => one.delegation === delegation);
  const [act, setAct] = useState<"persons" | "withdraw">("persons");
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const change = useChange(contact, onClose);
  const persons = typed ?? invited?.persons.join(", ") ?? "";
  const withdrawing = invited !== undefined && act === "withdraw";
  const send = () => {
    if (withdrawing) return { type: "withdraw" as const, delegation, reason: reason.trim() };
    const names = namesOf(persons);
    return invited
      ? { type: "name-persons" as const, delegation, persons: names }
      : { type: "invite" as const, delegation, persons: names };
  };
  return (
    <DecisionForm
      title="Invite or withdraw"
      send={withdrawing ? "Withdraw the invitation" : invited ? "Name who comes" : "Invite"}
      lacking={
        withdrawing && contact.invited.length === 1 ? "Nobody else is invited: cancel it instead." : null
      }
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={() => change.mutate({ side, change: send() })}
    >
      <label className="field">
        <span>Delegation</span>
        <select
          value={delegation}
          onChange={(event) => {
            setDelegation(event.target.value);
            setTyped(null);
          }}
        >
          {further.length > 0 && (
            <optgroup label="Not invited yet">
              {further.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label="Invited">
            {contact.invited.map((one) => (
              <option key={one.delegation} value={one.delegation}>
                {acting.name(one.delegation)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {invited && (
        <fieldset className="button-row">
          <legend className="visually-hidden">What to do</legend>
          {(["persons", "withdraw"] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="button small"
              aria-pressed={act === one}
              onClick={() => setAct(one)}
            >
              {one === "persons" ? "Name who comes" : "Withdraw"}
            </button>
          ))}
        </fieldset>
      )}
      {withdrawing ? (
        <label className="field">
          <span>Reason (may be left out)</span>
          <input
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={2000}
            dir="auto"
          />
        </label>
      ) : (
        <label className="field">
          <span>Who is asked to come</span>
          <input
            value={persons}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="Names, parted by commas"
            autoComplete="off"
          />
        </label>
      )}
    </DecisionForm>
  );
}
