import type { ContactView } from "@parley/protocol";
import { useState } from "react";
import type { Acting } from "../delegations.ts";
import { sidesOf } from "./acting.ts";
import { DecisionForm } from "./decision-form.tsx";
import { shownAt, spanOf, zoneWords } from "./times.ts";
import { namesOf } from "./typed-lists.ts";
import { useChange } from "./use-change.ts";

interface Holding {
  contact: ContactView;
  acting: Acting;
  side: string;
  onClose: () => void;
}

/** From when to when it was held, and who came. */
export function HoldForm({ contact, acting, side, onClose }: Holding) {
  const zone = contact.agreed?.zone ?? contact.zone;
  const time = contact.agreed ?? contact.times[0];
  const [day, setDay] = useState(() => (time ? shownAt(time.start, zone).day : ""));
  const [from, setFrom] = useState(() => (time ? shownAt(time.start, zone).clock : "10:00"));
  const [to, setTo] = useState(() => (time ? shownAt(time.end, zone).clock : "11:00"));
  const expected = (delegation: string) =>
    delegation === contact.convener
      ? contact.persons
      : (contact.invited.find((one) => one.delegation === delegation)?.persons ?? []);
  const [came, setCame] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      sidesOf(contact)
        .filter((one) => contact.invited.find((other) => other.delegation === one)?.answer !== "declined")
        .map((one) => [one, expected(one).join(", ")]),
    ),
  );
  const change = useChange(contact, onClose);
  const span = spanOf(day, { from, to }, zone);
  const attended = sidesOf(contact)
    .filter((one) => one in came)
    .map((delegation) => ({ delegation, persons: namesOf(came[delegation] ?? "") }));
  return (
    <DecisionForm
      title="It was held"
      send="Note that it was held"
      lacking={!span ? "Say when it was." : attended.length < 2 ? "At least two delegations came." : null}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={() =>
        change.mutate({ side, change: { type: "hold", from: span!.start, to: span!.end, attended } })
      }
    >
      <div className="field-row">
        <label className="field">
          <span>Day, in {zoneWords(zone)}</span>
          <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </label>
        <label className="field">
          <span>From</span>
          <input type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>To</span>
          <input type="time" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
      </div>
      <fieldset className="invite-list">
        <legend>Who came</legend>
        {sidesOf(contact).map((one) => (
          <div key={one} className="invite-row">
            <label className="check">
              <input
                type="checkbox"
                checked={one in came}
                onChange={(event) => {
                  const { [one]: _, ...rest } = came;
                  setCame(event.target.checked ? { ...rest, [one]: expected(one).join(", ") } : rest);
                }}
              />
              <bdi>{acting.name(one)}</bdi>
            </label>
            {one in came && (
              <input
                aria-label={`Who came for ${acting.name(one)}`}
                placeholder="Names, parted by commas"
                value={came[one]}
                onChange={(event) => setCame({ ...came, [one]: event.target.value })}
                autoComplete="off"
              />
            )}
          </div>
        ))}
      </fieldset>
    </DecisionForm>
  );
}
