import type { ContactView } from "@parley/protocol";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { type Acting, useActing } from "../delegations.ts";
import { contactsQuery } from "./api.ts";
import { ContactLine } from "./contact-line.tsx";

/** What this person is asked: an own side that has not answered, or a time that is over and not told of. */
function awaitsMe(contact: ContactView, acting: Acting, now: number): boolean {
  const speaks = (delegation: string) => acting.mode === "single" || acting.isOwn(delegation);
  if (contact.state === "agreed" && contact.agreed && Date.parse(contact.agreed.end) < now)
    return speaks(contact.convener);
  return contact.invited.some((one) => one.answer === "none" && speaks(one.delegation));
}

function Lines({ contacts, acting }: { contacts: ContactView[]; acting: Acting }) {
  return (
    <ul className="contact-list">
      {contacts.map((contact) => (
        <ContactLine key={contact.id} contact={contact} acting={acting} />
      ))}
    </ul>
  );
}

export function ContactsPage(): ReactNode {
  const process = useProcessId();
  const acting = useActing(process);
  const open = useInfiniteQuery(contactsQuery(process, "open"));
  const past = useInfiniteQuery(contactsQuery(process, "past"));
  const mayPropose = acting.own.length > 0 && acting.all.length > 1;
  const over = past.data?.pages.flatMap((page) => page.contacts) ?? [];
  return (
    <>
      <PageHead title="Contacts">
        <p className="lede">Calls, meetings and visits, from the proposal to what came of it.</p>
        <p className="button-row">
          {mayPropose && (
            <Link to="/p/$process/contacts/new" params={{ process }} className="button primary">
              Propose a contact
            </Link>
          )}
          <Link to="/p/$process/contacts/times" params={{ process }} className="button quiet">
            Working times, calendar and mail
          </Link>
        </p>
      </PageHead>
      <Answered query={open} what="the contacts">
        {({ pages }) => {
          const all = pages.flatMap((page) => page.contacts);
          const now = Date.now();
          const awaiting = all.filter((contact) => awaitsMe(contact, acting, now));
          const rest = all.filter((contact) => !awaiting.includes(contact));
          const settled = rest.filter((contact) => contact.state === "agreed");
          const asked = rest.filter((contact) => contact.state !== "agreed");
          if (!all.length && !over.length)
            return (
              <Empty title="No contacts yet">
                <p>
                  {mayPropose
                    ? "Propose the first one: whom to invite, which times suit, and what to talk about."
                    : acting.all.length < 2
                      ? "A contact is between delegations. Found at least two of them first."
                      : "As soon as somebody invites your delegation, it stands here."}
                </p>
              </Empty>
            );
          return (
            <>
              {awaiting.length > 0 && (
                <Section title="Awaiting you">
                  <Lines contacts={awaiting} acting={acting} />
                </Section>
              )}
              {settled.length > 0 && (
                <Section title="Upcoming">
                  <Lines contacts={settled} acting={acting} />
                </Section>
              )}
              {asked.length > 0 && (
                <Section title="Being arranged">
                  <Lines contacts={asked} acting={acting} />
                </Section>
              )}
              {open.hasNextPage && (
                <More query={open} shown={all.length} total={pages[0]?.total ?? all.length} />
              )}
              {over.length > 0 && (
                <Section title="Past">
                  <Lines contacts={over} acting={acting} />
                  {past.hasNextPage && (
                    <More
                      query={past}
                      shown={over.length}
                      total={past.data?.pages[0]?.total ?? over.length}
                    />
                  )}
                </Section>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}
