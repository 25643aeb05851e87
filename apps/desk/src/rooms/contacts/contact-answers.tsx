/** Who is invited, what each side answers, and the form in which a side does. */
import type { ContactView, InvitedSide } from "@parley/protocol";
import { useState } from "react";
import { Section } from "../../parts/section.tsx";
import type { Acting } from "../delegations.ts";
import { speakersIn } from "./acting.ts";
import { AnswerForm } from "./answer-form.tsx";
import { PersonsForm } from "./persons-form.tsx";
import { betweenWords } from "./times.ts";
import { ANSWER_WORDS, RECORDED } from "./words.ts";

const OVER = new Set(["held", "failed", "cancelled"]);

export function ContactAnswers({ contact, acting }: { contact: ContactView; acting: Acting }) {
  const came = (delegation: string) => contact.attended.find((one) => one.delegation === delegation);
  const convenerCame = came(contact.convener);
  return (
    <Section title={contact.held ? "Who came" : "Who takes part"}>
      <ul className="sides">
        <li>
          <p className="side-head">
            <bdi className="side-name">{acting.name(contact.convener)}</bdi>
            <span className="answer-word" data-answer="accepted">
              {contact.held ? (convenerCame ? "came" : "did not come") : "convenes"}
            </span>
          </p>
          <Names names={convenerCame?.persons.length ? convenerCame.persons : contact.persons} />
        </li>
        {contact.invited.map((side) => (
          <Side key={side.delegation} side={side} contact={contact} acting={acting} />
        ))}
      </ul>
    </Section>
  );
}

const Names = ({ names }: { names: string[] }) =>
  names.length ? (
    <p className="hint" dir="auto">
      {names.join(", ")}
    </p>
  ) : null;

interface Sided {
  side: InvitedSide;
  contact: ContactView;
  acting: Acting;
}

function Side({ side, contact, acting }: Sided) {
  const [answering, setAnswering] = useState(false);
  const [naming, setNaming] = useState(false);
  const speaker = speakersIn(contact, acting).find((one) => one.delegation === side.delegation);
  const came = contact.attended.find((one) => one.delegation === side.delegation);
  const over = OVER.has(contact.state);
  const zone = contact.agreed?.zone ?? contact.zone;
  const waiting = side.answer === "none" && !over;
  return (
    <li>
      <p className="side-head">
        <bdi className="side-name">{acting.name(side.delegation)}</bdi>
        <span
          className="answer-word"
          data-answer={contact.held ? (came ? "accepted" : "declined") : side.answer}
        >
          {contact.held ? (came ? "came" : "did not come") : ANSWER_WORDS[side.answer]}
        </span>
        {side.recordedBy && !contact.held && <span className="mark-word">{RECORDED}</span>}
      </p>
      <Names names={came?.persons.length ? came.persons : side.persons} />
      {side.reason && (
        <p className="side-reason" dir="auto">
          “{side.reason}”
        </p>
      )}
      {side.offers.length > 0 && (
        <ul className="hint offers">
          {side.offers.map((time) => (
            <li key={time.id}>{betweenWords(time, zone)}</li>
          ))}
        </ul>
      )}
      {speaker && !over && !answering && !naming && (
        <p className="button-row">
          <button
            type="button"
            className={waiting && !speaker.noted ? "button primary small" : "button small"}
            onClick={() => setAnswering(true)}
          >
            {speaker.noted
              ? `Write down ${waiting ? "their answer" : "another answer"}`
              : waiting
                ? "Answer"
                : "Answer otherwise"}
          </button>
          <button type="button" className="button quiet small" onClick={() => setNaming(true)}>
            Name who comes
          </button>
        </p>
      )}
      {naming && <PersonsForm side={side} contact={contact} onClose={() => setNaming(false)} />}
      {answering && <AnswerForm side={side} contact={contact} onClose={() => setAnswering(false)} />}
    </li>
  );
}
