/** Turns drafts in words into mentions on tokens, and lists the actors that they name. */
import type { Actor } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import type { Token } from "../sentence.ts";
import type { Page } from "./page.ts";

/** Mentions in text order. */
export function settle(page: Page): ActorMention[] {
  page.drafts.sort((a, b) => a.from - b.from || a.to - b.to);
  return page.drafts.map((draft) => {
    const { start, sentence } = page.words[draft.from]!;
    const { end } = page.words[draft.to]!;
    const { tokens } = page.input.sentences[sentence]!;
    return {
      start,
      end,
      sentence,
      first: tokenAt(tokens, start),
      last: tokenAt(tokens, end - 1),
      form: draft.form,
      actors: draft.actors,
      kind: draft.kind,
      country: draft.country,
      office: draft.office,
      confidence: draft.confidence,
      why: draft.why,
    };
  });
}

/** Sorted by id, each with its spellings in order of first mention. */
export function actorsOf(page: Page, mentions: ActorMention[]): Actor[] {
  const found = new Map<string, Actor>();
  for (const mention of mentions)
    for (const id of mention.actors) {
      let actor = found.get(id);
      if (!actor) {
        const known = page.roster.present.get(id)?.actor ?? page.lexicon.byId.get(id);
        if (!known) continue;
        const { kind, name, country, offices, foundAs, confidence } = known;
        actor = { id, kind, name, country, offices, foundAs: kind === "person" ? foundAs : [], confidence };
        found.set(id, actor);
      }
      if (actor.kind === "person" || mention.form === "nominal" || mention.form === "pronoun") continue;
      const text = page.input.text.slice(mention.start, mention.end);
      if (!actor.foundAs.includes(text)) actor.foundAs.push(text);
    }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Index of the token that holds the character at the offset. */
function tokenAt(tokens: Token[], offset: number): number {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
