/** The white space of a block of a page, in one pass: most blocks are long, and few have more than single spaces. */

const SPACE = 0x20;
const LINE_FEED = 0x0a;
/** The white space of JavaScript's `\s` from here on; below it is U+00A0 and the control characters from tab to return. */
const FIRST_WIDE = 0x1680;
const WIDE = /\s/;

/**
 * Runs of white space become one space each, or as many line breaks as they hold; none at the ends. The breaks that
 * stay are those of `<br>` and `<pre>`; line breaks of the source are spaces by now.
 */
export function tidy(text: string): string {
  let tidied = "";
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isSpace(code)) {
      at++;
      continue;
    }
    const start = at;
    let breaks = 0;
    for (; at < text.length && isSpace(text.charCodeAt(at)); at++)
      if (text.charCodeAt(at) === LINE_FEED) breaks++;
    const inside = start > 0 && at < text.length;
    if (inside && code === SPACE && at === start + 1) continue;
    tidied += text.slice(kept, start);
    if (inside) tidied += breaks > 0 ? "\n".repeat(breaks) : " ";
    kept = at;
  }
  return kept === 0 ? text : tidied + text.slice(kept);
}

function isSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= 0x09 && code <= 0x0d);
  return code === 0xa0 || (code >= FIRST_WIDE && WIDE.test(String.fromCharCode(code)));
}
