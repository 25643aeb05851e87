/** The place that goes with the predicate: in its phrase, else in its clause; null where the words name none. */
import type { PlaceMention } from "../mention.ts";
import type { DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";

const LOCATIVE = /^(in|at|on|near|along|around|to|into|from|outside|over|within|across|inside|between)$/;

export function whereOf({ match }: Draft, context: DocumentContext): string | null {
  const { tree, trigger, at, sentence } = match;
  const places = context.places[sentence.i]!.filter(({ place }) => place !== null);
  if (places.length === 0) return null;
  const located = places.filter((place) => LOCATIVE.test(prepositionOver(match, place)));
  const under = (root: number) => {
    const below = new Set(
      tree.subtree(
        root,
        (kid) =>
          tree.is(kid, "acl:relcl") ||
          tree.is(kid, "ccomp") ||
          tree.is(kid, "parataxis") ||
          (tree.is(kid, "conj") && tree.isVerb(kid)),
      ),
    );
    return located.find(({ last }) => below.has(last));
  };
  return (under(trigger) ?? under(at))?.place ?? null;
}

/** The preposition of the phrase that the place stands in, through "the village of", "the border between". */
function prepositionOver({ tree }: Draft["match"], { first, last }: PlaceMention): string {
  let at = last;
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    const preposition = tree.preposition(at);
    if (preposition && preposition !== "of") return preposition;
    const head = tree.head(at);
    if (head < 0 || tree.isVerb(head)) return preposition ?? "";
    at = head;
  }
  return tree.preposition(first) ?? "";
}
