/**
 * Rows in the manner of POLECAT, the data set coded in PLOVER (Halterman, Schrodt, Beger, Bagozzi and Scarborough,
 * "PLOVER and POLECAT", 2023). Columns that Parley cannot fill honestly (intensity, context codes) are not made up.
 */
import type { RecordFile } from "@parley/protocol";
import { evidence, type Happening, happenings, type Joined, joined } from "./evidence.ts";

export type Row = Record<string, string | number | null>;

export function ploverRows(record: RecordFile): Row[] {
  const join = joined(record);
  return happenings(record, join).map((happening, n) => ({
    event_id: `${happening.occurrence.id}/${n}`,
    event_date: happening.occurrence.when?.edtf ?? null,
    event_type: happening.occurrence.plover?.event ?? null,
    event_mode: happening.occurrence.plover?.mode ?? null,
    quad_code: happening.occurrence.plover?.quad ?? null,
    ...side("actor", happening.source, join),
    ...side("recipient", happening.target, join),
    ...location(happening, join),
    ...evidence(happening),
  }));
}

function side(name: string, id: string | null, { actors }: Joined): Row {
  const actor = id ? actors.get(id) : undefined;
  return {
    [`${name}_id`]: id,
    [`${name}_name`]: actor?.name ?? null,
    [`${name}_country`]: actor?.country ?? null,
    [`${name}_kind`]: actor?.kind ?? null,
  };
}

export function location({ occurrence }: Happening, { places }: Joined): Row {
  const place = occurrence.where ? places.get(occurrence.where) : undefined;
  return {
    placename: place?.name ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    place_country: place?.country ?? null,
    place_precision: place?.precision ?? null,
  };
}
