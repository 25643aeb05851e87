/** Which actors an argument names: by its own mention, by what is coordinated with it, or through a noun that stands for them. */
import type { ActorKind } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import type { Cues } from "./cues.ts";
import type { Tree } from "./tree.ts";
import { words } from "./words.ts";

export interface Party {
  actor: string;
  asWorded: string;
  kind: ActorKind;
  country: string | null;
  form: ActorMention["form"];
  /** Token index where the mention ends, to tell who stands in which argument. */
  at: number;
}

export interface PartyQuestion {
  tree: Tree;
  mentions: ActorMention[];
  head: number;
  text: string;
  cues: Cues;
  /** The state each known actor of the text belongs to, by actor id. */
  countries: ReadonlyMap<string, string>;
}

/** In text order, each actor once. Empty where the words name nobody we can tell. */
export function partiesOf(question: PartyQuestion): Party[] {
  const { tree, mentions, text } = question;
  if (mentions.length === 0) return [];
  const found: ActorMention[] = [];
  const states: ActorMention[] = [];
  for (const head of tree.conjuncts(question.head)) {
    const here = mentionsAt(question, head);
    found.push(...here);
    if (isTheirs(tree, head, here)) states.push(...here);
  }
  if (found.length === 0) return [];
  for (const mention of [...found]) found.push(...coordinated(tree, mentions, mention));
  found.unshift(...coordinatedBefore(tree, mentions, found[0]!));
  const parties: Party[] = [];
  for (const mention of found)
    for (const named of mention.actors) {
      const country = mention.country ?? question.countries.get(named) ?? null;
      const asState =
        country !== null &&
        named.startsWith("person:") &&
        (states.includes(mention) || isGroupOfStates(question, mention));
      const actor = asState ? `state:${country}` : named;
      if (!parties.some((party) => party.actor === actor))
        parties.push({
          actor,
          asWorded: text.slice(mention.start, mention.end),
          kind: asState || named.startsWith("state:") ? "state" : mention.kind,
          country,
          form: mention.form,
          at: mention.last,
        });
    }
  return parties.length > 1 ? parties.sort((a, b) => a.at - b.at) : parties;
}

const NOBODY: readonly ActorMention[] = [];
const isNamed = ({ actors }: ActorMention): boolean => actors.length > 0;

function mentionsAt({ tree, mentions, cues }: PartyQuestion, head: number): readonly ActorMention[] {
  let longest: ActorMention | null = null;
  let nominal = true;
  for (const mention of mentions) {
    if (mention.first > head || head > mention.last || !isNamed(mention)) continue;
    nominal &&= mention.form === "nominal" || mention.form === "pronoun";
    if (longest === null || mention.last - mention.first > longest.last - longest.first) longest = mention;
  }
  const states = statesOfGroup(tree, mentions, head);
  if (states.length > 1 || (states.length === 1 && nominal)) return states;
  if (longest) return [longest];
  const phrase = tree.subtree(head, (kid) => ASIDE.has(tree.base(kid)));
  const inside = mentions.filter((mention) => isNamed(mention) && phrase.includes(mention.last));
  if (inside.length === 0) return inside;
  for (const kid of tree.children(head, "appos", "flat", "compound")) {
    const close = inside.find(({ kind, first, last }) => kind === "person" && first <= kid && kid <= last);
    if (close) return [close];
  }
  const lemma = tree.lemma(head);
  if (cues["quantity-nouns"].has(lemma)) return inside;
  const { upos, text } = tree.token(head);
  if (
    upos !== "PROPN" &&
    !standsFor(lemma, cues) &&
    !/^[A-Z](?:[A-Z]{0,3}[a-z]?$|[A-Za-z]{0,3}-\d+)/.test(text)
  )
    return NOBODY;
  const person =
    upos === "PROPN" ? inside.find(({ kind, form }) => kind === "person" && form === "name") : undefined;
  return person ? [person] : inside;
}

/** What hangs in a phrase without being part of what it names. */
const ASIDE = words("conj acl advcl parataxis");

/** A group named by its states alone ("leaders of A, B and C"): nobody in person is told of. */
function isGroupOfStates(
  { tree, text }: PartyQuestion,
  { actors, form, first, last, start, end }: ActorMention,
): boolean {
  if (actors.length < 2 || form === "pronoun" || form === "name") return false;
  let named = 0;
  for (let i = first; i <= last; i++) {
    const { text: word, upos } = tree.token(i);
    if (upos === "PROPN" || /^\p{Lu}/u.test(word)) named++;
  }
  return named >= 2 && /\b(of|and)\b|,/.test(text.slice(start, end));
}

const GROUPS = words(
  "leaders presidents ministers representatives delegations officials heads sides counterparts ambassadors envoys " +
    "chiefs premiers teams militaries",
);

/** "the leaders of A, B and C", "A, B and C leaders": the states, since nobody is named. */
function statesOfGroup(tree: Tree, mentions: ActorMention[], head: number): readonly ActorMention[] {
  if (!GROUPS.has(tree.token(head).lower)) return NOBODY;
  const states = mentions.filter(
    ({ kind, actors }) =>
      (kind === "state" || kind === "entity" || kind === "organisation") && actors.length === 1,
  );
  const after = states.find(
    ({ first }) =>
      first > head &&
      tree.tokens
        .slice(head + 1, first)
        .every(({ lower }) =>
          /^(of|the|from|both|foreign|affairs|governments?|defence|defense|republics?)$/.test(lower),
        ),
  );
  if (after) return [after, ...coordinated(tree, mentions, after)];
  const before = states.findLast(
    ({ last }) =>
      last < head &&
      tree.tokens
        .slice(last + 1, head)
        .every(({ lower, upos }) => upos === "ADJ" || /^(foreign|defence|defense|prime)$/.test(lower)),
  );
  const row: ActorMention[] = [];
  for (let at = before; at; ) {
    row.unshift(at);
    const here: ActorMention = at;
    at = states.findLast(
      ({ last }) =>
        last < here.first &&
        last >= here.first - 3 &&
        tree.tokens.slice(last + 1, here.first).every(({ lower }) => /^(,|and|-)$/.test(lower)),
    );
  }
  return row;
}

/** "their representatives", "Putin's forces": not the person, but whom the person stands for. */
function isTheirs(tree: Tree, head: number, mentions: readonly ActorMention[]): boolean {
  return (
    mentions.length > 0 &&
    tree.has(head, "nmod:poss") &&
    mentions.every(({ first, last }) => head < first || head > last)
  );
}

/** Whether people are named by that noun: "delegation", "side", "soldiers". */
export const standsFor = (lemma: string, cues: Cues): boolean =>
  cues["stand-for"].has(lemma) || (lemma.endsWith("s") && cues["stand-for"].has(lemma.slice(0, -1)));

const LISTED = words(", and & both as well the - –");
const LISTING = words(", and & - –");
const JOINING = words(", and &");

/** "A, B and C": names of one sort in a row belong together, unless the next one is the subject of another verb. */
function coordinated(tree: Tree, mentions: ActorMention[], first: ActorMention): ActorMention[] {
  const found: ActorMention[] = [];
  for (let last = first; ; ) {
    const next = mentions.find((mention) => isNamed(mention) && isListedAfter(tree, last, mention));
    if (!next || (next.kind === "person") !== (first.kind === "person") || isOtherSubject(tree, next, first))
      return found;
    if (!isList(tree, last, next)) return found;
    found.push(next);
    last = next;
  }
}

function isListedAfter(tree: Tree, { last }: ActorMention, { first }: ActorMention): boolean {
  if (first <= last || first > last + 3) return false;
  let joined = false;
  for (let i = last + 1; i < first; i++) {
    const { lower } = tree.token(i);
    if (!LISTED.has(lower)) return false;
    joined ||= LISTING.has(lower);
  }
  return joined;
}

/** Not "Armenia, Russia's ally, …": a comma alone joins only where the list goes on to an "and". */
function isList(tree: Tree, left: ActorMention, right: ActorMention): boolean {
  for (let i = left.last + 1; i < right.first; i++) if (tree.token(i).lower !== ",") return true;
  const after = tree.tokens.slice(right.last + 1, right.last + 8);
  if (after[0] && /^['’]s?$/.test(after[0].lower)) return false;
  return right.first <= left.last + 1 || after.some(({ lower }) => lower === "and");
}

/** The same to the left: "A and B underlined", where the tree made only B the subject. */
function coordinatedBefore(tree: Tree, mentions: ActorMention[], last: ActorMention): ActorMention[] {
  const found: ActorMention[] = [];
  for (let here = last; ; ) {
    const before = mentions.findLast(
      (mention) =>
        mention.last < here.first &&
        mention.last >= here.first - 3 &&
        isNamed(mention) &&
        isJoinedTo(tree, mention, here),
    );
    if (!before || (before.kind === "person") !== (last.kind === "person")) return found;
    for (let i = before.first; i <= before.last; i++)
      if (
        tree.is(i, "obj") ||
        tree.is(i, "obl") ||
        tree.is(i, "iobj") ||
        (tree.is(i, "nmod") && tree.preposition(i) !== null)
      )
        return found;
    if (!isList(tree, before, here)) return found;
    found.unshift(before);
    here = before;
  }
}

/** "A and the B", "A, B": only what joins, and the article of the second, stands between. Not "A and the B summit". */
function isJoinedTo({ tokens }: Tree, left: ActorMention, right: ActorMention): boolean {
  let joined = false;
  for (let i = left.last + 1; i < right.first; i++) {
    const { lower, head } = tokens[i]!;
    if (lower === "the" ? head < right.first || head > right.last : !JOINING.has(lower)) return false;
    joined ||= JOINING.has(lower);
  }
  return joined;
}

function isOtherSubject(tree: Tree, next: ActorMention, first: ActorMention): boolean {
  for (let i = next.first; i <= next.last; i++) {
    if (!tree.is(i, "nsubj")) continue;
    const verb = tree.head(i);
    return verb > next.last && !(tree.subtree(verb).includes(first.first) && tree.head(first.last) === verb);
  }
  return false;
}
