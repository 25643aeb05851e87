/** What the reader finds in a draft. Nothing of it is written down; what was read of late is kept in memory. */
import type { ReadoutText } from "@parley/protocol";
import type { Source } from "@parley/reading";
import { contentHash } from "@parley/record";
import type { ReadResult } from "../../work/messages.ts";

export type ReadAside = (source: Source) => Promise<ReadResult>;

const REMEMBERED = 40;

/** Drafts are read again and again while they are written and compared. */
export function rememberReadings(read: ReadAside): ReadAside {
  const known = new Map<string, Promise<ReadResult>>();
  return (source) => {
    const key = contentHash(source);
    const held = known.get(key);
    if (held) return held;
    const asked = read(source);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
    return asked;
  };
}

export const draftSource = (id: string, { title, text }: ReadoutText, outlet: string): Source => ({
  ...{ id, text, outlet },
  ...(title ? { title } : {}),
});

/** The text that is compared: the English one, else the first. */
export function comparedText(texts: ReadoutText[]): ReadoutText {
  return texts.find(({ language }) => /^en\b/.test(language)) ?? texts[0]!;
}
