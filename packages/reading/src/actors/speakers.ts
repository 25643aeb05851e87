/** Persons without any title whom no lexicon knows, where the sentence has them speak and the name recogniser takes them for a person. */
import { SPEAKS } from "./cues.ts";
import type { Page } from "./page.ts";
import { type NameRun, readName } from "./person-name.ts";

/** Runs of two to four capitalised words right before a verb of saying, that `analyser.names` calls a person. In text order. */
export function readSpeakers(page: Page): NameRun[] {
  const { words, covered, input } = page;
  const found: NameRun[] = [];
  for (let at = 1; at < words.length; at++) {
    if ((words[at]!.spelling.cues & SPEAKS) === 0 || words[at]?.joint !== "space" || covered[at - 1])
      continue;
    const last = at - 1;
    let from = last;
    while (
      from > 0 &&
      last - from < 3 &&
      words[from - 1]?.capital &&
      words[from]?.joint === "space" &&
      !covered[from - 1]
    )
      from--;
    const run = last - from >= 1 ? readName(page, from) : null;
    if (!run || run.to !== last) continue;
    const sentence = input.sentences[(words[at] as { sentence: number }).sentence];
    if (!sentence) continue;
    const { start } = words[from] as { start: number };
    const { end } = words[last] as { end: number };
    const named = input.analyser.names(sentence).some((span) => {
      const [one, other] = [sentence.tokens[span.first], sentence.tokens[span.last]];
      return span.type === "person" && one && other && one.start < end && other.end > start;
    });
    if (named) found.push(run);
  }
  return found;
}
