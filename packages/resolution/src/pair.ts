/**
 * Whether two claims tell of one occurrence. Every score explains itself; a `different` is a veto that no
 * chain of other pairs overrules, so two calls of one minister with two counterparts never melt into one.
 */
import type { Actor, Bounds } from "@parley/protocol";
import type { Told } from "@parley/reading";
import type { Candidate } from "./claim.ts";
import { compareDates, daysApart } from "./dates.ts";
import { compareNames } from "./names.ts";
import { compareParties } from "./parties.ts";
import { wordsShared } from "./words.ts";

export interface PairScore {
  verdict: "same" | "different" | "unsure";
  /** 0..1, not calibrated; 0 where and only where the two exclude each other, or a person parted them. */
  score: number;
  why: string;
}

const SAME = 0.7;
const UNSURE = 0.5;
/** What two claims have at least that do not exclude each other. */
const LEAST = 0.01;

/** Why the two cannot be one, whatever else agrees; null where nothing speaks against it. Reads no words of the claims. */
export function exclusion(a: Candidate, b: Candidate, actors: Map<string, Actor>): string | null {
  const [x, y] = [a.claim.told, b.claim.told];
  if (x.kind !== y.kind) return "other kind";
  const inOneDocument = a.claim.document === b.claim.document;
  if (inOneDocument && (a.claim.apart || b.claim.apart))
    return `the text tells them apart: "${a.claim.apart ?? b.claim.apart}"`;
  const type = compareTypes(x.kind, x.type, y.type);
  // One author who writes "clash" here and "violation" there means two things; two authors may mean one.
  if (type === "different" || (inOneDocument && x.kind === "incident" && type !== "same"))
    return `${x.type} and ${y.type}`;
  if (isAhead(x.status) !== isAhead(y.status) && (inOneDocument || x.kind !== "contact"))
    return `${x.status} and ${y.status}`;
  if (isVisitAndMeeting(x.type, y.type) && a.parties.join() !== b.parties.join())
    return "a visit and a meeting on it";
  const date = compareDates(a.when, b.when);
  if (date === "different") return "dates exclude each other";
  // Zones and late reports shift a day between texts, or between "today" and a day named; one text counts its days alike.
  if (date === "near" && inOneDocument && x.when?.basis === y.when?.basis) return "two days in one text";
  if (agentsDiffer(x, y)) return "other side acts";
  const general = x.type === "talks" || y.type === "talks";
  if (!inOneDocument && general && date === "unknown" && isAhead(x.status) && isAhead(y.status))
    return "further contacts that each text speaks of in general";
  const who = compareParties(a.parties, b.parties, actors);
  return who.verdict === "different" ? who.why : null;
}

export function scorePair(a: Candidate, b: Candidate, actors: Map<string, Actor>): PairScore {
  const excluded = exclusion(a, b, actors);
  if (excluded !== null) return { verdict: "different", score: 0, why: excluded };
  const [x, y] = [a.claim.told, b.claim.told];
  const inOneDocument = a.claim.document === b.claim.document;
  const type = compareTypes(x.kind, x.type, y.type);
  const date = compareDates(a.when, b.when);
  const who = compareParties(a.parties, b.parties, actors);
  const why: string[] = [];
  let score = 0.2;
  const add = (points: number, reason: string) => {
    score += points;
    why.push(`${points >= 0 ? "+" : "−"}${Math.abs(points).toFixed(2)} ${reason}`);
  };
  // A lone name in common says less across texts than two: everybody there is does many things.
  const alone = !inOneDocument && who.common.length === 1 ? weightAlone(x.kind, who.common[0]!, actors) : 0.4;
  add(alone * who.share, alone < 0.4 ? `${who.why}, only ${who.common[0]} in common` : who.why);
  if (date === "same") add(0.3, "same day");
  if (date === "near") add(0.15, "a day apart");
  if (date === "compatible")
    add(isWide(a.when) || isWide(b.when) ? 0.05 : 0.15, "dates agree as far as they go");
  const name = x.kind === "agreement" ? compareNames(a, b) : "not named";
  if (name === "same name") add(0.3, "same name");
  if (name === "other name") add(-0.3, "other name");
  // A name is used for years, so when it is used says nothing.
  if (date === "unknown" && name !== "same name") {
    const days = inOneDocument ? 0 : daysApart(anchor(a), anchor(b));
    if (inOneDocument) add(0.2, "told in one document");
    else if (days !== null && days <= 2) add(0.15, `undated, told ${days} days apart`);
    else add(-0.2, "undated, and told far apart or at unknown times");
  }
  if (x.background !== y.background && inOneDocument && x.kind !== "agreement")
    add(-0.3, "one is background");
  if (!inOneDocument && who.unequal && tellsApart(a, b)) add(-0.2, "one source tells of each by itself");
  // `other` is what no type fits, so two of it agree in nothing.
  if (type === "same" && x.type !== "other") add(0.1, `both ${x.type}`);
  if (x.where && y.where)
    add(x.where === y.where ? 0.1 : -0.15, x.where === y.where ? "same place" : "other place");
  // Whether the meeting that was held is the one that was announced is left to a person.
  if (isAhead(x.status) !== isAhead(y.status)) add(-0.35, `${x.status} and ${y.status}`);
  if (x.kind !== "contact") {
    const likeness = wordsShared(a.words, b.words);
    add(likenessPoints(x.kind, likeness, inOneDocument), `words shared ${likeness.toFixed(2)}`);
  }
  score = Math.min(1, Math.max(LEAST, score));
  return {
    verdict: score >= SAME ? "same" : score >= UNSURE ? "unsure" : "different",
    score,
    why: why.join("; "),
  };
}

/** A named person does fewer things than a state, an organisation or a group; of an agreement one side is half. */
function weightAlone(kind: string, id: string, actors: Map<string, Actor>): number {
  return actors.get(id)?.kind === "person" && kind !== "agreement" ? 0.3 : 0.2;
}

/** What the words add: positions are nothing but words; elsewhere, across texts, other words speak against one thing. */
function likenessPoints(kind: string, likeness: number, inOneDocument: boolean): number {
  if (kind === "position") return likeness * 0.6 - 0.3;
  if (inOneDocument) return likeness * 0.3;
  return likeness * 0.4 - 0.1;
}

/** Whether one voice on one outlet's pages brings both as news, in texts that do not repeat each other: it reports a contact once. */
function tellsApart(a: Candidate, b: Candidate): boolean {
  const isNews = ({ claim: { told } }: Candidate) =>
    told.kind === "contact" && told.status === "happened" && !told.background;
  const speaker = speakerOf(a);
  return speaker !== null && speaker === speakerOf(b) && a.voice !== b.voice && isNews(a) && isNews(b);
}

/** The first and the last link of the attribution, as one text; null where none is told. */
function speakerOf({ claim: { attribution } }: Candidate): string | null {
  const [first, last] = [attribution[0], attribution.at(-1)];
  return first && last ? `${first.source ?? first.asWorded} > ${last.source ?? last.asWorded}` : null;
}

/** When a claim places what it tells: its own date, else its publication. */
const anchor = (candidate: Candidate) => candidate.when ?? candidate.published;

const DAY = 86_400_000;
/** Longer than a month: a year or a decade agrees with too much. */
const isWide = (when: Bounds | null) =>
  !when || when.from === null || when.to === null || when.to - when.from > 31 * DAY;

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
