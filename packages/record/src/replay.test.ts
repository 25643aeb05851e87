import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { document, judgement, replay } from "./index.ts";

/** Commands as a careless crowd would give them: most streams hold refusals, repetitions and takings-back. */
const ids = fc.constantFrom("j1", "j2", "j3", "j4", "j5");
const judgements = fc.array(
  fc.record({
    type: fc.constant("judge" as const),
    id: ids,
    claims: fc.subarray(["c1", "c2", "c3"]),
    verdict: fc.constantFrom("accept" as const, "reject" as const, "split" as const),
    reason: fc.string(),
    correction: fc.constant(null),
    others: fc.subarray(["c1", "c2"]),
    undoes: fc.option(ids),
  }),
  { maxLength: 30 },
);
const documents = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant("receive-document" as const),
      name: fc.string(),
      content: fc.constantFrom("a", "b"),
      uri: fc.constant(null),
    }),
    fc.record({
      type: fc.constant("record-reading" as const),
      reader: fc.constant("r"),
      reading: fc.constantFrom("x", "y"),
      claims: fc.nat(9),
      unread: fc.constant(null),
    }),
  ),
  { maxLength: 30 },
);

describe("replay", () => {
  it("[R3] judgements: replay equals the incremental fold", () => {
    fc.assert(
      fc.property(judgements, (commands) => {
        let state = judgement.initialState;
        const log: judgement.JudgementGiven[] = [];
        for (const command of commands) {
          const decision = judgement.decide(command, state);
          if (decision.outcome === "rejected") continue;
          for (const fact of decision.facts) {
            state = judgement.evolve(state, fact);
            log.push(fact);
          }
          expect(replay(log, judgement.evolve, judgement.initialState)).toEqual(state);
        }
      }),
      { seed: 20260103 },
    );
  });

  it("[R3] documents: replay equals the incremental fold, cut anywhere", () => {
    fc.assert(
      fc.property(documents, fc.nat(30), (commands, cut) => {
        let state = document.initialState;
        const log: document.DocumentFact[] = [];
        for (const command of commands) {
          const decision = document.decide(command, state);
          if (decision.outcome === "rejected") continue;
          for (const fact of decision.facts) state = document.evolve(state, fact);
          log.push(...decision.facts);
        }
        const half = replay(log.slice(0, cut), document.evolve, document.initialState);
        expect(replay(log.slice(cut), document.evolve, half)).toEqual(state);
      }),
      { seed: 20260104 },
    );
  });

  it("[R10] whoever judges how often: of any judgement at most one taking-back stands", () => {
    fc.assert(
      fc.property(judgements, (commands) => {
        const log: judgement.JudgementGiven[] = [];
        for (const [i, command] of commands.entries()) {
          const state = replay(log, judgement.evolve, judgement.initialState);
          const decision = judgement.decide({ ...command, id: `j${i}`, undoes: command.undoes }, state);
          if (decision.outcome === "accepted") log.push(...decision.facts);
        }
        const { given } = replay(log, judgement.evolve, judgement.initialState);
        for (const id of Object.keys(given)) {
          const standing = Object.values(given).filter((other) => other.undoes === id && !other.takenBack);
          expect(standing.length).toBe(given[id]!.takenBack ? 1 : 0);
        }
      }),
      { seed: 20260105 },
    );
  });
});
