import fc from "fast-check";
import { expect, test } from "vitest";
import { Kernel } from "./kernel.ts";
import { TreeDecoder } from "./tree-decoding.ts";

const kernel = new Kernel(1 << 20);
const decoder = new TreeDecoder(kernel, 40);
const room = kernel.room(40 * 41 * 4);

function decodeTree(scores: Float32Array, count: number): Int32Array {
  kernel.floats.set(scores, room / 4);
  return decoder.decode(room, count);
}

/** Every assignment of heads that is a tree with one root and without crossing arcs. */
function trees(count: number): number[][] {
  const all: number[][] = [];
  const heads: number[] = [];
  const visit = (i: number): void => {
    if (i === count) {
      if (isTree(heads) && !crosses(heads)) all.push([...heads]);
      return;
    }
    for (let head = -1; head < count; head++) {
      if (head === i) continue;
      heads[i] = head;
      visit(i + 1);
    }
  };
  visit(0);
  return all;
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  return heads.every((_, i) => {
    let at = i;
    for (let steps = 0; at !== -1; steps++) {
      if (steps > heads.length) return false;
      at = heads[at]!;
    }
    return true;
  });
}

/** No arc crosses another or spans the root: whatever stands between a token and its head is below that head. */
function crosses(heads: readonly number[]): boolean {
  return heads.some((head, i) => {
    if (head < 0) return false;
    const [low, high] = [Math.min(i, head), Math.max(i, head)];
    return heads.slice(low + 1, high).some((other) => other < low || other > high);
  });
}

function total(scores: Float32Array, heads: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < heads.length; i++) sum += scores[i * (heads.length + 1) + heads[i]! + 1]!;
  return sum;
}

test("always finds a tree with one root and without crossing arcs", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.infiniteStream(fc.integer({ min: -50, max: 50 })),
      (count, stream) => {
        const scores = Float32Array.from({ length: count * (count + 1) }, () => stream.next().value);
        const heads = [...decodeTree(scores, count)];
        expect([isTree(heads), crosses(heads)]).toEqual([true, false]);
      },
    ),
  );
});

test("no such tree scores higher", () => {
  const all = trees(4);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 20 }), (numbers) => {
      const scores = Float32Array.from(numbers);
      expect(total(scores, decodeTree(scores, 4))).toBe(Math.max(...all.map((tree) => total(scores, tree))));
    }),
  );
});

test("one token is its own root, none is none", () => {
  expect([...decodeTree(Float32Array.of(-3, 9), 1)]).toEqual([-1]);
  expect([...decodeTree(new Float32Array(0), 0)]).toEqual([]);
});
