/** Secrets that people and programs carry. Each has more chance in it than can be tried out, so that a plain hash keeps it. */
import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 bits, base64url. */
export const newSecret = () => randomBytes(32).toString("base64url");

/** Lower-case hexadecimal SHA-256. */
export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** Without the letters that are read as digits. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const letters = (count: number) =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join("");

const CODES = 10;

/** Ten codes of 99 bits: "k7mq-29xw-…". */
export const newRecoveryCodes = () =>
  Array.from({ length: CODES }, () => Array.from({ length: 5 }, () => letters(4)).join("-"));

/** As it may have been typed: with blanks, without hyphens, in capitals. */
export const hashOfRecoveryCode = (typed: string) =>
  hashOf(`recovery ${typed.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

/** "ada-example-k7m2q": tells its owner whose it is and nobody else that it is there. */
export function newLogin(name: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 30);
  return `${slug || "member"}-${letters(5)}`;
}
