import type { ContactView } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import type { Acting } from "../delegations.ts";
import { sidesOf } from "./acting.ts";
import { StateWord } from "./state-word.tsx";
import { betweenWords, zoneWords } from "./times.ts";
import { CONTACT_WORDS } from "./words.ts";

/** One contact in a list: when, what, with whom, and what it waits for. */
export function ContactLine({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const { process, id, zone, held, agreed, times } = contact;
  const time = held ? { start: held.from, end: held.to } : agreed;
  const clock = agreed?.zone ?? zone;
  const waiting = contact.invited.filter((one) => one.answer === "none").length;
  return (
    <li className="contact-line">
      <p className="contact-when">
        {time ? (
          <time dateTime={time.start}>
            {betweenWords(time, clock)} <span className="zone">{zoneWords(clock)}</span>
          </time>
        ) : (
          <span className="unknown">
            {times.length === 0
              ? "no time yet"
              : times.length === 1
                ? "one time proposed"
                : `${times.length} times proposed`}
          </span>
        )}
      </p>
      <div>
        <p className="line-head">
          <Link to="/p/$process/contacts/$contact" params={{ process, contact: id }} data-stop="" dir="auto">
            {contact.title}
          </Link>
        </p>
        <p className="line-facts">
          <span>{CONTACT_WORDS[contact.type]}</span>
          <StateWord state={contact.state} />
          <span>{sidesOf(contact).map(acting.name).join(", ")}</span>
          {contact.state === "proposed" && waiting > 0 && (
            <span>{waiting === 1 ? "one side has not answered" : `${waiting} sides have not answered`}</span>
          )}
        </p>
      </div>
    </li>
  );
}
