import { expect, test } from "vitest";
import { pack, unpack } from "./container.ts";

test("gives back what was packed, wherever the bytes lie", () => {
  const content = {
    header: { words: ["ä", "b"], size: 3 },
    arrays: {
      a: Int8Array.of(-1, 2, 3),
      b: Float32Array.of(0.5, -7),
      c: Uint8Array.of(255),
      d: Int32Array.of(1 << 30),
    },
  };
  const packed = pack(content);
  expect(unpack(packed)).toEqual(content);
  const shifted = new Uint8Array(packed.length + 1);
  shifted.set(packed, 1);
  expect(unpack(shifted.subarray(1))).toEqual(content);
});

test("refuses other bytes", () => {
  expect(() => unpack(new Uint8Array(100))).toThrow(TypeError);
});
