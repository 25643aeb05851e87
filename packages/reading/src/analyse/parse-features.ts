/** The feature templates of the parser, after Zhang and Nivre (2011): actions from stack and buffer, labels from the arc. */
import { mix } from "./hash.ts";
import type { ParseState } from "./parse-state.ts";

export const PARSE_FEATURES = 96;

const ROOT = 3;
const NONE = 5;

/** Forms and tags by token; the position after the last is the root. */
export interface ParseWords {
  forms: Int32Array;
  tags: Int32Array;
}

export function actionFeatures(words: ParseWords, state: ParseState, out: Int32Array): number {
  const { stack, next, size } = state;
  const depth = stack.length;
  const form = (at: number): number =>
    at < 0 ? NONE : at >= size ? (at === size ? ROOT : NONE) : words.forms[at]!;
  const tag = (at: number): number =>
    at < 0 ? NONE : at >= size ? (at === size ? 1000 : 1001) : words.tags[at]!;
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  const s2 = depth > 2 ? stack[depth - 3]! : -1;
  const b0 = next;
  const left = (at: number): number => (at < 0 ? -1 : state.leftmost[at]!);
  const right = (at: number): number => (at < 0 ? -1 : state.rightmost[at]!);
  const rel = (at: number): number => (at < 0 ? 0 : state.rels[at]!);
  const s0w = form(s0),
    s0t = tag(s0),
    s1w = form(s1),
    s1t = tag(s1),
    b0w = form(b0),
    b0t = tag(b0);
  const b1w = form(b0 + 1),
    b1t = tag(b0 + 1),
    b2t = tag(b0 + 2),
    b2w = form(b0 + 2),
    s2t = tag(s2);
  const s0l = left(s0),
    s0r = right(s0),
    s1l = left(s1),
    s1r = right(s1),
    b0l = left(b0);
  const d = s0 < 0 ? 0 : Math.min(b0 - s0, 10);
  const e = s1 < 0 ? 0 : Math.min(s0 - s1, 10);
  let n = 0;
  let kind = 1;
  const add = (value: number): void => {
    out[n++] = mix(value, kind++ * 7919);
  };
  add(0);
  add(s0w);
  add(s0t);
  add(mix(s0w, s0t));
  add(s1w);
  add(s1t);
  add(mix(s1w, s1t));
  add(b0w);
  add(b0t);
  add(mix(b0w, b0t));
  add(b1w);
  add(b1t);
  add(mix(b1w, b1t));
  add(b2w);
  add(b2t);
  add(s2t);
  add(form(s2));
  add(mix(mix(s0w, s0t), mix(b0w, b0t)));
  add(mix(mix(s0w, s0t), b0w));
  add(mix(s0w, mix(b0w, b0t)));
  add(mix(mix(s0w, s0t), b0t));
  add(mix(s0t, mix(b0w, b0t)));
  add(mix(s0w, b0w));
  add(mix(s0t, b0t));
  add(mix(b0t, b1t));
  add(mix(b0w, b1w));
  add(mix(s1w, s0w));
  add(mix(s1t, s0t));
  add(mix(mix(s1w, s1t), s0t));
  add(mix(s1t, mix(s0w, s0t)));
  add(mix(s1w, b0t));
  add(mix(s1t, b0w));
  add(mix(s1w, b0w));
  add(mix(s0t, mix(b0t, b1t)));
  add(mix(s1t, mix(s0t, b0t)));
  add(mix(s0w, mix(b0t, b1t)));
  add(mix(s0t, mix(b0w, b1t)));
  add(mix(s2t, mix(s1t, s0t)));
  add(mix(b0t, mix(b1t, b2t)));
  add(mix(s1w, mix(s0t, b0t)));
  add(mix(s1t, mix(s0w, b0t)));
  add(mix(s1t, mix(s0t, b0w)));
  add(mix(s0t, mix(tag(s0l), b0t)));
  add(mix(s0t, mix(tag(s0r), b0t)));
  add(mix(s0t, mix(b0t, tag(b0l))));
  add(mix(s1t, mix(tag(s1r), s0t)));
  add(mix(s1t, mix(tag(s1l), s0t)));
  add(mix(s1t, mix(tag(s0l), s0t)));
  add(mix(s0w, rel(s0l)));
  add(mix(s0t, rel(s0l)));
  add(mix(s0w, rel(s0r)));
  add(mix(s0t, rel(s0r)));
  add(mix(s1t, rel(s1r)));
  add(mix(s1w, rel(s1r)));
  add(mix(b0t, rel(b0l)));
  add(mix(s1t, rel(s1l)));
  add(form(s0l));
  add(form(s0r));
  add(form(s1r));
  add(form(b0l));
  add(mix(s0w, d));
  add(mix(s0t, d));
  add(mix(b0w, d));
  add(mix(b0t, d));
  add(mix(s0t, mix(b0t, d)));
  add(mix(s1t, mix(s0t, e)));
  add(mix(s1w, e));
  add(mix(s0t, state.leftCount[s0 < 0 ? size : s0]!));
  add(mix(s0t, state.rightCount[s0 < 0 ? size : s0]!));
  add(mix(s1t, state.rightCount[s1 < 0 ? size : s1]!));
  add(mix(b0t, state.leftCount[b0]!));
  add(mix(mix(s1t, s0t), mix(rel(s0l), rel(s1r))));
  add(mix(mix(s0t, b0t), mix(rel(s0l), rel(s0r))));
  return n;
}

export function labelFeatures(words: ParseWords, state: ParseState, head: number, out: Int32Array): number {
  const { size } = state;
  const child = state.stack[state.stack.length - 1]!;
  const form = (at: number): number =>
    at < 0 ? NONE : at >= size ? (at === size ? ROOT : NONE) : words.forms[at]!;
  const tag = (at: number): number =>
    at < 0 ? NONE : at >= size ? (at === size ? 1000 : 1001) : words.tags[at]!;
  const rel = (at: number): number => (at < 0 ? 0 : state.rels[at]!);
  const hw = form(head),
    ht = tag(head),
    cw = form(child),
    ct = tag(child);
  const right = child > head ? 1 : 0;
  const gap = Math.min(Math.abs(child - head), 6) * 2 + right;
  const cl = state.leftmost[child]!,
    cr = state.rightmost[child]!,
    hl = state.leftmost[head]!,
    hr = state.rightmost[head]!;
  const near = right ? hr : hl;
  let n = 0;
  let kind = 200;
  const add = (value: number): void => {
    out[n++] = mix(value, kind++ * 7919 + right);
  };
  add(0);
  add(hw);
  add(ht);
  add(cw);
  add(ct);
  add(mix(hw, cw));
  add(mix(ht, ct));
  add(mix(hw, ct));
  add(mix(ht, cw));
  add(mix(mix(ht, ct), gap));
  add(mix(ct, gap));
  add(mix(mix(ht, ct), tag(child - 1)));
  add(mix(mix(ht, ct), tag(child + 1)));
  add(mix(mix(ht, ct), tag(head + 1)));
  add(mix(mix(ht, ct), tag(head - 1)));
  add(mix(ct, form(cl)));
  add(mix(mix(ht, ct), form(cl)));
  add(mix(mix(ht, ct), rel(cl)));
  add(mix(mix(ht, ct), rel(cr)));
  add(mix(mix(ht, ct), rel(near)));
  add(mix(mix(hw, ct), rel(near)));
  add(mix(hw, rel(near)));
  add(mix(mix(ht, ct), rel(hl)));
  add(mix(mix(ht, cw), rel(near)));
  add(mix(mix(hw, ct), form(cl)));
  add(mix(form(child - 1), ct));
  add(mix(form(child + 1), ct));
  add(mix(mix(ht, ct), form(child - 1)));
  add(mix(mix(ht, ct), mix(tag(cl), tag(cr))));
  add(mix(mix(ht, ct), form(right ? head + 1 : child + 1)));
  return n;
}
