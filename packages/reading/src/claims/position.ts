/** Positions: who says it, to whom, and the words of it. Only where a party speaks; a reporter's "it was stressed" is nobody's. */
import type { FrameMatch } from "../frames/match.ts";
import type { DocumentContext } from "./context.ts";
import { asActors, type Draft, draftOf, oncePerActor, partiesIn } from "./draft.ts";
import { quotedIn } from "./quoted.ts";

export function draftPosition(match: FrameMatch, context: DocumentContext): Draft[] {
  const { tree, at, frame, telling, part } = match;
  if (telling.status === "planned" || telling.status === "demanded" || telling.status === null) return [];
  const speakers = speakersOf(match, context);
  if (speakers.length === 0) return [];
  if (part === "verb" && !hasContent(match)) return [];
  const addressees = partiesIn(
    match,
    (slot) =>
      /^(on|upon|to)$/.test(slot) ||
      (slot === "object" &&
        /^(urge|warn|ask|accuse|blame|condemn|criticize|criticise)$/.test(tree.lemma(at))),
  );
  const accusing = frame.type === "accuse" || frame.type === "condemn";
  const others = addressees.filter(({ actor }) => !speakers.some((speaker) => speaker.actor === actor));
  return [
    draftOf(match, {
      status:
        telling.status === "denied"
          ? "denied"
          : telling.status === "conditional"
            ? "conditional"
            : "happened",
      stance:
        frame.type === "call-for"
          ? "demands"
          : frame.type === "deny" || frame.type === "reject"
            ? "denies"
            : "asserts",
      actors: oncePerActor([
        ...asActors(speakers, "speaker"),
        ...asActors(others, accusing ? "target" : "addressee"),
      ]),
      main: false,
      confidence: 0.6,
    }),
  ];
}

function speakersOf(match: FrameMatch, context: DocumentContext) {
  const named = partiesIn(match, (slot) => slot === "subject" || slot === "poss").filter(
    ({ kind }) => kind !== "outlet" && kind !== "agency",
  );
  if (named.length > 0) return named;
  const subject = match.arguments.find(({ slot }) => slot === "subject");
  const we = subject !== undefined && /^(we|i)$/.test(match.tree.token(subject.head).lower);
  if (!we) return [];
  const quoted = quotedIn(match.sentence, context)?.speaker;
  if (quoted)
    return [
      {
        actor: quoted.actors[0]!,
        asWorded: context.document.text.slice(quoted.start, quoted.end),
        kind: quoted.kind,
        country: quoted.country,
        form: quoted.form,
        at: -1,
      },
    ];
  return context.issuer ? [context.issuer] : [];
}

/** "supported by", "offered congratulations": a position has something it is about. */
function hasContent({ tree, at, arguments: all, frame }: FrameMatch): boolean {
  const clause = tree.children(at, "ccomp", "xcomp", "advcl").length > 0;
  const object = all.find(({ slot }) => slot === "object");
  if (
    frame.type === "offer" &&
    object &&
    /^(congratulation|condolence|wish|greeting|thanks|apology|support|assistance|regard)s?$/.test(
      tree.lemma(object.head),
    )
  )
    return false;
  return (
    clause ||
    object !== undefined ||
    all.some(({ slot }) => slot === "for" || slot === "of" || slot === "against")
  );
}
