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

const BREAK = /[.;:!?]["'”’)]*\s+(?=["'“‘(]?[A-Z])|\n\s*\n|["“”]/g;
const ABBREVIATED = /\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|[A-Z]|[ap]\.m)\.\s*$/;

/** The tense of the clause that holds `start`..`end`; present where nothing tells. */
export function tenseAt(text: string, start: number, end: number): Tense {
  const left = lastClause(text.slice(Math.max(0, start - 110), start));
  let last: RegExpExecArray | null = null;
  // By hand: `matchAll` would copy the pattern each time.
  CUE.lastIndex = 0;
  for (let cue = CUE.exec(left); cue; cue = CUE.exec(left)) last = cue;
  CUE.lastIndex = 0;
  last ??= CUE.exec(firstClause(text.slice(end, end + 90)));
  if (!last) return "present";
  return last.groups?.future ? "future" : "past";
}

function firstClause(piece: string): string {
  BREAK.lastIndex = 0;
  const first = BREAK.exec(piece);
  return first ? piece.slice(0, first.index) : piece;
}

function lastClause(piece: string): string {
  let from = 0;
  BREAK.lastIndex = 0;
  for (let end = BREAK.exec(piece); end; end = BREAK.exec(piece))
    if (!ABBREVIATED.test(piece.slice(0, end.index + 2))) from = end.index + end[0].length;
  return piece.slice(from);
}
