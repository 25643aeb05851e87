/** The feature templates of the tagger. */
import { mix } from "./hash.ts";
import type { WordFeatures } from "./word-features.ts";

export const TAG_FEATURES = 32;

const NONE: WordFeatures = { form: 7, suffixes: [7, 7, 7, 7], prefixes: [7, 7, 7], shape: 7 };

/** Fills `out`, returns how many. `tags` holds the class numbers + 1 chosen so far. */
export function tagFeatures(
  words: readonly WordFeatures[],
  tags: Int32Array,
  i: number,
  out: Int32Array,
): number {
  const w = words[i]!;
  const b = words[i - 1] ?? NONE;
  const bb = words[i - 2] ?? NONE;
  const a = words[i + 1] ?? NONE;
  const aa = words[i + 2] ?? NONE;
  const t1 = i > 0 ? tags[i - 1]! : 0;
  const t2 = i > 1 ? tags[i - 2]! : 0;
  let n = 0;
  const add = (kind: number, value: number): void => {
    out[n++] = mix(value, kind * 7919);
  };
  add(1, w.form);
  add(2, w.suffixes[0]);
  add(3, w.suffixes[1]);
  add(4, w.suffixes[2]);
  add(5, w.suffixes[3]);
  add(6, w.prefixes[0]);
  add(7, w.prefixes[1]);
  add(8, w.prefixes[2]);
  add(9, mix(w.shape, i === 0 ? 1 : 0));
  add(10, t1);
  add(11, mix(t1, t2));
  add(12, mix(t1, w.form));
  add(13, b.form);
  add(14, a.form);
  add(15, bb.form);
  add(16, aa.form);
  add(17, mix(b.form, w.form));
  add(18, mix(w.form, a.form));
  add(19, b.suffixes[2]);
  add(20, a.suffixes[2]);
  add(21, mix(t1, a.suffixes[1]));
  add(22, mix(w.shape, a.shape));
  add(23, mix(w.shape, b.shape));
  add(24, mix(w.suffixes[2], t1));
  add(25, mix(w.suffixes[2], a.suffixes[2]));
  add(26, mix(t1, a.form));
  add(27, mix(w.suffixes[1], mix(t1, t2)));
  add(28, mix(a.form, aa.form));
  add(29, 0);
  return n;
}
