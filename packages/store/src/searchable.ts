/** The words under which documents and quotes are found: their own, and the English that was read of them. */
import type { Claim, Document } from "@parley/protocol";

export function wordsOfDocument({ title, text, translation }: Document): string {
  const own = `${title ?? ""}\n${text}`;
  if (!translation) return own;
  return [own, translation.title ?? "", ...translation.passages.map((passage) => passage.text)].join("\n");
}

export const wordsOfQuote = ({ quote, translation }: Claim): string =>
  translation ? `${quote}\n${translation.quote}` : quote;
