/** Paragraphs of a text: blank lines always part them, single line breaks unless the text is wrapped by hand. */

export interface Paragraph {
  start: number;
  end: number;
}

/** Lines of hand-wrapped text are about this long; longer lines mean that nobody wrapped. */
const WRAP_MAX = 100;
const WRAP_MIN = 45;

/** In text order, without empty ones; a break at least every line or blank line. */
export function paragraphs(text: string): Paragraph[] {
  const single = !isWrapped(text);
  const found: Paragraph[] = [];
  let start = 0;
  let at = 0;
  const push = (end: number): void => {
    if (text.slice(start, end).trim() !== "") found.push({ start, end });
  };
  while (at < text.length) {
    const next = text.indexOf("\n", at);
    if (next < 0) break;
    let after = next + 1;
    while (after < text.length && " \t\r\u00a0".includes(text[after]!)) after++;
    if (single || text[after] === "\n" || after >= text.length) {
      push(next);
      start = next + 1;
    }
    at = next + 1;
  }
  push(text.length);
  return found;
}

/** Whether most inner lines of the blocks between blank lines have the length of wrapped lines. */
function isWrapped(text: string): boolean {
  let inner = 0;
  let fitting = 0;
  let at = 0;
  for (let lines = 0; at < text.length && lines < 400; lines++) {
    let next = text.indexOf("\n", at);
    if (next < 0) next = text.length;
    const length = next - at;
    if (length > 2 * WRAP_MAX) return false;
    const following = text.charCodeAt(next + 1);
    if (length > 0 && next + 1 < text.length && following !== 10 && following !== 13) {
      inner++;
      if (
        length >= WRAP_MIN &&
        length <= WRAP_MAX &&
        !/[.!?:"”]\s*$/u.test(text.slice(Math.max(at, next - 3), next))
      )
        fitting++;
    }
    at = next + 1;
  }
  return inner >= 3 && fitting / inner > 0.7;
}
