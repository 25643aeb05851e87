/**
 * Who says, thinks, wants or denies what: source, cue and content spans for every attribution of a text.
 * A span always slices to whole tokens of the text; one attribution's roles never overlap.
 */
import type { Knowledge } from "../knowledge.ts";
import { decodeClusters } from "../linear/clusters.ts";
import { decodeModel } from "../linear/model.ts";
import { unpack } from "../linear/pack.ts";
import type { Analyser, Sentence } from "../sentence.ts";
import type { Passage, Span } from "./assemble.ts";
import { compileCues } from "./cues.ts";
import { type Found, findAttributions, type Models } from "./find.ts";
import { type AttributionKind, kindOf } from "./kind.ts";
import { findQuotations } from "./quotes.ts";
import { addRelays } from "./relays.ts";
import { openScenes, type Scene } from "./scene.ts";

export interface AttributionSpan {
  /** UTF-16 offsets into the text, half-open; sorted, without overlap. Empty where the text names no source. */
  source: Span[];
  /** Never empty. */
  cue: Span[];
  /** Never empty. May reach into neighbouring sentences of the paragraph. */
  content: Span[];
  kind: AttributionKind;
  /** Probability that this is an attribution, calibrated on cross-validated predictions. */
  score: number;
  /** Number of the cue's sentence, and the token of the cue's head there. */
  sentence: number;
  head: number;
  /** True where the source did not speak but carried, quoted or heard what another said ("quoted by Interfax", "told AFP"). */
  relay: boolean;
  /** Index in the list of the innermost attribution whose content holds this one's cue; null at the top. */
  within: number | null;
}

export interface Attributor {
  /**
   * In text order of their cues. Parses the sentences that may hold a cue: those of `among`, a part of `sentences`, or all.
   * Never throws on any text.
   */
  find(input: {
    text: string;
    sentences: Sentence[];
    among?: readonly Sentence[];
    analyser: Analyser;
  }): AttributionSpan[];
}

export function decodeModels(weights: Uint8Array): Models {
  const parts = unpack(weights);
  const settings: Pick<Models, "temperature" | "threshold" | "contentBonus"> = JSON.parse(
    new TextDecoder().decode(parts.settings),
  );
  return {
    cue: decodeModel(parts.cue as Uint8Array),
    chain: {
      emission: decodeModel(parts.emission as Uint8Array),
      transition: decodeModel(parts.transition as Uint8Array),
    },
    ...settings,
  };
}

const covers = (spans: readonly Span[], inner: Span): boolean =>
  spans.some((span) => inner[0] >= span[0] && inner[1] <= span[1]);

/** Nearly all pairs fail at the first cue word, so that one is looked at without more ado. */
const holds = (outer: Found, inner: Found): boolean =>
  covers(outer.content, inner.cue[0] as Span) &&
  outer !== inner &&
  inner.cue.every((span) => covers(outer.content, span));

const size = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** How many findings away the one that holds another may stand; contents end with their paragraph. */
const NEAR = 40;

function innermost(found: readonly Found[], at: number): number | null {
  const inner = found[at] as Found;
  let within: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let i = Math.max(0, at - NEAR); i < Math.min(found.length, at + NEAR); i++) {
    const outer = found[i] as Found;
    if (!holds(outer, inner) || size(outer.content) >= least) continue;
    within = i;
    least = size(outer.content);
  }
  return within;
}

/** Throws where the weights `attribution` are missing, a fault of the installation. */
export function createAttributor(knowledge: Pick<Knowledge, "lexicons" | "weights">): Attributor {
  const weights = knowledge.weights.attribution;
  if (!weights) throw new Error("models/attribution.bin is missing: run npx tsx models/attribution/train.ts");
  const models = decodeModels(weights);
  const lexicon = compileCues(knowledge.lexicons.speech ?? []);
  const clusters = decodeClusters(knowledge.weights.clusters ?? new Uint8Array());
  return {
    find(input) {
      const quotations = findQuotations(input.text);
      const passage: Passage = { text: input.text, sentences: input.sentences, quotations };
      const among = input.among ?? input.sentences;
      for (const sentence of among) input.analyser.parse(sentence);
      const scenes = openScenes(among, { lexicon, clusters, quotations });
      const bySentence = new Map(scenes.map((scene) => [scene.sentence.i, scene]));
      const found = addRelays(passage, scenes, findAttributions(models, passage, scenes));
      return found.map((attribution, at): AttributionSpan => {
        const { source, cue, content, score, sentence, head, relay } = attribution;
        const kind = kindOf(attribution, passage, bySentence.get(sentence) as Scene, lexicon.names);
        return { source, cue, content, kind, score, sentence, head, relay, within: innermost(found, at) };
      });
    },
  };
}
