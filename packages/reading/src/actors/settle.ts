/** Turns drafts in words into mentions on tokens, and lists the actors that they name. */
import type { Actor } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import type { Page } from "./page.ts";
import type { Word } from "./words.ts";

/** Mentions in text order. */
export function settle(page: Page): ActorMention[] {
  return page.drafts
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, ...draft }) => {
      const { start, sentence } = page.words[from] as Word;
      const { end } = page.words[to] as Word;
      return {
        start,
        end,
        sentence,
        ...between(page.input.sentences[sentence] as Sentence, start, end),
        ...draft,
      };
    });
}

/** Sorted by id, each with its spellings in order of first mention. */
export function actorsOf(page: Page, mentions: ActorMention[]): Actor[] {
  const found = new Map<string, Actor>();
  for (const mention of mentions)
    for (const id of mention.actors) {
      const known = page.roster.present.get(id)?.actor ?? page.lexicon.byId.get(id);
      if (!known) continue;
      const { kind, name, country, offices, confidence } = known;
      const actor = found.get(id) ?? { id, kind, name, country, offices, foundAs: [], confidence };
      const text = page.input.text.slice(mention.start, mention.end);
      if (kind === "person") actor.foundAs = known.foundAs;
      else if (mention.form !== "nominal" && mention.form !== "pronoun" && !actor.foundAs.includes(text))
        actor.foundAs.push(text);
      found.set(id, actor);
    }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Indexes of the tokens that hold the first and the last character. */
function between({ tokens }: Sentence, start: number, end: number): { first: number; last: number } {
  const holding = (offset: number) => {
    let [low, high] = [0, tokens.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle] as { end: number }).end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { first: holding(start), last: holding(end - 1) };
}
