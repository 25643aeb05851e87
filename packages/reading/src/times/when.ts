/** A TIMEX3 value as the record's `When`: EDTF level 0-1, with basis and reason. */
import type { When } from "@parley/protocol";
import { daysInMonth, dayText, mondayOfWeek, shift } from "./calendar.ts";
import type { Resolved } from "./expression.ts";
import { instantOf } from "./join.ts";

/** EDTF seasons (level 1): 21 spring to 24 winter. */
const SEASONS: Record<string, number> = { SP: 21, SU: 22, FA: 23, WI: 24 };

/** Null for durations, sets, vague references and values that name no place on the calendar. */
export function whenOf(resolved: Resolved, asWorded: string): When | null {
  const value = instantOf(resolved.value, resolved.zone);
  const edtf = resolved.type === "DATE" || resolved.type === "TIME" ? edtfOf(value) : null;
  if (edtf === null) return null;
  return { edtf, asWorded, zone: resolved.zone ?? null, basis: resolved.basis, why: resolved.why };
}

function edtfOf(value: string): string | null {
  // "Midnight Sunday" leaves open which end of the day is meant.
  if (value.endsWith("T24:00")) return edtfOf(value.slice(0, -6));
  if (/^(?:\d{4}|XXXX)-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(value)) return value;
  const part = /^((?:\d{4}|XXXX)-\d\d-\d\d)T(?:MO|MI|AF|EV|NI|DT)$/.exec(value);
  if (part) return part[1]!;
  // "On Tuesday" with nothing to count from: the words are kept, the date stays open.
  if (/^XXXX-WXX-\d$/.test(value)) return "XXXX-XX-XX";
  if (/^\d{4}(?:-\d\d)?$|^XXXX-\d\d$/.test(value)) return value;
  if (/^\d{3}$/.test(value)) return `${value}X`;
  if (/^\d{2}$/.test(value)) return `${value}XX`;
  const season = /^(\d{4}|XXXX)-(SP|SU|FA|WI)$/.exec(value);
  if (season) return `${season[1]}-${SEASONS[season[2]!]}`;
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week) {
    const monday = mondayOfWeek(Number(week[1]), Number(week[2]));
    return `${dayText(week[3] ? shift(monday, { days: 5 }) : monday)}/${dayText(shift(monday, { days: 6 }))}`;
  }
  const part12 = /^(\d{4})-([QH])([1-4])$/.exec(value);
  if (!part12) return null;
  const year = Number(part12[1]);
  const span = part12[2] === "Q" ? 3 : 6;
  const from = (Number(part12[3]) - 1) * span + 1;
  if (from > 12) return null;
  const to = from + span - 1;
  return `${dayText({ year, month: from, day: 1 })}/${dayText({ year, month: to, day: daysInMonth(year, to) })}`;
}
