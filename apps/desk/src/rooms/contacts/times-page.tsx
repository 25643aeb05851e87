import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { Answered, Empty } from "../../parts/page-state.tsx";
import { useProcessId } from "../../parts/process-id.ts";
import { Section } from "../../parts/section.tsx";
import { useActing } from "../delegations.ts";
import { workingTimesQuery } from "./api.ts";
import { CalendarFeeds } from "./calendar-feeds.tsx";
import { MailPreferenceForm } from "./mail-preference.tsx";
import { MemberMail } from "./member-mail.tsx";
import { zoneWords } from "./times.ts";
import { WorkingTimesForm } from "./working-times-form.tsx";
import { hoursWords } from "./working-week.ts";

/** When each delegation works, and how this person is told of contacts outside the desk. */
export function TimesPage(): ReactNode {
  const process = useProcessId();
  const acting = useActing(process);
  const query = useQuery(workingTimesQuery(process));
  return (
    <>
      <PageHead title="Working times, calendar and mail" />
      <Section title="Working times" note="known to all who know the delegation">
        <Answered query={query} what="the working times">
          {({ times }) =>
            acting.all.length === 0 ? (
              <Empty title="Nobody sits at the table yet" />
            ) : (
              <ul className="working-list">
                {acting.all.map((one) => {
                  const stated = times.find((other) => other.delegation === one.id);
                  const mine = acting.convenes || acting.own.some((other) => other.id === one.id);
                  return (
                    <li key={one.id}>
                      <p className="side-head">
                        <bdi className="side-name">{one.name}</bdi>
                        {stated ? (
                          <span>
                            {hoursWords(stated.week)} <span className="zone">{zoneWords(stated.zone)}</span>
                          </span>
                        ) : (
                          <span className="unknown">did not say when it works</span>
                        )}
                      </p>
                      {mine && (
                        <details>
                          <summary>{stated ? "Change its working times" : "Say when it works"}</summary>
                          <WorkingTimesForm
                            key={stated?.revision ?? ""}
                            process={process}
                            delegation={one.id}
                            stated={stated ?? null}
                          />
                        </details>
                      )}
                      {(acting.convenes || acting.leads(one.id)) && <MemberMail delegation={one} />}
                    </li>
                  );
                })}
              </ul>
            )
          }
        </Answered>
      </Section>
      <Section title="Calendar" note="yours alone">
        <CalendarFeeds />
      </Section>
      <Section title="Mail" note="yours alone">
        <MailPreferenceForm />
      </Section>
    </>
  );
}
