/** Dates of a claim: what stands with its predicate in the tree, else in its phrase. Never the date of the page in silence. */
import type { When } from "@parley/protocol";
import type { FrameMatch } from "../frames/match.ts";
import type { TimeMention } from "../mention.ts";
import type { DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";
import { isAnnounced } from "./effective.ts";

export interface DatedSpan {
  when: When;
  span: { start: number; end: number };
}

/** From the trigger's determiner to the end of what depends on it, clauses left out. UTF-16 offsets. */
export function phraseOf({ tree, trigger }: FrameMatch): { start: number; end: number } {
  const below = tree.subtree(trigger, (kid) => isClause(tree, kid) || tree.is(kid, "punct"));
  return { start: tree.token(below[0]!).start, end: tree.token(below.at(-1)!).end };
}

/** Dates that belong to the noun itself ("statements of November 9, 2020, and January 11, 2021"), one each for plurals. */
export function datesOf(match: FrameMatch, context: DocumentContext): DatedSpan[] {
  const dated = context.times[match.sentence.i]!.filter(({ when }) => when !== null);
  if (dated.length === 0) return [];
  const words = match.sentence.tokens.map(({ lower }) => lower);
  const times = dated.filter((time) => !isAnnounced(words, time));
  const before = inList(match, times, timeBefore(match, times), -1);
  const found = before.length > 0 ? before : inList(match, times, timeAfter(match, times), 1);
  const plural = /s$/.test(match.tree.token(match.trigger).lower);
  return (plural ? found : found.slice(0, 1)).map((time, i) => ({
    when: withListedYear(time, found.slice(i + 1)),
    span: { start: time.start, end: time.end },
  }));
}

/** "the November 9, 2020, statement", "the 2015 Minsk agreements". */
function timeBefore({ tree, trigger }: FrameMatch, times: TimeMention[]): TimeMention | undefined {
  return times.findLast(
    ({ last }) =>
      last < trigger &&
      last >= trigger - 6 &&
      tree.tokens
        .slice(last + 1, trigger)
        .every(({ upos, text }) => /^(ADJ|NOUN|PROPN)$/.test(upos) || text === ","),
  );
}

/** "the statement … of November 9", "the agreements …, reached on …": up to the next verb that does not tell of its making. */
function timeAfter({ tree, trigger }: FrameMatch, times: TimeMention[]): TimeMention | undefined {
  for (let i = trigger + 1; i < Math.min(trigger + 24, tree.tokens.length); i++) {
    const { upos, lower, xpos } = tree.token(i);
    const time = times.find(({ first }) => first === i);
    if (time)
      return /^(of|on|in|dated|from|since|at|last|this|for|,)$/.test(tree.token(i - 1).lower) ||
        time.first === trigger + 1
        ? time
        : undefined;
    const made =
      /^(reached|signed|concluded|dated|agreed|adopted|held|formalised|formalized|achieved|brokered|made|which|were|was|that|scheduled|planned)$/.test(
        lower,
      );
    if (upos === "NOUN" && DATED.test(lower)) return undefined;
    if (!made && (/^(AUX|SCONJ|PRON)$/.test(upos) || /^VB[DPZ]?$/.test(xpos) || /^[.;:]$/.test(lower)))
      return undefined;
  }
  return undefined;
}

/** "January 11 and November 26, 2021": the dates of a list go together, in text order. */
function inList(
  { tree }: FrameMatch,
  times: TimeMention[],
  from: TimeMention | undefined,
  step: 1 | -1,
): TimeMention[] {
  const found: TimeMention[] = [];
  for (let at = from; at; ) {
    found.push(at);
    const [here, index]: [TimeMention, number] = [at, times.indexOf(at)];
    const next: TimeMention | undefined = times[index + step];
    const [left, right] = step > 0 ? [here, next] : [next, here];
    const joined =
      left &&
      right &&
      right.first - left.last <= 3 &&
      tree.tokens.slice(left.last + 1, right.first).every(({ lower }) => /^(,|and)$/.test(lower));
    at = joined ? next : undefined;
  }
  return step > 0 ? found : found.reverse();
}

/** In "January 11 and November 26, 2021" the year stands once, for both. */
function withListedYear(time: TimeMention, later: TimeMention[]): When {
  const when = time.when!;
  if (/\d{4}/.test(when.asWorded ?? "") || !/^(XXXX|\d{4})-\d\d-\d\d$/.test(when.edtf)) return when;
  const year = later
    .map((other) => /\b((?:19|20)\d\d)\b/.exec(other.when!.asWorded ?? "")?.[1])
    .find(Boolean);
  return year
    ? {
        ...when,
        edtf: `${year}${when.edtf.slice(4)}`,
        basis: "stated",
        why: `day and month stated; year ${year} stated at the end of the list`,
      }
    : when;
}

/** "January 9–10", "from May 17 to 20": two days that a dash or "to" joins are one stretch. */
function stretch(time: TimeMention, match: FrameMatch, context: DocumentContext): When {
  const when = time.when!;
  const next = context.times[match.sentence.i]!.find(
    (other) => other.first > time.last && other.first <= time.last + 2 && other.when !== null,
  );
  if (!next?.when) return when;
  const joint = match.tree.tokens
    .slice(time.last + 1, next.first)
    .map(({ lower }) => lower)
    .join(" ");
  const days = /^(\d{4}|XXXX)-\d\d-\d\d$/;
  if (
    !/^(-|–|—|to|through|until)$/.test(joint) ||
    !days.test(when.edtf) ||
    !days.test(next.when.edtf) ||
    next.when.edtf <= when.edtf
  )
    return when;
  return {
    ...when,
    edtf: `${when.edtf}/${next.when.edtf}`,
    asWorded: context.document.text.slice(time.start, next.end),
  };
}

/** The time that goes with the predicate; null where nothing in its clause dates it. */
export function whenOf(draft: Draft, context: DocumentContext): When | null {
  const time = timeOf(draft, context);
  return time === null || "edtf" in time ? time : stretch(time, draft.match, context);
}

function timeOf(draft: Draft, context: DocumentContext): TimeMention | When | null {
  const { match } = draft;
  const { tree, trigger, at, sentence } = match;
  const dated = context.times[sentence.i]!.filter(({ when, first }) => when !== null && first >= 0);
  if (dated.length === 0) return null;
  const words = draft.kind === "agreement" ? sentence.tokens.map(({ lower }) => lower) : [];
  const times = draft.kind === "agreement" ? dated.filter((time) => !isAnnounced(words, time)) : dated;
  if (times.length === 0) return null;
  // "on the day that they spoke"
  const day = tree.is(at, "acl")
    ? times.find(({ first, last }) => first <= tree.head(at) && tree.head(at) <= last)
    : undefined;
  if (day) return day;
  if (tree.is(at, "acl") && /^(day|date)$/.test(tree.lemma(tree.head(at)))) return nearest(times, at) ?? null;
  if (match.part === "noun") {
    const own = datesOf(match, context)[0];
    if (own) return own.when;
    const participle = tree.children(trigger, "acl");
    const within = nearest(
      participle.length > 0
        ? times.filter((time) => participle.some((kid) => covers(tree.subtree(kid), time)))
        : [],
      trigger,
    );
    if (within) return within;
    const phrase = tree.subtree(trigger, (kid) => isClause(tree, kid));
    const under = nearest(
      times.filter((time) => covers(phrase, time)),
      trigger,
    );
    if (under) return under;
    const adjacent = times.find(
      (time) =>
        time.last === trigger - 1 ||
        (time.last < trigger &&
          tree.tokens
            .slice(time.last + 1, trigger)
            .every(({ upos }) => upos === "ADJ" || upos === "NOUN" || upos === "PROPN" || upos === "PUNCT")),
    );
    if (adjacent) return adjacent;
    if (at === trigger && tree.head(trigger) >= 0 && !isHeadingLike(match)) return null;
  }
  // "over 100 were returned, including one today": what is counted in has a day of its own.
  const clause = tree.subtree(
    at,
    (kid) =>
      kid !== trigger &&
      (isClause(tree, kid) || tree.preposition(kid) === "including") &&
      !holds(tree, kid, trigger),
  );
  const inClause = nearest(
    times.filter((time) => covers(clause, time) && !belongsToOther(match, time)),
    at,
  );
  if (inClause) return inClause;
  return inherited(match, times) ?? justBefore(match, times, context);
}

/** "called for calm on Tuesday after X launched an attack": about then, since news follows what it follows upon. */
function justBefore(
  { tree, at }: FrameMatch,
  times: TimeMention[],
  { document }: DocumentContext,
): When | null {
  const head = tree.head(at);
  if (
    head < 0 ||
    !tree.is(at, "advcl") ||
    !tree.children(at, "mark").some((kid) => /^(after|as|when)$/.test(tree.token(kid).lower))
  )
    return null;
  const own = tree.subtree(head, (kid) => kid === at || isClause(tree, kid));
  const time = nearest(
    times.filter((other) => covers(own, other)),
    head,
  );
  if (!time?.when || !/^\d{4}-\d\d-\d\d$/.test(time.when.edtf)) return null;
  const worded = document.text.slice(time.start, time.end);
  return {
    ...time.when,
    edtf: `${time.when.edtf}~`,
    basis: "inferred",
    why: `told as what ${worded}'s news followed upon; ${time.when.why}`,
  };
}

/** "will travel to Doha on Monday and meet": verbs in a row share the time; so does what one agreed or went to do. */
function inherited(match: FrameMatch, times: TimeMention[]): TimeMention | null {
  const { tree, at } = match;
  let from = at;
  for (const head of tree.ancestors(at)) {
    if (
      !tree.is(from, "conj") &&
      !tree.is(from, "xcomp") &&
      !(tree.is(from, "advcl") && tree.children(from, "mark").some((kid) => tree.token(kid).lower === "to"))
    )
      return null;
    if (!tree.isVerb(head)) return null;
    const own = tree.subtree(head, (kid) => kid === from || isClause(tree, kid));
    const shared = nearest(
      times.filter((time) => covers(own, time)),
      head,
    );
    if (shared) return /^(agree|say|announce|decide|call|urge|demand)/.test(tree.lemma(head)) ? null : shared;
    from = head;
  }
  return null;
}

/** A date that stands inside another noun ("the anniversary of the statement of November 9") dates that noun. */
function belongsToOther(match: FrameMatch, time: TimeMention): boolean {
  const { tree, at, trigger } = match;
  for (
    let i = tree.head(time.last) === time.first ? time.first : topOf(tree, time);
    i >= 0 && i !== at && i !== trigger;
    i = tree.head(i)
  )
    if (tree.is(i, "nmod") || tree.is(i, "acl") || (tree.is(i, "compound") && i !== at)) {
      const head = tree.head(i);
      if (
        head !== trigger &&
        head !== at &&
        !(head >= time.first && head <= time.last) &&
        DATED.test(tree.token(head).lower)
      )
        return true;
    }
  return false;
}
const DATED =
  /^(agreements?|statements?|accords?|war|elections?|summit|meeting|call|conference|videoconference|resolutions?|anniversary|talks|treaty|visit|conversation|conflict|attack|session|protocol)$/;

function topOf(tree: FrameMatch["tree"], time: TimeMention): number {
  for (let i = time.first; i <= time.last; i++) {
    const head = tree.head(i);
    if (head < time.first || head > time.last) return i;
  }
  return time.last;
}

const isHeadingLike = ({ tree }: FrameMatch): boolean => !tree.tokens.some(({ upos }) => upos === "VERB");

const covers = (tokens: number[], time: TimeMention): boolean =>
  tokens.includes(time.first) || tokens.includes(time.last);

function holds(tree: FrameMatch["tree"], kid: number, trigger: number): boolean {
  return tree.ancestors(trigger).includes(kid);
}

/** Whether the words under it tell of something else than what it hangs on. */
export function isClause(tree: FrameMatch["tree"], kid: number): boolean {
  if (tree.is(kid, "ccomp") || tree.is(kid, "acl:relcl") || tree.is(kid, "parataxis")) return true;
  return (tree.is(kid, "conj") || tree.is(kid, "advcl")) && tree.isVerb(kid);
}

function nearest(times: TimeMention[], at: number): TimeMention | undefined {
  return times.reduce<TimeMention | undefined>(
    (best, time) => (best === undefined || distance(time, at) < distance(best, at) ? time : best),
    undefined,
  );
}
const distance = ({ first, last }: TimeMention, at: number): number => (at < first ? first - at : at - last);
