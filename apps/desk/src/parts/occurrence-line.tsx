import type { OccurrenceSummary } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { headline } from "../view/headline.ts";
import { countWords, JUDGED_WORDS, KIND_WORDS } from "../view/words.ts";
import { KindMark, StatusWord } from "./kind-mark.tsx";
import { useNames } from "./names.tsx";
import { useProcessId } from "./process-id.ts";
import { WhenBrief } from "./when.tsx";

interface Shown {
  occurrence: OccurrenceSummary;
  /** The quote is left out where the list is only an index. */
  quote?: boolean;
  children?: ReactNode;
}

/** One occurrence in a list: headline, status, date, first words of evidence. */
export function OccurrenceLine({ occurrence, quote = true, children }: Shown) {
  const process = useProcessId();
  const names = useNames();
  const { judgement } = occurrence;
  return (
    <li className="occurrence-line" data-kind={occurrence.kind} data-judgement={judgement}>
      <KindMark kind={occurrence.kind} />
      <div className="line-body">
        <p className="line-head">
          <Link
            to="/p/$process/occurrences/$occurrence"
            params={{ process, occurrence: occurrence.id }}
            data-stop=""
          >
            <span className="visually-hidden">{KIND_WORDS[occurrence.kind].one}: </span>
            {headline(occurrence, names.actor)}
          </Link>
        </p>
        <p className="line-facts">
          <StatusWord status={occurrence.status} />
          <WhenBrief when={occurrence.when} />
          {occurrence.where && <span>{names.place(occurrence.where)}</span>}
          {occurrence.background && <span>told as background</span>}
          {occurrence.accounts > 1 && <span>{countWords(occurrence.accounts, "account")}</span>}
          {judgement !== "proposed" && <span className="judged">{JUDGED_WORDS[judgement]}</span>}
        </p>
        {quote && occurrence.quote && (
          <blockquote className="first-words" dir="auto">
            {/* The headline's link a second time, for the pointer: the keyboard stops once a line. */}
            <Link
              to="/p/$process/occurrences/$occurrence"
              params={{ process, occurrence: occurrence.id }}
              tabIndex={-1}
            >
              {occurrence.quote}
            </Link>
          </blockquote>
        )}
        {children}
      </div>
    </li>
  );
}

export function OccurrenceList({
  occurrences,
  quote,
}: {
  occurrences: OccurrenceSummary[];
  quote?: boolean;
}) {
  return (
    <ul className="occurrence-list">
      {occurrences.map((occurrence) => (
        <OccurrenceLine
          key={occurrence.id}
          occurrence={occurrence}
          {...(quote === undefined ? {} : { quote })}
        />
      ))}
    </ul>
  );
}
