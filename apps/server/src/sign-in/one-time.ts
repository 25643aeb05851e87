/** One-time codes (TOTP, RFC 6238): SHA-1, six digits, thirty seconds, which every authenticator app knows. */
import { Secret, TOTP } from "otpauth";

const PERIOD = 30;
/** Steps to either side that a clock may be off. */
const WINDOW = 1;

const totp = (secret: string, label = "") =>
  new TOTP({ issuer: "Parley", label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD });

/** Base32, 160 bits. */
export const newOneTimeSecret = () => new Secret({ size: 20 }).base32;

/** otpauth://totp/…, for the picture that an app reads. */
export const oneTimeUri = (secret: string, label: string) => totp(secret, label).toString();

/** The step that the code belongs to; null where it is none of this moment's. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}
