/** The white space of a block of a page, in one pass: most blocks are long, and few have more than single spaces. */

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const NO_BREAK_SPACE = 0xa0;
/** The white space of `\s` beyond that, without the dashes and quotes that stand among it in Unicode. */
const WIDE = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;
const isDashOrQuote = (code: number): boolean => code >= 0x2010 && code <= 0x2027;

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
    if ((code > SPACE && code < NO_BREAK_SPACE) || !isSpace(code)) {
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
  if (code < 0x1680 || isDashOrQuote(code)) return code === NO_BREAK_SPACE;
  return WIDE.test(String.fromCharCode(code));
}
