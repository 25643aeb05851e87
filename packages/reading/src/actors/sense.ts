/** What a phrase of the lexicons can mean. The sorts are bits, so that one question asks for several. */
import type { MinistryEntry, TitleEntry } from "./entry.ts";

export const NAME = 1;
export const BODY = 2;
export const DEMONYM = 4;
export const PEOPLE = 8;
export const METONYM = 16;
export const CAPITAL = 32;
export const PERSON = 64;
export const FAMILY = 128;
export const TITLE = 256;
export const MINISTRY = 512;

export interface Sense {
  /** One of the sorts. */
  as: number;
  actors: string[];
  title: TitleEntry | null;
  ministry: MinistryEntry | null;
  /** The sense holds only for that very spelling ("US", not "us"). */
  exact: string | null;
  /** The last word is capitalised too ("Russia Today" is no "Russia today"). */
  proper: boolean;
}

const PLAIN: Omit<Sense, "as"> = { actors: [], title: null, ministry: null, exact: null, proper: false };

/** All senses have the same keys in the same order. */
export function makeSense(as: number, rest: Partial<Sense>): Sense {
  return { as, ...PLAIN, ...rest };
}
