/** Who is said to have published nothing: "did not publish a statement", "has not commented", "declined to comment". */

import { verbArguments } from "../frames/arguments.ts";
import { partiesOf } from "../frames/parties.ts";
import { treeOf } from "../frames/tree.ts";
import { words } from "../frames/words.ts";
import type { Sentence } from "../sentence.ts";
import type { DocumentContext } from "./context.ts";

const SILENT = words("publish issue release comment respond confirm");
const ACCOUNT = words("statement readout communique comment account report transcript summary");

export interface Silence {
  actor: string;
  span: { start: number; end: number };
}

const NEGATIVE = words("not n't no declined nothing");
const PUBLISHING = words(
  "publish published issue issued release released comment commented readout respond responded",
);

/** Quick test on surface words, so that a sentence without them is not parsed for it. */
export function mayBeSilent({ tokens }: Sentence): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const { lower } = tokens[i]!;
    const first = lower.charCodeAt(0);
    // Nothing negative begins otherwise than with "n" or "d".
    if ((first === 0x6e || first === 0x64) && NEGATIVE.has(lower))
      return tokens.some((token) => PUBLISHING.has(token.lower));
  }
  return false;
}

/** In text order; the sentence must be parsed. */
export function findSilences(sentence: Sentence, context: DocumentContext): Silence[] {
  const tree = treeOf(sentence);
  const found: Silence[] = [];
  for (const { i } of sentence.tokens) {
    if (!SILENT.has(tree.lemma(i)) || !tree.isVerb(i)) continue;
    const slots = verbArguments(tree, i);
    const declined = tree.is(i, "xcomp") && /^(decline|refuse)$/.test(tree.lemma(tree.head(i)));
    const negated = tree
      .children(i, "advmod")
      .some((kid) => /^(not|n['’]t|never)$/.test(tree.token(kid).lower));
    const object = slots.find(({ slot }) => slot === "object");
    const nothing =
      object !== undefined &&
      (/^nothing$/.test(tree.lemma(object.head)) ||
        tree.children(object.head, "det").some((kid) => tree.token(kid).lower === "no"));
    if (!declined && !negated && !nothing) continue;
    if (object && !nothing && !ACCOUNT.has(tree.lemma(object.head))) continue;
    if (!object && !/^(comment|respond)$/.test(tree.lemma(i))) continue;
    const subject = slots.find(({ slot }) => slot === "subject");
    if (!subject) continue;
    const parties = partiesOf({
      tree,
      mentions: context.mentions[sentence.i]!,
      head: subject.head,
      text: context.document.text,
      cues: context.cues,
      countries: context.countries,
    });
    const below = tree.subtree(
      i,
      (kid) => tree.is(kid, "conj") || tree.is(kid, "advcl") || tree.is(kid, "cc") || tree.is(kid, "punct"),
    );
    const start = Math.min(tree.token(subject.head).start, tree.token(below[0]!).start);
    for (const { actor } of parties)
      found.push({ actor, span: { start, end: tree.token(below.at(-1)!).end } });
  }
  return found;
}

/** A silence is about the contact told last before it. */
export function draftSilences(sentence: Sentence, context: DocumentContext): void {
  for (const { actor, span } of findSilences(sentence, context)) {
    const about = [...context.drafts]
      .reverse()
      .find(({ kind, match, main }) => kind === "contact" && main && match.sentence.i <= sentence.i);
    if (about)
      context.drafts.push({
        ...about,
        span,
        silentSource: actor,
        stance: "asserts",
        sameAs: about,
        confidence: 0.7,
        why: `${about.why}; a silence about it`,
      });
  }
}
