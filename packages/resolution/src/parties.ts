/** Whether those who take part in two claims can be the same. */
import type { Actor } from "@parley/protocol";

export interface PartyMatch {
  verdict: "may be same" | "different";
  /** 0..1: the share of parties that agree. */
  share: number;
  /** The parties of the first claim that agree with one of the second's. */
  common: string[];
  /** Whether one claim names somebody whom the other leaves out. */
  unequal: boolean;
  why: string;
}

/** What a claim that names nobody agrees by: it may be anyone's. */
const UNTOLD = 0.3;
/** What a person agrees by with the person's state. */
const HALF = 0.75;

/** A person and the person's state agree in part; two persons that each side lacks exclude each other. */
export function compareParties(a: string[], b: string[], actors: Map<string, Actor>): PartyMatch {
  if (!a.length || !b.length)
    return {
      verdict: "may be same",
      share: UNTOLD,
      common: [],
      unequal: a.length !== b.length,
      why: "parties not told by one of them",
    };
  const common = a.filter((id) => b.includes(id));
  const leftB = b.filter((id) => !a.includes(id));
  const halves: string[] = [];
  const leftA = a.filter((id) => {
    if (common.includes(id)) return false;
    const match = leftB.findIndex((other) => standFor(id, other, actors));
    if (match < 0) return true;
    leftB.splice(match, 1);
    halves.push(id);
    return false;
  });
  const differ = (why: string): PartyMatch => ({
    ...{ verdict: "different", share: 0, common: [], unequal: true, why },
  });
  if (leftA.length && leftB.length) return differ(`${leftA.join(", ")} against ${leftB.join(", ")}`);
  const share =
    (common.length + HALF * halves.length) / (common.length + halves.length + leftA.length + leftB.length);
  if (share === 0) return differ("no party in common");
  return {
    ...{ verdict: "may be same", share, common: [...common, ...halves] },
    unequal: leftA.length + leftB.length > 0,
    why: `parties agree ${share.toFixed(2)}`,
  };
}

/** A person stands for a state or body of the same country, when one of the two is no person. */
function standFor(a: string, b: string, actors: Map<string, Actor>): boolean {
  const [x, y] = [actors.get(a), actors.get(b)];
  if (!x?.country || x.country !== y?.country) return false;
  return x.kind !== "person" || y.kind !== "person";
}
