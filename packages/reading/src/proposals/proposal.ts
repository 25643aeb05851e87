/** The form of one claim that a second reader proposes. Words, never offsets or ids: the text itself decides what they point at. */
import { ACTOR_KINDS, KINDS, ROLES, STANCES, STATUSES, TYPES } from "@parley/protocol";
import { z } from "zod";

const ALL_TYPES = [...new Set(Object.values(TYPES).flat())] as [string, ...string[]];

/** Every `string` but the enumerated ones is words of the text, letter by letter. */
export const Proposal = z.object({
  quote: z.string(),
  kind: z.enum(KINDS),
  type: z.enum(ALL_TYPES).nullable(),
  status: z.enum(STATUSES),
  stance: z.enum(STANCES),
  background: z.boolean(),
  actors: z.array(z.object({ asWorded: z.string(), role: z.enum(ROLES), kind: z.enum(ACTOR_KINDS) })),
  /** The words that date it; null where none do. */
  time: z.string().nullable(),
  /** The words that place it. */
  place: z.string().nullable(),
  /** Who says it, and the word that says that they do ("said"); null in the report's own voice. */
  speaker: z.string().nullable(),
  cue: z.string().nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Null where it has not the form, or a type that its kind does not have. */
export function parseProposal(given: unknown): Proposal | null {
  const parsed = Proposal.safeParse(given);
  if (!parsed.success) return null;
  const { kind, type } = parsed.data;
  return type === null || (TYPES[kind] as readonly string[]).includes(type) ? parsed.data : null;
}
