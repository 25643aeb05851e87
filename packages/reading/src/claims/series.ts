/** One sentence, several contacts: "separate calls with A and B", "with A in X, with B in Y", "this morning and again". */
import type { FrameMatch } from "../frames/match.ts";
import type { Party } from "../frames/parties.ts";
import { words } from "../frames/words.ts";
import type { ActorMention } from "../mention.ts";
import type { DocumentContext } from "./context.ts";
import { type Draft, partiesIn } from "./draft.ts";
import { isClause } from "./when.ts";

export interface Leg extends Pick<Draft, "when" | "where" | "apart"> {
  parties: Party[];
}

/** In text order; one leg with all of the parties where the words do not part them. */
export function legsOf(match: FrameMatch, parties: Party[], context: DocumentContext): Leg[] {
  for (const part of [separate, placedApart, datedApart]) {
    const legs = part(match, parties, context);
    if (legs.length > 1) return legs;
  }
  return [{ parties }];
}

const COUNTERPART = /^(with|among|to|object)$/;
const SEPARATE = words("separate separately respectively individually");

/** "separate calls with A and B", "meetings with A and B", "spoke separately with A and B": one contact each. */
function separate(match: FrameMatch, parties: Party[]): Leg[] {
  const counterparts = partiesIn(match, (slot) => COUNTERPART.test(slot));
  if (counterparts.length < 2) return [];
  const rest = parties.filter(({ actor }) => !counterparts.some((party) => party.actor === actor));
  if (rest.length === 0) return [];
  const { tree, trigger, part } = match;
  const apart = match.sentence.tokens.some(({ lower }) => SEPARATE.has(lower));
  const plural =
    part === "noun" &&
    /^(calls|meetings|conversations|bilaterals|visits|letters|messages)$/.test(tree.token(trigger).lower);
  if (!apart && !plural) return [];
  const same = new Map<string, Party[]>();
  for (const party of counterparts) {
    const key = plural && !apart ? (party.country ?? party.actor) : party.actor;
    same.set(key, [...(same.get(key) ?? []), party]);
  }
  return [...same.values()].map((group) => ({
    parties: [...rest, ...group],
    apart: `separately with ${group.at(-1)!.asWorded}`,
  }));
}

/** Tokens of one leg, from its preposition to what ends it. */
interface Stretch {
  from: number;
  to: number;
}

/** "talks with A in X, with B in Y and with C in Z": each has its own counterpart, and its own place or day. */
function placedApart(match: FrameMatch, parties: Party[], context: DocumentContext): Leg[] {
  const { tree, trigger } = match;
  const bodies = bodiesAt(match, context);
  const counterparts = [...partiesIn(match, (slot) => slot === "with"), ...bodies];
  if (counterparts.length < 2) return [];
  const rest = parties.filter(({ actor }) => !counterparts.some((party) => party.actor === actor));
  const opens = tree.tokens.filter(
    ({ i, lower }) =>
      i > trigger &&
      tree.is(i, "case") &&
      (lower === "with" || (lower === "at" && bodies.some(({ at }) => at > i && at <= i + 3))),
  );
  const stretches = opens.map(
    ({ i }, n): Stretch => ({ from: i, to: (opens[n + 1]?.i ?? endOf(match)) - 1 }),
  );
  const legs = stretches.map((stretch) => legIn(stretch, match, context));
  const isWhole = stretches.every(({ from, to }) => counterparts.some(({ at }) => at > from && at <= to));
  const placed = legs.filter(({ when, where }) => when || where).length;
  if (rest.length === 0 || stretches.length < 2 || !isWhole || placed < 2) return [];
  return legs.map((leg, n) => {
    const { from, to } = stretches[n]!;
    return { ...leg, parties: [...rest, ...counterparts.filter(({ at }) => at > from && at <= to)] };
  });
}

/** "with A in X and at the OSCE in Y": a body one meets at stands for who is met there. */
function bodiesAt({ tree, trigger, sentence, parties }: FrameMatch, context: DocumentContext): Party[] {
  if (!parties.has("with")) return [];
  const at = context.mentions[sentence.i]!.filter(
    ({ kind, actors, first }) =>
      kind === "organisation" &&
      actors.length === 1 &&
      first > trigger &&
      /^at( the)?$/.test(
        tree.tokens
          .slice(tree.token(first - 1).lower === "the" ? first - 2 : first - 1, first)
          .map(({ lower }) => lower)
          .join(" "),
      ),
  );
  return at.map((mention) => asParty(mention, context));
}

/** "talks in X on Monday and then in Y on Thursday": another day in another place is another contact, of whom its words name. */
function datedApart(match: FrameMatch, parties: Party[], context: DocumentContext): Leg[] {
  const { tree, at, trigger } = match;
  const clause = new Set(tree.subtree(at, (kid) => kid !== trigger && isClause(tree, kid)));
  const after = Math.max(at, trigger);
  const times = context.times[match.sentence.i]!.filter(
    ({ when, first, last }) => when !== null && first > after && clause.has(last),
  );
  const stretches: Stretch[] = [];
  for (const time of times) {
    const before = stretches.at(-1);
    const from = before ? before.to + 1 : after + 1;
    const sameDays = times.some(({ when, last }) => last < time.first && when!.edtf === time.when!.edtf);
    if (sameDays && before) before.to = time.last;
    else stretches.push({ from, to: time.last });
  }
  const joined = stretches.slice(1).every(({ from }) => /^(and|,|then)$/.test(tree.token(from).lower));
  const legs = stretches.map((stretch) => legIn(stretch, match, context));
  const places = new Set(legs.map(({ where }) => where));
  if (legs.length < 2 || !joined || places.has(null) || places.size < legs.length) return [];
  return legs.map((leg, n) => ({ ...leg, parties: namedIn(stretches[n]!, match, context) ?? parties }));
}

/** Bodies and states that the words of a stretch set side by side ("the Russia-NATO Council"); null where they do not. */
function namedIn({ from, to }: Stretch, match: FrameMatch, context: DocumentContext): Party[] | null {
  const named = context.mentions[match.sentence.i]!.filter(
    ({ first, last, actors, kind }) =>
      first >= from && last <= to && actors.length === 1 && (kind === "state" || kind === "organisation"),
  );
  if (named.length < 2) return null;
  return named.map((mention) => asParty(mention, context));
}

const asParty = (
  { actors, start, end, kind, country, form, last }: ActorMention,
  { document }: DocumentContext,
): Party => ({
  actor: actors[0]!,
  asWorded: document.text.slice(start, end),
  kind,
  country,
  form,
  at: last,
});

/** Where a further clause or the sentence ends what belongs to the contact. */
function endOf({ tree, trigger }: FrameMatch): number {
  for (const { i, lower } of tree.tokens)
    if (i > trigger && (/^[.;:]$/.test(lower) || (isClause(tree, i) && i > trigger + 1)))
      return tree.subtree(i)[0]! > trigger ? Math.min(i, tree.subtree(i)[0]!) : i;
  return tree.tokens.length;
}

const beforeArticle = ({ tokens }: FrameMatch["tree"], first: number) =>
  tokens[first - 1]!.lower === "the" && first > 1 ? tokens[first - 2]! : tokens[first - 1]!;

/** A leg by its words: the day and the place that they name. */
function legIn({ from, to }: Stretch, { sentence, tree }: FrameMatch, context: DocumentContext): Leg {
  const within = ({ first, last }: { first: number; last: number }) => first >= from && last <= to;
  const time = context.times[sentence.i]!.find((one) => one.when !== null && within(one));
  const place = context.places[sentence.i]!.find(
    (one) =>
      one.place !== null &&
      within(one) &&
      one.first > from &&
      /^(in|at|near|to)$/.test(beforeArticle(tree, one.first).lower),
  );
  let last = to;
  while (last > from && /^(,|and|then|\.)$/.test(tree.token(last).lower)) last--;
  let first = from;
  while (first < last && /^(,|and|then|first)$/.test(tree.token(first).lower)) first++;
  return {
    parties: [],
    apart: context.document.text.slice(tree.token(first).start, tree.token(last).end),
    ...(time ? { when: time.when } : {}),
    where: place?.place ?? null,
  };
}

/** "this morning and again in the afternoon": told apart by its words and its time. */
export function repetition(match: FrameMatch, context: DocumentContext): Partial<Draft> | null {
  const { tokens } = match.sentence;
  const again = tokens.findIndex(
    ({ lower }, i) =>
      lower === "again" && /^(and|,|then)$/.test(tokens[i - 1]?.lower ?? "") && i > match.trigger,
  );
  if (again < 0) return null;
  const time = context.times[match.sentence.i]!.find(({ first }) => first > again && first <= again + 4);
  const end = time ? time.last : again;
  const start = tokens[again - 1]!.start;
  const words = context.document.text.slice(start, tokens[end]!.end);
  return { span: { start, end: tokens[end]!.end }, apart: words, ...(time ? { when: time.when } : {}) };
}
