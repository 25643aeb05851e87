/**
 * A passkey as a security key makes it (WebAuthn level 3, ES256, no attestation), so that what browsers bring can be
 * brought right, twice, late or wrong.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

export interface Options {
  challenge: string;
  user?: { id: string };
  rp?: { id: string };
  rpId?: string;
}

export interface Twist {
  origin?: string;
  /** Leaves the person unverified. */
  unverified?: boolean;
  counter?: number;
}

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };
const sha = (given: string | Buffer) => createHash("sha256").update(given).digest();
const url = (bytes: Buffer | Uint8Array) => Buffer.from(bytes).toString("base64url");

export function newAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let handle = "";
  let count = 0;

  const clientData = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const head = (party: string, flags: number, counter: number) => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return Buffer.concat([sha(party), Buffer.from([flags]), counted]);
  };
  const envelope = (response: Record<string, unknown>) => ({
    ...{ id: url(id), rawId: url(id), type: "public-key" as const },
    ...{ response, clientExtensionResults: {}, authenticatorAttachment: "platform" },
  });

  return {
    id: url(id),
    create(options: Options, twist: Twist = {}) {
      handle = options.user!.id;
      const flags = FLAGS.present | FLAGS.attested | (twist.unverified ? 0 : FLAGS.verified);
      const { x, y } = publicKey.export({ format: "jwk" });
      const cose = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x!, "base64url")],
          [-3, Buffer.from(y!, "base64url")],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const authData = Buffer.concat([head(options.rp!.id!, flags, 0), attested]);
      const object = cbor(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      return envelope({
        clientDataJSON: url(clientData("webauthn.create", options.challenge, twist.origin ?? origin)),
        attestationObject: url(object),
        transports: ["internal"],
      });
    },
    get(options: Options, twist: Twist = {}) {
      const flags = FLAGS.present | (twist.unverified ? 0 : FLAGS.verified);
      const authData = head(options.rpId!, flags, twist.counter ?? ++count);
      const data = clientData("webauthn.get", options.challenge, twist.origin ?? origin);
      return envelope({
        clientDataJSON: url(data),
        authenticatorData: url(authData),
        signature: url(sign("sha256", Buffer.concat([authData, sha(data)]), privateKey)),
        userHandle: handle,
      });
    },
  };
}

/** As much of RFC 8949 as a key needs. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value >= 0 ? begin(0, value) : begin(1, -1 - value);
  if (typeof value === "string")
    return Buffer.concat([begin(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([begin(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([begin(5, value.size), ...[...value].flat().map((one) => cbor(one))]);
  throw new TypeError("not in a key");
}

function begin(major: number, size: number): Buffer {
  const type = major << 5;
  if (size < 24) return Buffer.from([type | size]);
  if (size < 256) return Buffer.from([type | 24, size]);
  return Buffer.from([type | 25, size >> 8, size & 0xff]);
}
