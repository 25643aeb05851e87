/** Which actors an argument names: by its own mention, by what is coordinated with it, or through a noun that stands for them. */
import type { ActorKind } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import type { Cues } from "./cues.ts";
import type { Tree } from "./tree.ts";

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
  const found: ActorMention[] = [];
  const states = new Set<ActorMention>();
  for (const head of tree.conjuncts(question.head)) {
    const here = mentionsAt(question, head);
    found.push(...here);
    if (isTheirs(tree, head, here)) for (const mention of here) states.add(mention);
  }
  for (const mention of [...found]) found.push(...coordinated(tree, mentions, mention));
  if (found[0]) found.unshift(...coordinatedBefore(tree, mentions, found[0]));
  const parties = new Map<string, Party>();
  for (const mention of found)
    for (const named of mention.actors) {
      const country = mention.country ?? question.countries.get(named) ?? null;
      const asState =
        (states.has(mention) || isGroupOfStates(question, mention)) &&
        named.startsWith("person:") &&
        country !== null;
      const actor = asState ? `state:${country}` : named;
      if (!parties.has(actor))
        parties.set(actor, {
          actor,
          asWorded: text.slice(mention.start, mention.end),
          kind: asState || named.startsWith("state:") ? "state" : mention.kind,
          country,
          form: mention.form,
          at: mention.last,
        });
    }
  return [...parties.values()].sort((a, b) => a.at - b.at);
}

function mentionsAt({ tree, mentions, cues }: PartyQuestion, head: number): ActorMention[] {
  const over = mentions.filter(
    (mention) => mention.first <= head && head <= mention.last && mention.actors.length > 0,
  );
  const states = statesOfGroup(tree, mentions, head);
  const nominal = over.every(({ form }) => form === "nominal" || form === "pronoun");
  if (states.length > 1 || (states.length === 1 && nominal)) return states;
  if (over.length > 0) return [over.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a))];
  const phrase = new Set(
    tree.subtree(
      head,
      (kid) =>
        tree.is(kid, "conj") || tree.is(kid, "acl") || tree.is(kid, "advcl") || tree.is(kid, "parataxis"),
    ),
  );
  const inside = mentions.filter((mention) => phrase.has(mention.last) && mention.actors.length > 0);
  const close = tree
    .children(head, "appos", "flat", "compound")
    .flatMap((kid) =>
      inside.filter((mention) => mention.kind === "person" && mention.first <= kid && kid <= mention.last),
    );
  if (close.length > 0) return close.slice(0, 1);
  const lemma = tree.lemma(head);
  if (cues["quantity-nouns"].has(lemma)) return inside;
  if (
    !standsFor(lemma, cues) &&
    !/^[A-Z]{1,4}[a-z]?$/.test(tree.token(head).text) &&
    !/^[A-Z][A-Za-z]{0,3}-\d+/.test(tree.token(head).text) &&
    tree.token(head).upos !== "PROPN"
  )
    return [];
  const person = inside.filter((mention) => mention.kind === "person" && mention.form === "name");
  return person.length > 0 && tree.token(head).upos === "PROPN" ? person.slice(0, 1) : inside;
}

/** A group named by its states alone ("leaders of A, B and C"): nobody in person is told of. */
function isGroupOfStates(
  { tree, text }: PartyQuestion,
  { actors, form, first, last, start, end }: ActorMention,
): boolean {
  if (actors.length < 2 || form === "pronoun" || form === "name") return false;
  const named = tree.tokens
    .slice(first, last + 1)
    .filter(({ text: word, upos }) => upos === "PROPN" || /^\p{Lu}/u.test(word)).length;
  return named >= 2 && /\b(of|and)\b|,/.test(text.slice(start, end));
}

/** "the leaders of A, B and C", "A, B and C leaders": the states, since nobody is named. */
function statesOfGroup(tree: Tree, mentions: ActorMention[], head: number): ActorMention[] {
  if (
    !/^(leaders|presidents|ministers|representatives|delegations|officials|heads|sides|counterparts|ambassadors|envoys|chiefs|premiers|teams|militaries)$/.test(
      tree.token(head).lower,
    )
  )
    return [];
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
function isTheirs(tree: Tree, head: number, mentions: ActorMention[]): boolean {
  return (
    mentions.length > 0 &&
    mentions.every(({ first, last }) => head < first || head > last) &&
    tree.children(head, "nmod:poss").length > 0
  );
}

const standsFor = (lemma: string, cues: Cues): boolean =>
  cues["stand-for"].has(lemma) || (lemma.endsWith("s") && cues["stand-for"].has(lemma.slice(0, -1)));

/** "A, B and C": names of one sort in a row belong together, unless the next one is the subject of another verb. */
function coordinated(tree: Tree, mentions: ActorMention[], first: ActorMention): ActorMention[] {
  const found: ActorMention[] = [];
  let last = first;
  for (;;) {
    const next = mentions.find(
      (mention) =>
        mention.first > last.last &&
        mention.first <= last.last + 3 &&
        mention.actors.length > 0 &&
        tree.tokens
          .slice(last.last + 1, mention.first)
          .every((token) => /^(,|and|&|both|as|well|the|-|–)$/.test(token.lower)) &&
        tree.tokens.slice(last.last + 1, mention.first).some((token) => /^(,|and|&|-|–)$/.test(token.lower)),
    );
    if (!next || (next.kind === "person") !== (first.kind === "person") || isOtherSubject(tree, next, first))
      return found;
    if (!isList(tree, last, next)) return found;
    found.push(next);
    last = next;
  }
}

/** Not "Armenia, Russia's ally, …": a comma alone joins only where the list goes on to an "and". */
function isList(tree: Tree, left: ActorMention, right: ActorMention): boolean {
  const between = tree.tokens.slice(left.last + 1, right.first).map(({ lower }) => lower);
  if (!between.every((word) => word === ",")) return true;
  const after = tree.tokens.slice(right.last + 1, right.last + 8).map(({ lower }) => lower);
  return !/^['’]s?$/.test(after[0] ?? "") && (after.includes("and") || between.length === 0);
}

/** The same to the left: "A and B underlined", where the tree made only B the subject. */
function coordinatedBefore(tree: Tree, mentions: ActorMention[], last: ActorMention): ActorMention[] {
  const found: ActorMention[] = [];
  for (let here = last; ; ) {
    const before = mentions.findLast(
      (mention) =>
        mention.last < here.first &&
        mention.last >= here.first - 3 &&
        mention.actors.length > 0 &&
        tree.tokens.slice(mention.last + 1, here.first).every(({ lower }) => /^(,|and|&)$/.test(lower)),
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

function isOtherSubject(tree: Tree, next: ActorMention, first: ActorMention): boolean {
  for (let i = next.first; i <= next.last; i++) {
    if (!tree.is(i, "nsubj")) continue;
    const verb = tree.head(i);
    return verb > next.last && !(tree.subtree(verb).includes(first.first) && tree.head(first.last) === verb);
  }
  return false;
}
