/** Words that make a step look closer. Asked once for each spelling, so that the steps pass all others by. */

/** Nouns for several actors at once. */
export const GROUP_NOUNS = new Map<string, "sides" | "states">([
  ["sides", "sides"],
  ["parties", "sides"],
  ["countries", "states"],
  ["nations", "states"],
  ["states", "states"],
  ["neighbours", "states"],
  ["neighbors", "states"],
]);

/** Pronouns for one person. */
export const HE_OR_SHE = new Map<string, "m" | "f">([
  ["he", "m"],
  ["him", "m"],
  ["himself", "m"],
  ["she", "f"],
  ["herself", "f"],
]);

const SAYING = new Set(
  "said says told stated noted stressed added wrote tweeted explained announced claimed warned argued recalled reiterated emphasized emphasised confirmed".split(
    " ",
  ),
);

/** Nouns that stand for the state when its adjective qualifies them. */
const COLLECTIVES =
  /^(sides?|forces?|militar(?:y|ies)|arm(?:y|ies)|troops?|servicem[ae]n|soldiers?|authorit(?:y|ies)|governments?|delegations?|officials?|leaderships?|part(?:y|ies)|units?|diplomats?|diplomacy|administration|regime|navy|command|personnel|servicemembers|fighters|representatives?|negotiators?|state|nation|border|guards?|peacekeepers?|counterparts?)$/;
/** What may stand between the two. */
const BETWEEN = new Set(
  "armed military security air ground defence defense naval occupation special foreign political top senior federal transitional interim backed led supported controlled government border russian".split(
    " ",
  ),
);

/** A verb of saying. */
export const SPEAKS = 1;
/** May point back at actors named before. */
export const POINTS = 2;
/** A noun that stands for the state whose adjective qualifies it. */
export const COLLECTIVE = 4;
/** May stand between the two. */
export const QUALIFIES = 8;

/** The bits for a folded word. */
export function cuesOf(key: string): number {
  const points =
    GROUP_NOUNS.has(key) ||
    HE_OR_SHE.has(key) ||
    key === "they" ||
    key === "their" ||
    key === "it" ||
    key === "ministry";
  return (
    (SAYING.has(key) ? SPEAKS : 0) |
    (points ? POINTS : 0) |
    (COLLECTIVES.test(key) ? COLLECTIVE : 0) |
    (BETWEEN.has(key) ? QUALIFIES : 0)
  );
}
