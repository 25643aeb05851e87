/** The cue lexicon (`lexicons/speech/`): which classes a lemma belongs to as verb, noun, adjective or preposition. */

type Part = "verb" | "noun" | "adjective" | "preposition";

export interface CueLexicon {
  /** Class numbers by lemma, for each part of speech; unique, ascending. */
  classes: Record<Part, ReadonlyMap<string, readonly number[]>>;
  /** By class number: part of speech and class ("verb say"). */
  names: readonly string[];
}

interface CueEntry {
  class: string;
  pos: Part;
  words: string[];
}

const isCueEntry = (entry: unknown): entry is CueEntry =>
  typeof entry === "object" && entry !== null && "class" in entry && "pos" in entry && "words" in entry;

export function compileCues(entries: readonly unknown[]): CueLexicon {
  const names: string[] = [];
  const classes = {
    verb: new Map<string, number[]>(),
    noun: new Map<string, number[]>(),
    adjective: new Map<string, number[]>(),
    preposition: new Map<string, number[]>(),
  };
  for (const entry of entries.filter(isCueEntry)) {
    const name = `${entry.pos} ${entry.class}`;
    if (!names.includes(name)) names.push(name);
    const number = names.indexOf(name);
    for (const word of entry.words) {
      const own = classes[entry.pos].get(word) ?? [];
      if (!own.includes(number))
        classes[entry.pos].set(
          word,
          [...own, number].sort((a, b) => a - b),
        );
    }
  }
  return { classes, names };
}

const NONE: readonly number[] = [];

export function classesOf(
  { classes }: CueLexicon,
  { upos, lemma, lower }: { upos: string; lemma: string; lower: string },
): readonly number[] {
  const own =
    upos === "NOUN"
      ? classes.noun.get(lemma)
      : upos === "VERB" || upos === "AUX"
        ? classes.verb.get(lemma)
        : upos === "ADJ"
          ? classes.adjective.get(lemma)
          : undefined;
  return own ?? classes.preposition.get(lower) ?? NONE;
}
