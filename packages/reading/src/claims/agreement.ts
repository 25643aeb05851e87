/** Agreements: signed or reached, or spoken of by date, name or parties; who signed, who mediated, from when, with what in it. */
import type { FrameMatch } from "../frames/match.ts";
import type { Party } from "../frames/parties.ts";
import { words } from "../frames/words.ts";
import type { Told } from "../reading.ts";
import { statesOf } from "./borrowed.ts";
import { countryOf, currentContact, type DocumentContext } from "./context.ts";
import { asActors, type Draft, draftOf, oncePerActor, partiesIn, withoutStoodFor } from "./draft.ts";
import { effectiveInstant } from "./effective.ts";
import { provisionsIn } from "./provisions.ts";
import { demandersOf } from "./teller.ts";
import { datesOf, phraseOf } from "./when.ts";

const CONCLUDE =
  /^(sign|reach|conclude|adopt|broker|mediate|agree|initial|ratify|seal|strike|negotiate|announce|declare|accept|formalize|formalise|finalize)$/;

export function draftAgreement(match: FrameMatch, context: DocumentContext): Draft[] {
  const { tree, trigger, frame } = match;
  const governor = match.at !== trigger ? match.at : tree.head(trigger);
  const concluded = isConcluded(match, governor);
  const dates = datesOf(match, context);
  const status =
    dates.length > 0 && !concluded && match.telling.status !== "offered"
      ? "happened"
      : statusHere(match, concluded, governor);
  // A demand for a ceasefire or an accord is a position; guarantees are what somebody is to give, and told of only as such.
  const promised = frame.frame === "guarantee";
  if (status === null || (status === "demanded") !== (promised && status !== "offered")) return [];
  if (match.sentence.i < context.titleEnd && !concluded && dates.length === 0) return [];
  if (!concluded && !promised && !isDefinite(match, context, dates.length > 0)) return [];
  if (frame.vague && !concluded && !isBinding(match, dates.length > 0)) return [];
  const signatories = withoutStoodFor(signers(match, context, concluded));
  const mediators = partiesIn(match, (slot) => /^(broker|mediate|facilitate|sponsor)-by$/.test(slot));
  const subject = match.parties.get("subject") ?? [];
  const brokered = governor >= 0 && /^(broker|mediate|facilitate)$/.test(tree.lemma(governor));
  const actors = oncePerActor([
    ...asActors(brokered ? [...mediators, ...subject] : mediators, "mediator"),
    ...asActors(
      signatories.filter((party) => !promised && (!brokered || !subject.includes(party))),
      "signatory",
    ),
    ...asActors(status === "demanded" ? demandersOf(match, context) : [], "demander"),
  ]);
  const base = draftOf(match, {
    type: refineType(match),
    status,
    background: isSummedUp(match)
      ? true
      : status === "happened"
        ? concluded && (!match.telling.pluperfect || match.telling.reported || isInClauseOfNoun(match))
          ? isInClauseOfNoun(match) && dates.length === 0
            ? false
            : null
          : true
        : null,
    actors,
    detail: {
      effective: effectiveInstant(match, context),
      expires: null,
      provisions: concluded ? provisionsIn(match, context) : [],
      signatories: actors.filter(({ role }) => role === "signatory").map(({ actor }) => actor),
      refersTo: null,
    },
    main: concluded,
    confidence: concluded ? 0.75 : 0.6,
  });
  if (dates.length < 2) return [base];
  // Each has its own date for words; the noun goes with the date beside it.
  const phrase = phraseOf(match);
  const noun = tree.token(trigger);
  return dates.map(({ when, span }, n) => ({
    ...base,
    when,
    span: {
      start: n === 0 && noun.start < span.start ? Math.min(span.start, phrase.start) : span.start,
      end: n === dates.length - 1 && noun.start > span.end ? Math.max(noun.end, phrase.end) : span.end,
    },
    apart: context.document.text.slice(span.start, span.end),
  }));
}

/** "we signed": those whose meeting the text is about. */
function signers(match: FrameMatch, context: DocumentContext, concluded: boolean): Party[] {
  const named = partiesIn(match, (slot) => isSignatory(slot, concluded));
  const current = currentContact(context);
  if (named.length === 0 && current?.actors.length === 2 && isReachedBetweenThem(match))
    return statesOf(current, context) ?? [];
  const subject = match.arguments.find(({ slot }) => slot === "subject");
  if (
    !concluded ||
    named.length > 1 ||
    subject === undefined ||
    !/^we$/.test(match.tree.token(subject.head).lower)
  )
    return named;
  const met = currentContact(context)?.actors ?? [];
  return met.length < 2
    ? named
    : met.map(
        ({ actor, asWorded }): Party => ({
          actor,
          asWorded,
          kind: "person",
          country: countryOf(actor, context),
          form: "pronoun",
          at: subject.head,
        }),
      );
}

/** "the agreements reached at the highest level": between those whose contact the text tells of. */
const isReachedBetweenThem = ({ tree, arguments: all }: FrameMatch): boolean =>
  all.some(({ slot, head }) => slot === "at" && /^levels?$/.test(tree.token(head).lower));

function isSignatory(slot: string, concluded: boolean): boolean {
  if (
    /^(between|by|of|with|poss|modifier|among|sign-by|reach-by|conclude-by|adopt-by|agree-by|formalize-by|formalise-by|accept-by)$/.test(
      slot,
    )
  )
    return true;
  return concluded && slot === "subject";
}

/** The sentence tells of its signing or reaching, and not only of the text that exists. */
function isConcluded({ tree, trigger, at }: FrameMatch, governor: number): boolean {
  if (governor < 0) return false;
  // "the agreements reached at the summit": told as existing, even where the participle was taken for the main verb.
  if (
    governor === trigger + 1 &&
    tree.token(governor).xpos === "VBN" &&
    tree.children(governor, "aux").length === 0
  )
    return false;
  if (!tree.isVerb(governor) || !CONCLUDE.test(tree.lemma(governor))) return false;
  if (
    at === governor ||
    tree.is(trigger, "obj") ||
    tree.is(trigger, "nsubj:pass") ||
    tree.is(trigger, "conj")
  )
    return true;
  return tree.is(trigger, "obl") && /^(to|on|upon|about)$/.test(tree.preposition(trigger) ?? "");
}

function statusHere(
  { telling, tree, trigger }: FrameMatch,
  concluded: boolean,
  governor: number,
): Told["status"] | null {
  if (
    concluded &&
    telling.cue &&
    /^(agree|announce)/.test(tree.lemma(governor)) &&
    telling.status === "planned" &&
    !/^(will|would|could)$/.test(telling.cue)
  )
    return "happened";
  if (telling.status === null)
    return tree.children(trigger, "amod", "compound", "acl", "nmod").length > 0 ? "happened" : null;
  // "refuses to implement the accords": what is refused is another act than the making of them.
  const other = telling.status === "denied" && !concluded && !/^(no|not)$/.test(telling.cue ?? "");
  return telling.status === "alleged" || other ? "happened" : telling.status;
}

/** "his confirmation that the parties had agreed": the tense only follows the one above. */
function isInClauseOfNoun({ tree, at }: FrameMatch): boolean {
  return (
    (tree.is(at, "acl") || tree.is(at, "ccomp")) &&
    (tree.has(at, "mark", "that") ||
      (CONFIRMING.has(tree.lemma(tree.head(at))) && tree.has(at, "obj", "that")))
  );
}

const CONFIRMING = words("confirmation announcement report statement news word");

/** "have reached three so far": a summing-up of what was before. */
const isSummedUp = ({ tree, at }: FrameMatch): boolean =>
  tree.children(at, "aux").some((kid) => /^(have|has)$/.test(tree.token(kid).lower)) &&
  tree.tokens.some(
    ({ lower }, i) =>
      /^(already|earlier|previously)$/.test(lower) || (lower === "so" && tree.tokens[i + 1]?.lower === "far"),
  );

/** Dated, named, bound to its parties, or "the ceasefire": something that exists, not any agreement. */
function isDefinite(match: FrameMatch, context: DocumentContext, dated: boolean): boolean {
  const { tree, trigger, telling } = match;
  if (telling.status === "offered" || telling.status === "conditional") return true;
  const determiner = tree.children(trigger, "det").map((kid) => tree.token(kid).lower)[0];
  if (/^(any|an?|some|no|every|each)$/.test(determiner ?? "")) return false;
  if (dated) return true;
  const words = tree.children(trigger, "compound", "amod", "flat", "nmod");
  const named =
    /^\p{Lu}/u.test(tree.token(trigger).text) &&
    words.some((kid) => /^\p{Lu}/u.test(tree.token(kid).text)) &&
    trigger > 0;
  const placed = words.some((kid) => kid < trigger && /^\p{Lu}/u.test(tree.token(kid).text));
  if (named || (placed && match.frame.frame !== "statement")) return true;
  const concluded = tree
    .children(trigger, "acl")
    .some((kid) =>
      /^(sign|reach|conclude|broker|mediate|achieve|formalize|formalise|adopt)$/.test(tree.lemma(kid)),
    );
  if (concluded || isMadeAfter(match)) return true;
  // "the agreement to launch negotiations", "the trilateral Statement": its content or its name says which.
  const agreed = tree.children(trigger, "acl").some((kid) => tree.has(kid, "mark", "to"));
  const capital = /^\p{Lu}/u.test(tree.token(trigger).text) && tree.hasAny(trigger, "amod", JOINT);
  if (determiner === "the" && (agreed || capital)) return true;
  const parties = partiesIn(match, (slot) => /^(between|poss|of)$/.test(slot));
  if (parties.length > 0 && match.frame.frame !== "statement") return true;
  return match.type === "ceasefire" && determiner === "the" && context.sentences.length > 0;
}

const JOINT = words("trilateral joint tripartite quadripartite");

/** "agreements on X, reached on …", where the tree has lost the participle. */
function isMadeAfter({ tree, trigger }: FrameMatch): boolean {
  for (const { upos, xpos, lower } of tree.tokens.slice(trigger + 1, trigger + 10)) {
    if (/^(reached|signed|concluded|brokered|achieved|formalised|formalized)$/.test(lower))
      return xpos === "VBN" || upos === "VERB";
    if (/^(AUX|PRON|SCONJ)$/.test(upos) || /^VB[DPZ]$/.test(xpos)) return false;
  }
  return false;
}

/** A statement is an agreement only when several sign it. */
function isBinding({ tree, trigger, parties }: FrameMatch, dated: boolean): boolean {
  const words = tree.children(trigger, "amod", "compound").map((kid) => tree.token(kid).lower);
  if (words.some((word) => /^(trilateral|joint|tripartite)$/.test(word))) return true;
  const signers = [...parties]
    .filter(([slot]) => /^(sign-by|by|of|between)$/.test(slot))
    .flatMap(([, all]): Party[] => all);
  const signed =
    tree.children(trigger, "acl").some((kid) => tree.lemma(kid) === "sign") ||
    /^sign/.test(tree.head(trigger) >= 0 ? tree.lemma(tree.head(trigger)) : "");
  return (
    signed ||
    signers.length >= 2 ||
    (dated && /^\p{Lu}/u.test(tree.token(trigger).text)) ||
    (dated && tree.head(trigger) >= 0 && /^signing$/.test(tree.token(tree.head(trigger)).lower))
  );
}

function refineType(match: FrameMatch): Told["type"] {
  const { tree, trigger } = match;
  if (match.type !== "other") return match.type as Told["type"];
  const phrase = tree.tokens
    .slice(trigger + 1, trigger + 7)
    .map((token) => token.lower)
    .join(" ");
  if (
    /^(on|for|about|to) (an? |the )?(\w+ )?(ceasefire|cease-fire|truce|armistice|cessation of)/.test(phrase)
  )
    return "ceasefire";
  const below = tree
    .subtree(trigger, (kid) => tree.is(kid, "acl:relcl") || tree.is(kid, "conj"))
    .map((kid) => tree.token(kid).lower);
  return below.some((word) => /^(ceasefire|cease-fire|truce|armistice)$/.test(word)) ? "ceasefire" : "other";
}
