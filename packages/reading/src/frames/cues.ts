/** The cue word lists of `lexicons/cues.yaml`, each a set of lemmas. */
import { z } from "zod";

const CueEntry = z.object({ cue: z.string(), source: z.string(), words: z.array(z.string()) });

export const CUES = [
  "light-verbs",
  "occur-verbs",
  "settings",
  "quantity-nouns",
  "stand-for",
  "willing",
  "planning",
  "demanding",
  "denying",
  "cancelling",
  "postponing",
  "alleging",
  "conditional-marks",
  "conditional-nouns",
  "purpose-nouns",
  "past-adjectives",
  "future-adjectives",
  "factive",
  "saying",
  "averting",
] as const;
export type Cue = (typeof CUES)[number];
export type Cues = Record<Cue, ReadonlySet<string>>;

/** Throws where a list is missing or malformed. */
export function parseCues(entries: unknown[]): Cues {
  const words = new Map(
    z
      .array(CueEntry)
      .parse(entries)
      .map(({ cue, words }) => [cue, new Set(words)]),
  );
  const missing = CUES.filter((cue) => !words.has(cue));
  if (missing.length > 0) throw new Error(`lexicons/cues.yaml lacks ${missing.join(", ")}`);
  return Object.fromEntries(
    CUES.map((cue): [Cue, ReadonlySet<string>] => [cue, words.get(cue)!]),
  ) as unknown as Cues;
}
