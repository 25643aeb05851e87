/**
 * A side's own account of a contact, from the draft to what went out. All of this stream is the delegation's alone, also
 * after publication: what others get is a publication, a thing of its own.
 */
import type { Approval, PlannedPublication, Readership, Readout, ReadoutText } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

/** The person, and whether it is the secretariat that writes down what the side told it. */
export interface Author {
  by: string;
  at: string;
  recordedBy: "secretariat" | null;
}

export interface Planned {
  id: string;
  to: Readership;
  delegations: string[];
  at: string;
}

export type Drafting = Pick<Readout, "id" | "process" | "contact" | "delegation" | "texts" | "approval">;
export type Command = Author &
  (
    | ({ type: "draft-readout" } & Drafting)
    | { type: "revise-readout"; texts: ReadoutText[] }
    | { type: "submit-readout"; approval: Approval }
    | { type: "approve-readout"; leads: boolean }
    | { type: "return-readout"; reason: string; leads: boolean }
    | { type: "schedule-readout"; publications: Planned[]; approval: Approval; leads: boolean }
    | { type: "unschedule-readout" }
    | { type: "publish-readout"; publication: string }
    | { type: "withdraw-readout"; reason: string }
  );

type With<P> = P & Author;
export type ReadoutFact =
  | { type: "readout-drafted"; payload: With<Drafting> }
  | { type: "readout-revised"; payload: With<{ texts: ReadoutText[] }> }
  | { type: "readout-submitted"; payload: With<{ approval: Approval }> }
  | { type: "readout-approved"; payload: Author }
  | { type: "readout-returned"; payload: With<{ reason: string }> }
  | { type: "readout-scheduled"; payload: With<{ publications: PlannedPublication[] }> }
  | { type: "readout-unscheduled"; payload: Author }
  | { type: "readout-published"; payload: With<{ publication: string }> }
  | { type: "readout-withdrawn"; payload: With<{ reason: string }> };

export type Standing = { status: "standing" } & Readout;
export type State = { status: "absent" } | Standing;
type Outcome = Decision<ReadoutFact>;

export const initialState: State = { status: "absent" };
export const streamOf = (readout: string) => `readout/${readout}`;

/** Nobody else sees that it exists. */
export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent readout has no audience");
  return delegationsOnly([state.delegation]);
}

/** Narrow to wide. */
const READERSHIP: Readership[] = ["sides", "process", "public"];
/** An instant this far back is still "now": clocks differ, and requests take their time. */
const SLACK = 60_000;
/** Versions of one readout; more are a fault of whatever writes them. */
const MOST_VERSIONS = 500;

export function decide(command: Command, state: State): Outcome {
  const author: Author = { by: command.by, at: command.at, recordedBy: command.recordedBy };
  if (command.type === "draft-readout") {
    if (state.status !== "absent") return rejected("readout-exists", "This readout is drafted already.");
    const { id, process, contact, delegation, texts, approval } = command;
    return accepted({
      type: "readout-drafted",
      payload: { id, process, contact, delegation, texts, approval, ...author },
    });
  }
  if (state.status === "absent") return rejected("readout-absent", "There is no such readout.");
  if (state.state === "withdrawn") return rejected("readout-withdrawn", "This readout was withdrawn.");
  switch (command.type) {
    case "revise-readout":
      return revise(command.texts, state, author);
    case "submit-readout":
      if (state.state !== "draft" && state.state !== "returned")
        return rejected("readout-misplaced", `It is ${state.state}: only a draft is submitted.`);
      if (isEmpty(state.texts)) return rejected("readout-empty", "There is no text in it yet.");
      return accepted({ type: "readout-submitted", payload: { approval: command.approval, ...author } });
    case "approve-readout":
      return approve(command.leads, state, author);
    case "return-readout":
      if (state.state !== "submitted" && state.state !== "approved")
        return rejected("readout-misplaced", `It is ${state.state}: there is nothing to give back.`);
      if (!mayDecide(command.leads, state, author))
        return rejected("approval-of-another", "Somebody else of the delegation decides on it.");
      return accepted({ type: "readout-returned", payload: { reason: command.reason, ...author } });
    case "schedule-readout":
      return schedule(command, state, author);
    case "unschedule-readout":
      if (state.state !== "scheduled") return rejected("readout-misplaced", "Nothing of it is scheduled.");
      return accepted({ type: "readout-unscheduled", payload: author });
    case "publish-readout":
      return publish(command.publication, state, author);
    case "withdraw-readout":
      if (state.publications.some(({ published }) => published !== null))
        return rejected("readout-published", "What was published stays; correct it instead.");
      return accepted({ type: "readout-withdrawn", payload: { reason: command.reason, ...author } });
  }
}

const isEmpty = (texts: ReadoutText[]) => texts.some(({ text }) => text.trim() === "");

function revise(texts: ReadoutText[], state: Standing, author: Author): Outcome {
  if (state.state === "scheduled")
    return rejected("readout-scheduled", "It is scheduled: take it off the schedule first.");
  if (JSON.stringify(texts) === JSON.stringify(state.texts))
    return rejected("nothing-changed", "The texts are as they were.");
  if (state.version >= MOST_VERSIONS) return rejected("readout-full", "It has too many versions.");
  return accepted({ type: "readout-revised", payload: { texts, ...author } });
}

/** On paper the side decided itself; the secretariat writes down that it did. */
function mayDecide(leads: boolean, { approval, submittedBy }: Standing, { by, recordedBy }: Author): boolean {
  if (recordedBy !== null) return true;
  return approval === "second-person" ? by !== submittedBy : leads;
}

function approve(leads: boolean, state: Standing, author: Author): Outcome {
  if (state.state !== "submitted")
    return rejected("readout-misplaced", `It is ${state.state}: only what was submitted is approved.`);
  if (!mayDecide(leads, state, author))
    return rejected(
      "approval-of-another",
      state.approval === "second-person"
        ? "Somebody else than who submitted it approves it."
        : "Who leads the delegation approves it.",
    );
  return accepted({ type: "readout-approved", payload: author });
}

function schedule(
  { publications, approval, leads }: Extract<Command, { type: "schedule-readout" }>,
  state: Standing,
  author: Author,
): Outcome {
  const unasked = approval === "none" && ["draft", "returned", "submitted"].includes(state.state);
  // What went out to some may go out to more.
  if (state.state !== "approved" && state.state !== "published" && !unasked)
    return rejected("readout-unapproved", "It is not approved yet.");
  if (isEmpty(state.texts)) return rejected("readout-empty", "There is no text in it yet.");
  if (approval === "lead" && !leads && author.recordedBy === null)
    return rejected("approval-of-another", "Who leads the delegation decides when it goes out.");
  const now = Date.parse(author.at);
  if (publications.some(({ at }) => Date.parse(at) < now - SLACK))
    return rejected("instant-past", "This instant is over.");
  if (new Set(publications.map(({ to }) => to)).size !== publications.length)
    return rejected("embargo-reversed", "Each readership gets it once.");
  const again = state.publications.some(
    ({ to, version }) => version === state.version && publications.some((one) => one.to === to),
  );
  if (again) return rejected("publication-exists", "This version went out to them already.");
  const inOrder = [...publications].sort((a, b) => READERSHIP.indexOf(a.to) - READERSHIP.indexOf(b.to));
  if (inOrder.some(({ at }, i) => i > 0 && Date.parse(at) < Date.parse(inOrder[i - 1]!.at)))
    return rejected("embargo-reversed", "The narrower readership gets it first, or at the same time.");
  const planned = inOrder.map(
    (one): PlannedPublication => ({
      ...one,
      published: null,
      version: state.version,
      corrects:
        state.publications.findLast(({ to, published }) => to === one.to && published !== null)?.id ?? null,
    }),
  );
  return accepted({ type: "readout-scheduled", payload: { publications: planned, ...author } });
}

function publish(publication: string, state: Standing, author: Author): Outcome {
  const planned = state.publications.find(({ id }) => id === publication);
  if (!planned) return rejected("publication-absent", "It is scheduled no longer.");
  if (planned.published !== null) return rejected("publication-exists", "It went out already.");
  if (Date.parse(planned.at) > Date.parse(author.at))
    return rejected("publication-early", "Its instant has not come.");
  return accepted({ type: "readout-published", payload: { publication, ...author } });
}

export function evolve(state: State, { type, payload }: ReadoutFact): State {
  if (type === "readout-drafted") {
    const { by: _, at: __, ...drafted } = payload;
    return {
      ...{ status: "standing", ...drafted, state: "draft", version: 1 },
      ...{ submittedBy: null, approvedBy: null, reason: null, publications: [] },
    };
  }
  if (state.status === "absent") return state;
  switch (type) {
    case "readout-revised":
      return {
        ...{ ...state, texts: payload.texts, version: state.version + 1, state: "draft" },
        ...{ submittedBy: null, approvedBy: null, reason: null, recordedBy: payload.recordedBy },
      };
    case "readout-submitted":
      return {
        ...{ ...state, state: "submitted", submittedBy: payload.by },
        ...{ approval: payload.approval, reason: null },
      };
    case "readout-approved":
      return { ...state, state: "approved", approvedBy: payload.by };
    case "readout-returned":
      return { ...state, state: "returned", approvedBy: null, reason: payload.reason };
    case "readout-scheduled":
      return {
        ...{ ...state, state: "scheduled" },
        publications: [...state.publications, ...payload.publications],
      };
    case "readout-unscheduled": {
      const publications = state.publications.filter(({ published }) => published !== null);
      const out = publications.some(({ version }) => version === state.version);
      const before = state.approvedBy !== null ? "approved" : "draft";
      return { ...state, state: out ? "published" : before, publications };
    }
    case "readout-published": {
      const publications = state.publications.map((one) =>
        one.id === payload.publication ? { ...one, published: payload.at } : one,
      );
      const open = publications.some(({ published }) => published === null);
      return { ...state, state: open ? "scheduled" : "published", publications };
    }
    case "readout-withdrawn":
      return { ...state, state: "withdrawn", reason: payload.reason, publications: [] };
  }
}
