import type { When } from "@parley/protocol";
import { edtfWords } from "../view/edtf-words.ts";
import { BASIS_WORDS } from "../view/words.ts";

/** The bases that a reader must see at once: the words of this report alone do not give the date. */
const needsSaying = (basis: When["basis"]) => basis === "inferred" || basis === "corroborated";

/** The date in a few words, with its basis where that is not the text itself. */
export function WhenBrief({ when, none = "no date stated" }: { when: When | null; none?: string }) {
  if (!when) return <span className="when unknown">{none}</span>;
  return (
    <span className="when" title={when.why}>
      <bdi>{edtfWords(when.edtf)}</bdi>
      {needsSaying(when.basis) && <span className="when-basis"> ({when.basis})</span>}
    </span>
  );
}

/** The date with its words, zone, basis and reason. */
export function WhenFull({ when, none }: { when: When | null; none: string }) {
  if (!when) return <p className="unknown">{none}</p>;
  return (
    <div className="when-full">
      <p className="when-words">
        <bdi>{edtfWords(when.edtf)}</bdi>
      </p>
      <dl className="small-facts">
        {when.asWorded && (
          <>
            <dt>as worded</dt>
            <dd>
              <q dir="auto">{when.asWorded}</q>
            </dd>
          </>
        )}
        {when.zone && (
          <>
            <dt>zone</dt>
            <dd>{when.zone.replaceAll("_", " ")}</dd>
          </>
        )}
        <dt>basis</dt>
        <dd>
          {BASIS_WORDS[when.basis]}
          {when.why && <span className="why">: {when.why}</span>}
        </dd>
      </dl>
    </div>
  );
}
