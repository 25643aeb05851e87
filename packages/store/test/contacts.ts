/** What every database must do for contacts and the telling of them. */
import { contact, delegation, replay, seated } from "@parley/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addFeed,
  agreedContacts,
  contactPage,
  dropFeed,
  dropReminders,
  findContact,
  type Mail,
  mailFailed,
  mailSent,
  markReminders,
  personOf,
  projectContact,
  projectDelegation,
  queueMails,
  recipientsOf,
  type Store,
  setAddress,
  takeMails,
  viewerOfFeed,
} from "../src/index.ts";

const AT = "2026-03-01T09:00:00.000Z";
const NEXT = "2026-03-01T09:05:00.000Z";
const own = { by: "med", recordedBy: null } as const;
const member = (side: string) =>
  seated(side, [{ process: "talks", delegation: side, capacity: "party", lead: true }]);

function contactOf(id: string, start: string | null, ...further: contact.ContactFact[]): contact.State {
  const times = start ? [{ id: "t", start, end: new Date(Date.parse(start) + 3_600_000).toISOString() }] : [];
  const proposed: contact.ContactFact = {
    type: "contact-proposed",
    payload: {
      ...{ id, process: "talks", type: "call", title: `Call ${id}`, convener: "med", persons: [], times },
      ...{ zone: "UTC", place: null, join: null, agenda: [], topics: [], reminders: [60], ...own },
      invited: [
        { delegation: "north", persons: [] },
        { delegation: "south", persons: [] },
      ],
    },
  };
  return replay([proposed, ...further], contact.evolve, contact.initialState);
}

export function contactsContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    }, 120_000);
    afterAll(() => store.close());
    const project = (state: contact.State, revision = "r") =>
      store.asMachine((session) => projectContact(session, state, revision));

    it("[R32] a row is seen by those who take part, and no longer by one that is withdrawn", async () => {
      await project(contactOf("c", "2026-03-02T12:00:00.000Z"));
      const seen = (side: string) => store.as(member(side), (session) => findContact(session, "talks", "c"));
      expect(await seen("south")).toMatchObject({ title: "Call c", revision: "r" });
      expect(await seen("east")).toBeNull();
      const withdrawn: contact.ContactFact = {
        type: "delegation-withdrawn",
        payload: { delegation: "south", reason: "", ...own },
      };
      await project(contactOf("c", "2026-03-02T12:00:00.000Z", withdrawn), "r2");
      expect([await seen("south"), (await seen("north"))?.revision]).toEqual([null, "r2"]);
    });

    it("[S10] pages open ones soonest first and past ones latest first, those without a time at the end", async () => {
      const cancelled: contact.ContactFact = { type: "contact-cancelled", payload: { reason: "x", ...own } };
      for (const [id, day] of [
        ["d", "04"],
        ["b", "02"],
        ["a", "02"],
      ] as const)
        await project(contactOf(id, `2026-04-${day}T12:00:00.000Z`));
      await project(contactOf("z", null));
      await project(contactOf("x", "2026-01-01T12:00:00.000Z", cancelled));
      await project(contactOf("y", "2026-01-02T12:00:00.000Z", cancelled));
      const page = (which: "open" | "past", after?: string) =>
        store.as(member("south"), (session) => contactPage(session, "talks", { which, limit: 3, after }));
      const first = await page("open");
      expect([first.contacts.map((one) => one.id), first.total]).toEqual([["a", "b", "d"], 4]);
      expect((await page("open", first.next!)).contacts.map((one) => one.id)).toEqual(["z"]);
      expect((await page("past")).contacts.map((one) => one.id)).toEqual(["y", "x"]);
      expect((await page("open", "forged")).contacts.map((one) => one.id)).toEqual(["a", "b", "d"]);
    });

    it("[R48] a mail is taken by one sender at a time, comes back when its time is over, and is forgotten once sent", async () => {
      const mail = (id: string, more: Partial<Mail> = {}): Mail => ({
        ...{
          id,
          process: "talks",
          contact: "c",
          reminder: false,
          address: "a@b.example",
          subject: "S",
          text: "T",
        },
        ...{ calendar: null, method: null, uselessAt: null, ...more },
      });
      const take = (now: string, until = NEXT) =>
        store.asMachine((session) => takeMails(session, { now, until, limit: 5 }));
      await store.asMachine((session) =>
        queueMails(session, [mail("m1"), mail("m2", { reminder: true }), mail("m3", { uselessAt: AT })], AT),
      );
      await store.asMachine((session) => queueMails(session, [mail("m1")], AT));
      const taken = await Promise.all([take(AT), take(AT), take(AT)]);
      expect(
        taken
          .flat()
          .map((one) => one.id)
          .sort(),
      ).toEqual(["m1", "m2"]);
      expect(await take(AT)).toEqual([]);
      const again = await take(NEXT, "2026-03-01T09:10:00.000Z");
      expect(again.map((one) => [one.id, one.attempts]).sort()).toEqual([
        ["m1", 2],
        ["m2", 2],
      ]);
      await store.asMachine(async (session) => {
        await mailSent(session, "m1", NEXT);
        await mailFailed(session, "m2", { problem: "busy", next: "2026-03-01T10:00:00.000Z", at: NEXT });
        await dropReminders(session, "talks", "c");
      });
      expect(await take("2026-03-02T09:00:00.000Z")).toEqual([]);
      const kept = await store.asMachine((session) =>
        session.selectFrom("mails").selectAll().where("id", "=", "m1").execute(),
      );
      expect(kept).toMatchObject([{ subject: "", text: "" }]);
    });

    it("[R49] a reminder is marked by whoever comes first", async () => {
      const settled: contact.ContactFact = {
        type: "time-settled",
        payload: {
          time: { id: "t", start: "2026-05-02T12:00:00.000Z", end: "2026-05-02T13:00:00.000Z" },
          zone: "UTC",
          ...own,
        },
      };
      await project(contactOf("r", "2026-05-02T12:00:00.000Z", settled));
      const day = { from: Date.parse("2026-05-01T00:00:00Z"), to: Date.parse("2026-05-03T00:00:00Z") };
      const [found, ...others] = await store.asMachine((session) => agreedContacts(session, day));
      expect([found?.id, others]).toEqual(["r", []]);
      const mark = () => store.asMachine((session) => markReminders(session, found!, [60, 1440]));
      const marked = await Promise.all([mark(), mark()]);
      expect(marked.flat().sort()).toEqual([1440, 60]);
    });

    it("finds who wants mail: members of the day, those of a format too, each address once", async () => {
      const founding = (id: string, together: string[] = []): delegation.DelegationFact => ({
        type: "delegation-founded",
        payload: {
          ...{ id, process: "talks", name: id, capacity: "co-chair", represents: [], mandate: "", together },
          knownTo: null,
        },
      });
      const seat = (id: string, to: string | null = null): delegation.DelegationFact => ({
        type: "member-seated",
        payload: { id, account: null, name: `Name ${id}`, function: "", lead: false, from: "2026-01-01", to },
      });
      for (const [id, together, ...seats] of [
        ["one", [], seat("a"), seat("gone", "2026-02-01")],
        ["two", [], seat("b"), seat("quiet")],
        ["format", ["one", "two"]],
      ] as [string, string[], ...delegation.DelegationFact[]][])
        await store.asMachine((session) =>
          projectDelegation(
            session,
            replay([founding(id, together), ...seats], delegation.evolve, delegation.initialState),
            "r",
          ),
        );
      const set = (of: string, id: string, wanted = true) =>
        store.asMachine((session) =>
          setAddress(session, personOf("talks", of, id), { address: `${id}@mail.example`, wanted, at: AT }),
        );
      await set("one", "a");
      await set("one", "gone");
      await set("two", "b");
      await set("two", "quiet", false);
      const told = (...delegations: string[]) =>
        store.asMachine((session) => recipientsOf(session, "talks", { delegations, day: "2026-03-01" }));
      expect((await told("one")).map((one) => one.address)).toEqual(["a@mail.example"]);
      expect((await told("format")).map((one) => [one.delegation, one.address])).toEqual([
        ["format", "a@mail.example"],
        ["format", "b@mail.example"],
      ]);
      expect(await told("nowhere")).toEqual([]);
    });

    it("[R46] a feed is its owner's until it is taken back", async () => {
      await store.atDoor((session) => addFeed(session, { id: "f", hash: "h", viewer: "ada", at: AT }));
      const owner = () => store.atDoor((session) => viewerOfFeed(session, "h"));
      expect(await owner()).toBe("ada");
      expect(await store.atDoor((session) => dropFeed(session, "bo", "f"))).toBe(false);
      expect(await store.atDoor((session) => dropFeed(session, "ada", "f"))).toBe(true);
      expect(await owner()).toBeNull();
    });
  });
}
