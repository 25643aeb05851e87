import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { headline } from "../view/headline.ts";
import { KIND_WORDS, languageWords, STANCE_WORDS, scoreWords } from "../view/words.ts";
import { AttributionChain } from "./attribution-chain.tsx";
import type { MarkedClaim } from "./claim-text.tsx";
import { KindMark, StatusWord } from "./kind-mark.tsx";
import { useNames } from "./names.tsx";
import { useProcessId } from "./process-id.ts";
import { WhenBrief } from "./when.tsx";

interface Card {
  marked: MarkedClaim;
  outlet: string | null;
  /** The paragraph's English with its claims marked, in the place of the quote, where it was read in translation. */
  english?: ReactNode;
  onClose: () => void;
}

/** Beside the text: who says the chosen claim, and what it is about. */
export function ClaimCard({ marked: { claim, occurrence }, outlet, english, onClose }: Card) {
  const process = useProcessId();
  const names = useNames();
  return (
    <section className="claim-card" data-kind={occurrence?.kind ?? "none"} aria-label="The chosen claim">
      <header className="claim-card-head">
        {occurrence ? (
          <>
            <KindMark kind={occurrence.kind} />
            <span>{KIND_WORDS[occurrence.kind].one}</span>
            <StatusWord status={occurrence.status} />
          </>
        ) : (
          <span>Claim</span>
        )}
        <button type="button" className="button quiet small" onClick={onClose}>
          Close
        </button>
      </header>
      {occurrence ? (
        <p className="claim-card-line">
          <Link to="/p/$process/occurrences/$occurrence" params={{ process, occurrence: occurrence.id }}>
            {headline(occurrence, names.actor)}
          </Link>
        </p>
      ) : (
        <p className="unknown">Not tied to an occurrence.</p>
      )}
      {occurrence && (
        <p className="line-facts">
          <WhenBrief when={occurrence.when} />
          {occurrence.background && <span>told as background</span>}
        </p>
      )}
      {claim.translation && english ? (
        <>
          <h2>Read in English</h2>
          <blockquote className="claim-quote">{english}</blockquote>
          <p className="fine">
            as {claim.translation.by} translated the paragraph from {languageWords(claim.translation.from)}
          </p>
        </>
      ) : (
        <blockquote className="claim-quote" dir="auto">
          {claim.quote}
        </blockquote>
      )}
      {claim.proposedBy && (
        <p className="proposed">
          Proposed by {claim.proposedBy}, a second reader. The reader itself did not find it.
        </p>
      )}
      <h2>Who says it</h2>
      <AttributionChain attribution={claim.attribution} outlet={outlet} />
      <p className="fine">
        The last source {STANCE_WORDS[claim.stance]}. Reading score {scoreWords(claim.confidence)}.
      </p>
    </section>
  );
}
