/** Drafts become claims: date, place, background, attribution, id. Claims are in text order; ids are unique. */

import type { FrameMatch } from "../frames/match.ts";
import type { ReadClaim } from "../reading.ts";
import { draftAgreement } from "./agreement.ts";
import { isBackground } from "./background.ts";
import { chainOf, type PageVoices } from "./chain.ts";
import { claimId } from "./claim-id.ts";
import { draftContact } from "./contact.ts";
import type { DocumentContext, Drafter } from "./context.ts";
import { draftIncident } from "./incident.ts";
import { draftMeasure } from "./measure.ts";
import { isPartOfAnother } from "./part.ts";
import { ploverOf } from "./plover.ts";
import { draftPosition } from "./position.ts";
import { onWords, spanOf } from "./span.ts";
import { draftDeployment, draftExchange } from "./transfer.ts";
import { whenOf } from "./when.ts";
import { whereOf } from "./where.ts";
import { inOrder, isStillToCome } from "./year.ts";

const DRAFTERS: Record<FrameMatch["frame"]["kind"], Drafter> = {
  contact: draftContact,
  agreement: draftAgreement,
  incident: draftIncident,
  exchange: draftExchange,
  deployment: draftDeployment,
  measure: draftMeasure,
  position: draftPosition,
};

/** Adds the drafts of one sentence's matches to the context, contacts first, since other claims lean on them. */
export function draftSentence(matches: FrameMatch[], context: DocumentContext): void {
  const order = [...matches].sort(
    (a, b) =>
      Number(b.frame.kind === "contact") - Number(a.frame.kind === "contact") || a.trigger - b.trigger,
  );
  for (const match of order) {
    const drafts = DRAFTERS[match.frame.kind](match, context);
    for (const draft of drafts) {
      const when = draft.when === undefined ? whenOf(draft, context) : draft.when;
      draft.when = when && inOrder(when, draft, context);
      if (isStillToCome(draft, context)) Object.assign(draft, { status: "planned", stance: "promises" });
    }
    context.drafts.push(...drafts.filter((draft) => !isPartOfAnother(draft, order, context)));
  }
}

export function claimsOf(context: DocumentContext, voices: PageVoices): ReadClaim[] {
  const { document } = context;
  const counts = new Map<string, number>();
  const claims = context.drafts.map((draft): ReadClaim => {
    const { start, end } = onWords(document.text, spanOf(draft));
    const key = `${draft.kind} ${start} ${end}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    const when = draft.when ?? null;
    return {
      id: claimId({ document: document.id, kind: draft.kind, start, end, nth }),
      document: document.id,
      start,
      end,
      quote: document.text.slice(start, end),
      attribution: chainOf(draft, { start, end }, voices, context),
      stance: draft.stance,
      told: {
        kind: draft.kind,
        type: draft.type,
        status: draft.status,
        background: isBackground(draft, when, context),
        when,
        where: draft.where === undefined ? whereOf(draft, context) : draft.where,
        actors: draft.actors,
        initiator: draft.initiator,
        topics: draft.topics ?? [],
        ambiguous: draft.ambiguous,
        detail: draft.detail,
        plover: ploverOf(draft),
      },
      silentSource: draft.silentSource ?? null,
      ...(draft.apart ? { apart: draft.apart } : {}),
      confidence: draft.confidence,
      why: draft.why,
    };
  });
  return inTextOrder(claims.filter(({ start, end }) => end > start));
}

export const inTextOrder = (claims: ReadClaim[]): ReadClaim[] =>
  claims.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
