import type { ActorView, OccurrenceSummary } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { actorQuery } from "../api/queries.ts";
import { NamesProvider } from "../parts/names.tsx";
import { OccurrenceList } from "../parts/occurrence-line.tsx";
import { OfficesChart } from "../parts/offices-chart.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { Section } from "../parts/section.tsx";
import { ACTOR_KIND_WORDS, scoreWords } from "../view/words.ts";

function List({
  title,
  occurrences,
  none,
}: {
  title: string;
  occurrences: OccurrenceSummary[];
  none: string;
}) {
  return (
    <Section title={title} note={occurrences.length > 0 ? String(occurrences.length) : null}>
      {occurrences.length > 0 ? (
        <OccurrenceList occurrences={occurrences} />
      ) : (
        <p className="unknown">{none}</p>
      )}
    </Section>
  );
}

function Actor({ view }: { view: ActorView }) {
  const { actor } = view;
  const other = actor.foundAs.filter((name) => name !== actor.name);
  const unknown = actor.id.includes("?-");
  return (
    <>
      <PageHead
        title={actor.name}
        over={
          <>
            <span>{ACTOR_KIND_WORDS[actor.kind]}</span>
            {actor.country && <span>{actor.country}</span>}
          </>
        }
      >
        {unknown && (
          <p className="notice" role="note">
            No lexicon knows this actor. It stays as found, without a guess who it is. Score{" "}
            {scoreWords(actor.confidence)}.
          </p>
        )}
      </PageHead>
      <div className="overview-grid">
        <Section title="Found in the reports as">
          {actor.foundAs.length === 0 ? (
            <p className="unknown">Not named in a report; known from the lexicon.</p>
          ) : (
            <ul className="chips found-as">
              {[...new Set([...(other.length < actor.foundAs.length ? [actor.name] : []), ...other])].map(
                (name) => (
                  <li key={name} dir="auto">
                    {name}
                  </li>
                ),
              )}
            </ul>
          )}
        </Section>
        <Section title="Offices over time">
          {actor.offices.length > 0 ? (
            <OfficesChart offices={actor.offices} />
          ) : (
            <p className="unknown">No office is known for this actor.</p>
          )}
        </Section>
        <List title="Contacts" occurrences={view.contacts} none="No contact in the reports." />
        <List title="Positions" occurrences={view.positions} none="No position in the reports." />
        {view.others.length > 0 && (
          <List title="Also named in" occurrences={view.others} none="Nothing else." />
        )}
      </div>
    </>
  );
}

export function ActorPage(): ReactNode {
  const process = useProcessId();
  const { actor } = useParams({ from: "/p/$process/actors/$actor" });
  const query = useQuery(actorQuery(process, actor));
  return (
    <Answered wholePage query={query} what="the actor">
      {(view) => (
        <NamesProvider lists={[view]}>
          <Actor key={view.actor.id} view={view} />
        </NamesProvider>
      )}
    </Answered>
  );
}
