/** The way from the page to the speaker for one claim: outlet, agency, issuer, speaker, each with its cue and words. */
import type { Attribution } from "@parley/protocol";
import type { AttributionSpan } from "../attribution/index.ts";
import type { ActorMention } from "../mention.ts";
import type { DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";
import { quotedIn } from "./quoted.ts";

export interface PageVoices {
  /** Outlet and agencies of the page, outermost first, tied to the words that name them. */
  page: Attribution[];
  /** Who publishes the text in its own right: the side whose readout or statement it is. */
  issuer: Attribution | null;
  attributions: AttributionSpan[];
}

/** Outermost first. Attributions count whose content covers most of the claim; without one, the verb over it in the tree. */
export function chainOf(
  draft: Draft,
  span: { start: number; end: number },
  voices: PageVoices,
  context: DocumentContext,
): Attribution[] {
  const covering = voices.attributions.filter(
    (attribution) =>
      attribution.source.length > 0 && coverage(attribution, span) > 0.5 && !isOwnVerb(attribution, draft),
  );
  if (covering.length > 1) covering.sort((a, b) => size(b.content) - size(a.content));
  const links = covering.map((attribution) => linkOf(attribution, context));
  const outer = [...voices.page, ...(voices.issuer ? [voices.issuer] : [])];
  const quoted = quotedIn(draft.match.sentence, context);
  if (quoted && span.start > quoted.links.at(-1)!.end) return dedupe([...outer, ...quoted.links]);
  const told = links.length === 0 || draft.status === "alleged" ? toldIn(draft, context) : null;
  return dedupe([...outer, ...links, ...(told ? [told] : [])]);
}

/** "X made a call to Y", "X spoke with Y to express concern": what hangs below the claim's own verb does not tell of it. */
const isOwnVerb = ({ sentence, head }: AttributionSpan, { kind, match }: Draft): boolean =>
  kind !== "position" &&
  sentence === match.sentence.i &&
  (head === match.trigger || match.tree.ancestors(head).includes(match.at) || head === match.at);

/** The subject of the verb that reports or voices the claim, as the tree has it; null where there is none. */
function toldIn({ kind, match, actors }: Draft, context: DocumentContext): Attribution | null {
  const { tree, telling, sentence, trigger } = match;
  const speaker = match.arguments.find(({ slot }) => slot === "subject");
  const by =
    kind === "position"
      ? (speaker?.head ?? null)
      : telling.reported || telling.status === "alleged"
        ? telling.by
        : null;
  if (by === null) return null;
  const named = context.mentions[sentence.i]!.find(
    ({ first, last, actors: all }) => first <= by && by <= last && all.length > 0,
  );
  const start = named?.start ?? tree.token(by).start;
  const end = named?.end ?? tree.token(by).end;
  const voiced = actors.filter(({ role }) => role === "speaker");
  const source =
    named?.actors.length === 1 ? named.actors[0]! : voiced.length === 1 ? voiced[0]!.actor : null;
  const cue = kind === "position" ? tree.token(trigger).text : telling.cue;
  return { source, asWorded: context.document.text.slice(start, end), cue, start, end };
}

function linkOf(attribution: AttributionSpan, context: DocumentContext): Attribution {
  const [start, end] = [attribution.source[0]![0], attribution.source.at(-1)![1]];
  const text = context.document.text;
  // A source stands in the sentence of its cue.
  const mention = speakerIn(attribution, context.mentions[attribution.sentence]!);
  return {
    source: mention?.actors.length === 1 ? mention.actors[0]! : null,
    asWorded: text.slice(start, end),
    cue: attribution.cue.map(([from, to]) => text.slice(from, to)).join(" … ") || null,
    start,
    end,
  };
}

/** The actor named in the source span; a person before the body the person speaks for. */
export function speakerIn(attribution: AttributionSpan, mentions: ActorMention[]): ActorMention | null {
  const inside = mentions.filter(
    (mention) =>
      mention.actors.length > 0 &&
      attribution.source.some(([from, to]) => mention.start < to && mention.end > from),
  );
  return inside.find(({ kind }) => kind === "person") ?? inside[0] ?? null;
}

function coverage({ content }: AttributionSpan, span: { start: number; end: number }): number {
  let covered = 0;
  for (const part of content)
    covered += Math.max(0, Math.min(part[1], span.end) - Math.max(part[0], span.start));
  return covered / Math.max(1, span.end - span.start);
}

const size = (spans: readonly (readonly [number, number])[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0);

function dedupe(links: Attribution[]): Attribution[] {
  const seen = new Set<string>();
  return links.filter(({ source, asWorded, start }) => {
    const key = source ?? `${asWorded}@${start}`;
    return !seen.has(key) && seen.add(key);
  });
}
