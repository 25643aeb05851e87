/** A delegation is founded with a capacity that never changes; members sit in it from one day to another. */
import type { Delegation, InvitedMember, Member } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export type Founding = Omit<Delegation, "members" | "invited" | "closed">;
export type Amendment = Partial<Pick<Delegation, "name" | "represents" | "mandate">>;
export type Command =
  | ({ type: "found-delegation" } & Founding)
  | { type: "amend-delegation"; amendment: Amendment }
  | { type: "invite-member"; invited: InvitedMember }
  | { type: "seat-member"; member: Member }
  | { type: "unseat-member"; member: string; to: string; atOnce: boolean }
  | { type: "close-delegation"; reason: string };
export type DelegationFact =
  | { type: "delegation-founded"; payload: Founding }
  | { type: "delegation-amended"; payload: Amendment }
  | { type: "member-invited"; payload: InvitedMember }
  | { type: "member-seated"; payload: Member }
  | { type: "member-unseated"; payload: { member: string; to: string; atOnce: boolean } }
  | { type: "delegation-closed"; payload: { reason: string } };
export type State = { status: "absent" } | ({ status: "standing" } & Delegation);

export const initialState: State = { status: "absent" };
export const streamOf = (delegation: string) => `delegation/${delegation}`;

/** All who take part in the process, or the delegation itself and those it is known to. */
export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent delegation has no audience");
  return state.knownTo === null
    ? { kind: "process", process: state.process }
    : delegationsOnly([state.id, ...state.knownTo]);
}

export function decide(command: Command, state: State): Decision<DelegationFact> {
  if (command.type === "found-delegation") {
    if (state.status !== "absent")
      return rejected("delegation-exists", "This delegation is founded already.");
    const { type: _, ...founding } = command;
    return accepted({ type: "delegation-founded", payload: founding });
  }
  if (state.status === "absent") return rejected("delegation-absent", "There is no such delegation.");
  if (state.closed !== null) return rejected("delegation-closed", "This delegation has ended.");
  switch (command.type) {
    case "amend-delegation":
      if (!Object.keys(command.amendment).length)
        return rejected("nothing-changed", "Say what is to be different.");
      return accepted({ type: "delegation-amended", payload: command.amendment });
    case "invite-member":
      return accepted({ type: "member-invited", payload: command.invited });
    case "seat-member":
      return seat(command.member, state);
    case "unseat-member": {
      const member = state.members.find((one) => one.id === command.member);
      if (!member || member.to !== null)
        return rejected("member-absent", "Nobody of that name sits here now.");
      if (command.to < member.from)
        return rejected("days-reversed", "The last day comes before the first one.");
      return accepted({
        type: "member-unseated",
        payload: { member: command.member, to: command.to, atOnce: command.atOnce },
      });
    }
    case "close-delegation":
      return accepted({ type: "delegation-closed", payload: { reason: command.reason } });
  }
}

function seat(member: Member, state: Delegation): Decision<DelegationFact> {
  if (member.to !== null && member.to < member.from)
    return rejected("days-reversed", "The last day comes before the first one.");
  const taken = state.members.some(
    (one) =>
      one.id === member.id || (one.account !== null && one.account === member.account && one.to === null),
  );
  if (taken) return rejected("member-exists", "This person sits in the delegation already.");
  return accepted({ type: "member-seated", payload: member });
}

export function evolve(state: State, fact: DelegationFact): State {
  if (fact.type === "delegation-founded")
    return { status: "standing", ...fact.payload, members: [], invited: [], closed: null };
  if (state.status === "absent") return state;
  switch (fact.type) {
    case "delegation-amended":
      return { ...state, ...fact.payload };
    case "member-invited":
      return { ...state, invited: [...state.invited, fact.payload] };
    case "member-seated":
      return { ...state, members: [...state.members, fact.payload] };
    case "member-unseated":
      return {
        ...state,
        members: state.members.map((member) =>
          member.id === fact.payload.member
            ? { ...member, to: fact.payload.to, gone: fact.payload.atOnce }
            : member,
        ),
      };
    case "delegation-closed":
      return { ...state, closed: fact.payload.reason };
  }
}
