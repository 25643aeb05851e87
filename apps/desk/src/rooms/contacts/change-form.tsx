import { CONTACT_TYPES, type ContactType, type ContactView } from "@parley/protocol";
import { useMemo, useState } from "react";
import type { Acting } from "../delegations.ts";
import { sidesOf } from "./acting.ts";
import { DecisionForm } from "./decision-form.tsx";
import { Finder } from "./finder.tsx";
import { MeetingPoint, type MeetingPointTyped, placeAndJoin } from "./meeting-point.tsx";
import { sameTimes, TimeRows, type TypedTime, timesOf, typedFrom } from "./time-rows.tsx";
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

interface Typed {
  type: ContactType;
  title: string;
  persons: string;
  zone: string;
  rows: TypedTime[];
  point: Partial<MeetingPointTyped>;
}

/**
 * Holds only what was typed here; every other field shows what stands, also where somebody changes it meanwhile. So
 * nothing is sent but what this person wants to be different.
 */
export function ChangeForm({ contact, acting, side, onClose }: Changing) {
  const [typed, setTyped] = useState<Partial<Typed>>({});
  const [finding, setFinding] = useState(false);
  const change = useChange(contact, onClose);
  const set = <K extends keyof Typed>(field: K, value: Typed[K]) => setTyped({ ...typed, [field]: value });
  const { type = contact.type, title = contact.title, zone = contact.zone } = typed;
  const zoneKnown = isZone(zone);
  // In another zone the clock shows another time for what stands: only what is typed is meant by the clock.
  const clock = zoneKnown ? zone : contact.zone;
  const standing = useMemo(() => contact.times.map((time) => typedFrom(time, clock)), [contact.times, clock]);
  const { rows = standing } = typed;
  const { persons = contact.persons.join(", ") } = typed;
  const point = { place: contact.place ?? "", link: contact.join ?? "", make: false, ...typed.point };
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
        <input
          value={title}
          onChange={(event) => set("title", event.target.value)}
          maxLength={300}
          dir="auto"
        />
      </label>
      <label className="field">
        <span>What it is</span>
        <select value={type} onChange={(event) => set("type", event.target.value as ContactType)}>
          {CONTACT_TYPES.map((one) => (
            <option key={one} value={one}>
              {CONTACT_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Who comes for {acting.name(contact.convener)}</span>
        <input value={persons} onChange={(event) => set("persons", event.target.value)} autoComplete="off" />
      </label>
      <ZoneField
        label="Times, by the clock of"
        value={zone}
        onChange={(name) => set("zone", name)}
        invalid={!zoneKnown}
      />
      {zoneKnown && <TimeRows rows={rows} zone={zone} others={[]} onChange={(next) => set("rows", next)} />}
      {zoneKnown && (
        <details open={finding} onToggle={(event) => setFinding(event.currentTarget.open)}>
          <summary>Find times that suit everybody</summary>
          {finding && (
            <Finder
              process={contact.process}
              delegations={sidesOf(contact)}
              zone={zone}
              name={acting.name}
              onChoose={(time) =>
                set("rows", [...rows.filter((row) => row.day !== ""), typedFrom(time, zone)])
              }
            />
          )}
        </details>
      )}
      <MeetingPoint
        process={contact.process}
        typed={point}
        onChange={(next) => set("point", { ...typed.point, ...differing(point, next) })}
      />
    </DecisionForm>
  );
}

/** The fields of `next` that are other than they were. */
const differing = <T extends object>(before: T, next: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(next).filter(([field, value]) => before[field as keyof T] !== value),
  ) as Partial<T>;
