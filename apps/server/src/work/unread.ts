/** Why a document is kept but not read. */
import type { Reading } from "@parley/reading";

/** Null for a document that was read, even where it tells of nothing. */
export function whyUnread({ document, claims }: Reading): string | null {
  if (claims.length) return null;
  const whole = document.diagnostics.filter((found) => found.start === null && found.dropped === undefined);
  const unread = whole.find((found) => found.rule.startsWith("unread"));
  if (unread) return unread.message;
  return document.text.trim() ? null : (whole[0]?.message ?? "There is no text in it.");
}
