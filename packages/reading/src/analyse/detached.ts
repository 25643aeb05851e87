/** V8 keeps strings of fewer units as copies when it cuts them; longer ones point into what they were cut from. */
const COPIED = 13;

/**
 * The same text as a string of its own: a key that is a slice would keep its whole document in memory. Joined of two, it is
 * as plain as the short ones are, and code that meets few kinds of strings is fast.
 */
export function detached(text: string): string {
  return text.length < COPIED ? text : [text.slice(0, 1), text.slice(1)].join("");
}
