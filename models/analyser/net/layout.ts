/** Where every intermediate result of one batch lies. Names beginning with "d" hold the gradient of what follows. */
import type { Address, Memory } from "./memory.ts";
import { four, type Sizes } from "./sizes.ts";

export type Rooms = ReturnType<typeof layOut>;

/** `limit` is the most tokens of a batch. */
export function layOut(memory: Memory, sizes: Sizes, limit: number) {
  const { hidden: h, word, spelling, given, arc, relation } = sizes;
  const wide = Math.max(word + spelling, 2 * h, 2 * arc, 2 * relation, 128);
  const sentence = 260;
  const room = (count: number): Address => memory.room(count);
  return {
    vectorRows: room(limit),
    ownRows: room(limit),
    starts: room(limit + 1),
    pieces: room(limit * 48),
    scale: room(limit),
    given: room(limit * given),
    x: room(limit * (word + spelling)),
    dx: room(limit * (word + spelling)),
    embedded: room(limit * word),
    dembedded: room(limit * word),
    one: room(limit * 2 * h),
    done: room(limit * 2 * h),
    two: room(limit * 2 * h),
    dtwo: room(limit * 2 * h),
    spare: room(limit * wide),
    tags: room(limit * four(sizes.tags)),
    names: room(limit * four(sizes.names)),
    arcs: room(limit * 2 * arc),
    darcs: room(limit * 2 * arc),
    ends: room(limit * 2 * relation),
    dends: room(limit * 2 * relation),
    pair: room(limit * relation),
    dpair: room(limit * relation),
    governors: room((limit + 1) * relation),
    dgovernors: room((limit + 1) * relation),
    logits: room(limit * four(sizes.relations)),
    turned: room(wide * 512),
    gold: room(limit),
    headRows: room(limit),
    rows: room(sentence),
    goldHeads: room(sentence),
    dependents: room(sentence * arc),
    ddependents: room(sentence * arc),
    heads: room(sentence * arc),
    dheads: room(sentence * arc),
    headsTurned: room(sentence * arc),
    bent: room(sentence * arc),
    dbent: room(sentence * arc),
    scores: room(sentence * sentence),
    maskInput: room(limit * (word + spelling)),
    maskOne: room(limit * 2 * h),
    maskTwo: room(limit * 2 * h),
    maskArcs: room(limit * 2 * arc),
    maskPair: room(limit * relation),
    maskFirst: room(limit * 2 * h),
    maskSecond: room(limit * 2 * h),
  };
}
