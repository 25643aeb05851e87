/** Where a readout stands on its way out, and what this person can do about it. */
import type { ReadoutChange, ReadoutView } from "@parley/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "../../api/client.ts";
import { meQuery, useActing } from "../delegations.ts";
import { Countdown } from "./countdown.tsx";
import { changeReadout, ruleQuery } from "./queries.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import { APPROVAL_WORDS, READERSHIP_WORDS, STATE_WORDS } from "./words.ts";

interface Barred {
  readout: ReadoutView;
  /** Names of the other sides of the contact. */
  sides: string[];
  onEdit: () => void;
}

const STEPS = ["draft", "submitted", "approved", "published"] as const;
const stepOf = ({ state }: ReadoutView) =>
  state === "returned" ? 0 : state === "scheduled" ? 2 : STEPS.indexOf(state as (typeof STEPS)[number]);

export function ApprovalBar({ readout, sides, onEdit }: Barred) {
  const { process, delegation, state } = readout;
  const client = useQueryClient();
  const acting = useActing(process);
  const me = useQuery(meQuery).data;
  const rule = useQuery(ruleQuery(process, delegation)).data;
  const [asking, setAsking] = useState<"schedule" | "return" | "withdraw" | null>(null);
  const change = useMutation({
    mutationFn: (what: ReadoutChange) => changeReadout(readout, what),
    onSuccess: () => setAsking(null),
    onSettled: () => client.invalidateQueries({ queryKey: ["rooms", process, "readout"] }),
  });
  const approval = state === "submitted" ? readout.approval : (rule?.approval ?? readout.approval);
  const leads = acting.leads(delegation);
  const mayApprove =
    acting.mode === "single" ||
    (approval === "second-person" ? me?.person?.id !== readout.submittedBy : leads);
  const mayPublish = approval !== "lead" || leads;
  const goesOut =
    (state === "approved" ||
      (approval === "none" && (state === "draft" || state === "returned" || state === "submitted")) ||
      (state === "published" && readout.publications.every(({ to }) => to !== "public"))) &&
    mayPublish;
  const out = readout.publications.some(({ published }) => published !== null);
  const act = (what: ReadoutChange) => change.mutate(what);
  return (
    <div className="approval-bar">
      <ol className="approval-steps" aria-label={`Stands at: ${STATE_WORDS[state]}`}>
        {STEPS.map((step, i) => (
          <li
            key={step}
            data-done={i < stepOf(readout) || undefined}
            aria-current={i === stepOf(readout) ? "step" : undefined}
          >
            {i === stepOf(readout) ? STATE_WORDS[state] : STATE_WORDS[step]}
          </li>
        ))}
      </ol>
      <p className="hint">
        Version {readout.version}; {APPROVAL_WORDS[approval]}.
        {readout.recordedBy && " Written down by the secretariat."}
      </p>
      {state === "returned" && (
        <p className="notice">
          It came back: <q dir="auto">{readout.reason}</q>
        </p>
      )}
      <ul className="publications">
        {readout.publications.map(({ id, to, at, published, corrects }) => (
          <li key={id}>
            {corrects ? "Correction to " : "To "}
            {READERSHIP_WORDS[to]}
            {published ? <Out at={published} /> : <Countdown at={at} />}
          </li>
        ))}
      </ul>
      {change.error && (
        <p className="form-error" role="alert">
          Not done: {change.error.message}
          {change.error instanceof Failure && change.error.code === "moved-on"
            ? " It is shown as it stands."
            : ""}
        </p>
      )}
      <p className="button-row">
        {state === "submitted" && mayApprove && (
          <button
            type="button"
            className="button primary"
            disabled={change.isPending}
            onClick={() => act({ type: "approve" })}
          >
            Approve
          </button>
        )}
        {goesOut && (
          <button
            type="button"
            className={state === "published" ? "button" : "button primary"}
            onClick={() => setAsking("schedule")}
          >
            {state === "published" ? "Publish to more" : "Publish…"}
          </button>
        )}
        {(state === "draft" || state === "returned") && approval !== "none" && (
          <button
            type="button"
            className="button primary"
            disabled={change.isPending}
            onClick={() => act({ type: "submit" })}
          >
            Submit for approval
          </button>
        )}
        {(state === "submitted" || state === "approved") && mayApprove && (
          <button type="button" className="button" onClick={() => setAsking("return")}>
            Give back…
          </button>
        )}
        {state === "scheduled" ? (
          <button
            type="button"
            className="button"
            disabled={change.isPending}
            onClick={() => act({ type: "unschedule" })}
          >
            Take off the schedule
          </button>
        ) : (
          <button type="button" className="button" onClick={onEdit}>
            {state === "published" ? "Correct it" : "Write"}
          </button>
        )}
        {!out && (
          <button type="button" className="button quiet" onClick={() => setAsking("withdraw")}>
            Withdraw…
          </button>
        )}
        {state === "submitted" && !mayApprove && (
          <span className="hint">
            {approval === "lead" ? "Waits for who leads the delegation." : "Waits for a second person."}
          </span>
        )}
      </p>
      {(asking === "return" || asking === "withdraw") && (
        <WithReason
          word={asking === "return" ? "Give back" : "Withdraw"}
          pending={change.isPending}
          onSend={(reason) => act({ type: asking, reason })}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === "schedule" && (
        <ScheduleDialog
          readout={readout}
          sides={sides}
          pending={change.isPending}
          error={change.error}
          onSchedule={(publications) => act({ type: "schedule", publications })}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

const OUT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

function Out({ at }: { at: string }) {
  return (
    <span className="countdown">
      <time dateTime={at}>{OUT.format(new Date(at))}</time> out
    </span>
  );
}

interface Reasoned {
  word: string;
  pending: boolean;
  onSend: (reason: string) => void;
  onCancel: () => void;
}

function WithReason({ word, pending, onSend, onCancel }: Reasoned) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() && !pending) onSend(reason.trim());
      }}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <label className="field">
        <span>Reason</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the form opens on a press that asks for it
          autoFocus
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="button-row">
        <button type="submit" className="button" disabled={pending || !reason.trim()}>
          {word}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
