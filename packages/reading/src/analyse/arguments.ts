/**
 * Who does what to whom around one verb, with the syntax undone: passives turned round, subjects shared by coordinated
 * verbs, by infinitives ("agreed to meet") and by participles found where the tree leaves them out. Conjuncts included.
 */
import type { Sentence, Token } from "../sentence.ts";
import { children, conjuncts, hasRelation, preposition } from "./tree.ts";

/** Whether the verb is passive in form ("was signed"; also "the agreement signed by …"). */
export function isPassive(sentence: Sentence, verb: number): boolean {
  if (children(sentence, verb, "aux:pass", "nsubj:pass", "csubj:pass").length > 0) return true;
  const token = sentence.tokens[verb];
  return (
    token !== undefined &&
    token.xpos === "VBN" &&
    hasRelation(token, ["acl"]) &&
    children(sentence, verb, "aux").length === 0
  );
}

/** The doers: the active verb's subject or the passive's by-phrase. Empty where the sentence names none. */
export function agents(sentence: Sentence, verb: number): Token[] {
  if (!isPassive(sentence, verb)) return subjects(sentence, verb);
  const named = children(sentence, verb, "obl").filter(
    (token) => token.rel === "obl:agent" || preposition(sentence, token.i) === "by",
  );
  return withConjuncts(sentence, named);
}

/** Those it is done to: the active verb's direct object or the passive's subject. */
export function patients(sentence: Sentence, verb: number): Token[] {
  return isPassive(sentence, verb) ? subjects(sentence, verb) : objects(sentence, verb);
}

/** Surface subjects, active or passive, shared ones included. */
export function subjects(sentence: Sentence, verb: number): Token[] {
  return withConjuncts(sentence, findSubjects(sentence, verb, 0));
}

/** Direct objects. */
export function objects(sentence: Sentence, verb: number): Token[] {
  return withConjuncts(sentence, children(sentence, verb, "obj"));
}

/** Nominals the verb reaches by one of the prepositions (any, if none is given), in text order. */
export function obliques(sentence: Sentence, verb: number, ...prepositions: string[]): Token[] {
  const found = children(sentence, verb, "obl").filter((token) => {
    const word = preposition(sentence, token.i);
    return prepositions.length === 0 || (word !== null && prepositions.includes(word));
  });
  return withConjuncts(sentence, found);
}

/** Deepest chain of shared subjects that is followed. */
const MAX_STEPS = 6;

function findSubjects(sentence: Sentence, verb: number, steps: number): Token[] {
  const own = children(sentence, verb, "nsubj", "csubj");
  const token = sentence.tokens[verb];
  if (own.length > 0) return own.flatMap((subject) => throughRelative(sentence, verb, subject));
  if (!token || token.head < 0 || steps > MAX_STEPS) return [];
  const head = sentence.tokens[token.head]!;
  // "agreed to meet", "began talks and signed", "flew to Baku, meeting …": the governing verb's subject.
  if (token.rel === "xcomp") {
    const objectsAbove = children(sentence, head.i, "obj", "iobj");
    // "urged the sides to stop": the object of the governing verb acts.
    return objectsAbove.length > 0 ? objectsAbove.slice(0, 1) : findSubjects(sentence, head.i, steps + 1);
  }
  if (hasRelation(token, ["conj", "advcl"]) && head.upos !== "NOUN" && head.upos !== "PROPN") {
    return findSubjects(sentence, head.i, steps + 1);
  }
  // "the agreement signed in Moscow", "troops entering the city": the noun itself.
  if (token.rel === "acl" && (token.xpos === "VBN" || token.xpos === "VBG")) return [head];
  return [];
}

/** "who", "which", "that" stand for the noun the relative clause hangs on. */
function throughRelative(sentence: Sentence, verb: number, subject: Token): Token[] {
  const clause = conjuncts(sentence, verb)[0] ?? sentence.tokens[verb]!;
  const isRelative = clause.rel === "acl:relcl" && /^(?:who|which|that|whom)$/u.test(subject.lower);
  return isRelative && clause.head >= 0 ? [sentence.tokens[clause.head]!] : [subject];
}

function withConjuncts(sentence: Sentence, tokens: readonly Token[]): Token[] {
  const all = new Set(tokens.flatMap((token) => [token, ...conjunctsAfter(sentence, token)]));
  return sentence.tokens.filter((token) => all.has(token));
}

function conjunctsAfter(sentence: Sentence, token: Token): Token[] {
  return conjuncts(sentence, token.i).filter((other) => other.i > token.i);
}
