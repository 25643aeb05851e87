/** Each person's first page: what awaits them, what is next, what changed since they were last here. */
import type { Awaiting, Changed, ContactView, Today } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { countWords } from "../../view/words.ts";
import { type Acting, useActing } from "../delegations.ts";
import { todayQuery } from "./today.ts";
import { AWAITED_WORDS, changedWords, instantWords, KIND_TITLES } from "./today-words.ts";

interface Leads {
  kind: Changed["kind"];
  id: string | null;
  contact: string | null;
  children: ReactNode;
}

/** To the page of the thing; readouts and points stand on the page of their contact. */
function ThingLink({ kind, id, contact, children }: Leads) {
  const process = useProcessId();
  const at = contact ?? (kind === "contact" ? id : null);
  if (at)
    return (
      <Link to="/p/$process/contacts/$contact" params={{ process, contact: at }}>
        {children}
      </Link>
    );
  if (kind === "channel" && id)
    return (
      <Link to="/p/$process/channels/$channel" params={{ process, channel: id }}>
        {children}
      </Link>
    );
  if (kind === "delegation")
    return (
      <Link to="/p/$process/delegations" params={{ process }}>
        {children}
      </Link>
    );
  return (
    <Link to={kind === "judgement" ? "/p/$process/occurrences" : "/p/$process/reports"} params={{ process }}>
      {children}
    </Link>
  );
}

const kindOf = (what: Awaiting["what"]): Changed["kind"] => (what === "unread" ? "channel" : "contact");

function AwaitingLine({ one, acting }: { one: Awaiting; acting: Acting }) {
  const several = acting.own.length > 1;
  return (
    <li className="today-line">
      <span className="today-what">{AWAITED_WORDS[one.what]}</span>
      <ThingLink kind={kindOf(one.what)} id={one.id} contact={one.contact}>
        <bdi>{one.title || "without a name"}</bdi>
      </ThingLink>
      <span className="today-when">
        {one.count !== null && countWords(one.count, "new message")}
        {one.at && <time dateTime={one.at}>{instantWords(one.at)}</time>}
        {several && <span> · {acting.name(one.for)}</span>}
      </span>
    </li>
  );
}

function NextLine({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const sides = [contact.convener, ...contact.invited.map((one) => one.delegation)];
  return (
    <li className="today-line">
      <span className="today-what">
        <time dateTime={contact.agreed!.start}>{instantWords(contact.agreed!.start)}</time>
      </span>
      <ThingLink kind="contact" id={contact.id} contact={null}>
        <bdi>{contact.title}</bdi>
      </ThingLink>
      <span className="today-when">{sides.map(acting.name).join(", ")}</span>
    </li>
  );
}

function ChangedLine({ one }: { one: Changed }) {
  return (
    <li className="today-line">
      <span className="today-what">{KIND_TITLES[one.kind]}</span>
      <ThingLink kind={one.kind} id={one.id} contact={one.contact}>
        <bdi>
          {one.title ?? (one.kind === "document" ? "Reports came in or were read" : "Proposals were judged")}
        </bdi>
      </ThingLink>
      <span className="today-when">
        {changedWords(one)} · <time dateTime={one.at}>{instantWords(one.at)}</time>
      </span>
    </li>
  );
}

function Lists({ today, acting }: { today: Today; acting: Acting }) {
  const process = useProcessId();
  return (
    <div className="overview-grid">
      <Section title="Awaits you" className="full">
        {today.awaiting.length > 0 ? (
          <ul className="today-list">
            {today.awaiting.map((one) => (
              <AwaitingLine key={`${one.what} ${one.id} ${one.for}`} one={one} acting={acting} />
            ))}
          </ul>
        ) : (
          <p className="unknown">Nothing waits for your word.</p>
        )}
      </Section>
      <Section title="Next">
        {today.next.length > 0 ? (
          <ul className="today-list">
            {today.next.map((contact) => (
              <NextLine key={contact.id} contact={contact} acting={acting} />
            ))}
          </ul>
        ) : (
          <p className="unknown">
            No contact has a settled time.{" "}
            <Link to="/p/$process/contacts" params={{ process }}>
              Contacts
            </Link>
          </p>
        )}
      </Section>
      <Section
        title="Since you were last here"
        note={today.since ? <time dateTime={today.since}>{instantWords(today.since)}</time> : undefined}
      >
        {today.since === null ? (
          <p className="unknown">This is your first visit. From the next one on, what changed stands here.</p>
        ) : today.changed.length > 0 ? (
          <ul className="today-list">
            {today.changed.map((one) => (
              <ChangedLine key={`${one.kind} ${one.id}`} one={one} />
            ))}
          </ul>
        ) : (
          <p className="unknown">Nothing that you see has changed.</p>
        )}
      </Section>
      {today.review > 0 && (
        <p className="full rest">
          <Link to="/p/$process/review" params={{ process }}>
            {countWords(today.review, "proposal")} from the reports
          </Link>{" "}
          wait for somebody’s judgement.
        </p>
      )}
    </div>
  );
}

export function TodayPage() {
  const process = useProcessId();
  const today = useQuery(todayQuery(process));
  const acting = useActing(process);
  return (
    <Answered wholePage query={today} what="your day">
      {(data) => (
        <>
          <PageHead title="Today" />
          {acting.mode === "single" && acting.all.length === 0 ? (
            <Empty title="No delegation has a place here yet">
              <p>Say who takes part, then propose a contact: what awaits each side will stand here.</p>
              <p>
                <Link to="/p/$process/delegations" params={{ process }} className="button primary">
                  Name the delegations
                </Link>
              </p>
            </Empty>
          ) : (
            <Lists today={data} acting={acting} />
          )}
        </>
      )}
    </Answered>
  );
}
