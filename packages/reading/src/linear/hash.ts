/**
 * Feature hashing: features are 32-bit numbers made from text and numbers without building strings. They are signed, which
 * V8 keeps as plain integers; their bits are all that counts.
 */

const EMPTY = 0x811c9dc5 | 0;

/** FNV-1a over UTF-16 code units. `before` is the hash of what stands before the text. */
export function hashText(text: string, before = EMPTY): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Order matters: combine(a, b) differs from combine(b, a). The finaliser is that of MurmurHash3. */
export function combine(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}
