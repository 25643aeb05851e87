/** The frame lexicon as written in `lexicons/frames/*.yaml`: word classes and frames, each with its source. */
import { KINDS, ROLES } from "@parley/protocol";
import { z } from "zod";

/** A class of nouns that decides whether a verb's argument makes it a frame, and of which type. */
export const WordClass = z.object({
  class: z.string(),
  source: z.string(),
  /** Nouns (lemmas, phrases end in their head) by the type they give. */
  types: z.record(z.string(), z.array(z.string())),
});
export type WordClass = z.infer<typeof WordClass>;

export const Frame = z.object({
  frame: z.string(),
  source: z.string(),
  kind: z.enum(KINDS),
  type: z.string().nullable(),
  plover: z
    .object({ event: z.string(), mode: z.string().nullable(), quad: z.number().nullable() })
    .nullable(),
  /** Lemmas; further words must follow near ("shoot down", "launch an attack"). */
  verbs: z.array(z.string()).default([]),
  /** Lemmas; a phrase is read to its head, the last word before an "of". */
  nouns: z.array(z.string()).default([]),
  adjectives: z.array(z.string()).default([]),
  /** Phrases that hold a trigger word without its sense ("line of contact"). */
  not: z.array(z.string()).default([]),
  /** Slots that must hold an actor; alternatives with `|`. Concerns verbs, and nouns where `nounNeeds` is absent. */
  needs: z.array(z.string()).default([]),
  nounNeeds: z.array(z.string()).default([]),
  /** Slot → class its head noun must belong to; one of several slots is enough. */
  classes: z.record(z.string(), z.string()).default({}),
  nounClasses: z.record(z.string(), z.string()).default({}),
  /** Roles that differ from those of the kind. */
  roles: z.record(z.string(), z.enum(ROLES)).default({}),
  /** Slots that name where one goes, not who takes part, unless a person stands there. */
  destination: z.array(z.string()).default([]),
  /** Contacts: how many must take part for it to be one. */
  minimum: z.number().default(0),
  /** The noun alone does not say which type ("conversation"). */
  vague: z.boolean().default(false),
  /** Verbs: no clause or preposition after it changes its sense ("call on"). Nouns: counts without its class noun. */
  bare: z.boolean().default(false),
  /** A slot that must hold a person or persons. */
  person: z.string().nullable().default(null),
  /** Verbs that must govern the noun (as subject or object) for it to be an occurrence. */
  only: z.array(z.string()).default([]),
});
export type Frame = z.infer<typeof Frame>;

export interface FrameLexicon {
  frames: Frame[];
  /** class → head lemma phrase → type */
  classes: Map<string, Map<string, string>>;
}

/** Throws where an entry has not the form above: a lexicon is part of the build, not input. */
export function parseFrames(entries: unknown[]): FrameLexicon {
  const lexicon: FrameLexicon = { frames: [], classes: new Map() };
  for (const entry of entries) {
    if (typeof entry === "object" && entry !== null && "class" in entry) {
      const parsed = WordClass.parse(entry);
      const words = new Map<string, string>();
      for (const [type, nouns] of Object.entries(parsed.types))
        for (const noun of nouns) words.set(noun, type);
      lexicon.classes.set(parsed.class, words);
    } else lexicon.frames.push(Frame.parse(entry));
  }
  return lexicon;
}
