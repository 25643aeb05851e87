/** Who does something to whom in an occurrence, as ordered pairs: the unit that event data counts. */
import type { Occurrence, Role } from "@parley/protocol";

export interface Dyad {
  /** Actor ids; null where nobody is named. */
  source: string | null;
  target: string | null;
}

const SOURCES: ReadonlySet<Role> = new Set(["actor", "provider", "speaker", "demander", "initiator"]);
const TARGETS: ReadonlySet<Role> = new Set(["target", "recipient", "addressee"]);
/** Those who act together: each does it to each other one, as CAMEO codes meetings and agreements. */
const TOGETHER: ReadonlySet<Role> = new Set(["participant", "host", "signatory"]);

/** In the order of the occurrence's actors, without repeats; one dyad with nulls where nobody is named. */
export function dyads({ kind, actors }: Occurrence): Dyad[] {
  const ids = (roles: ReadonlySet<Role>) => [
    ...new Set(actors.filter((a) => roles.has(a.role)).map((a) => a.actor)),
  ];
  if (kind === "contact" || kind === "agreement") {
    const together = ids(TOGETHER);
    const pairs = together.flatMap((source) =>
      together.filter((t) => t !== source).map((target) => ({ source, target })),
    );
    return pairs.length ? pairs : [{ source: together[0] ?? ids(SOURCES)[0] ?? null, target: null }];
  }
  const sources = ids(SOURCES);
  const targets = ids(TARGETS).filter((id) => !sources.includes(id) || sources.length > 1);
  return (sources.length ? sources : [null]).flatMap((source) =>
    (targets.filter((t) => t !== source).length ? targets.filter((t) => t !== source) : [null]).map(
      (target) => ({ source, target }),
    ),
  );
}
