/** The real network without its pauses: they are written down, and pass on its own clock. */
import { type Network, network } from "../src/index.ts";

export interface Patience extends Network {
  /** Milliseconds of each pause asked for. */
  pauses: number[];
}

/** `perAnswer`: milliseconds that each answer takes on that clock. */
export function withoutPauses(perAnswer = 0): Patience {
  const pauses: number[] = [];
  let passed = 0;
  return {
    pauses,
    async send(request) {
      passed += perAnswer;
      return network.send(request);
    },
    now: () => passed + pauses.reduce((sum, pause) => sum + pause, 0),
    async wait(milliseconds) {
      pauses.push(milliseconds);
    },
  };
}
