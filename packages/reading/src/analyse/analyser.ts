/** The trained analyser: sentences, tags and lemmas, trees, names. Each level is worked out once per sentence. */
import type { Analyser, NameSpan, Sentence, Token } from "../sentence.ts";
import { createLemmatiser } from "./lemma.ts";
import { nameSpans } from "./names.ts";
import { LONGEST, Network } from "./network.ts";
import { segment } from "./segment.ts";

/** An analyser over the bytes of `models/analyser.bin`. Throws on bytes that are no weight file. */
export function createAnalyser(weights: Uint8Array): Analyser {
  const network = new Network(weights);
  const { header } = network.model;
  const lemmaOf = createLemmatiser(header.lemmas);
  const tags = header.tags.map((name) => {
    const [upos, xpos] = name.split(" ");
    return { upos: upos!, xpos: xpos! };
  });
  /** What follows a modal at once: "will host" is no host. */
  const baseVerb = header.tags.indexOf("VERB VB");
  /** The stretch that the first layer holds: tags, names and tree of a sentence are mostly asked for in a row. */
  let held: { sentence: Sentence; from: number } | null = null;

  /** Brings the stretch that begins at the token `from` into the first layer; returns its length. */
  function hold(sentence: Sentence, from: number): number {
    const count = Math.min(LONGEST, sentence.tokens.length - from);
    if (held?.sentence !== sentence || held.from !== from) {
      network.first(sentence.tokens, from, count);
      held = { sentence, from };
    }
    return count;
  }

  /** Calls `work` for each stretch the network can take: one for any sentence that `segment` makes. */
  function inStretches(sentence: Sentence, work: (from: number, count: number) => void): void {
    for (let from = 0; from < sentence.tokens.length; from += LONGEST) work(from, hold(sentence, from));
  }

  function tag(sentence: Sentence): Sentence {
    if (sentence.level !== "tokens") return sentence;
    let afterModal = false;
    inStretches(sentence, (from, count) => {
      const classes = network.classes("tags", count);
      for (let i = 0; i < count; i++) {
        const token = sentence.tokens[from + i]!;
        const likeliest = classes[i]!;
        const chosen = afterModal && tags[likeliest]!.xpos === "NN" ? baseVerb : likeliest;
        const { upos, xpos } = tags[chosen]!;
        token.upos = upos;
        token.xpos = xpos;
        token.lemma = lemmaOf(token, chosen, network.held[i]!);
        afterModal = xpos === "MD";
      }
    });
    sentence.level = "tagged";
    return sentence;
  }

  function parse(sentence: Sentence): Sentence {
    if (sentence.level === "parsed") return sentence;
    tag(sentence);
    let root: Token | null = null;
    inStretches(sentence, (from, count) => {
      const heads = network.heads(count);
      const relations = network.relations(heads);
      heads.forEach((head, i) => {
        const token = sentence.tokens[from + i]!;
        token.head = head < 0 ? -1 : from + head;
        token.rel = header.relations[relations[i]!]!;
        if (head >= 0) return;
        if (root) {
          token.head = root.i;
          token.rel = "parataxis";
        } else {
          root = token;
          token.rel = "root";
        }
      });
    });
    sentence.level = "parsed";
    return sentence;
  }

  function names(sentence: Sentence): NameSpan[] {
    if (sentence.names) return sentence.names;
    tag(sentence);
    const classes: string[] = [];
    inStretches(sentence, (_, count) => {
      classes.push(...Array.from(network.classes("names", count), (chosen) => header.names[chosen]!));
    });
    sentence.names = nameSpans(sentence.tokens, classes);
    return sentence.names;
  }

  return { segment, tag, parse, names };
}
