/** A file's name as it can be shown and saved anywhere: no path, no hidden turn of direction, the ending of what it is. */

const LONGEST = 120;
/** Signs that are not seen and turn or hide what is; the two joiners are letters' own in Persian and Hindi. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
const FORBIDDEN = /[<>:"|?*\\/]/g;
/** Names that Windows keeps for its devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** `endings` are those that fit the content, the usual one first, with their dots. */
export function cleanName(given: string, endings: [string, ...string[]]): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const seen = last
    .replace(UNSEEN, "")
    .replace(FORBIDDEN, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const ending = endings.find((one) => seen.toLowerCase().endsWith(one));
  const stem = (ending ? seen.slice(0, -ending.length) : seen).replace(/[. ]+$/, "");
  const short = [...stem].slice(0, LONGEST).join("");
  return `${(short || "file").replace(DEVICE, "_$1")}${ending ?? endings[0]}`;
}
