/** The steps from words to actor mentions, each filling in what the steps before left open. */
import type { Actor } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import { resolveReferences } from "./coreference.ts";
import { readCounterparts } from "./counterpart.ts";
import { joinOffices } from "./join-offices.ts";
import { readNamed } from "./named.ts";
import type { Page } from "./page.ts";
import { actorsOf, settle } from "./settle.ts";
import { readStates } from "./state-words.ts";

export function readPage(page: Page): { mentions: ActorMention[]; actors: Actor[] } {
  joinOffices(page);
  readCounterparts(page);
  readNamed(page);
  for (const draft of readStates(page)) page.place(draft);
  resolveReferences(page);
  const mentions = settle(page);
  return { mentions, actors: actorsOf(page, mentions) };
}
