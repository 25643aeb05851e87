/**
 * The codebook's answer without training: an act keeps, turns or loses its root under the operators before it
 * ("refuses to lift the ban": an end of coercion is YIELD, refused it is REJECT). It is one feature among the others.
 */
import type { Root } from "./concepts.ts";
import type { Item } from "./frame.ts";

const CONFLICT: ReadonlySet<Root> = new Set([
  "ACCUSE",
  "THREATEN",
  "PROTEST",
  "MOBILIZE",
  "SANCTION",
  "COERCE",
  "ASSAULT",
]);

/** PLOVER and CAMEO rules on intent, demand, threat, refusal and reversal. */
function turn(root: Root, operator: string): Root {
  const hostile = CONFLICT.has(root);
  switch (operator) {
    case "end":
    case "reduce":
      if (hostile) return "YIELD";
      return root === "AID" || root === "COOPERATE" ? "SANCTION" : "REJECT";
    case "refuse":
    case "fail":
    case "not":
      return "REJECT";
    case "will":
    case "agree":
      if (root === "REJECT") return "REJECT";
      return hostile ? "THREATEN" : "AGREE";
    case "threaten":
      return "THREATEN";
    case "demand":
      return hostile ? "ACCUSE" : "REQUEST";
    default:
      return root;
  }
}

export interface Composed {
  /** Null where no act of the lexicon stands in the words. */
  root: Root | null;
  /** Operator ids before the act, outermost first. */
  operators: number[];
  /** Concept ids of the act's word. */
  act: number | null;
  base: Root | null;
}

/** Operators and the first act that is not itself an operator followed by another act. */
export function compose(items: readonly Item[]): Composed {
  const operators: { id: number; name: string }[] = [];
  let act: { id: number; root: Root } | null = null;
  let pending: { id: number; root: Root; depth: number } | null = null;
  for (const { concepts } of items) {
    const operator = concepts.find((concept) => concept.role === "operator");
    const own = concepts.find((concept) => concept.root !== null);
    if (operator) {
      if (own?.root) pending = { id: own.id, root: own.root, depth: operators.length };
      operators.push(operator);
    } else if (own?.root) {
      act = { id: own.id, root: own.root };
      break;
    }
  }
  if (!act && pending) {
    act = pending;
    operators.length = pending.depth;
  }
  if (!act) return { root: null, operators: operators.map(({ id }) => id), act: null, base: null };
  let root: Root = act.root;
  for (const { name } of operators.toReversed()) root = turn(root, name);
  return { root, operators: operators.map(({ id }) => id), act: act.id, base: act.root };
}
