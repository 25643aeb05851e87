/**
 * A contact goes from a proposal to what came of it. The convener decides on it as a whole; each invited delegation
 * answers for itself, and what is settled is only ever a time that another side accepted.
 */
import type { AgendaItem, Attendance, Contact, InvitedSide, TimeOption } from "@parley/protocol";
import { accepted, type Decision, type Rejection, rejected } from "../decision.ts";
import type { Changed, ContactFact, Hand, Invitation, Proposal, Standing, State } from "./contact-state.ts";

export { audienceOf, type ContactFact, evolve, initialState, type State, streamOf } from "./contact-state.ts";

export type Command = Hand &
  (
    | { type: "propose-contact"; proposal: Proposal }
    | { type: "change-contact"; change: Changed }
    | ({ type: "invite-delegation" } & Invitation)
    | ({ type: "name-persons" } & Invitation)
    | { type: "withdraw-delegation"; delegation: string; reason: string }
    | ({ type: "answer-invitation" } & Pick<InvitedSide, "suits" | "offers" | "reason"> & {
          answer: Exclude<InvitedSide["answer"], "none">;
        })
    | { type: "settle-time"; time: string }
    | {
        type: "hold-contact";
        from: string;
        to: string;
        attended: Attendance[];
        /** The clock, so that nothing is held before it is over. */
        now: string;
      }
    | { type: "adjourn-contact"; until: string | null; reason: string }
    | { type: "fail-contact"; reason: string }
    | { type: "cancel-contact"; reason: string }
    | { type: "reopen-contact"; reason: string }
    | { type: "add-item"; item: AgendaItem }
    | { type: "change-item"; item: string; text: string }
    | { type: "drop-item"; item: string }
  );
type Outcome = Decision<ContactFact>;

/** What the convener decides on the whole; the rest each side says for itself. */
export const CONVENERS = new Set<Command["type"]>([
  "change-contact",
  "invite-delegation",
  "withdraw-delegation",
  "settle-time",
  "hold-contact",
  "adjourn-contact",
  "fail-contact",
  "cancel-contact",
  "reopen-contact",
]);

const ENDED = new Set<Contact["state"]>(["held", "failed", "cancelled"]);
const AGENDA_LENGTH = 100;

export function decide(command: Command, state: State): Outcome {
  if (command.type === "propose-contact") return propose(command, state);
  if (state.status === "absent") return rejected("contact-absent", "There is no such contact.");
  if (CONVENERS.has(command.type) && command.by !== state.convener)
    return rejected("convener-decides", "The delegation that convenes this decides on it.");
  if (!delegationsOf(state).includes(command.by))
    return rejected("delegation-uninvited", "This delegation takes no part in the contact.");
  if (command.type === "reopen-contact") return reopen(command, state);
  if (ENDED.has(state.state))
    return rejected(
      "contact-ended",
      `It is ${state.state} and stays as it is, unless that is taken back first.`,
    );
  switch (command.type) {
    case "change-contact":
      return change(command, state);
    case "invite-delegation":
      return invite(command, state);
    case "name-persons":
      return namePersons(command, state);
    case "withdraw-delegation":
      return withdraw(command, state);
    case "answer-invitation":
      return answer(command, state);
    case "settle-time":
      return settle(command, state);
    case "hold-contact":
      return hold(command, state);
    case "adjourn-contact":
      if (state.state !== "agreed")
        return rejected("contact-unagreed", "Only what was agreed can be adjourned.");
      return fact("contact-adjourned", command, { until: command.until, reason: command.reason });
    case "fail-contact":
      return fact("contact-failed", command, { reason: command.reason });
    case "cancel-contact":
      return fact("contact-cancelled", command, { reason: command.reason });
    default:
      return agenda(command, state);
  }
}

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;
type PayloadOf<T extends ContactFact["type"]> = Extract<ContactFact, { type: T }>["payload"];

/** The fact, in the name of whoever gave the command. */
function fact<T extends ContactFact["type"]>(
  type: T,
  { by, recordedBy }: Hand,
  payload: Omit<PayloadOf<T>, keyof Hand>,
): Outcome {
  // TypeScript does not see that T binds the type to its payload.
  return accepted({ type, payload: { ...payload, by, recordedBy } } as unknown as ContactFact);
}

const delegationsOf = (state: Standing) => [state.convener, ...state.invited.map((one) => one.delegation)];

function propose(command: Of<"propose-contact">, state: State): Outcome {
  if (state.status !== "absent") return rejected("contact-exists", "This contact is proposed already.");
  const { proposal } = command;
  const named = [proposal.convener, ...proposal.invited.map((one) => one.delegation)];
  if (new Set(named).size !== named.length)
    return rejected("delegation-invited-twice", "A delegation is named twice.");
  const wrong = wrongTimes(proposal.times);
  if (wrong) return wrong;
  return fact("contact-proposed", command, { ...proposal, times: inOrder(proposal.times) });
}

function change(command: Of<"change-contact">, state: Standing): Outcome {
  const given = Object.entries(command.change).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(state[field as keyof Changed]),
  );
  if (!given.length) return rejected("nothing-changed", "Say what is to be different.");
  const changed = Object.fromEntries(given) as Changed;
  const wrong = changed.times ? wrongTimes(changed.times) : null;
  if (wrong) return wrong;
  if (changed.times) changed.times = inOrder(changed.times);
  return fact("contact-changed", command, { change: changed });
}

function invite({ by, recordedBy, delegation, persons }: Of<"invite-delegation">, state: Standing): Outcome {
  if (delegationsOf(state).includes(delegation))
    return rejected("delegation-invited-twice", "This delegation takes part already.");
  return fact("delegation-invited", { by, recordedBy }, { delegation, persons });
}

function namePersons(command: Of<"name-persons">, state: Standing): Outcome {
  const { by, delegation, persons } = command;
  if (!delegationsOf(state).includes(delegation))
    return rejected("delegation-uninvited", "This delegation takes no part in the contact.");
  if (by !== delegation && by !== state.convener)
    return rejected("convener-decides", "The convener and the delegation itself name who comes.");
  return fact("persons-named", command, { delegation, persons });
}

function withdraw(command: Of<"withdraw-delegation">, state: Standing): Outcome {
  const { delegation, reason } = command;
  if (!state.invited.some((one) => one.delegation === delegation))
    return rejected("delegation-uninvited", "This delegation is not invited.");
  if (state.invited.length === 1)
    return rejected("last-invited", "Nobody else is invited: cancel the contact instead.");
  return fact("delegation-withdrawn", command, { delegation, reason });
}

function answer(command: Of<"answer-invitation">, state: Standing): Outcome {
  const { by, answer: given, suits, offers, reason } = command;
  if (by === state.convener)
    return rejected("convener-decides", "The convener settles the time and does not answer itself.");
  const wrong = wrongTimes(offers);
  if (wrong) return wrong;
  const open = timesOf(state);
  if (suits.some((time) => !open.some((one) => one.id === time)))
    return rejected("time-absent", "One of these times is proposed no longer. Look again.");
  if (given === "accepted" && open.length > 0 && !suits.length)
    return rejected("time-missing", "Say which of the times suit.");
  if (given === "other-times" && !offers.length)
    return rejected("time-missing", "Offer at least one other time.");
  return fact("invitation-answered", command, {
    answer: given,
    suits: given === "declined" ? [] : [...suits, ...(given === "other-times" ? idsOf(offers) : [])],
    offers: given === "other-times" ? inOrder(offers) : [],
    reason,
  });
}

function settle(command: Of<"settle-time">, state: Standing): Outcome {
  const time = timesOf(state).find((one) => one.id === command.time);
  if (!time) return rejected("time-absent", "This time is proposed no longer. Look again.");
  if (state.state === "agreed" && state.agreed?.id === time.id)
    return rejected("nothing-changed", "This time is settled already.");
  if (!state.invited.some((one) => one.suits.includes(time.id)))
    return rejected("time-unaccepted", "No other side has accepted this time yet.");
  return fact("time-settled", command, {
    time: { id: time.id, start: time.start, end: time.end },
    zone: state.zone,
  });
}

function hold(command: Of<"hold-contact">, state: Standing): Outcome {
  const { from, to, attended, now } = command;
  if (Date.parse(to) <= Date.parse(from)) return rejected("times-reversed", "It ends before it begins.");
  if (Date.parse(to) > Date.parse(now)) return rejected("not-over", "It is not over yet.");
  const here = delegationsOf(state);
  const came = attended.map((one) => one.delegation);
  if (new Set(came).size !== came.length || came.some((one) => !here.includes(one)))
    return rejected("delegation-uninvited", "Somebody came twice, or takes no part in the contact.");
  if (came.length < 2)
    return rejected("too-few-came", "A contact is held when at least two delegations came.");
  return fact("contact-held", command, { from, to, attended });
}

function reopen(command: Of<"reopen-contact">, state: Standing): Outcome {
  if (!ENDED.has(state.state) && state.state !== "adjourned")
    return rejected("contact-open", "There is nothing to take back.");
  return fact("contact-reopened", command, { reason: command.reason });
}

function agenda(command: Of<"add-item" | "change-item" | "drop-item">, state: Standing): Outcome {
  if (command.type === "add-item") {
    if (state.agenda.length >= AGENDA_LENGTH)
      return rejected("agenda-full", `An agenda holds ${AGENDA_LENGTH} items.`);
    return fact("agenda-item-added", command, { item: command.item });
  }
  const item = state.agenda.find((one) => one.id === command.item);
  if (!item) return rejected("item-absent", "There is no such item (any more).");
  if (item.by !== command.by)
    return rejected("item-of-another", "The side that put this item decides on it.");
  return command.type === "change-item"
    ? fact("agenda-item-changed", command, { item: item.id, text: command.text })
    : fact("agenda-item-dropped", command, { item: item.id });
}

/** What may be accepted and settled: proposed by the convener or offered by a side. */
const timesOf = (state: Standing): TimeOption[] => [
  ...state.times,
  ...state.invited.flatMap((one) => one.offers),
  ...(state.agreed ? [state.agreed] : []),
];

const LONGEST = 31 * 86_400_000;
function wrongTimes(times: TimeOption[]): Rejection | null {
  for (const { start, end } of times) {
    const length = Date.parse(end) - Date.parse(start);
    if (length <= 0) return rejected("times-reversed", "A time ends before it begins.");
    if (length > LONGEST) return rejected("times-reversed", "A time lasts longer than a month.");
  }
  return null;
}

const inOrder = (times: TimeOption[]) =>
  [...times].sort(
    (a, b) =>
      Date.parse(a.start) - Date.parse(b.start) ||
      Date.parse(a.end) - Date.parse(b.end) ||
      (a.id < b.id ? -1 : 1),
  );
const idsOf = (times: TimeOption[]) => times.map((time) => time.id);
