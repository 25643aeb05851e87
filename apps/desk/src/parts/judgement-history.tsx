import type { Judgement, OccurrenceView } from "@parley/protocol";
import { useState } from "react";
import { edtfWords } from "../view/edtf-words.ts";
import { judgementBody, undoneBy } from "../view/judgement-draft.ts";
import { countWords, typeWords, VERDICT_PAST } from "../view/words.ts";
import { useNames } from "./names.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { useJudge } from "./use-judge.ts";

const instant = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

/** What a correction replaced, field by field. */
function CorrectionWords({ correction }: { correction: NonNullable<Judgement["correction"]> }) {
  const names = useNames();
  const said = [
    correction.type !== undefined && `type: ${correction.type ? typeWords(correction.type) : "not known"}`,
    correction.status !== undefined && `status: ${correction.status}`,
    correction.when !== undefined &&
      `when: ${correction.when ? edtfWords(correction.when.edtf) : "not known"}`,
    correction.where !== undefined &&
      `where: ${correction.where ? names.place(correction.where) : "not known"}`,
    correction.actors !== undefined &&
      `who: ${correction.actors.map((one) => `${names.actor(one.actor)} (${one.role})`).join(", ")}`,
    correction.background !== undefined && (correction.background ? "told as background" : "not background"),
  ].filter((part) => part !== false);
  return <p className="fine">{said.join("; ")}</p>;
}

function Entry({ judgement, view }: { judgement: Judgement; view: OccurrenceView }) {
  const [undoing, setUndoing] = useState(false);
  const [command] = useState(() => crypto.randomUUID());
  const judging = useJudge(() => setUndoing(false));
  const undone = undoneBy(judgement, view.judgements);
  const undo = (reason: string) =>
    judging.mutate(
      judgementBody({
        command,
        occurrence: { claims: judgement.claims },
        verdict: judgement.verdict,
        reason,
        others: judgement.others,
        undoes: judgement.id,
      }),
    );
  const verb = VERDICT_PAST[judgement.verdict];
  return (
    <li data-undone={undone ? "" : undefined}>
      <p>
        <strong>{judgement.author}</strong>{" "}
        {judgement.undoes ? (
          <>took back: {verb}</>
        ) : (
          <span className="history-verdict">
            {verb}
            {judgement.others.length > 0 && ` (${countWords(judgement.others.length, "claim")})`}
          </span>
        )}{" "}
        <time dateTime={judgement.at} className="fine">
          {instant.format(new Date(judgement.at))}
        </time>
      </p>
      {judgement.reason && <p className="history-reason">{judgement.reason}</p>}
      {judgement.correction && <CorrectionWords correction={judgement.correction} />}
      {undone && <p className="fine">Taken back by {undone.author}.</p>}
      {!undone && !judgement.undoes && !undoing && (
        <button type="button" className="button quiet small" onClick={() => setUndoing(true)}>
          Take back<span className="visually-hidden">: {verb}</span>
        </button>
      )}
      {undoing && (
        <ReasonForm
          verdict="unsure"
          send="Take back"
          focusReason
          pending={judging.isPending}
          error={judging.error}
          onSend={undo}
          onCancel={() => setUndoing(false)}
        />
      )}
    </li>
  );
}

/** Every judgement, newest first. Nothing is removed: taking back is a judgement too. */
export function JudgementHistory({ view }: { view: OccurrenceView }) {
  if (view.judgements.length === 0) return null;
  const newest = [...view.judgements].sort((left, right) => right.at.localeCompare(left.at));
  return (
    <section className="judgement-history" aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol>
        {newest.map((judgement) => (
          <Entry key={judgement.id} judgement={judgement} view={view} />
        ))}
      </ol>
    </section>
  );
}
