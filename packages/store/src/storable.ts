/** Text and JSON in the form that Postgres can hold. */

/**
 * JSON that Postgres accepts: NUL and halves of surrogate pairs become U+FFFD, unit for unit, so that offsets hold.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return /\\u0000|\\ud[89a-f]/i.test(json)
    ? JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? storableText(part) : part))
    : json;
}

const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const storableText = (text: string) => text.replaceAll("\0", "\ufffd").replace(LONE_HALF, "\ufffd");
