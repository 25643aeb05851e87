import type { ContactView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { type Acting, useActing } from "../delegations.ts";
import { ContactAccounts } from "../readouts/contact-accounts.tsx";
import { contactQuery } from "./api.ts";
import { ContactActions } from "./contact-actions.tsx";
import { ContactAgenda } from "./contact-agenda.tsx";
import { ContactAnswers } from "./contact-answers.tsx";
import { ContactHistory } from "./contact-history.tsx";
import { ContactReports } from "./contact-reports.tsx";
import { ContactTimes } from "./contact-times.tsx";
import { StateWord } from "./state-word.tsx";
import { CONTACT_WORDS } from "./words.ts";

function ContactArticle({ contact, acting }: { contact: ContactView; acting: Acting }) {
  return (
    <article className="contact">
      <PageHead
        title={contact.title}
        over={
          <>
            <span className="over-kind" data-kind="contact">
              {CONTACT_WORDS[contact.type]}
            </span>
            <StateWord state={contact.state} />
            <span>convened by {acting.name(contact.convener)}</span>
          </>
        }
      >
        {contact.reason && <p className="contact-reason">{contact.reason}</p>}
      </PageHead>
      <div className="contact-columns">
        <div className="contact-main">
          <ContactTimes contact={contact} acting={acting} />
          <ContactAnswers contact={contact} acting={acting} />
          <ContactAgenda contact={contact} acting={acting} />
          <ContactReports contact={contact} acting={acting} />
        </div>
        <aside className="contact-aside" aria-label="What can be done, and what was">
          <ContactActions contact={contact} acting={acting} />
          <ContactHistory contact={contact} acting={acting} />
        </aside>
      </div>
      <ContactAccounts process={contact.process} contact={contact} />
    </article>
  );
}

export function ContactPage(): ReactNode {
  const process = useProcessId();
  const { contact } = useParams({ from: "/p/$process/contacts/$contact" });
  const acting = useActing(process);
  const query = useQuery(contactQuery(process, contact));
  return (
    <Answered wholePage query={query} what="the contact">
      {(view) => <ContactArticle key={view.id} contact={view} acting={acting} />}
    </Answered>
  );
}
