/** When and where: each time by the clock of every side. */
import type { ContactView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { Section } from "../../parts/section.tsx";
import type { Acting } from "../delegations.ts";
import { sidesOf } from "./acting.ts";
import { workingTimesQuery } from "./api.ts";
import { type Between, betweenWords, ownZone, zoneWords } from "./times.ts";

interface Shown {
  contact: ContactView;
  acting: Acting;
}

interface Clock {
  zone: string;
  whose: string[];
}

/** The zone as worded first, then one clock for each zone of those who take part, and this browser's. */
function useClocks({ contact, acting }: Shown): Clock[] {
  const stated = useQuery(workingTimesQuery(contact.process)).data?.times ?? [];
  const clocks = new Map<string, string[]>([[contact.agreed?.zone ?? contact.zone, ["as worded"]]]);
  const add = (zone: string, whose: string) => clocks.set(zone, [...(clocks.get(zone) ?? []), whose]);
  for (const side of sidesOf(contact)) {
    const zone = stated.find((one) => one.delegation === side)?.zone;
    if (zone) add(zone, acting.name(side));
  }
  add(ownZone(), "here");
  return [...clocks].map(([zone, whose]) => ({ zone, whose }));
}

function ByClock({ time, clocks }: { time: Between; clocks: Clock[] }) {
  return (
    <table className="clocks">
      <tbody>
        {clocks.map(({ zone, whose }) => (
          <tr key={zone}>
            <th scope="row">
              {zoneWords(zone)} <span className="zone">{whose.join(", ")}</span>
            </th>
            <td>
              <time dateTime={time.start}>{betweenWords(time, zone)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ContactTimes({ contact, acting }: Shown) {
  const clocks = useClocks({ contact, acting });
  const { held, agreed, times, place, join, state, until } = contact;
  const zone = agreed?.zone ?? contact.zone;
  const standing = held ? { start: held.from, end: held.to } : agreed;
  const open = times.filter((time) => time.id !== agreed?.id);
  const suiting = (id: string) =>
    contact.invited.filter((one) => one.suits.includes(id)).map((one) => acting.name(one.delegation));
  return (
    <Section title="When and where">
      {standing && <ByClock time={standing} clocks={clocks} />}
      {!standing && times.length === 0 && <p className="unknown">No time is proposed yet.</p>}
      {state === "adjourned" && (
        <p>
          {until
            ? `Adjourned until ${betweenWords({ start: until, end: until }, zone).split("–")[0]}.`
            : "Adjourned, until when is open."}
        </p>
      )}
      {open.length > 0 && !held && (
        <>
          {standing && <h3 className="minor">Other times that were proposed</h3>}
          <ul className="proposed-times">
            {open.map((time) => (
              <li key={time.id}>
                <ByClock time={time} clocks={clocks} />
                <p className="hint">
                  {suiting(time.id).length
                    ? `Suits ${suiting(time.id).join(", ")}`
                    : "Accepted by nobody yet"}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {(place || join) && (
        <p className="meeting-point">
          {place && <bdi>{place}</bdi>}
          {join && (
            <a href={join} rel="noreferrer noopener" target="_blank" className="button">
              Join
            </a>
          )}
        </p>
      )}
    </Section>
  );
}
