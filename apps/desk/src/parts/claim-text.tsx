/** The report's text with its claims marked. Each letter is drawn once, whatever overlaps (see span-layers). */
import type { Claim, OccurrenceSummary } from "@parley/protocol";
import type { ReactNode } from "react";
import { paragraphLayers, type Segment, type Span, spanLayers } from "../view/span-layers.ts";
import { KIND_WORDS } from "../view/words.ts";
import { StatusGlyph } from "./kind-mark.tsx";

export interface MarkedClaim {
  claim: Claim;
  occurrence: OccurrenceSummary | undefined;
}

export interface Marked {
  text: string;
  claims: Map<string, MarkedClaim>;
  /** The claim shown beside the text. */
  chosen: string | null;
  onPoint: (claim: string) => void;
  onChoose: (claim: string) => void;
}

function spoken({ claim, occurrence }: MarkedClaim): string {
  if (!occurrence) return `Claim, not tied to an occurrence: ${claim.quote}`;
  return `${KIND_WORDS[occurrence.kind].one}, ${occurrence.status}: ${claim.quote}`;
}

function Mark({ id, marked, children }: { id: string; marked: Marked; children: ReactNode }) {
  const one = marked.claims.get(id);
  return (
    <span
      className="claim"
      data-kind={one?.occurrence?.kind ?? "none"}
      data-status={one?.occurrence?.status ?? "none"}
      data-chosen={marked.chosen === id || undefined}
      data-background={one?.occurrence?.background || undefined}
    >
      {children}
    </span>
  );
}

/** Where a claim begins: the keyboard's stop, with the status as a drawn mark. Takes no room in copied text. */
export function Stop({ id, marked }: { id: string; marked: Marked }) {
  const one = marked.claims.get(id);
  if (!one) return null;
  return (
    <button
      type="button"
      id={`claim-${id}`}
      className="claim-stop"
      data-stop=""
      data-kind={one.occurrence?.kind ?? "none"}
      aria-pressed={marked.chosen === id}
      aria-label={spoken(one)}
      onFocus={() => marked.onPoint(id)}
      onClick={() => marked.onChoose(id)}
    >
      {one.occurrence && <StatusGlyph status={one.occurrence.status} />}
    </button>
  );
}

/** `stops` are left out where the same claims have theirs elsewhere on the page. */
function SegmentText({ segment, marked, stops }: { segment: Segment; marked: Marked; stops: boolean }) {
  const words: ReactNode = marked.text.slice(segment.start, segment.end);
  const innermost = segment.claims.at(-1);
  if (innermost === undefined) return <>{words}</>;
  const nested = [...segment.claims].reverse().reduce<ReactNode>(
    (inner, id) => (
      <Mark key={id} id={id} marked={marked}>
        {inner}
      </Mark>
    ),
    words,
  );
  return (
    <>
      {stops && segment.opens.map((id) => <Stop key={id} id={id} marked={marked} />)}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the stop before it does the same by keyboard */}
      <span
        className="claim-words"
        onPointerEnter={(event) => event.pointerType === "mouse" && marked.onPoint(innermost)}
        onClick={() => marked.onChoose(innermost)}
      >
        {nested}
      </span>
    </>
  );
}

export function ClaimText(marked: Marked) {
  const spans = [...marked.claims.values()].map(({ claim }) => claim);
  return (
    <div className="report-text" dir="auto">
      {paragraphLayers(marked.text, spans).map((paragraph) => (
        <p key={paragraph.start}>
          {paragraph.segments.map((segment) => (
            <SegmentText key={segment.start} segment={segment} marked={marked} stops />
          ))}
        </p>
      ))}
    </div>
  );
}

/** The English of one paragraph with the claims in it, beside the original that holds their stops. */
export function EnglishText({ spans, ...marked }: Marked & { spans: Span[] }) {
  return (
    <p className="english-text" lang="en">
      {spanLayers(spans, 0, marked.text.length).map((segment) => (
        <SegmentText key={segment.start} segment={segment} marked={marked} stops={false} />
      ))}
    </p>
  );
}
