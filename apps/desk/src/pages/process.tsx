import type { OccurrenceSummary, Overview, Process } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type OccurrenceFilter, overviewQuery, timelineQuery } from "../api/queries.ts";
import { ActorLink, NamesProvider, useNames } from "../parts/names.tsx";
import { OccurrenceList } from "../parts/occurrence-line.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { ReportLine } from "../parts/report-line.tsx";
import { Section } from "../parts/section.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { countWords } from "../view/words.ts";

function Sides({ process }: { process: Process }) {
  const list = (ids: string[]) =>
    ids.map((id, index) => (
      <span key={id}>
        {index > 0 && ", "}
        <ActorLink id={id} />
      </span>
    ));
  return (
    <dl className="sides">
      {process.parties.length > 0 && (
        <div>
          <dt>Parties</dt>
          <dd>{list(process.parties)}</dd>
        </div>
      )}
      {process.mediators.length > 0 && (
        <div>
          <dt>Mediators</dt>
          <dd>{list(process.mediators)}</dd>
        </div>
      )}
    </dl>
  );
}

function Counts({ overview }: { overview: Overview }) {
  const { counts, process } = overview;
  const params = { process: process.id };
  return (
    <p className="counts">
      <Link to="/p/$process/reports" params={params}>
        {countWords(counts.documents, "report")}
      </Link>
      <Link to="/p/$process/occurrences" params={params}>
        {countWords(counts.occurrences, "occurrence")}
      </Link>
      {counts.unread > 0 && <span>{counts.unread} kept unread</span>}
      {counts.unsure > 0 && (
        <Link to="/p/$process/review" params={params}>
          {counts.unsure} waiting for a judgement
        </Link>
      )}
    </p>
  );
}

/** What each party says, in columns of one width and no rank. */
function Positions({ positions }: Pick<Overview, "positions">) {
  const names = useNames();
  return (
    <div className="two-sides">
      {positions.map(({ party, occurrences }) => (
        <section key={party} aria-label={`What ${names.actor(party)} says`}>
          <h3>
            <ActorLink id={party} />
          </h3>
          <FirstOf
            occurrences={occurrences}
            none={`No position of ${names.actor(party)} in the reports read so far.`}
            rest={{ kind: "position", actor: party }}
          />
        </section>
      ))}
    </div>
  );
}

function Strip({ process }: { process: string }) {
  const timeline = useQuery(timelineQuery(process));
  return (
    <Section
      title="Timeline"
      className="full"
      note={
        <Link to="/p/$process/timeline" params={{ process }}>
          Open the timeline
        </Link>
      }
    >
      <Answered query={timeline} what="the timeline">
        {(columns) => <Timeline columns={columns} lanes="kind" compact />}
      </Answered>
    </Section>
  );
}

/** The first so many stand on this page; the rest is one press away. */
const FIRST = 6;

interface Shortened {
  occurrences: OccurrenceSummary[];
  none: string;
  rest: OccurrenceFilter;
}

function FirstOf({ occurrences, none, rest }: Shortened) {
  const process = useProcessId();
  if (occurrences.length === 0) return <p className="unknown">{none}</p>;
  return (
    <>
      <OccurrenceList occurrences={occurrences.slice(0, FIRST)} />
      {occurrences.length > FIRST && (
        <p className="rest">
          <Link to="/p/$process/occurrences" params={{ process }} search={rest}>
            {occurrences.length - FIRST} more
          </Link>
        </p>
      )}
    </>
  );
}

function Lists({ overview }: { overview: Overview }) {
  return (
    <>
      <Section title="Contacts">
        <FirstOf
          occurrences={overview.contacts}
          none="No contact has been read or entered."
          rest={{ kind: "contact" }}
        />
      </Section>
      <Section title="New reports">
        {overview.newest.length > 0 ? (
          <ul className="report-list">
            {overview.newest.map((document) => (
              <ReportLine key={document.id} document={document} />
            ))}
          </ul>
        ) : (
          <p className="unknown">Nothing new.</p>
        )}
      </Section>
      <Section title="Agreements in force" note="by what the reports say of their effect">
        <FirstOf
          occurrences={overview.agreements}
          none="No agreement in force is known from the reports."
          rest={{ kind: "agreement" }}
        />
      </Section>
      <Section title="Alleged breaches" note="as the reports tell them; none is taken as established">
        <FirstOf
          occurrences={overview.allegations}
          none="No breach is alleged in the reports."
          rest={{ kind: "incident", status: "alleged" }}
        />
      </Section>
      <Section title="What the parties say" className="full">
        <Positions positions={overview.positions} />
      </Section>
      <Section title="Planned and offered" className="full">
        {overview.planned.length > 0 ? (
          <div className="in-columns">
            <OccurrenceList occurrences={overview.planned} />
          </div>
        ) : (
          <p className="unknown">Nothing is announced or offered in the reports.</p>
        )}
      </Section>
    </>
  );
}

export function ProcessPage(): ReactNode {
  const process = useProcessId();
  const overview = useQuery(overviewQuery(process));
  return (
    <Answered wholePage query={overview} what="the process">
      {(data) => (
        <NamesProvider lists={[data]}>
          <PageHead title={data.process.name}>
            {data.process.description && <p className="lede">{data.process.description}</p>}
            <Sides process={data.process} />
            <Counts overview={data} />
          </PageHead>
          {data.counts.documents === 0 ? (
            <Empty title="No report has been read yet">
              <p>
                Paste a report, drop a folder or give a feed file: what it claims will stand here with its
                source.
              </p>
              <p>
                <Link to="/p/$process/add" params={{ process }} className="button primary">
                  Add reports
                </Link>
              </p>
            </Empty>
          ) : (
            <div className="overview-grid">
              <Strip process={process} />
              <Lists overview={data} />
            </div>
          )}
        </NamesProvider>
      )}
    </Answered>
  );
}
