/** Who tells or wishes what a frame tells of, where the word that decides it names nobody ("emphasized the need for"). */
import { verbArguments } from "../frames/arguments.ts";
import type { FrameMatch } from "../frames/match.ts";
import { type Party, partiesOf } from "../frames/parties.ts";
import type { DocumentContext } from "./context.ts";

/** The subject of the nearest verb of saying above the predicate, as a token index; null where there is none. */
export function tellerAbove({ tree, trigger }: FrameMatch, { cues }: DocumentContext): number | null {
  const verb = tree
    .ancestors(trigger)
    .find((above) => tree.isVerb(above) && cues.saying.has(tree.lemma(above)));
  if (verb === undefined) return null;
  return verbArguments(tree, verb).find(({ slot }) => slot === "subject")?.head ?? null;
}

/** Who demands it: the subject of the demanding word, else who tells of the need; a "we" is the publisher. May be empty. */
export function demandersOf(match: FrameMatch, context: DocumentContext): Party[] {
  for (const head of [match.telling.by, tellerAbove(match, context)]) {
    if (head === null) continue;
    const { tree, sentence } = match;
    const named = partiesOf({
      tree,
      mentions: context.mentions[sentence.i]!,
      head,
      text: context.document.text,
      cues: context.cues,
      countries: context.countries,
    });
    if (named.length > 0) return named;
    if (/^(we|i)$/.test(tree.token(head).lower) && context.issuer) return [context.issuer];
  }
  return [];
}
