/** EDTF in reading words. What is not stated is said to be so; nothing is filled in. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SEASONS: Record<string, string> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

const unspecified = (part: string): boolean => /^X+$/u.test(part);

function yearWords(year: string): string {
  if (unspecified(year)) return "year not stated";
  if (/^\d{3}X$/u.test(year)) return `the ${year.slice(0, 3)}0s`;
  if (/^\d{2}XX$/u.test(year)) return `between ${year.slice(0, 2)}00 and ${year.slice(0, 2)}99`;
  return year;
}

function offsetWords(offset: string): string {
  if (offset === "") return "";
  if (offset === "Z") return " UTC";
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/u.exec(offset) ?? [];
  if (!hours) return "";
  const rest = minutes && minutes !== "00" ? `:${minutes}` : "";
  return ` UTC${sign === "-" ? "−" : "+"}${Number(hours)}${rest}`;
}

function dateWords(date: string): string {
  const [year = "", month, day] = date.split("-");
  const yearText = yearWords(year);
  if (month === undefined) return yearText;
  if (SEASONS[month]) return `${SEASONS[month]} ${yearText}`;
  const monthName = unspecified(month) ? null : MONTHS[Number(month) - 1];
  const dayText = day === undefined || unspecified(day) ? null : String(Number(day));
  const missing = [
    day !== undefined && dayText === null ? "day" : null,
    monthName === null ? "month" : null,
    unspecified(year) ? "year" : null,
  ].filter((part) => part !== null);
  const known = [dayText, monthName, unspecified(year) ? null : yearText].filter((part) => part !== null);
  if (dayText !== null && monthName === null) known[0] = `day ${dayText}`;
  if (missing.length === 0) return known.join(" ");
  const gap = `${missing.join(" and ")} not stated`;
  return known.length > 0 ? `${known.join(" ")}, ${gap}` : gap;
}

function pointWords(point: string): string {
  const [, body = "", mark = ""] = /^(.*?)([?~%]?)$/u.exec(point) ?? [];
  const [date = "", clock] = body.split("T");
  let words = dateWords(date);
  if (clock !== undefined) {
    const [, hourMinute = "", offset = ""] = /^(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(.*)$/u.exec(clock) ?? [];
    words = `${words}, ${hourMinute}${offsetWords(offset)}`;
  }
  if (mark === "~") return `about ${words}`;
  if (mark === "?") return `${words} (uncertain)`;
  if (mark === "%") return `about ${words} (uncertain)`;
  return words;
}

/** "27 September – 10 November 2020": what both ends share is said once. */
function intervalWords(from: string, to: string): string {
  if (from === "" || from === "..") return `until ${pointWords(to)}`;
  if (to === "" || to === "..") return `from ${pointWords(from)}`;
  const plain = /^\d{4}-\d{2}-\d{2}$/u;
  if (plain.test(from) && plain.test(to) && from.slice(0, 4) === to.slice(0, 4)) {
    const sameMonth = from.slice(0, 7) === to.slice(0, 7);
    const first = dateWords(from).split(" ");
    return `${first.slice(0, sameMonth ? 1 : 2).join(" ")} – ${dateWords(to)}`;
  }
  return `${pointWords(from)} – ${pointWords(to)}`;
}

/**
 * Words for an EDTF level 0 or 1 string, in English.
 *
 * @example edtfWords("XXXX-09-30") // "30 September, year not stated"
 */
export function edtfWords(edtf: string): string {
  const [from = "", to] = edtf.split("/");
  return to === undefined ? pointWords(from) : intervalWords(from, to);
}

/** Whether the string itself leaves something open: unspecified digits, a qualifier, an open end. */
export function edtfIsOpen(edtf: string): boolean {
  return /[X?~%]|\.\.|^\/|\/$/u.test(edtf);
}
