import { Link } from "@tanstack/react-router";
import { headline } from "../view/headline.ts";
import { KIND_WORDS, STANCE_WORDS, scoreWords } from "../view/words.ts";
import { AttributionChain } from "./attribution-chain.tsx";
import type { MarkedClaim } from "./claim-text.tsx";
import { KindMark, StatusWord } from "./kind-mark.tsx";
import { useNames } from "./names.tsx";
import { useProcessId } from "./process-id.ts";
import { WhenBrief } from "./when.tsx";

interface Card {
  marked: MarkedClaim;
  outlet: string | null;
  onClose: () => void;
}

/** Beside the text: who says the chosen claim, and what it is about. */
export function ClaimCard({ marked: { claim, occurrence }, outlet, onClose }: Card) {
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
      <blockquote className="claim-quote" dir="auto">
        {claim.quote}
      </blockquote>
      <h2>Who says it</h2>
      <AttributionChain attribution={claim.attribution} outlet={outlet} />
      <p className="fine">
        The last source {STANCE_WORDS[claim.stance]}. Reading score {scoreWords(claim.confidence)}.
      </p>
    </section>
  );
}
