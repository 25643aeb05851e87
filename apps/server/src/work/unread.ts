/** Why a document is kept but not read. */
import type { Reading } from "@parley/reading";

/** A document without claims is unread where nothing of it could be understood, and not where it merely tells nothing. */
export function whyUnread({ document, claims }: Reading): string | null {
  if (claims.length) return null;
  const reason = document.diagnostics.find((found) => found.start === null && found.dropped === undefined);
  if (!document.text.trim()) return reason?.message ?? "There is no text in it.";
  if (document.language !== null && !document.language.startsWith("en"))
    return `It is not in English (${document.language}).`;
  return null;
}
