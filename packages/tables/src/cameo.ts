/**
 * Rows in the manner of CAMEO tables (Schrodt, "CAMEO Conflict and Mediation Event Observations Codebook", 1.1b3, 2012).
 * The event code is a root code: PLOVER has no finer classes than CAMEO's two digits, and none are guessed.
 */
import type { RecordFile } from "@parley/protocol";
import { evidence, happenings, type Joined, joined } from "./evidence.ts";
import { location, type Row } from "./plover.ts";

/** PLOVER event → CAMEO root. PLOVER's own derivation; ASSAULT is told apart by mode below. */
const ROOT: Record<string, string> = {
  AGREE: "03",
  CONSULT: "04",
  SUPPORT: "05",
  COOPERATE: "06",
  AID: "07",
  YIELD: "08",
  REQUEST: "10",
  ACCUSE: "11",
  REJECT: "12",
  THREATEN: "13",
  PROTEST: "14",
  MOBILIZE: "15",
  SANCTION: "16",
  COERCE: "17",
  ASSAULT: "19",
};

/** Actor code as CAMEO writes it: the country, and a role for those who hold one. */
const ROLE: Record<string, string> = {
  ministry: "GOV",
  "armed-group": "REB",
  outlet: "MED",
  agency: "MED",
  people: "CVL",
  organisation: "IGO",
  format: "IGO",
};

export function cameoRows(record: RecordFile): Row[] {
  const join = joined(record);
  return happenings(record, join).flatMap((happening, n) => {
    const { occurrence } = happening;
    const code = ROOT[occurrence.plover!.event];
    if (!code) return [];
    const day = /^\d{4}-\d\d-\d\d/.exec(occurrence.when?.edtf ?? "")?.[0] ?? null;
    return [
      {
        event_id: `${occurrence.id}/${n}`,
        date: day?.replaceAll("-", "") ?? null,
        edtf: occurrence.when?.edtf ?? null,
        source: actorCode(happening.source, join),
        source_name: happening.source ? (join.actors.get(happening.source)?.name ?? null) : null,
        target: actorCode(happening.target, join),
        target_name: happening.target ? (join.actors.get(happening.target)?.name ?? null) : null,
        code,
        root_code: code,
        quad_class: occurrence.plover!.quad,
        ...location(happening, join),
        ...evidence(happening),
      },
    ];
  });
}

function actorCode(id: string | null, { actors }: Joined): string | null {
  const actor = id ? actors.get(id) : undefined;
  if (!actor) return null;
  const role = actor.kind === "person" && actor.offices.length ? "GOV" : (ROLE[actor.kind] ?? "");
  return actor.country ? actor.country + (role === "IGO" ? "" : role) : role || null;
}
