/** Characters that readers do not see but that break words apart: removed here, once, and reported. */
import type { Diagnostic } from "@parley/protocol";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const NUL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Zero-width space, joiners outside scripts that need them, word joiner, byte-order mark, soft hyphen, tags. */
const ZERO_WIDTH = /[\u200b\u2060-\u2064\ufeff\u00ad\u180e]|[\u{e0000}-\u{e007f}]/gu;
/** U+200C and U+200D carry meaning between Arabic-script and Indic letters only. */
const JOINER = /(?<![\u0600-\u08ff\u0900-\u0dff\ufb50-\ufefc\p{Extended_Pictographic}])[\u200c\u200d]/gu;
/** Direction marks, embeddings, overrides and isolates (UAX #9). They do not change the order of the stored letters. */
const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const REPLACEMENT = /\ufffd/g;

const ANY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]|\udb40/;

export interface CleanText {
  text: string;
  diagnostics: Diagnostic[];
}

/** The text without invisible characters, one diagnostic per sort of character that was there. */
export function cleanCharacters(text: string): CleanText {
  if (!ANY.test(text)) return { text, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  let rest = text;
  const strip = (rule: string, pattern: RegExp, what: string, by = "") => {
    let count = 0;
    rest = rest.replace(pattern, () => {
      count++;
      return by;
    });
    if (count) diagnostics.push(note(rule, `${count} ${what} removed`));
  };
  strip("characters.control", NUL, "NUL or control characters");
  strip("characters.zero-width", ZERO_WIDTH, "zero-width characters");
  strip("characters.zero-width", JOINER, "zero-width joiners");
  strip("characters.direction", DIRECTION, "text direction marks");
  const lost = rest.match(REPLACEMENT)?.length ?? 0;
  if (lost)
    diagnostics.push(
      note("characters.undecoded", `${lost} characters could not be decoded; the encoding is probably wrong`),
    );
  return { text: rest, diagnostics };
}

/** A diagnostic about the whole document. */
export function note(rule: string, message: string): Diagnostic {
  return { rule, message, start: null, end: null };
}
