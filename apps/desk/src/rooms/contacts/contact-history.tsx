import type { ContactEntry, ContactView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import type { Acting } from "../delegations.ts";
import { InstantWords } from "../people/instant-words.tsx";
import { historyQuery } from "./api.ts";
import { betweenWords } from "./times.ts";
import { deedOf, RECORDED } from "./words.ts";

/** What happened, latest first, as far as this person's side was there. */
export function ContactHistory({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const query = useQuery(historyQuery(contact.process, contact.id));
  const entries = [...(query.data?.entries ?? [])].reverse();
  if (!entries.length) return null;
  return (
    <details className="section contact-history" open>
      <summary>
        <h2>What happened</h2>
      </summary>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Deed entry={entry} contact={contact} acting={acting} />
          </li>
        ))}
      </ol>
    </details>
  );
}

interface Told {
  entry: ContactEntry;
  contact: ContactView;
  acting: Acting;
}

function Deed({ entry, contact, acting }: Told) {
  const { by, about, time, words, recordedBy, type } = entry;
  const proposed = type === "contact-proposed";
  return (
    <>
      <p>
        <bdi className="side-name">{acting.name(by)}</bdi> {deedOf(entry)}
        {about && (
          <>
            {" "}
            <bdi>{acting.name(about)}</bdi>
          </>
        )}
        {time && ` ${betweenWords(time, contact.zone)}`}
        {words && !proposed && (
          <>
            : <span dir="auto">{words}</span>
          </>
        )}
      </p>
      <p className="hint">
        <InstantWords at={entry.at} />
        {recordedBy && ` · ${RECORDED}`}
      </p>
    </>
  );
}
