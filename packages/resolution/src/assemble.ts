/** One occurrence from the claims that tell of it. Where they disagree the better founded wins, and `why` names the others. */
import { createHash } from "node:crypto";
import type { Actor, Detail, Judgement, Occurrence, Status, When } from "@parley/protocol";
import { accounts } from "./account.ts";
import { type Candidate, isProposed } from "./claim.ts";
import type { Link } from "./cluster.ts";
import { compareDates } from "./dates.ts";
import { verdictOn } from "./judge.ts";

export interface Cluster {
  members: Candidate[];
  weakest: Link | undefined;
}

export function assemble(
  { members, weakest }: Cluster,
  actors: Map<string, Actor>,
  judgements: Judgement[],
): Occurrence {
  const own = members.filter((member) => !isProposed(member));
  /** A second reader adds evidence and accounts; what is said of the occurrence stays with the reader's own claims. */
  const deciding = own.length ? own : members;
  /** The best told first: foreground before background, told in full before in passing, then by id. */
  const ranked = [...deciding].sort(
    (a, b) =>
      Number(a.claim.told.background) - Number(b.claim.told.background) ||
      b.claim.confidence - a.claim.confidence ||
      (a.claim.id < b.claim.id ? -1 : 1),
  );
  const lead = ranked[0]!.claim.told;
  const { when, dispute } = bestDate(ranked);
  const claims = members.map((m) => m.claim.id);
  const { judged, corrections } = verdictOn(new Set(claims), judgements);
  const why = [ranked[0]!.claim.why];
  if (weakest)
    why.push(`joined from ${members.length} claims; weakest tie ${weakest.score.toFixed(2)}: ${weakest.why}`);
  if (dispute) why.push(dispute);
  const occurrence: Occurrence = {
    id: `occ:${createHash("sha256").update(deciding[0]!.claim.id).digest("hex").slice(0, 16)}`,
    kind: lead.kind,
    type:
      ranked.map((m) => m.claim.told.type).find((t) => t !== null && t !== "other" && t !== "talks") ??
      lead.type,
    status: bestStatus(ranked),
    background: deciding.every((m) => m.claim.told.background),
    when,
    where: ranked.map((m) => m.claim.told.where).find((w) => w !== null) ?? null,
    actors: joinParties(ranked, actors),
    initiator: ranked.map((m) => m.claim.told.initiator).find((i) => i !== null) ?? null,
    topics: [...new Set(deciding.flatMap((m) => m.claim.told.topics))].sort(),
    ambiguous: deciding.every((m) => m.claim.told.ambiguous),
    detail: bestDetail(ranked),
    plover: ranked.map((m) => m.claim.told.plover).find((p) => p !== null) ?? null,
    claims,
    accounts: accounts(members),
    judgement: judged,
    confidence: Math.round(confidence(deciding) * 1000) / 1000,
    why: why.filter(Boolean).join(" · "),
  };
  return Object.assign(occurrence, ...corrections);
}

/** Independent voices add up: 1 − Π(1 − c), where reprints share a voice and count with their best claim. */
function confidence(members: Candidate[]): number {
  const voices = new Map<string, number>();
  for (const m of members) voices.set(m.voice, Math.max(voices.get(m.voice) ?? 0, m.claim.confidence));
  return 1 - [...voices.values()].reduce((rest, c) => rest * (1 - c), 1);
}

/** Reported as happened by anybody outranks alleged; what happened outranks what was planned; a denial alone stays one. */
const STATUS_RANK: Status[] = [
  "happened",
  "alleged",
  "planned",
  "offered",
  "conditional",
  "demanded",
  "denied",
];
function bestStatus(ranked: Candidate[]): Status {
  const told = ranked.filter((m) => m.claim.stance !== "denies").map((m) => m.claim.told.status);
  const all = told.length ? told : ranked.map((m) => m.claim.told.status);
  return STATUS_RANK.find((s) => all.includes(s)) ?? ranked[0]!.claim.told.status;
}

const BASIS_RANK = ["stated", "relative", "inferred", "metadata", "corroborated"];
function bestDate(ranked: Candidate[]): { when: When | null; dispute: string | null } {
  const dated = ranked.filter((m) => m.claim.told.when);
  if (!dated.length) return { when: null, dispute: null };
  const best = [...dated].sort(
    (a, b) =>
      precision(b) - precision(a) ||
      BASIS_RANK.indexOf(a.claim.told.when!.basis) - BASIS_RANK.indexOf(b.claim.told.when!.basis),
  )[0]!;
  const others = new Set(
    dated
      .filter((m) => compareDates(m.when, best.when) === "near")
      .map((m) => `${m.claim.told.when!.edtf} (${m.claim.document})`),
  );
  return {
    when: best.claim.told.when,
    dispute: others.size ? `other dates given: ${[...others].sort().join(", ")}` : null,
  };
}

/** A known year outranks an unknown one, a short stretch a long one. */
function precision({ when }: Candidate): number {
  if (!when) return 0;
  if (when.yearless) return when.yearless.length;
  return when.from !== null && when.to !== null ? 100 - Math.log10(when.to - when.from + 1) : 50;
}

/** Everyone any claim names, once per role; a state gives way to a person who stands for it. */
function joinParties(ranked: Candidate[], actors: Map<string, Actor>): Occurrence["actors"] {
  const all = new Map<string, Occurrence["actors"][number]>();
  for (const party of ranked.flatMap((m) => m.claim.told.actors)) {
    const key = `${party.role}|${party.actor}`;
    if (!all.has(key)) all.set(key, party);
  }
  const parties = [...all.values()];
  const stoodFor = (p: (typeof parties)[number]) => {
    const actor = actors.get(p.actor);
    if (!actor || actor.kind === "person" || ranked.length === 1) return false;
    return parties.some((q) => {
      const person = actors.get(q.actor);
      return (
        q.role === p.role &&
        person?.kind === "person" &&
        person.country !== null &&
        person.country === actor.country
      );
    });
  };
  return parties.filter((p) => !stoodFor(p)).sort((a, b) => (a.role + a.actor < b.role + b.actor ? -1 : 1));
}

/** The fullest detail, by how many of its fields say something. */
function bestDetail(ranked: Candidate[]): Detail {
  const fullness = (detail: Detail) =>
    Object.values(detail).filter((v) => (Array.isArray(v) ? v.length > 0 : v !== null)).length;
  return ranked
    .map((m) => m.claim.told.detail)
    .reduce((best, d) => (fullness(d) > fullness(best) ? d : best));
}
