import type { Delegation } from "@parley/protocol";

/** In the order in which a table is laid: the third party, the sides, those beside them. No rank within. */
export const CAPACITY_GROUPS: { capacity: Delegation["capacity"]; one: string; many: string }[] = [
  { capacity: "mediator", one: "mediator", many: "Mediators" },
  { capacity: "co-chair", one: "co-chair", many: "Co-chairs" },
  { capacity: "secretariat", one: "secretariat", many: "Secretariat" },
  { capacity: "party", one: "party", many: "Parties" },
  { capacity: "guarantor", one: "guarantor", many: "Guarantors" },
  { capacity: "observer", one: "observer", many: "Observers" },
  { capacity: "monitor", one: "monitor mission", many: "Monitor missions" },
  { capacity: "press", one: "press", many: "Press" },
];

export const capacityWord = (capacity: Delegation["capacity"]) =>
  CAPACITY_GROUPS.find((group) => group.capacity === capacity)!.one;

/** Members who sit on a day (YYYY-MM-DD). */
export const sitting = (delegation: Pick<Delegation, "members">, day: string) =>
  delegation.members.filter(
    (member) => member.from <= day && !member.gone && (member.to === null || member.to >= day),
  );

export const today = () => new Date().toISOString().slice(0, 10);
