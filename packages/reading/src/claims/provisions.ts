/** What an agreement provides, by the codebooks' types, each with the words that say it. */
import type { Provision } from "@parley/protocol";
import type { FrameMatch } from "../frames/match.ts";
import type { Sentence } from "../sentence.ts";
import type { DocumentContext } from "./context.ts";

/** Source: provision types of the ETH/PRIO Civil Conflict Ceasefire codebook and the Peace Accords Matrix. */
const PROVISIONS: [Provision["type"], RegExp][] = [
  [
    "ceasefire",
    /\b(?:(?:complete|full|comprehensive|total|immediate|permanent|humanitarian)\s+)*(?:cease-?fire|truce|cessation of (?:all )?hostilities|termination of all hostilities)\b/iu,
  ],
  [
    "prisoner-exchange",
    /\b(?:exchange|release|return|swap|handover)\s+(?:of\s+)?(?:all\s+)?(?:prisoners|captives|detainees|hostages|detained persons)[^,.;]*/iu,
  ],
  ["remains", /\bthe (?:remains|bodies) of [^,.;]*?(?=,| and\b|\.|;|$)/iu],
  [
    "peacekeepers",
    /\b(?:deploy(?:ment of)?|dispatch|station)\s+(?:\w+\s+)?(?:peacekeepers|peacekeeping (?:forces?|troops|contingent))[^,.;]*/iu,
  ],
  [
    "withdrawal",
    /\b(?:withdraw(?:al)?|pull-?out|pull back)\b[^,.;]*?(?:forces|troops|units|weapons|army)[^,.;]*/iu,
  ],
  ["monitoring", /\b(?:monitor(?:ing)?|verification|observer mission)\b[^,.;]*/iu],
  ["corridor", /\b(?:\w+\s+)?corridor\b/iu],
  [
    "border",
    /\b(?:delimitation|demarcation)\b[^,.;]*?border[^,.;]*|\bborder (?:delimitation|demarcation)[^,.;]*/iu,
  ],
  ["displaced-return", /\breturn of (?:all )?(?:refugees|displaced persons|internally displaced)[^,.;]*/iu],
  ["demining", /\b(?:demining|mine clear(?:ing|ance))\b[^,.;]*/iu],
  ["humanitarian-access", /\bhumanitarian (?:access|aid|corridor)s?\b[^,.;]*/iu],
  ["missing", /\bmissing persons\b[^,.;]*/iu],
  ["talks", /\b(?:resume|resumption of|begin|start of)\s+(?:\w+\s+)?(?:talks|negotiations)[^,.;]*/iu],
  ["communication-channel", /\b(?:hot\s?line|communication channel)\b[^,.;]*/iu],
];

/** In text order; sentences that go on with "according to the statement" or "under the agreement" are read too. */
export function provisionsIn(match: FrameMatch, context: DocumentContext): Provision[] {
  const found: Provision[] = [];
  for (const sentence of sentencesOf(match.sentence, context)) {
    const text = context.document.text.slice(sentence.start, sentence.end);
    for (const [type, pattern] of PROVISIONS) {
      if (found.some((provision) => provision.type === type)) continue;
      const hit = pattern.exec(text);
      if (!hit) continue;
      const words = hit[0].trimEnd();
      const start = sentence.start + hit.index;
      found.push({ type, text: words, start, end: start + words.length });
    }
  }
  return found.sort((a, b) => a.start - b.start || (a.type < b.type ? -1 : 1));
}

function sentencesOf(sentence: Sentence, context: DocumentContext): Sentence[] {
  const found = [sentence];
  for (let next = context.sentences[sentence.i + 1]; next; next = context.sentences[next.i + 1]) {
    const text = context.document.text.slice(next.start, next.start + 60);
    if (
      !/^\W*(According to|Under|It also|The (statement|agreement|document|deal|text)|In accordance with|In line with)\b/.test(
        text,
      )
    )
      break;
    found.push(next);
  }
  return found;
}
