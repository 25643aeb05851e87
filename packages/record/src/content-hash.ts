/** One hash for one content: SHA-256 over canonical JSON (RFC 8785), so that field order and white space change nothing. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import serialize from "canonicalize";

/** The RFC 8785 form of a JSON value. `undefined` fields are left out as JSON leaves them out. */
export function canonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError("only JSON values have a canonical form");
  return text;
}

/** Lower-case hexadecimal SHA-256 of the canonical form. */
export function contentHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
