/** What people decided, as bonds between claims and verdicts on them. Judgements address claims, so they outlive re-reading. */
import type { Judged, Judgement } from "@parley/protocol";

export interface Bonds {
  /** Claims that one person put together, pair by pair. */
  together: [string, string][];
  /** Claims that a person parted. */
  apart: [string, string][];
}

/** Those judgements that no later one took back, oldest first. A judgement with `undoes` does nothing but take back. */
export function inForce(judgements: Judgement[]): Judgement[] {
  const ordered = [...judgements].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  const takenBack = new Set<string>();
  for (const j of [...ordered].reverse()) if (j.undoes && !takenBack.has(j.id)) takenBack.add(j.undoes);
  return ordered.filter((j) => !takenBack.has(j.id) && !j.undoes);
}

/** The last word on a pair counts: a split after a merge parts them again. */
export function bonds(judgements: Judgement[]): Bonds {
  const last = new Map<string, { pair: [string, string]; together: boolean }>();
  for (const j of judgements) {
    if (j.verdict !== "merge" && j.verdict !== "split") continue;
    const stay = j.claims.filter((c) => !j.others.includes(c));
    for (const a of stay)
      for (const b of j.others) {
        const pair: [string, string] = a < b ? [a, b] : [b, a];
        last.set(pair.join("\n"), { pair, together: j.verdict === "merge" });
      }
  }
  const all = [...last.values()];
  return {
    together: all.filter((p) => p.together).map((p) => p.pair),
    apart: all.filter((p) => !p.together).map((p) => p.pair),
  };
}

/** What stands for the occurrence with these claims: the last verdict on any of them, and all corrections in order. */
export function verdictOn(claims: Set<string>, judgements: Judgement[]) {
  let judged: Judged = "proposed";
  const corrections: NonNullable<Judgement["correction"]>[] = [];
  for (const j of judgements) {
    if (!j.claims.some((c) => claims.has(c))) continue;
    if (j.verdict === "accept") judged = "accepted";
    if (j.verdict === "reject") judged = "rejected";
    if (j.verdict === "unsure") judged = "unsure";
    if (j.verdict === "correct" && j.correction) {
      judged = "corrected";
      corrections.push(j.correction);
    }
  }
  return { judged, corrections };
}
