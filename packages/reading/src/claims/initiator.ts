/** Who set a contact going, where the words say so: "at the initiative of", "initiated by", "at X's request". */

import type { FrameMatch } from "../frames/match.ts";
import { type Party, partiesOf } from "../frames/parties.ts";
import { treeOf } from "../frames/tree.ts";
import { words } from "../frames/words.ts";
import type { Sentence } from "../sentence.ts";
import type { DocumentContext } from "./context.ts";

export function findInitiator(match: FrameMatch, context: DocumentContext, parties: Party[]): string | null {
  return inSentence(match.sentence, context, parties);
}

const INITIATING = words("initiative initiated initiate initiates request invitation");

/** In a sentence that speaks of the contact ("The conversation was initiated by the French side."). */
export function inSentence(sentence: Sentence, context: DocumentContext, parties: Party[]): string | null {
  if (sentence.level !== "parsed") return null;
  const at = sentence.tokens.findIndex(({ lower }) => INITIATING.has(lower));
  if (at < 0) return null;
  const tree = treeOf(sentence);
  const word = sentence.tokens[at]!.lower;
  if (/^(request|invitation|initiative)$/.test(word) && !/^(at|on|upon)$/.test(tree.preposition(at) ?? ""))
    return null;
  const heads = tree
    .children(at)
    .filter((kid) =>
      word.startsWith("initiate")
        ? tree.preposition(kid) === "by" || tree.is(kid, "nsubj")
        : tree.is(kid, "nmod:poss") || tree.preposition(kid) === "of",
    );
  for (const head of heads) {
    if (/^latter$/.test(tree.token(head).lower)) return parties.at(-1)?.actor ?? null;
    const named = partiesOf({
      tree,
      mentions: context.mentions[sentence.i]!,
      head,
      text: context.document.text,
      cues: context.cues,
      countries: context.countries,
    });
    for (const { actor, country } of named) {
      const party =
        parties.find((other) => other.actor === actor) ??
        parties.find((other) => other.country !== null && other.country === country);
      if (party) return party.actor;
    }
  }
  return null;
}
