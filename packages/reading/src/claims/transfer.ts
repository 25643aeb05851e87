/** Exchanges and deployments: who gives or sends it, who gets it, and who demands it. */
import type { FrameMatch } from "../frames/match.ts";
import { type Party, partiesOf } from "../frames/parties.ts";
import type { DocumentContext } from "./context.ts";
import { asActors, type Draft, draftOf, oncePerActor, partiesIn } from "./draft.ts";
import { numberAt } from "./numbers.ts";
import { demandersOf } from "./teller.ts";

/** Slots of who acts, passive or as a noun's owner. */
export const DOER = /^(subject|by|poss|impose-by|release-by|carry-by|enact-by|agree-by)$/;

export function draftExchange(match: FrameMatch, context: DocumentContext): Draft[] {
  if (match.telling.status === null && !isSupported(match)) return [];
  const providers = partiesIn(match, (slot) => DOER.test(slot) || slot === "from" || slot === "between");
  const held = match.arguments.filter(({ slot }) => /^(object|of|modifier)$/.test(slot));
  const people = partiesIn(match, (slot) => /^(object|of|to|modifier)$/.test(slot));
  const count = held.map(({ head }) => numberAt(match.tree, head)).find((range) => range !== null) ?? null;
  return [
    draftOf(match, {
      ...demand(match),
      actors: oncePerActor([
        ...asActors(providers, "provider"),
        ...asActors(
          people.filter(({ kind }) => kind !== "person"),
          "recipient",
        ),
        ...demanders(match, context),
      ]),
      detail: { count },
      confidence: 0.7,
    }),
  ];
}

export function draftDeployment(match: FrameMatch, context: DocumentContext): Draft[] {
  const { telling } = match;
  if (telling.status === null && !isSupported(match)) return [];
  const withdrawal = match.frame.type === "withdrawal";
  const senders = partiesIn(
    match,
    (slot) => DOER.test(slot) || (match.part === "noun" && slot === "modifier"),
  );
  const forces = partiesIn(match, (slot) => slot === "object" || slot === "of");
  const places = partiesIn(match, (slot) => /^(to|in|into|from|onto)$/.test(slot)).filter(
    ({ kind }) => kind === "state",
  );
  const alleged = telling.status === "happened" ? accusersOf(match, [...senders, ...forces], context) : [];
  const generic = senders.length + forces.length + places.length === 0;
  if (generic && context.places[match.sentence.i]!.length === 0) return [];
  return [
    draftOf(match, {
      type: withdrawal ? "withdrawal" : (match.type as Draft["type"]),
      ...demand(match),
      ...(alleged.length > 0 ? { status: "alleged" as const } : {}),
      actors: oncePerActor([
        ...asActors(senders, "provider"),
        ...asActors(forces, "provider"),
        ...(withdrawal ? [] : asActors(places, "recipient")),
        ...demanders(match, context),
        ...asActors(alleged, "accuser"),
      ]),
      main: match.part === "verb",
      confidence: 0.65,
    }),
  ];
}

/** Who tells of what another state did, where nothing takes it for granted; empty where it is no accusation. */
export function accusersOf(match: FrameMatch, doers: Party[], context: DocumentContext): Party[] {
  const { telling, tree, sentence } = match;
  if (match.frame.type === "withdrawal" || match.type === "peacekeepers" || match.type === "monitors")
    return [];
  if (telling.factive || !telling.reported || doers.length === 0 || telling.by === null) return [];
  const by = partiesOf({
    tree,
    mentions: context.mentions[sentence.i]!,
    head: telling.by,
    text: context.document.text,
    cues: context.cues,
    countries: context.countries,
  });
  const foreign = by.every(
    ({ country, actor }) =>
      country !== null && doers.every((doer) => doer.actor !== actor && doer.country !== country),
  );
  return foreign ? by : [];
}

/** "his support for the return of all detainees", "the importance of the withdrawal": a wish for one concrete act. */
const isSupported = ({ telling }: FrameMatch): boolean =>
  telling.status === null && /^(support|importance|need|urgency)$/i.test(telling.cue ?? "");

export function demand(match: FrameMatch): Partial<Draft> {
  return isSupported(match) ? { status: "demanded", stance: "demands" } : {};
}

export const demanders = (match: FrameMatch, context: DocumentContext): Draft["actors"] =>
  match.telling.status === "demanded" || isSupported(match)
    ? asActors(demandersOf(match, context), "demander")
    : [];
