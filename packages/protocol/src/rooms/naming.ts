/** What parties and places are called, by audience and language. No name is the right one; each is somebody's. */
import { z } from "zod";

/** BCP 47, as far as names need it: "en", "sr-Latn". */
const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** No text of a database holds NUL. */
const noNul = (value: string) => !value.includes("\0");

export const Wording = z.object({
  /** Actor or place id. */
  of: z.string().min(1).max(200).refine(noNul),
  language: Language,
  name: z.string().trim().min(1).max(200).refine(noNul),
  /** The delegation that calls it so among its own; null for the wording of the process, which all take part in. */
  scope: z.string().nullable(),
});
export type Wording = z.infer<typeof Wording>;

export const Naming = z.object({
  /** All that the viewer sees. */
  wordings: z.array(Wording),
  /** What each is called for this viewer in this language: the own delegation's word before that of the process. */
  names: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Naming = z.infer<typeof Naming>;

export const NamingQuery = z.object({
  language: Language.default("en"),
  /** On a laptop: as whom to look. */
  as: z.string().max(100).optional(),
});

export const NewWording = z
  .object({
    command: z.uuid(),
    /** Null: for all who take part, which the third party words. */
    for: z.string().max(100).refine(noNul).nullable(),
    of: Wording.shape.of,
    language: Language,
    /** Empty takes the wording back. */
    name: z.string().trim().max(200).refine(noNul),
  })
  .strict();
export type NewWording = z.infer<typeof NewWording>;
