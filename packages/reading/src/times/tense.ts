/**
 * Whether the clause around a time expression looks back or ahead: the verb form nearest to it decides.
 * Works on words alone, so that the stage needs no tags; irregular past forms are listed.
 */
import type { Tense } from "./expression.ts";

const CUE =
  /\b(?:(?<future>will|won['’]t|shall|would|['’]ll|(?:is|are|was|were) (?:expected|scheduled|due|set|to|going to|slated|planned)|expected (?:to|in|by|on|for|this|next)|scheduled (?:to|for|on|in)|plans?|planned (?:for|to)|due|slated|ahead of|to (?!the\b|a\b|an\b)(?=[a-z]{2,}\b)|(?:by|until|till|no later than|as early as|starting|beginning)(?=\W*$)|(?<!has |have )(?:may|might|could|should|must|can)|hopes?|intends?|upcoming|effective|payable)|(?<past>was|were|had|has|have|did|been|said|told|made|took|gave|met|held|came|went|began|begun|saw|got|left|put|ran|won|lost|fell|rose|grew|sent|spoke|wrote|brought|sought|paid|sold|hit|shot|led|kept|became|broke|found|struck|closed|since|ended|(?!need|need|speed|exceed|proceed|succeed|indeed|hundred|red|bed)[a-z]{2,}ed))(?![a-z])/gi;

/** The tense of the clause that holds `start`..`end`; past where nothing tells, for reports tell what happened. */
export function tenseAt(text: string, start: number, end: number): Tense {
  const left = clause(text.slice(Math.max(0, start - 110), start), "left");
  let found: Tense | null = null;
  for (const cue of left.matchAll(CUE)) found = cue.groups?.future ? "future" : "past";
  if (found) return found;
  const right = clause(text.slice(end, end + 90), "right");
  for (const cue of right.matchAll(CUE)) return cue.groups?.future ? "future" : "past";
  return "past";
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
