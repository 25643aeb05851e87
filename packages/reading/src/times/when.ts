/** A TIMEX3 value as the record's `When`: EDTF level 0-1, with basis and reason. */
import type { When } from "@parley/protocol";
import { daysInMonth, dayText, mondayOfWeek, shift } from "./calendar.ts";
import type { Resolved } from "./expression.ts";
import { instantOf } from "./join.ts";

/** EDTF seasons (level 1): 21 spring to 24 winter. */
const SEASONS: Record<string, number> = { SP: 21, SU: 22, FA: 23, WI: 24 };

/** Null for durations, sets, vague references and values that name no place on the calendar. */
export function whenOf(resolved: Resolved, asWorded: string): When | null {
  const midnight = midnightOf(resolved, asWorded);
  const value = instantOf(midnight?.value ?? resolved.value, resolved.zone);
  const edtf = resolved.type === "DATE" || resolved.type === "TIME" ? edtfOf(value) : null;
  if (edtf === null) return null;
  const why = midnight ? `${resolved.why}; ${midnight.why}` : resolved.why;
  return { edtf, asWorded, zone: resolved.zone ?? null, basis: resolved.basis, why };
}

/** "From midnight" is the one that comes next; "midnight on Sunday" leaves open which end of the day is meant. */
function midnightOf({ value }: Resolved, asWorded: string): { value: string; why: string } | null {
  const day = /^(\d{4})-(\d\d)-(\d\d)T24:00$/.exec(value);
  if (!day) return null;
  if (NAMES_A_DAY.test(asWorded.replace(/midnight/i, "")))
    return { value: value.slice(0, 10), why: "which end of the day midnight means is not said" };
  const next = shift({ year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) }, { days: 1 });
  return { value: `${dayText(next)}T00:00`, why: "the midnight that comes next" };
}

const NAMES_A_DAY =
  /\d|day\b|morrow|tonight|january|february|march|april|may|june|july|august|september|october|november|december/i;

function edtfOf(value: string): string | null {
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
