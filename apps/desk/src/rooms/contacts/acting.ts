/** Which sides of a contact this person speaks for: its own, and for the third party those that told it something. */
import type { ContactView } from "@parley/protocol";
import type { Acting } from "../delegations.ts";

export interface Speaker {
  delegation: string;
  /** The third party writes down what the side told it. */
  noted: boolean;
}

export const sidesOf = (contact: ContactView): string[] => [
  contact.convener,
  ...contact.invited.map((one) => one.delegation),
];

export function speakersIn(contact: ContactView, acting: Acting): Speaker[] {
  return sidesOf(contact).flatMap((delegation): Speaker[] => {
    if (acting.isOwn(delegation)) return [{ delegation, noted: false }];
    if (!acting.convenes) return [];
    return [{ delegation, noted: true }];
  });
}

/** In whose name the whole is decided; null where this person does not decide on it. */
export const convenerIn = (contact: ContactView, acting: Acting): Speaker | null =>
  speakersIn(contact, acting).find((one) => one.delegation === contact.convener) ?? null;

/** Whose private notes this person sees and writes: its own sides'; at a laptop every one's. */
export const notesOf = (contact: ContactView, acting: Acting): string[] =>
  sidesOf(contact).filter((delegation) => acting.mode === "single" || acting.isOwn(delegation));
