/** What a contact was about: the phrases after "discussed", "to discuss", "on" and "regarding", as worded. */
import { treeOf } from "../frames/tree.ts";
import { words } from "../frames/words.ts";
import type { Sentence } from "../sentence.ts";
import type { DocumentContext } from "./context.ts";

const ABOUT = words("discuss review address consider cover concern touch");
/** Words beyond this are the details of a topic, not its name. */
const LONGEST = 12;

/** Without repetition, in text order. The sentence must be parsed. */
export function topicsIn(sentence: Sentence, context: DocumentContext): string[] {
  const tree = treeOf(sentence);
  const found: string[] = [];
  for (const { i } of sentence.tokens) {
    if (!ABOUT.has(tree.lemma(i)) || !tree.isVerb(i)) continue;
    const objects = [
      ...tree.children(i, "obj", "nsubj:pass"),
      ...tree.children(i, "obl").filter((kid) => tree.preposition(kid) === "on"),
    ];
    for (const object of objects.flatMap((head) => tree.conjuncts(head))) {
      const below = tree.subtree(
        object,
        (kid) =>
          tree.is(kid, "conj") ||
          tree.is(kid, "acl") ||
          tree.is(kid, "advcl") ||
          tree.is(kid, "cc") ||
          tree.is(kid, "punct"),
      );
      if (below.length === 0 || below.length > LONGEST || below.at(-1)! - below[0]! > LONGEST + 3) continue;
      const worded = context.document.text
        .slice(tree.token(below[0]!).start, tree.token(below.at(-1)!).end)
        .replace(/\s+/g, " ");
      if (!found.includes(worded) && !/^(it|them|this|that|which|who)$/i.test(worded)) found.push(worded);
    }
  }
  return found;
}
