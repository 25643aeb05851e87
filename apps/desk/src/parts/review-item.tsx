import type { OccurrenceSummary, OccurrenceView, Verdict } from "@parley/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef, useState } from "react";
import { occurrenceQuery } from "../api/queries.ts";
import { edtfWords } from "../view/edtf-words.ts";
import { headline } from "../view/headline.ts";
import { judgementBody } from "../view/judgement-draft.ts";
import { scoreWords, VERDICT_WORDS } from "../view/words.ts";
import { StatusWord } from "./kind-mark.tsx";
import { NamesProvider, useNames } from "./names.tsx";
import { OccurrenceLine } from "./occurrence-line.tsx";
import { useProcessId } from "./process-id.ts";
import { ReasonForm } from "./reason-form.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { useJudge } from "./use-judge.ts";

const QUICK: [key: string, verdict: Verdict][] = [
  ["a", "accept"],
  ["r", "reject"],
  ["u", "unsure"],
  ["m", "merge"],
];

/** True once the element has come near the window: what is further down asks for nothing yet. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || seen) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
      { rootMargin: "300px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}

/** The judged one leaves the list: the focus goes to the one after it, or before it where it was the last. */
function focusNext(item: HTMLElement | null): void {
  const line = item?.closest("li");
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  next?.querySelector<HTMLElement>("[data-stop]")?.focus();
}

/** Why it waits: the occurrence that may be the same one, or the machine's own doubt. */
function Doubt({ view }: { view: OccurrenceView }) {
  const process = useProcessId();
  const names = useNames();
  const [candidate] = view.possiblySame;
  if (!candidate) return <p className="doubt">{view.occurrence.why}</p>;
  const { occurrence, why, score } = candidate;
  return (
    <div className="doubt">
      <p>
        Possibly the same as{" "}
        <Link to="/p/$process/occurrences/$occurrence" params={{ process, occurrence: occurrence.id }}>
          {headline(occurrence, names.actor)}
        </Link>
      </p>
      <p className="line-facts">
        <StatusWord status={occurrence.status} />
        <span>{occurrence.when ? edtfWords(occurrence.when.edtf) : "no date stated"}</span>
        <span>score {scoreWords(score)}</span>
        {view.possiblySame.length > 1 && <span>{view.possiblySame.length - 1} more on its page</span>}
      </p>
      <blockquote dir="auto">{occurrence.quote}</blockquote>
      <p className="fine">{why}</p>
    </div>
  );
}

/** One undecided occurrence with the quick verdicts; the others are on its own page. */
export function ReviewItem({ occurrence }: { occurrence: OccurrenceSummary }) {
  const process = useProcessId();
  const client = useQueryClient();
  const item = useRef<HTMLDivElement>(null);
  const view = useQuery({ ...occurrenceQuery(process, occurrence.id), enabled: useSeen(item) });
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [command, setCommand] = useState("");
  const judging = useJudge(() => {
    setVerdict(null);
    focusNext(item.current);
  });
  const twin = view.data?.possiblySame[0]?.occurrence.id;
  const offered = QUICK.filter(([, one]) => one !== "merge" || twin !== undefined);
  const open = (next: Verdict) => {
    judging.reset();
    setCommand(crypto.randomUUID());
    setVerdict(next);
  };
  const openIfHere = (next: Verdict) => {
    if (item.current?.closest("li")?.contains(document.activeElement)) open(next);
  };
  useShortcuts(Object.fromEntries(offered.map(([key, one]) => [key, () => openIfHere(one)])));
  const send = async (chosen: Verdict, reason: string) => {
    const own = await client.fetchQuery(occurrenceQuery(process, occurrence.id));
    const other = chosen === "merge" && twin ? await client.fetchQuery(occurrenceQuery(process, twin)) : null;
    const others = other?.occurrence.claims ?? [];
    judging.mutate(judgementBody({ command, occurrence: own.occurrence, verdict: chosen, reason, others }));
  };
  return (
    <OccurrenceLine occurrence={occurrence}>
      <div ref={item} className="review-actions">
        {view.data && (
          <NamesProvider lists={[view.data]}>
            <Doubt view={view.data} />
          </NamesProvider>
        )}
        <fieldset className="verdicts">
          <legend className="visually-hidden">Judge this occurrence</legend>
          {offered.map(([key, one]) => (
            <button
              key={one}
              type="button"
              className="button verdict small"
              data-verdict={one}
              aria-expanded={verdict === one}
              onClick={() => open(one)}
            >
              {one === "accept" && twin ? "Accept, apart" : VERDICT_WORDS[one]}
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
            focusReason
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
