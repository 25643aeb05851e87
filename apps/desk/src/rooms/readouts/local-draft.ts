/** What was typed and not saved yet, kept in this browser: a closed lid or a lost line takes none of it. */
import type { ReadoutText } from "@parley/protocol";
import { useCallback, useState } from "react";
import { z } from "zod";

const Kept = z.object({
  /** The revision of the readout that it was typed over; "" for a new one. */
  over: z.string(),
  texts: z.array(z.object({ language: z.string(), title: z.string(), text: z.string() })),
});
type Kept = z.infer<typeof Kept>;

const keyOf = (process: string, contact: string, delegation: string) =>
  `parley.readout.${process}.${contact}.${delegation}`;

function load(key: string): Kept | null {
  try {
    return Kept.safeParse(JSON.parse(localStorage.getItem(key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

export interface LocalDraft {
  texts: ReadoutText[] | null;
  over: string;
  keep(texts: ReadoutText[], over: string): void;
  forget(): void;
}

export function useLocalDraft(process: string, contact: string, delegation: string): LocalDraft {
  const key = keyOf(process, contact, delegation);
  const [held, setHeld] = useState<{ key: string; kept: Kept | null }>(() => ({ key, kept: load(key) }));
  const kept = held.key === key ? held.kept : load(key);
  const keep = useCallback(
    (texts: ReadoutText[], over: string) => {
      setHeld({ key, kept: { texts, over } });
      localStorage.setItem(key, JSON.stringify({ texts, over }));
    },
    [key],
  );
  const forget = useCallback(() => {
    setHeld({ key, kept: null });
    localStorage.removeItem(key);
  }, [key]);
  return { texts: kept?.texts ?? null, over: kept?.over ?? "", keep, forget };
}
