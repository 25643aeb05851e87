/**
 * Whether two claims tell of one occurrence. Every score explains itself; a `different` is a veto that no
 * chain of other pairs overrules, so two calls of one minister with two counterparts never melt into one.
 */
import type { Actor } from "@parley/protocol";
import type { Told } from "@parley/reading";
import { type Candidate, wordsOf } from "./claim.ts";
import { compareDates, daysApart } from "./dates.ts";

export interface PairScore {
  verdict: "same" | "different" | "unsure";
  /** 0..1, not calibrated. */
  score: number;
  why: string;
}

const SAME = 0.7;
const UNSURE = 0.5;

const different = (why: string): PairScore => ({ verdict: "different", score: 0, why });

export function scorePair(a: Candidate, b: Candidate, actors: Map<string, Actor>): PairScore {
  const [x, y] = [a.claim.told, b.claim.told];
  if (x.kind !== y.kind) return different("other kind");
  const inOneDocument = a.claim.document === b.claim.document;
  if (inOneDocument && (a.claim.apart || b.claim.apart))
    return different(`the text tells them apart: "${a.claim.apart ?? b.claim.apart}"`);
  const type = compareTypes(x.kind, x.type, y.type);
  // One author who writes "clash" here and "violation" there means two things; two authors may mean one.
  if (type === "different" || (inOneDocument && x.kind === "incident" && type !== "same"))
    return different(`${x.type} and ${y.type}`);
  if (isAhead(x.status) !== isAhead(y.status) && (inOneDocument || x.kind !== "contact"))
    return different(`${x.status} and ${y.status}`);
  if (x.background !== y.background && inOneDocument && x.kind !== "agreement")
    return different("one is background");
  if (isVisitAndMeeting(x.type, y.type) && a.parties.join() !== b.parties.join())
    return different("a visit and a meeting on it");
  const date = compareDates(a.when, b.when);
  if (date === "different") return different("dates exclude each other");
  if (agentsDiffer(x, y)) return different("other side acts");
  const general = x.type === "talks" || y.type === "talks";
  if (!inOneDocument && general && date === "unknown" && isAhead(x.status) && isAhead(y.status))
    return different("further contacts that each text speaks of in general");
  const who = compareParties(a.parties, b.parties, actors);
  if (who.verdict === "different") return different(who.why);

  const why: string[] = [];
  let score = 0.2;
  const add = (points: number, reason: string) => {
    score += points;
    why.push(`${points >= 0 ? "+" : "−"}${Math.abs(points).toFixed(2)} ${reason}`);
  };
  add(0.4 * who.share, who.why);
  if (date === "same") add(0.3, "same day");
  if (date === "near") add(0.15, "a day apart");
  if (date === "compatible") add(0.15, "dates agree as far as they go");
  if (date === "unknown") {
    const days = inOneDocument ? 0 : daysApart(a.published, b.published);
    if (inOneDocument) add(0.2, "told in one document");
    else if (days !== null && days <= 2) add(0.15, `undated, published ${days} days apart`);
    else add(-0.2, "undated, and published far apart or at unknown times");
  }
  if (type === "same") add(0.1, `both ${x.type}`);
  if (x.where && y.where)
    add(x.where === y.where ? 0.1 : -0.1, x.where === y.where ? "same place" : "other place");
  // Whether the meeting that was held is the one that was announced is left to a person.
  if (isAhead(x.status) !== isAhead(y.status)) add(-0.35, `${x.status} and ${y.status}`);
  if (x.kind === "position" || x.kind === "incident") {
    const likeness = wordsShared(wordsOf(a), wordsOf(b));
    add(x.kind === "position" ? likeness * 0.6 - 0.3 : likeness * 0.2, `words shared ${likeness.toFixed(2)}`);
  }
  score = Math.min(1, Math.max(0, score));
  return {
    verdict: score >= SAME ? "same" : score >= UNSURE ? "unsure" : "different",
    score,
    why: why.join("; "),
  };
}

/** Roles of those who do what is told, where it has a direction: who shells whom, who releases whose men. */
const AGENT = new Set(["actor", "provider", "speaker"]);

function agentsDiffer(x: Told, y: Told): boolean {
  if (x.kind === "contact" || x.kind === "agreement") return false;
  const agents = (told: Told) => told.actors.filter((a) => AGENT.has(a.role)).map((a) => a.actor);
  const [a, b] = [agents(x), agents(y)];
  const targets = (told: Told) => new Set(told.actors.filter((p) => !AGENT.has(p.role)).map((p) => p.actor));
  // A defence ministry and its state are one side; only those that the other claim sets on the receiving end are another.
  return (
    a.length > 0 &&
    b.length > 0 &&
    !a.some((id) => b.includes(id)) &&
    (a.some((id) => targets(y).has(id)) || b.some((id) => targets(x).has(id)))
  );
}

const isVisitAndMeeting = (a: string | null, b: string | null) =>
  (a === "visit" && b === "meeting") || (a === "meeting" && b === "visit");

/** Statuses of what has not happened yet. */
const isAhead = (status: string) => ["planned", "offered", "demanded", "conditional"].includes(status);

/** `talks` may be any contact, `visit` may hold a meeting, `other` and no type say nothing. */
function compareTypes(kind: string, a: string | null, b: string | null): "same" | "compatible" | "different" {
  if (a === b) return "same";
  if (a === null || b === null || a === "other" || b === "other") return "compatible";
  if (kind === "contact") {
    const pair = new Set([a, b]);
    if (pair.has("letter")) return "different";
    if (
      pair.has("talks") ||
      (pair.has("call") && pair.has("video")) ||
      (pair.has("visit") && pair.has("meeting"))
    )
      return "compatible";
    return "different";
  }
  if (kind === "agreement") return "compatible";
  if (kind === "incident" && new Set([a, b]).has("clash") && !new Set([a, b]).has("detention"))
    return "compatible";
  return "different";
}

interface Who {
  verdict: "may be same" | "different";
  /** 0..1: the share of parties that agree. */
  share: number;
  why: string;
}

/** A person and the person's state agree in part; two persons that each side lacks exclude each other. */
function compareParties(a: string[], b: string[], actors: Map<string, Actor>): Who {
  if (!a.length || !b.length)
    return { verdict: "may be same", share: 0.3, why: "parties not told by one of them" };
  const onlyA = a.filter((id) => !b.includes(id));
  const onlyB = b.filter((id) => !a.includes(id));
  const both = a.length - onlyA.length;
  let halves = 0;
  const leftB = [...onlyB];
  const leftA = onlyA.filter((id) => {
    const match = leftB.findIndex((other) => standFor(id, other, actors));
    if (match < 0) return true;
    leftB.splice(match, 1);
    halves++;
    return false;
  });
  if (leftA.length && leftB.length)
    return { verdict: "different", share: 0, why: `${leftA.join(", ")} against ${leftB.join(", ")}` };
  const share = (both + 0.75 * halves) / (both + halves + leftA.length + leftB.length);
  if (share === 0) return { verdict: "different", share, why: "no party in common" };
  return { verdict: "may be same", share, why: `parties agree ${share.toFixed(2)}` };
}

/** A person stands for a state or body of the same country, when one of the two is no person. */
function standFor(a: string, b: string, actors: Map<string, Actor>): boolean {
  const [x, y] = [actors.get(a), actors.get(b)];
  if (!x?.country || x.country !== y?.country) return false;
  return x.kind !== "person" || y.kind !== "person";
}

/** Jaccard of the words of two quotes, without the commonest. */
function wordsShared(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared / (x.size + y.size - shared || 1);
}
const words = (text: string) =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((w) => !COMMON.has(w)));
const COMMON = new Set([
  "the",
  "and",
  "that",
  "with",
  "for",
  "has",
  "had",
  "was",
  "were",
  "said",
  "have",
  "from",
  "its",
  "his",
  "her",
  "their",
]);
