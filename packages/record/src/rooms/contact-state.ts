/** What happens to a contact, and what stands after it. */
import type { AgendaItem, Attendance, Contact, InvitedSide, TimeOption } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";

/** In whose name, and whether the third party wrote it down for that side. */
export interface Hand {
  by: string;
  recordedBy: "secretariat" | null;
}
export type Invitation = Pick<InvitedSide, "delegation" | "persons">;
export type Proposal = Pick<
  Contact,
  | "id"
  | "process"
  | "type"
  | "title"
  | "convener"
  | "persons"
  | "times"
  | "zone"
  | "place"
  | "join"
  | "agenda"
  | "topics"
  | "reminders"
> & { invited: Invitation[] };
export type Changed = Partial<
  Pick<Contact, "type" | "title" | "persons" | "times" | "zone" | "place" | "join" | "topics" | "reminders">
>;
type Answered = Pick<InvitedSide, "answer" | "suits" | "offers" | "reason">;

type With<P> = P & Hand;
export type ContactFact =
  | { type: "contact-proposed"; payload: With<Proposal> }
  | { type: "contact-changed"; payload: With<{ change: Changed }> }
  | { type: "delegation-invited"; payload: With<Invitation> }
  | { type: "persons-named"; payload: With<Invitation> }
  | { type: "delegation-withdrawn"; payload: With<{ delegation: string; reason: string }> }
  | { type: "invitation-answered"; payload: With<Answered> }
  | { type: "time-settled"; payload: With<{ time: TimeOption; zone: string }> }
  | { type: "contact-held"; payload: With<{ from: string; to: string; attended: Attendance[] }> }
  | { type: "contact-adjourned"; payload: With<{ until: string | null; reason: string }> }
  | { type: "contact-failed"; payload: With<{ reason: string }> }
  | { type: "contact-cancelled"; payload: With<{ reason: string }> }
  | { type: "contact-reopened"; payload: With<{ reason: string }> }
  | { type: "agenda-item-added"; payload: With<{ item: AgendaItem }> }
  | { type: "agenda-item-changed"; payload: With<{ item: string; text: string }> }
  | { type: "agenda-item-dropped"; payload: With<{ item: string }> };

export type Standing = { status: "standing" } & Contact;
export type State = { status: "absent" } | Standing;

export const initialState: State = { status: "absent" };
export const streamOf = (contact: string) => `contact/${contact}`;

/** The convener and those invited. One that is withdrawn sees that it was, and nothing after. */
export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent contact has no audience");
  return delegationsOnly([state.convener, ...state.invited.map((one) => one.delegation)]);
}

/** What stands in calendars: once a time is settled, its changes have to be told again. */
const CALENDARED = ["type", "title", "place", "join"] as const;

export function evolve(state: State, { type, payload }: ContactFact): State {
  if (type === "contact-proposed") return proposed(payload);
  if (state.status === "absent") return state;
  switch (type) {
    case "contact-changed": {
      const retold = state.state === "agreed" && CALENDARED.some((field) => field in payload.change);
      const changed = { ...state, ...payload.change, sequence: state.sequence + (retold ? 1 : 0) };
      return payload.change.times
        ? { ...changed, invited: changed.invited.map(stillOpen(changed)) }
        : changed;
    }
    case "delegation-invited":
      return { ...state, invited: [...state.invited, unanswered(payload)] };
    case "persons-named":
      if (payload.delegation === state.convener) return { ...state, persons: payload.persons };
      return withInvited(state, payload.delegation, (one) => ({ ...one, persons: payload.persons }));
    case "delegation-withdrawn":
      return {
        ...state,
        invited: state.invited.filter((one) => one.delegation !== payload.delegation),
        sequence: state.sequence + (state.state === "agreed" ? 1 : 0),
      };
    case "invitation-answered": {
      const { answer, suits, offers, reason, recordedBy } = payload;
      return withInvited(state, payload.by, (one) => ({
        ...one,
        ...{ answer, suits, offers, reason, recordedBy },
      }));
    }
    case "time-settled":
      return {
        ...state,
        state: "agreed",
        reason: null,
        until: null,
        agreed: { ...payload.time, zone: payload.zone },
        invited: state.invited.map((one) => askedAgain(one, payload.time.id)),
        sequence: state.sequence + 1,
      };
    case "contact-held":
      return {
        ...state,
        state: "held",
        reason: null,
        held: { from: payload.from, to: payload.to },
        attended: payload.attended,
      };
    case "contact-adjourned":
      return { ...ended(state, "adjourned", payload.reason), until: payload.until };
    case "contact-failed":
      return ended(state, "failed", payload.reason);
    case "contact-cancelled":
      return ended(state, "cancelled", payload.reason);
    case "contact-reopened":
      return {
        ...state,
        state: state.agreed ? "agreed" : "proposed",
        reason: payload.reason,
        held: null,
        until: null,
        attended: [],
        sequence: state.sequence + 1,
      };
    case "agenda-item-added":
      return { ...state, agenda: [...state.agenda, payload.item] };
    case "agenda-item-changed":
      return {
        ...state,
        agenda: state.agenda.map((item) =>
          item.id === payload.item ? { ...item, text: payload.text } : item,
        ),
      };
    case "agenda-item-dropped":
      return { ...state, agenda: state.agenda.filter((item) => item.id !== payload.item) };
  }
}

function proposed({ by: _, recordedBy: __, invited, ...proposal }: With<Proposal>): State {
  return {
    ...proposal,
    status: "standing",
    state: "proposed",
    reason: null,
    invited: invited.map(unanswered),
    agreed: null,
    held: null,
    until: null,
    attended: [],
    sequence: 0,
  };
}

const unanswered = ({ delegation, persons }: Invitation): InvitedSide => ({
  delegation,
  persons,
  answer: "none",
  suits: [],
  offers: [],
  reason: "",
  recordedBy: null,
});

/** Who accepted another time, or offered others, has not said yes to the one that is settled. */
function askedAgain(one: InvitedSide, time: string): InvitedSide {
  if (one.answer === "declined") return one;
  if (one.suits.includes(time)) return { ...one, answer: "accepted" };
  return { ...one, answer: "none", reason: "", recordedBy: null };
}

/** Of what a side accepted, what is still proposed; a yes to nothing is none. */
function stillOpen(state: Standing): (one: InvitedSide) => InvitedSide {
  const open = new Set([...state.times.map((time) => time.id), state.agreed?.id]);
  return (one) => {
    const suits = one.suits.filter((time) => open.has(time) || one.offers.some((offer) => offer.id === time));
    const unsaid = one.answer === "accepted" && one.suits.length > 0 && !suits.length;
    return unsaid ? { ...one, suits, answer: "none", reason: "", recordedBy: null } : { ...one, suits };
  };
}

const withInvited = (
  state: Standing,
  delegation: string,
  change: (one: InvitedSide) => InvitedSide,
): State => ({
  ...state,
  invited: state.invited.map((one) => (one.delegation === delegation ? change(one) : one)),
});

const ended = (state: Standing, into: Contact["state"], reason: string): Standing => ({
  ...state,
  state: into,
  reason,
  sequence: state.sequence + (state.state === "agreed" ? 1 : 0),
});
