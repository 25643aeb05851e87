import { CONTACT_TYPES, type ContactType, type ContactView } from "@parley/protocol";
import { useState } from "react";
import type { Acting } from "../delegations.ts";
import { sidesOf } from "./acting.ts";
import { DecisionForm } from "./decision-form.tsx";
import { Finder } from "./finder.tsx";
import { MeetingPoint, placeAndJoin } from "./meeting-point.tsx";
import { sameTimes, TimeRows, timesOf, typedFrom } from "./time-rows.tsx";
import { isZone } from "./times.ts";
import { namesOf } from "./typed-lists.ts";
import { useChange } from "./use-change.ts";
import { CONTACT_WORDS } from "./words.ts";
import { ZoneField } from "./zone-field.tsx";

interface Changing {
  contact: ContactView;
  acting: Acting;
  side: string;
  onClose: () => void;
}

/** Only what is typed differently is sent, so that nobody else's change is overwritten. */
export function ChangeForm({ contact, acting, side, onClose }: Changing) {
  const [type, setType] = useState<ContactType>(contact.type);
  const [title, setTitle] = useState(contact.title);
  const [persons, setPersons] = useState(contact.persons.join(", "));
  const [zone, setZone] = useState(contact.zone);
  const [rows, setRows] = useState(() => contact.times.map((time) => typedFrom(time, contact.zone)));
  const [point, setPoint] = useState({ place: contact.place ?? "", link: contact.join ?? "", make: false });
  const [finding, setFinding] = useState(false);
  const change = useChange(contact, onClose);
  const zoneKnown = isZone(zone);
  const times = zoneKnown ? timesOf(rows, zone) : [];
  const { place, join } = placeAndJoin(point);
  const changed = {
    ...(type !== contact.type ? { type } : {}),
    ...(title.trim() !== contact.title ? { title: title.trim() } : {}),
    ...(namesOf(persons).join() !== contact.persons.join() ? { persons: namesOf(persons) } : {}),
    ...(zone !== contact.zone ? { zone } : {}),
    ...(sameTimes(contact.times, times) ? {} : { times }),
    ...(place !== contact.place ? { place } : {}),
    ...(join !== contact.join ? { join } : {}),
  };
  const lacking =
    title.trim() === ""
      ? "It needs a title."
      : !zoneKnown
        ? "Name a zone."
        : Object.keys(changed).length === 0
          ? "Nothing is different yet."
          : null;
  return (
    <DecisionForm
      title="Change it"
      send="Send the change"
      lacking={lacking}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={() => change.mutate({ side, change: { type: "change", change: changed } })}
    >
      <label className="field">
        <span>Title</span>
        <input value={title} onChange={(event) => setTitle(event.target.value)} maxLength={300} dir="auto" />
      </label>
      <label className="field">
        <span>What it is</span>
        <select value={type} onChange={(event) => setType(event.target.value as ContactType)}>
          {CONTACT_TYPES.map((one) => (
            <option key={one} value={one}>
              {CONTACT_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Who comes for {acting.name(contact.convener)}</span>
        <input value={persons} onChange={(event) => setPersons(event.target.value)} autoComplete="off" />
      </label>
      <ZoneField label="Times, by the clock of" value={zone} onChange={setZone} invalid={!zoneKnown} />
      {zoneKnown && <TimeRows rows={rows} zone={zone} others={[]} onChange={setRows} />}
      {zoneKnown && (
        <details open={finding} onToggle={(event) => setFinding(event.currentTarget.open)}>
          <summary>Find times that suit everybody</summary>
          {finding && (
            <Finder
              process={contact.process}
              delegations={sidesOf(contact)}
              zone={zone}
              name={acting.name}
              onChoose={(time) => setRows([...rows.filter((row) => row.day !== ""), typedFrom(time, zone)])}
            />
          )}
        </details>
      )}
      <MeetingPoint process={contact.process} typed={point} onChange={setPoint} />
    </DecisionForm>
  );
}
