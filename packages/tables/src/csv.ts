/** Comma-separated values as RFC 4180 has them, with a header line; null is an empty field. */
import type { Row } from "./plover.ts";

/**
 * A field that a spreadsheet would run as a formula gets an apostrophe before it: the texts come from strangers
 * (OWASP, "CSV Injection").
 */
export function toCsv(rows: Row[], columns: string[]): string {
  const field = (value: string | number | null | undefined) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = rows.map((row) => columns.map((column) => field(row[column])).join(","));
  return `${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}
