import type { OccurrenceView } from "@parley/protocol";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { occurrenceQuery } from "../api/queries.ts";
import { Accounts } from "../parts/accounts.tsx";
import { JudgementHistory } from "../parts/judgement-history.tsx";
import { JudgementPanel } from "../parts/judgement-panel.tsx";
import { KindMark, StatusWord } from "../parts/kind-mark.tsx";
import { NamesProvider, useNames } from "../parts/names.tsx";
import { OccurrenceDetail } from "../parts/occurrence-detail.tsx";
import { OccurrenceFacts } from "../parts/occurrence-facts.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { Reasons } from "../parts/reasons.tsx";
import { Section } from "../parts/section.tsx";
import { HeldHere } from "../rooms/contacts/held-here.tsx";
import { headline } from "../view/headline.ts";
import { countWords, KIND_WORDS } from "../view/words.ts";

function Occurrence({ view }: { view: OccurrenceView }) {
  const { occurrence } = view;
  const names = useNames();
  const silent = occurrence.accounts.filter((account) => account.published === false).length;
  const told = countWords(occurrence.accounts.length - silent, "account");
  return (
    <article className="occurrence" data-kind={occurrence.kind}>
      <PageHead
        title={headline(occurrence, names.actor)}
        over={
          <>
            <span className="over-kind" data-kind={occurrence.kind}>
              <KindMark kind={occurrence.kind} />
              {KIND_WORDS[occurrence.kind].one}
            </span>
            <StatusWord status={occurrence.status} />
            {occurrence.background && <span>told as background</span>}
          </>
        }
      />
      <div className="occurrence-columns">
        <div className="occurrence-main">
          {occurrence.kind === "contact" && <HeldHere occurrence={occurrence.id} />}
          <OccurrenceFacts view={view} />
          <OccurrenceDetail view={view} />
          <Section
            title="Accounts side by side"
            note={silent > 0 ? `${told}, ${countWords(silent, "silence")}` : told}
          >
            <Accounts view={view} />
          </Section>
        </div>
        <aside className="occurrence-aside" aria-label="Judgement and reasons">
          <JudgementPanel key={occurrence.id} view={view} />
          <JudgementHistory view={view} />
          <Reasons view={view} />
        </aside>
      </div>
    </article>
  );
}

export function OccurrencePage(): ReactNode {
  const process = useProcessId();
  const { occurrence } = useParams({ from: "/p/$process/occurrences/$occurrence" });
  const query = useQuery(occurrenceQuery(process, occurrence));
  return (
    <Answered wholePage query={query} what="the occurrence">
      {(view) => (
        <NamesProvider lists={[view]}>
          <Occurrence view={view} />
        </NamesProvider>
      )}
    </Answered>
  );
}
