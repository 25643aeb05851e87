/**
 * Passkeys (WebAuthn): what the browser is asked for, and whether what it brings is right. Challenges are kept in the
 * database and taken once, whatever becomes of the answer. The person must be verified by the key itself, each time.
 */

import type { Store } from "@parley/store";
import { addChallenge, type Passkey, takeChallenge } from "@parley/store/door";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

export interface PasskeyDesk {
  /** Options for making a key. `subject` is who may bring the answer. */
  askForNew(asked: {
    subject: string;
    account: string;
    name: string;
    known: Pick<Passkey, "id" | "transports">[];
  }): Promise<Record<string, unknown>>;
  /** The new key and the account it was asked for; null where the answer is not right. */
  readNew(subject: string, response: unknown): Promise<NewKey | null>;
  askForProof(): Promise<Record<string, unknown>>;
  /** The id of the key it claims to be; null where no open challenge was answered. */
  readProof(response: unknown): Promise<Proof | null>;
  /** The counter after it; null where the signature is not this key's. */
  check(proof: Proof, key: Passkey): Promise<number | null>;
}

export interface NewKey {
  account: string;
  key: Pick<Passkey, "id" | "publicKey" | "counter" | "transports">;
}

export interface Proof {
  challenge: string;
  key: string;
  response: AuthenticationResponseJSON;
}

const PATIENCE = 5 * 60_000;
const AT_SIGN_IN = "sign-in";
const NEW = "new-passkey";

const ClientData = z.object({ challenge: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/) });
const Answer = z.object({ id: z.string(), response: z.object({ clientDataJSON: z.string().max(10_000) }) });

/** null where keys cannot be made for the address: browsers refuse them for numeric ones. */
export function createPasskeys(options: { store: Store; now(): Date; origin: string }): PasskeyDesk | null {
  const { store, now, origin } = options;
  const relyingParty = new URL(origin).hostname;
  if (/^[\d.]+$|^\[/.test(relyingParty)) return null;
  // Certificates of all makers come with it: loaded with the first key, not at every start.
  const library = () => import("@simplewebauthn/server");

  async function remember(challenge: string, purpose: string, subject: string, secret: string) {
    const expiresAt = new Date(now().getTime() + PATIENCE).toISOString();
    await store.atDoor((session) =>
      addChallenge(session, { id: challenge, purpose, subject, secret, expiresAt }),
    );
  }

  /** The challenge that was answered, taken, with what was kept beside it. */
  async function taken(answer: unknown, purpose: string, subject: string) {
    const challenge = challengeIn(answer);
    if (challenge === null) return null;
    const at = now().toISOString();
    const secret = await store.atDoor((session) =>
      takeChallenge(session, { id: challenge, purpose, subject, now: at }),
    );
    return secret === null ? null : { challenge, secret };
  }

  return {
    async askForNew({ subject, account, name, known }) {
      const { generateRegistrationOptions } = await library();
      const asked = await generateRegistrationOptions({
        rpName: "Parley",
        rpID: relyingParty,
        userID: new TextEncoder().encode(account),
        userName: name,
        userDisplayName: name,
        timeout: PATIENCE,
        attestationType: "none",
        excludeCredentials: known,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      await remember(asked.challenge, NEW, subject, account);
      return { ...asked };
    },
    async readNew(subject, answer) {
      const open = await taken(answer, NEW, subject);
      if (!open) return null;
      const { verifyRegistrationResponse } = await library();
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: answer as RegistrationResponseJSON,
        expectedChallenge: open.challenge,
        expectedOrigin: origin,
        expectedRPID: relyingParty,
        requireUserVerification: true,
      }).catch(notVerified);
      if (!verified || !registrationInfo) return null;
      const { id, publicKey, counter, transports } = registrationInfo.credential;
      const key = {
        id,
        counter,
        publicKey: Buffer.from(publicKey).toString("base64url"),
        transports: transports ?? [],
      };
      return { account: open.secret, key };
    },
    async askForProof() {
      const { generateAuthenticationOptions } = await library();
      // No list of keys: the browser shows those it has, and the answer is the same for everybody who asks.
      const asked = await generateAuthenticationOptions({
        rpID: relyingParty,
        timeout: PATIENCE,
        userVerification: "required",
      });
      await remember(asked.challenge, AT_SIGN_IN, "", "");
      return { ...asked };
    },
    async readProof(answer) {
      const open = await taken(answer, AT_SIGN_IN, "");
      if (!open) return null;
      const response = answer as AuthenticationResponseJSON;
      return { challenge: open.challenge, key: response.id, response };
    },
    async check({ challenge, response }, key) {
      const { verifyAuthenticationResponse } = await library();
      const handle = response.response.userHandle;
      if (handle && Buffer.from(handle, "base64url").toString() !== key.account) return null;
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: relyingParty,
        requireUserVerification: true,
        credential: {
          id: key.id,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
          counter: key.counter,
        },
      }).catch(notVerified);
      return verified && authenticationInfo ? authenticationInfo.newCounter : null;
    },
  };
}

/** The library throws for every way in which an answer can be wrong; here they are one. */
const notVerified = () => ({ verified: false as const, registrationInfo: null, authenticationInfo: null });

function challengeIn(answer: unknown): string | null {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) return null;
  try {
    const text = Buffer.from(parsed.data.response.clientDataJSON, "base64url").toString();
    return ClientData.safeParse(JSON.parse(text)).data?.challenge ?? null;
  } catch {
    return null;
  }
}
