/** The coder's lexicon: which concepts a word or a short phrase stands for (`lexicons/plover/`). */
import { stemWord } from "./words.ts";

export const ROOTS = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "YIELD",
  "ACCUSE",
  "REQUEST",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "MOBILIZE",
  "SANCTION",
  "COERCE",
  "ASSAULT",
] as const;
export type Root = (typeof ROOTS)[number];

export interface Concept {
  /** Position in the lexicon; smaller than 256. */
  id: number;
  name: string;
  role: "act" | "object" | "operator";
  /** The root an act is by itself; null for objects and operators. */
  root: Root | null;
}

interface Phrase {
  rest: string[];
  concept: Concept;
}

export interface Concepts {
  list: Concept[];
  irregular: ReadonlyMap<string, string>;
  /** By stem. */
  words: ReadonlyMap<string, Concept[]>;
  /** Phrases by the stem of their first word. */
  phrases: ReadonlyMap<string, Phrase[]>;
}

interface ConceptEntry {
  concept: string;
  role: Concept["role"];
  root?: Root;
  words: string[];
}

const isConcept = (entry: unknown): entry is ConceptEntry =>
  typeof entry === "object" && entry !== null && "concept" in entry && "words" in entry;
const isForms = (entry: unknown): entry is { forms: Record<string, string> } =>
  typeof entry === "object" && entry !== null && "forms" in entry;

const add = <V>(map: Map<string, V[]>, key: string, value: V) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Entries that are neither concepts nor forms are passed over. */
export function compileConcepts(entries: readonly unknown[]): Concepts {
  const irregular = new Map(entries.filter(isForms).flatMap((entry) => Object.entries(entry.forms)));
  const words = new Map<string, Concept[]>();
  const phrases = new Map<string, Phrase[]>();
  const list = entries.filter(isConcept).map((entry, id) => {
    const concept: Concept = { id, name: entry.concept, role: entry.role, root: entry.root ?? null };
    for (const worded of entry.words) {
      const [first = "", ...rest] = worded.split(" ").map((word) => stemWord(word, irregular));
      if (rest.length === 0) add(words, first, concept);
      else add(phrases, first, { rest, concept });
    }
    return concept;
  });
  return { list, irregular, words, phrases };
}
