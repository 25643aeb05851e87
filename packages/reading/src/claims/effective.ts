/** From when an agreement holds, as exactly as worded: "from 00:00 on the 10th, Moscow time". */
import type { When } from "@parley/protocol";
import type { FrameMatch } from "../frames/match.ts";
import type { TimeMention } from "../mention.ts";
import type { DocumentContext } from "./context.ts";

/** The clock time in the agreement's own sentence that "from", "as of", "starting" or "effective" announces; null where none. */
export function effectiveInstant(match: FrameMatch, context: DocumentContext): When | null {
  const words = match.sentence.tokens.map(({ lower }) => lower);
  const effective = context.times[match.sentence.i]!.find(
    (time) => time.when !== null && time.type !== "DURATION" && isAnnounced(words, time),
  );
  return effective?.when ?? null;
}

/** Whether "from", "as of" or "effective" stands before the time. `words` are the sentence's, lower case. */
export function isAnnounced(words: string[], time: TimeMention): boolean {
  const before = words.slice(Math.max(0, time.first - 4), time.first).join(" ");
  const inside = words.slice(time.first, time.last + 1).join(" ");
  const cue =
    /(\bfrom|as of|starting|effective|beginning|takes? effect|into force|enters? force|to begin|began)( on| at| from)?$/.test(
      before,
    ) || /^from /.test(inside);
  return cue && (time.type === "TIME" || /effect|force/.test(before) || /T\d\d/.test(time.value));
}
