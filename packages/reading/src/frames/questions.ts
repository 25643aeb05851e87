/** Questions assert nothing, and what a reporter says on the way to one is not the word of who publishes the transcript. */
import type { Sentence } from "../sentence.ts";

/** By sentence: whether it ends in a question mark or stands in a reporter's turn ("Q …", "QUESTION: …"). */
export function askedIn(sentences: readonly Sentence[]): boolean[] {
  let paragraph = -1;
  let turn = false;
  return sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      turn = isReporters(sentence);
    }
    return turn || endsInQuestion(sentence);
  });
}

function isReporters({ tokens }: Sentence): boolean {
  const first = tokens[0]?.text;
  return first === "Q" || (tokens[1]?.text === ":" && /^question$/i.test(first ?? ""));
}

function endsInQuestion({ tokens }: Sentence): boolean {
  let last = tokens.length - 1;
  while (last > 0 && CLOSING.has(tokens[last]!.text)) last--;
  return tokens[last]?.text.startsWith("?") ?? false;
}

const CLOSING = new Set(['"', "”", "’", "''", ")", "]"]);
