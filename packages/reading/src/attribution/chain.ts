/** Best sequence of roles under emission and transition scores (Viterbi). */
import { addScores, type LinearModel } from "../linear/model.ts";
import { ROLES, type RoleInput } from "./role-features.ts";

const K = ROLES.length;

export interface ChainModel {
  emission: LinearModel;
  /** Labels are pairs of roles, `before * K + now`. */
  transition: LinearModel;
}

/** Scores of all tokens: `emissions[i * K + role]`, `transitions[i * K * K + before * K + role]`. */
export function scoreChain(
  model: ChainModel,
  input: RoleInput,
): { emissions: Float64Array; transitions: Float64Array } {
  const n = input.emissions.length;
  const emissions = new Float64Array(n * K);
  const transitions = new Float64Array(n * K * K);
  for (let i = 0; i < n; i++) {
    addScores(model.emission, input.emissions[i] as number[], emissions, i * K);
    if (i > 0) addScores(model.transition, input.transitions[i] as number[], transitions, i * K * K);
  }
  return { emissions, transitions };
}

/** One role number per token. `bonus` is added to every score of the content role. */
export function bestRoles(model: ChainModel, input: RoleInput, bonus = 0): number[] {
  const n = input.emissions.length;
  const { emissions, transitions } = scoreChain(model, input);
  const score = new Float64Array(n * K);
  const from = new Uint8Array(n * K);
  for (let i = 0; i < n; i++)
    for (let now = 0; now < K; now++) {
      const own = (emissions[i * K + now] as number) + (now === 3 ? bonus : 0);
      if (i === 0) {
        score[now] = own;
        continue;
      }
      let best = Number.NEGATIVE_INFINITY;
      for (let before = 0; before < K; before++) {
        const total =
          (score[(i - 1) * K + before] as number) + (transitions[i * K * K + before * K + now] as number);
        if (total > best) {
          best = total;
          from[i * K + now] = before;
        }
      }
      score[i * K + now] = best + own;
    }
  const roles = new Array<number>(n);
  let now = 0;
  for (let k = 1; k < K; k++)
    if ((score[(n - 1) * K + k] as number) > (score[(n - 1) * K + now] as number)) now = k;
  for (let i = n - 1; i >= 0; i--) {
    roles[i] = now;
    now = from[i * K + now] as number;
  }
  return roles;
}
