/** Points put to the sides: what each says, and what all confirmed. */
import type { AgreedPointView, Contact, PointAnswer } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Failure } from "../../api/client.ts";
import { useActing } from "../delegations.ts";
import { sidesOf } from "./own-readout.tsx";
import { type Answer, answerPoint } from "./queries.ts";

const POINT_STATE_WORDS: Record<AgreedPointView["state"], string> = {
  open: "open",
  confirmed: "confirmed by all",
  disputed: "disputed",
  superseded: "superseded",
};

const ANSWER_WORDS: Record<PointAnswer["answer"], string> = {
  none: "has not answered",
  confirmed: "confirms",
  "own-words": "confirms in its own words",
  disputed: "disputes",
};

interface Listed {
  contact: Contact;
  points: AgreedPointView[];
  onReplace: (point: AgreedPointView) => void;
}

export function AgreedPoints({ contact, points, onReplace }: Listed) {
  return (
    <ul className="agreed-points">
      {points.map((point) => (
        <OnePoint key={point.id} {...{ contact, point, onReplace }} />
      ))}
    </ul>
  );
}

function OnePoint({ contact, point, onReplace }: Omit<Listed, "points"> & { point: AgreedPointView }) {
  const acting = useActing(point.process);
  const member = acting.own.some(({ id }) => sidesOf(contact).includes(id));
  /** Whom this person may answer for: its own side, or as third party the one that told it. */
  const voices = point.answers.filter(
    ({ delegation }) => acting.own.some(({ id }) => id === delegation) || (acting.convenes && member),
  );
  return (
    <li data-state={point.state}>
      <p className="point-text" dir="auto">
        {point.text}
      </p>
      <p className="line-facts">
        <strong>{POINT_STATE_WORDS[point.state]}</strong>
        <span>put by {acting.name(point.by)}</span>
        {point.quotes.length > 0 && (
          <span>rests on {point.quotes.length === 1 ? "one quote" : `${point.quotes.length} quotes`}</span>
        )}
      </p>
      <ul className="point-answers">
        {point.answers.map(({ delegation, answer, words, recordedBy }) => (
          <li key={delegation} data-answer={answer}>
            <bdi>{acting.name(delegation)}</bdi> {ANSWER_WORDS[answer]}
            {words && (
              <>
                : <q dir="auto">{words}</q>
              </>
            )}
            {recordedBy && answer !== "none" && (
              <span className="fine"> (written down by the secretariat)</span>
            )}
          </li>
        ))}
      </ul>
      {(point.state === "open" || point.state === "disputed") &&
        voices.map(({ delegation }) => (
          <AnswerForm
            key={delegation}
            point={point}
            delegation={delegation}
            name={acting.name(delegation)}
            several={voices.length > 1}
          />
        ))}
      {point.state === "confirmed" && member && (
        <button type="button" className="button quiet small" onClick={() => onReplace(point)}>
          Put another in its place…
        </button>
      )}
    </li>
  );
}

interface Answering {
  point: AgreedPointView;
  delegation: string;
  name: string;
  several: boolean;
}

function AnswerForm({ point, delegation, name, several }: Answering) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<"own-words" | "disputed" | null>(null);
  const [words, setWords] = useState("");
  const answer = useMutation({
    mutationFn: (said: Answer) => answerPoint(point, delegation, said),
    onSuccess: () => {
      setAsking(null);
      setWords("");
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["rooms", point.process, "point"] }),
  });
  const standing = point.answers.find((one) => one.delegation === delegation)?.answer ?? "none";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asking && words.trim()) answer.mutate({ answer: asking, words: words.trim() });
  };
  return (
    <form
      className="point-answer-form"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && setAsking(null)}
    >
      <p className="button-row">
        {several && <span className="hint">{name}:</span>}
        {standing !== "confirmed" && (
          <button
            type="button"
            className="button small"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ answer: "confirmed" })}
          >
            Confirm
          </button>
        )}
        <button
          type="button"
          className="button small"
          aria-expanded={asking === "own-words"}
          onClick={() => setAsking(asking === "own-words" ? null : "own-words")}
        >
          Confirm in own words…
        </button>
        <button
          type="button"
          className="button small"
          aria-expanded={asking === "disputed"}
          onClick={() => setAsking(asking === "disputed" ? null : "disputed")}
        >
          Dispute…
        </button>
      </p>
      {asking && (
        <>
          <label className="field">
            <span>{asking === "own-words" ? "In its own words" : "Reason"}</span>
            <textarea
              // biome-ignore lint/a11y/noAutofocus: the field opens on a press that asks for it
              autoFocus
              dir="auto"
              rows={3}
              maxLength={5000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
          <p className="button-row">
            <button
              type="submit"
              className="button small primary"
              disabled={!words.trim() || answer.isPending}
            >
              {asking === "own-words" ? "Confirm" : "Dispute"}
            </button>
          </p>
        </>
      )}
      {answer.error && (
        <p className="form-error" role="alert">
          Not recorded: {answer.error.message}
          {answer.error instanceof Failure && answer.error.code === "moved-on"
            ? " What you typed is kept."
            : ""}
        </p>
      )}
    </form>
  );
}
