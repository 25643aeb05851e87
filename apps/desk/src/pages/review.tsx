import type { OccurrenceSummary, Verdict } from "@parley/protocol";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { occurrenceQuery, reviewQuery } from "../api/queries.ts";
import { More } from "../parts/more.tsx";
import { NamesProvider } from "../parts/names.tsx";
import { OccurrenceLine } from "../parts/occurrence-line.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Empty } from "../parts/page-state.tsx";
import { useProcessId } from "../parts/process-id.ts";
import { ReasonForm } from "../parts/reason-form.tsx";
import { moveStop, useShortcuts } from "../parts/shortcuts.ts";
import { useJudge } from "../parts/use-judge.ts";
import { judgementBody } from "../view/judgement-draft.ts";
import { scoreWords, VERDICT_WORDS } from "../view/words.ts";

const QUICK: [string, Verdict][] = [
  ["a", "accept"],
  ["r", "reject"],
  ["u", "unsure"],
];

/** One undecided occurrence with the three quick verdicts; the others are on its own page. */
function ReviewItem({ occurrence }: { occurrence: OccurrenceSummary }) {
  const process = useProcessId();
  const client = useQueryClient();
  const item = useRef<HTMLDivElement>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [command, setCommand] = useState("");
  const judging = useJudge(() => {
    setVerdict(null);
    moveStop(1);
  });
  const open = (next: Verdict) => {
    setCommand(crypto.randomUUID());
    setVerdict(next);
  };
  useShortcuts(
    Object.fromEntries(
      QUICK.map(([key, one]) => [
        key,
        () => {
          if (item.current?.closest("li")?.contains(document.activeElement)) open(one);
        },
      ]),
    ),
  );
  const send = async (chosen: Verdict, reason: string) => {
    const view = await client.fetchQuery(occurrenceQuery(process, occurrence.id));
    judging.mutate(judgementBody({ command, occurrence: view.occurrence, verdict: chosen, reason }));
  };
  return (
    <OccurrenceLine occurrence={occurrence}>
      <div ref={item} className="review-actions">
        <p className="fine">Reading score {scoreWords(occurrence.confidence)}</p>
        <fieldset className="verdicts">
          <legend className="visually-hidden">Judge this occurrence</legend>
          {QUICK.map(([key, one]) => (
            <button
              key={one}
              type="button"
              className="button verdict small"
              data-verdict={one}
              aria-expanded={verdict === one}
              onClick={() => open(one)}
            >
              {VERDICT_WORDS[one]}
              <span className="key" aria-hidden="true">
                {key}
              </span>
            </button>
          ))}
        </fieldset>
        {verdict && (
          <ReasonForm
            key={verdict}
            verdict={verdict}
            pending={judging.isPending}
            error={judging.error}
            onSend={(reason) => void send(verdict, reason)}
            onCancel={() => setVerdict(null)}
          />
        )}
      </div>
    </OccurrenceLine>
  );
}

export function ReviewPage(): ReactNode {
  const process = useProcessId();
  const query = useInfiniteQuery(reviewQuery(process));
  return (
    <>
      <PageHead title="Review">
        <p className="lede">
          What the machine was unsure of. Leave anything as unsure for as long as it is: no verdict is forced.
        </p>
      </PageHead>
      <Answered query={query} what="the review queue">
        {({ pages }) => {
          const occurrences = pages.flatMap((page) => page.occurrences);
          if (occurrences.length === 0)
            return (
              <Empty title="Nothing waits for a judgement">
                <p>Every proposal can still be judged on its own page.</p>
              </Empty>
            );
          return (
            <NamesProvider lists={pages}>
              <ul className="occurrence-list framed">
                {occurrences.map((occurrence) => (
                  <ReviewItem key={occurrence.id} occurrence={occurrence} />
                ))}
              </ul>
              <More query={query} shown={occurrences.length} total={pages[0]?.total ?? occurrences.length} />
            </NamesProvider>
          );
        }}
      </Answered>
    </>
  );
}
