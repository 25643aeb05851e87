/** A point put to the sides of a contact. Each side speaks for itself; what all confirmed is never changed, only superseded. */
import type { AgreedPoint, PointAnswer } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export type Putting = Pick<
  AgreedPoint,
  "id" | "process" | "contact" | "by" | "recordedBy" | "text" | "quotes" | "supersedes"
> & {
  /** The sides that are asked. */
  asked: string[];
  /** The delegations of the contact, who see it. */
  seenBy: string[];
};
export type Answering = Omit<PointAnswer, "answer"> & { answer: Exclude<PointAnswer["answer"], "none"> };
export type Command =
  | ({ type: "put-point" } & Putting)
  | ({ type: "answer-point" } & Answering)
  | { type: "supersede-point"; by: string };
export type PointFact =
  | { type: "point-put"; payload: Putting }
  | { type: "point-answered"; payload: Answering }
  | { type: "point-superseded"; payload: { by: string } };
export type Standing = { status: "standing"; seenBy: string[] } & AgreedPoint;
export type State = { status: "absent" } | Standing;

export const initialState: State = { status: "absent" };
export const streamOf = (point: string) => `point/${point}`;

export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent point has no audience");
  return delegationsOnly(state.seenBy);
}

export function decide(command: Command, state: State): Decision<PointFact> {
  if (command.type === "put-point") {
    if (state.status !== "absent") return rejected("point-exists", "This point is put already.");
    if (!command.asked.some((one) => one !== command.by))
      return rejected("nobody-asked", "There is no other side to confirm it.");
    const { type: _, ...putting } = command;
    return accepted({ type: "point-put", payload: putting });
  }
  if (state.status === "absent") return rejected("point-absent", "There is no such point.");
  if (state.state === "superseded")
    return rejected("point-settled", "A later point has taken the place of this one.");
  if (command.type === "supersede-point")
    return accepted({ type: "point-superseded", payload: { by: command.by } });
  if (state.state === "confirmed")
    return rejected("point-settled", "All sides confirmed it: it stays. Put another point in its place.");
  const asked = state.answers.find(({ delegation }) => delegation === command.delegation);
  if (!asked) return rejected("delegation-uninvited", "This delegation is not asked.");
  if (asked.answer === command.answer && asked.words === command.words)
    return rejected("nothing-changed", "This delegation said so already.");
  const { type: _, ...answering } = command;
  return accepted({ type: "point-answered", payload: answering });
}

export function evolve(state: State, fact: PointFact): State {
  if (fact.type === "point-put") {
    const { asked, seenBy, ...put } = fact.payload;
    const answers = asked.map(
      (delegation): PointAnswer => ({
        delegation,
        answer: delegation === put.by ? "confirmed" : "none",
        words: "",
        recordedBy: delegation === put.by ? put.recordedBy : null,
      }),
    );
    return { status: "standing", ...put, seenBy, answers, state: "open", supersededBy: null };
  }
  if (state.status === "absent") return state;
  if (fact.type === "point-superseded")
    return { ...state, state: "superseded", supersededBy: fact.payload.by };
  const answers = state.answers.map((one) =>
    one.delegation === fact.payload.delegation ? fact.payload : one,
  );
  return { ...state, answers, state: stateOf(answers) };
}

function stateOf(answers: PointAnswer[]): AgreedPoint["state"] {
  if (answers.some(({ answer }) => answer === "disputed")) return "disputed";
  return answers.every(({ answer }) => answer !== "none") ? "confirmed" : "open";
}
