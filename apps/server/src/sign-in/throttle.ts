/**
 * Failed tries are counted where the tries come from: a browser that is known to the account on its own, everybody else
 * by address and by the name they try. So no flood from elsewhere keeps the owner's own browser out, and passkeys,
 * recovery codes and invitations, which nobody can guess, are not counted at all.
 */
import type { Store } from "@parley/store";
import { takeTries } from "@parley/store/door";
import { tooMany } from "./passwords.ts";
import { hashOf } from "./secrets.ts";

const WINDOW = 15 * 60_000;
const MOST = { address: 40, login: 60, device: 20 };
export type TryKey = { kind: keyof typeof MOST; of: string };

export interface Throttle {
  /** Counts one more try before it is made. Throws `rate-limited` where there were too many. */
  begin(keys: TryKey[]): Promise<void>;
  /** It was right: it does not count. */
  forgive(keys: TryKey[]): Promise<void>;
}

export function createThrottle({ store, now }: { store: Store; now(): Date }): Throttle {
  const count = (keys: TryKey[], by: 1 | -1) => {
    const [at, since] = [now(), new Date(now().getTime() - WINDOW)];
    return store.atDoor((session) =>
      takeTries(session, keys.map(hashed), { by, now: at.toISOString(), since: since.toISOString() }),
    );
  };
  return {
    async begin(keys) {
      const counts = await count(keys, 1);
      if (keys.some((key) => counts.get(hashed(key))! > MOST[key.kind])) throw tooMany();
    },
    async forgive(keys) {
      await count(keys, -1);
    },
  };
}

const hashed = ({ kind, of }: TryKey) => hashOf(`${kind} ${of}`);

/** Of IPv6 the network: whoever has one address of it has all. */
export const addressKey = (address: string): TryKey => ({
  kind: "address",
  of: address.includes(":") && !address.includes(".") ? network(address) : address,
});

function network(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const whole = [
    ...groups,
    ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill("0"),
    ...after,
  ];
  return whole.slice(0, 4).join(":");
}
