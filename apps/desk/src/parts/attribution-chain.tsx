import type { Attribution } from "@parley/protocol";
import { ActorLink } from "./names.tsx";

interface Chained {
  attribution: Attribution[];
  /** Where the chain begins: the outlet that printed it. */
  outlet: string | null;
}

/** Who says it, from the page to the speaker: outlet ← agency ← issuer ← speaker, each with its cue. */
export function AttributionChain({ attribution, outlet }: Chained) {
  return (
    <ol className="attribution-chain" aria-label="Who says it, from the page to the speaker">
      <li>
        <span className="link-name">{outlet ?? "outlet not stated"}</span>
        <span className="link-cue">printed it</span>
      </li>
      {attribution.map((link) => (
        <li key={`${link.start}-${link.end}-${link.asWorded}`}>
          <span className="link-name">
            {link.source ? <ActorLink id={link.source} /> : <q dir="auto">{link.asWorded}</q>}
          </span>
          {link.cue && (
            <span className="link-cue">
              <q dir="auto">{link.cue}</q>
            </span>
          )}
          {link.source && <span className="link-words">as “{link.asWorded}”</span>}
          {!link.source && <span className="link-words">source not identified</span>}
        </li>
      ))}
      {attribution.length === 0 && <li className="unknown">in the report's own voice: no source named</li>}
    </ol>
  );
}
