/** What the door must do on every database: what works once is taken by one, however many reach for it at one moment. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addAccount,
  addChallenge,
  addInvitation,
  addPasskey,
  addSession,
  closeAccount,
  findSession,
  setPassword,
  setRecoveryCodes,
  sharedOrigin,
  shareUnder,
  sweepDoor,
  takeChallenge,
  takeInvitation,
  takeRecoveryCode,
  takeStep,
  takeTries,
  usePasskey,
} from "../src/door/index.ts";
import type { Session, Store } from "../src/index.ts";

const AT = "2026-05-04T08:00:00.000Z";
const LATER = "2026-05-05T08:00:00.000Z";
const CROWD = 8;
const ada = { id: "ada", name: "Ada", login: "ada-x", administrator: false, opens: false, at: AT };

export function doorContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await store.atDoor((session) => addAccount(session, ada));
    }, 120_000);
    afterAll(() => store.close());

    /** How many of a crowd got it. */
    async function takenBy(take: (session: Session) => Promise<unknown>): Promise<number> {
      const got = await Promise.all(Array.from({ length: CROWD }, () => store.atDoor(take)));
      return got.filter((one) => one !== null && one !== false).length;
    }

    it("[S24] an invitation, challenge, recovery code, one-time step or counter is taken by one", async () => {
      await store.atDoor(async (session) => {
        await addInvitation(session, {
          ...{ id: "i", hash: "h", name: "", administrator: true, opens: false, seat: null },
          ...{ inviter: null, inviterName: "console", createdAt: AT, expiresAt: LATER },
        });
        await addChallenge(session, { id: "c", purpose: "p", subject: "s", secret: "x", expiresAt: LATER });
        await setRecoveryCodes(session, "ada", ["r1", "r2"]);
        await setPassword(session, "ada", { password: "p", oneTimeSecret: "o", step: 10 });
        await addPasskey(session, {
          ...{ id: "k", account: "ada", name: "K", publicKey: "", counter: 4, transports: [] },
          ...{ createdAt: AT, usedAt: null },
        });
      });
      expect(await takenBy((session) => takeInvitation(session, "h", AT))).toBe(1);
      const challenge = { id: "c", purpose: "p", subject: "s", now: AT };
      expect(await takenBy((session) => takeChallenge(session, { ...challenge, subject: "t" }))).toBe(0);
      expect(await takenBy((session) => takeChallenge(session, challenge))).toBe(1);
      expect(await takenBy((session) => takeRecoveryCode(session, "r1"))).toBe(1);
      expect(await takenBy((session) => takeStep(session, "ada", 11))).toBe(1);
      expect(await takenBy((session) => takeStep(session, "ada", 10))).toBe(0);
      expect(await takenBy((session) => usePasskey(session, "k", { counter: 5, at: AT }))).toBe(1);
      expect(await takenBy((session) => usePasskey(session, "k", { counter: 0, at: AT }))).toBe(0);
    });

    it("[S24] an invitation is over at its instant", async () => {
      await store.atDoor((session) =>
        addInvitation(session, {
          ...{ id: "j", hash: "g", name: "", administrator: false, opens: false, seat: null },
          ...{ inviter: null, inviterName: "console", createdAt: AT, expiresAt: LATER },
        }),
      );
      expect(await store.atDoor((session) => takeInvitation(session, "g", LATER))).toBeNull();
    });

    it("counts every try of a crowd, and begins anew when the window is over", async () => {
      const count = (now: string, since: string) => (session: Session) =>
        takeTries(session, ["one", "two"], { by: 1, now, since });
      await Promise.all(Array.from({ length: CROWD }, () => store.atDoor(count(AT, "2026-05-04T07:45:00Z"))));
      const next = await store.atDoor(count(AT, "2026-05-04T07:45:00Z"));
      expect(next).toEqual(
        new Map([
          ["one", CROWD + 1],
          ["two", CROWD + 1],
        ]),
      );
      const later = await store.atDoor(count(LATER, "2026-05-05T07:45:00Z"));
      expect(later.get("one")).toBe(1);
      const forgiven = await store.atDoor((session) =>
        takeTries(session, ["one", "three"], { by: -1, now: LATER, since: AT }),
      );
      expect(forgiven).toEqual(
        new Map([
          ["one", 0],
          ["three", 0],
        ]),
      );
    });

    it("ends sessions by time and with their account, and sweeps what is over", async () => {
      const bounds = { usedAfter: "2026-05-04T00:00:00.000Z", createdAfter: "2026-05-01T00:00:00.000Z" };
      const find = () => store.atDoor((session) => findSession(session, "s", bounds));
      await store.atDoor((session) =>
        addSession(session, { id: "1", hash: "s", account: "ada", device: "d", createdAt: AT, usedAt: AT }),
      );
      expect(await find()).toMatchObject({ account: { name: "Ada" } });
      const none = await store.atDoor((session) =>
        findSession(session, "s", { ...bounds, usedAfter: LATER }),
      );
      expect(none).toBeNull();
      await store.atDoor((session) => closeAccount(session, "ada", AT));
      expect(await find()).toBeNull();
      await store.atDoor((session) => closeAccount(session, "ada", null));
      expect(await find()).toBeNull();
      expect(await store.atDoor((session) => takeRecoveryCode(session, "r2"))).toBe("ada");
      const before = { now: LATER, tries: LATER, sessions: LATER, devices: LATER, log: LATER };
      await store.atDoor((session) => sweepDoor(session, before));
    });

    it("remembers that it is shared, under the last origin", async () => {
      expect(await store.atDoor(sharedOrigin)).toBeNull();
      await store.atDoor((session) => shareUnder(session, "https://one.example", AT));
      await store.atDoor((session) => shareUnder(session, "https://two.example", AT));
      expect(await store.atDoor(sharedOrigin)).toBe("https://two.example");
    });
  });
}
