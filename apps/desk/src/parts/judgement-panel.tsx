/** The six verdicts on one occurrence, each with its reason; a later judgement takes an earlier one back. */
import { type OccurrenceView, VERDICTS, type Verdict } from "@parley/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { occurrenceQuery } from "../api/queries.ts";
import { type Correction, judgementBody } from "../view/judgement-draft.ts";
import { JUDGED_WORDS, VERDICT_WORDS } from "../view/words.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { MergePicker } from "./merge-picker.tsx";
import { useProcessId } from "./process-id.ts";
import { ReasonForm } from "./reason-form.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { SplitPicker } from "./split-picker.tsx";
import { useJudge } from "./use-judge.ts";

const KEYS: Record<Verdict, string> = {
  accept: "a",
  reject: "r",
  unsure: "u",
  correct: "c",
  merge: "m",
  split: "s",
};

/** Verdicts whose own fields stand above the reason and take the focus. */
const FIELDS_FIRST = new Set<Verdict>(["correct", "merge", "split"]);

/** What the chosen verdict needs beside its reason. */
function useDraft(view: OccurrenceView) {
  const [correction, setCorrection] = useState<Correction | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string[]>([]);
  const lacking = (verdict: Verdict): string | null => {
    if (verdict === "correct" && correction === null) return "Nothing is changed yet.";
    if (verdict === "merge" && other === null) return "Pick the other occurrence.";
    if (verdict === "split" && leaving.length === 0) return "Pick the claims that leave.";
    if (verdict === "split" && leaving.length === view.claims.length) return "At least one claim must stay.";
    return null;
  };
  const clear = () => {
    setCorrection(null);
    setOther(null);
    setLeaving([]);
  };
  return { correction, setCorrection, other, setOther, leaving, setLeaving, lacking, clear };
}

export function JudgementPanel({ view }: { view: OccurrenceView }) {
  const { occurrence } = view;
  const process = useProcessId();
  const client = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [command, setCommand] = useState("");
  const [told, setTold] = useState("");
  const draft = useDraft(view);
  const close = () => {
    setVerdict(null);
    draft.clear();
  };
  const judging = useJudge(() => {
    setTold(verdict ? `${VERDICT_WORDS[verdict]}: recorded.` : "");
    close();
  });
  const open = (next: Verdict) => {
    judging.reset();
    draft.clear();
    setTold("");
    setCommand(crypto.randomUUID());
    setVerdict(next);
  };
  useShortcuts(Object.fromEntries(VERDICTS.map((one) => [KEYS[one], () => open(one)])));

  const send = async (reason: string) => {
    if (!verdict) return;
    const merged =
      verdict === "merge" && draft.other
        ? await client.fetchQuery(occurrenceQuery(process, draft.other))
        : null;
    const others = merged ? merged.occurrence.claims : verdict === "split" ? draft.leaving : [];
    const correction = verdict === "correct" ? draft.correction : null;
    judging.mutate(judgementBody({ command, occurrence, verdict, reason, correction, others }));
  };

  return (
    <section className="judgement-panel" aria-labelledby="judgement">
      <h2 id="judgement">Judgement</h2>
      <p className="judgement-now" data-judgement={occurrence.judgement}>
        Stands as <strong>{JUDGED_WORDS[occurrence.judgement]}</strong>
      </p>
      <fieldset className="verdicts">
        <legend className="visually-hidden">Judge this occurrence</legend>
        {VERDICTS.map((one) => (
          <button
            key={one}
            type="button"
            className="button verdict"
            data-verdict={one}
            aria-expanded={verdict === one}
            aria-keyshortcuts={KEYS[one]}
            onClick={() => (verdict === one ? close() : open(one))}
          >
            {VERDICT_WORDS[one]}
            <span className="key" aria-hidden="true">
              {KEYS[one]}
            </span>
          </button>
        ))}
      </fieldset>
      <p role="status" className="told">
        {told}
      </p>
      {verdict && (
        <ReasonForm
          key={verdict}
          verdict={verdict}
          focusReason={!FIELDS_FIRST.has(verdict)}
          lacking={draft.lacking(verdict)}
          pending={judging.isPending}
          error={judging.error}
          onSend={(reason) => void send(reason)}
          onCancel={close}
        >
          {verdict === "correct" && (
            <CorrectionForm occurrence={occurrence} known={view} onChange={draft.setCorrection} />
          )}
          {verdict === "merge" && (
            <MergePicker
              occurrence={occurrence}
              possiblySame={view.possiblySame}
              picked={draft.other}
              onPick={draft.setOther}
            />
          )}
          {verdict === "split" && (
            <SplitPicker claims={view.claims} leaving={draft.leaving} onChange={draft.setLeaving} />
          )}
        </ReasonForm>
      )}
    </section>
  );
}
