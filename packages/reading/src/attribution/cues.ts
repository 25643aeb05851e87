/** The cue lexicon (`lexicons/speech/`): which classes a lemma belongs to as verb, noun, adjective or preposition. */

export interface CueLexicon {
  /** Class numbers by part of speech and lemma ("verb say"); unique, ascending. */
  classes: ReadonlyMap<string, readonly number[]>;
  names: readonly string[];
}

interface CueEntry {
  class: string;
  pos: "verb" | "noun" | "adjective" | "preposition";
  words: string[];
}

const isCueEntry = (entry: unknown): entry is CueEntry =>
  typeof entry === "object" && entry !== null && "class" in entry && "pos" in entry && "words" in entry;

export function compileCues(entries: readonly unknown[]): CueLexicon {
  const names: string[] = [];
  const classes = new Map<string, number[]>();
  for (const entry of entries.filter(isCueEntry)) {
    const name = `${entry.pos} ${entry.class}`;
    if (!names.includes(name)) names.push(name);
    const number = names.indexOf(name);
    for (const word of entry.words) {
      const key = `${entry.pos} ${word}`;
      const own = classes.get(key) ?? [];
      if (!own.includes(number))
        classes.set(
          key,
          [...own, number].sort((a, b) => a - b),
        );
    }
  }
  return { classes, names };
}

const POS: Record<string, CueEntry["pos"]> = { VERB: "verb", AUX: "verb", NOUN: "noun", ADJ: "adjective" };
const NONE: readonly number[] = [];

export function classesOf(
  lexicon: CueLexicon,
  token: { upos: string; lemma: string; lower: string },
): readonly number[] {
  const pos = POS[token.upos];
  if (pos === undefined) return lexicon.classes.get(`preposition ${token.lower}`) ?? NONE;
  return (
    lexicon.classes.get(`${pos} ${token.lemma}`) ?? lexicon.classes.get(`preposition ${token.lower}`) ?? NONE
  );
}
