/** given events → when a command → it yields facts, or is refused with a code. */
import { expect } from "vitest";
import { type Decision, replay } from "../src/index.ts";

interface Aggregate<C, S, F> {
  decide(command: C, state: S): Decision<F>;
  evolve(state: S, fact: F): S;
  initialState: S;
}

export function given<C, S, F>(aggregate: Aggregate<C, S, F>, ...past: F[]) {
  const state = replay(past, aggregate.evolve, aggregate.initialState);
  return {
    when(command: C) {
      const decision = aggregate.decide(command, state);
      return {
        yields: (...facts: F[]) => expect(decision).toEqual({ outcome: "accepted", facts }),
        refused: (code: string) => expect(decision).toMatchObject({ outcome: "rejected", code }),
      };
    },
  };
}
