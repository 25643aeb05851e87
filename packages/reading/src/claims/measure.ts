/** Measures: who decrees them against whom; threatened and offered ones are told as such. */
import type { FrameMatch } from "../frames/match.ts";
import { type Party, partiesOf } from "../frames/parties.ts";
import { words } from "../frames/words.ts";
import type { Told } from "../reading.ts";
import type { DocumentContext } from "./context.ts";
import { asActors, type Draft, draftOf, oncePerActor, partiesIn } from "./draft.ts";
import { demandersOf } from "./teller.ts";
import { accusersOf, DOER, demand, demanders } from "./transfer.ts";

export function draftMeasure(match: FrameMatch, context: DocumentContext): Draft[] {
  const relative = relativeAfter(match, context);
  const told = statusOf(match, relative);
  if (told === null) return [];
  const own = [
    ...partiesIn(match, (slot) => DOER.test(slot) || slot === "modifier"),
    ...(relative?.by ?? []),
  ];
  const targets = partiesIn(match, (slot) => /^(object|against|on|of)$/.test(slot));
  const ahead = told === "conditional" || told === "offered";
  // "proposed resetting the restrictions", "warned of sanctions if": whoever says so would do it.
  const doers = own.length === 0 && ahead ? demandersOf(match, context) : own;
  const alleged = told === "happened" ? accusersOf(match, doers, context) : [];
  if (doers.length + targets.length === 0 && match.at === match.trigger && !ahead) return [];
  return [
    draftOf(match, {
      status: told,
      ...demand(match),
      ...(alleged.length > 0 ? { status: "alleged" as const } : {}),
      actors: oncePerActor([
        ...asActors(doers, "actor"),
        ...asActors(targets, "target"),
        ...demanders(match, context),
        ...asActors(alleged, "accuser"),
      ]),
      // Measures of no type of their own are not one another.
      ...(match.type === "other" ? { apart: match.tree.token(match.trigger).text } : {}),
      main: match.part === "verb",
      confidence: 0.6,
    }),
  ];
}

interface Relative {
  by: Party[];
  status: Told["status"];
}

const WOULD = words("would will could may might");
const IF = words("should if unless");

/** "the sanctions the United States would be ready to impose should …": a clause without a pronoun right after the noun. */
function relativeAfter(
  { tree, trigger, part, sentence }: FrameMatch,
  context: DocumentContext,
): Relative | null {
  if (part !== "noun") return null;
  const next = tree.tokens[trigger + 1]?.lower === "the" ? trigger + 2 : trigger + 1;
  const named = context.mentions[sentence.i]!.find(
    ({ first, actors }) => (first === next || first === trigger + 1) && actors.length > 0,
  );
  if (!named || named.form === "demonym") return null;
  const modal = tree.tokens.find(({ i, lower }) => i > named.last && i < named.last + 6 && WOULD.has(lower));
  if (!modal) return null;
  const by = partiesOf({
    tree,
    mentions: context.mentions[sentence.i]!,
    head: named.last,
    text: context.document.text,
    cues: context.cues,
    countries: context.countries,
  });
  const bound = tree.tokens.some(({ i, lower }) => i > modal.i && IF.has(lower));
  return { by, status: bound ? "conditional" : "planned" };
}

const statusOf = ({ telling }: FrameMatch, relative: Relative | null): Told["status"] | null =>
  relative && telling.status === "happened" ? relative.status : telling.status;
