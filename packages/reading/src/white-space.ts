/** White space as `\s` in a pattern means it. UTF-16 code units. */

export const isSpace = (code: number): boolean =>
  code <= 32
    ? code === 32 || (code >= 9 && code <= 13)
    : code >= 0xa0 && /\s/.test(String.fromCharCode(code));

/** Where the white space ends that `start` stands in. */
export function spaceEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return end;
}
