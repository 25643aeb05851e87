import type { OccurrenceView } from "@parley/protocol";
import { countWords, scoreWords } from "../view/words.ts";
import { OccurrenceLine } from "./occurrence-line.tsx";

/** Quads of the PLOVER codebook (2022), in words. */
const QUADS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

/** Why the machine proposes this occurrence, and what it was unsure to join with it. */
export function Reasons({ view }: { view: OccurrenceView }) {
  const { occurrence, possiblySame } = view;
  const { plover } = occurrence;
  return (
    <>
      <section aria-labelledby="why">
        <h2 id="why">Why the machine thinks so</h2>
        <p className="why-text">{occurrence.why || <span className="unknown">No reason was kept.</span>}</p>
        <dl className="small-facts">
          <dt>reading score</dt>
          <dd>{scoreWords(occurrence.confidence)}</dd>
          <dt>evidence</dt>
          <dd>
            {countWords(occurrence.claims.length, "claim")} in {countWords(view.documents.length, "report")}
          </dd>
          {plover && (
            <>
              <dt>PLOVER</dt>
              <dd>
                {plover.event}
                {plover.mode && `, ${plover.mode}`}
                {plover.quad && ` (${QUADS[plover.quad - 1]})`}
              </dd>
            </>
          )}
        </dl>
      </section>
      {possiblySame.length > 0 && (
        <section aria-labelledby="same">
          <h2 id="same">Possibly the same</h2>
          <p className="fine">The machine was not sure. Merge or leave apart.</p>
          <ul className="occurrence-list">
            {possiblySame.map((candidate) => (
              <OccurrenceLine key={candidate.occurrence.id} occurrence={candidate.occurrence} quote={false}>
                <p className="fine">
                  {candidate.why} Score {scoreWords(candidate.score)}.
                </p>
              </OccurrenceLine>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
