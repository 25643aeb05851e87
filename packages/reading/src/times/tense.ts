/**
 * Whether the clause around a time expression looks back or ahead: the verb form nearest to it decides.
 * Works on words alone, so that the stage needs no tags; irregular past forms are listed.
 */
import type { Tense } from "./expression.ts";

/** "would still be held": the participle belongs to the modal before it. */
const GROUP =
  "(?: (?:not|also|still|soon|never|only|now|then|probably|likely))?(?: (?:be|have)(?: [a-z]+ly)? [a-z]+| have been [a-z]+)?";
const FUTURE = [
  `(?:will|won['’]t|shall|would|may|might|should|must|can)${GROUP}`,
  `ll${GROUP}`,
  "(?:is|are|was|were) (?:expected|scheduled|due|set|to|going to|slated|planned)",
  "expected (?:to|in|by|on|for|this|next)",
  "scheduled (?:to|for|on|in)",
  "planned (?:for|to)",
  "to be [a-z]+",
  "(?:agreed|agrees|ready|willing|decided|invited|vowed|pledged|promised|voted|proposed|proposes|asked|urged|ordered|wants?|wanted|likely|approved|prepar(?:es|ed|ing)|set|plans|hopes?|aims?|need|needs) to(?= [a-z]{2,}\\b)",
  "plans?|due|slated|ahead of|hopes?|intends?|upcoming|effective|payable",
  "(?:by|until|till|no later than|as early as|starting|beginning)(?=\\W*$)",
];
const PAST = [
  "was|were|had|has|have|did|been|said|told|made|took|gave|met|held|came|went|began|begun|saw|got|left|put|ran|won|lost",
  "fell|rose|grew|sent|spoke|wrote|brought|sought|paid|sold|hit|shot|led|kept|became|broke|found|struck|closed|since|ended",
  "(?!need|speed|exceed|proceed|succeed|indeed|hundred|red\\b|bed\\b|United)[A-Za-z][a-z]+ed",
];
const CUE = new RegExp(
  `(?<![A-Za-z])(?:(?<future>${FUTURE.join("|")})|(?<past>${PAST.join("|")}))(?![a-z])`,
  "g",
);

/** The tense of the clause that holds `start`..`end`; present where nothing tells. */
export function tenseAt(text: string, start: number, end: number): Tense {
  const left = clause(text.slice(Math.max(0, start - 110), start), "left");
  let found: Tense | null = null;
  for (const cue of left.matchAll(CUE)) found = cue.groups?.future ? "future" : "past";
  if (found) return found;
  const right = clause(text.slice(end, end + 90), "right");
  for (const cue of right.matchAll(CUE)) return cue.groups?.future ? "future" : "past";
  return "present";
}

function clause(piece: string, side: "left" | "right"): string {
  const breaks = /[.;:!?]["'”’)]*\s+(?=["'“‘(]?[A-Z])|\n\s*\n|["“”]/g;
  if (side === "right") {
    const first = breaks.exec(piece);
    return first ? piece.slice(0, first.index) : piece;
  }
  let from = 0;
  for (const m of piece.matchAll(breaks))
    if (!/\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|[A-Z]|[ap]\.m)\.\s*$/.test(piece.slice(0, m.index + 2)))
      from = m.index + m[0].length;
  return piece.slice(from);
}
