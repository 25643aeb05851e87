/** What sort of attribution it is, by its cue, its negation and its quotation marks. */
import type { Sentence, Token } from "../sentence.ts";
import type { Passage } from "./assemble.ts";
import type { Found } from "./find.ts";
import type { Scene } from "./scene.ts";

export type AttributionKind = "quote" | "indirect" | "mixed" | "thought" | "denial" | "silence";

const THOUGHT = new Set([
  "verb think",
  "verb know",
  "verb want",
  "verb fear",
  "verb seem",
  "noun belief",
  "noun wish",
  "noun fear",
  "adjective certain",
  "adjective feeling",
]);
const SPEECH = new Set([
  "verb say",
  "verb tell",
  "verb ask",
  "verb request",
  "verb criticize",
  "verb praise",
  "verb call",
  "verb discuss",
  "verb express",
  "verb promise",
]);
const DENY = new Set([
  "deny",
  "denial",
  "reject",
  "refute",
  "rebut",
  "disavow",
  "repudiate",
  "dispute",
  "contradict",
]);
const WITHHOLD = new Set(["decline", "refuse", "withhold", "avoid", "fail"]);
const UTTER = new Set([
  "comment",
  "answer",
  "reply",
  "respond",
  "say",
  "disclose",
  "publish",
  "release",
  "issue",
  "give",
  "make",
  "provide",
  "confirm",
  "discuss",
  "elaborate",
  "specify",
  "speak",
  "report",
]);
const UTTERANCE = new Set([
  "comment",
  "statement",
  "answer",
  "reply",
  "response",
  "readout",
  "communique",
  "communiqué",
  "detail",
  "remark",
  "explanation",
  "interview",
]);
const NEGATION = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "none"]);

const negated = (scene: Scene, head: number): boolean =>
  (scene.children[head] as readonly number[]).some((c) => {
    const child = scene.tokens[c] as Token;
    if (NEGATION.has(child.lower)) return true;
    const nominal = child.rel === "obj" || child.rel.startsWith("nsubj");
    return (
      nominal &&
      (scene.children[c] as readonly number[]).some((g) => NEGATION.has((scene.tokens[g] as Token).lower))
    );
  });

/** "declined to comment", "did not publish a statement", "made no comment". */
function isSilence(scene: Scene, head: number): boolean {
  const token = scene.tokens[head] as Token;
  if (!WITHHOLD.has(token.lemma) && !UTTER.has(token.lemma)) return false;
  const below = (scene.children[head] as readonly number[]).map((c) => scene.tokens[c] as Token);
  if (WITHHOLD.has(token.lemma))
    return below.some((child) => child.rel === "xcomp" && UTTER.has(child.lemma));
  if (!negated(scene, head)) return false;
  const complement = below.some((child) => child.rel === "ccomp");
  const uttered = below.some((child) => UTTERANCE.has(child.lemma));
  return (
    uttered ||
    (!complement && ["comment", "reply", "respond", "answer", "elaborate", "specify"].includes(token.lemma))
  );
}

const WORD = /[\p{L}\p{N}]/u;

/** How many words the content has, and how many of them stand in quotation marks; nothing is counted where no marks are. */
function countWords({ content, sentence: first }: Found, { sentences, quotations }: Passage) {
  const start = content[0]?.[0] ?? 0;
  const stop = content.at(-1)?.[1] ?? 0;
  const near = quotations.filter((quotation) => quotation.end > start && quotation.start < stop);
  let inside = 0;
  let quoted = 0;
  if (near.length === 0) return { inside, quoted };
  for (let at = first; at < sentences.length; at++) {
    const sentence = sentences[at] as Sentence;
    if (sentence.start >= stop) break;
    for (const word of sentence.tokens) {
      if (!content.some(([from, to]) => word.start >= from && word.end <= to) || !WORD.test(word.text))
        continue;
      inside++;
      if (near.some((quotation) => word.start >= quotation.start && word.end <= quotation.end)) quoted++;
    }
  }
  return { inside, quoted };
}

export function kindOf(
  found: Found,
  passage: Passage,
  scene: Scene,
  classNames: readonly string[],
): AttributionKind {
  const token = scene.tokens[found.head] as Token;
  if (isSilence(scene, found.head)) return "silence";
  if (DENY.has(token.lemma)) return "denial";
  const names = new Set(
    (scene.classes[found.head] as readonly number[]).map((number) => classNames[number] as string),
  );
  const { inside, quoted } = countWords(found, passage);
  if (quoted > 0 && quoted >= inside * 0.9) return "quote";
  if (quoted > 0) return "mixed";
  const speaks = [...names].some((name) => SPEECH.has(name));
  if (names.has("verb say") && negated(scene, found.head)) return "denial";
  return !speaks && [...names].some((name) => THOUGHT.has(name)) ? "thought" : "indirect";
}
