/** What every database must do for channels: run on the embedded one and on a server. */
import { type channel, message } from "@parley/record";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  copyFile,
  dueForErasure,
  eraseContents,
  filesFor,
  findChannel,
  findFile,
  findMessage,
  forgetUnsent,
  keepFile,
  keepLonger,
  keepPart,
  listChannels,
  messagePage,
  projectCarriage,
  readdressMessages,
  readdressReads,
  readPart,
  readUpTo,
  type Store,
  sendFiles,
  tickChannel,
  versionsOf,
} from "../src/index.ts";
import { AT, newId, OFFICER } from "./fixture.ts";
import { carryOut, change, from, openChannel, say } from "./rooms.ts";

const process = "talks";
const opening = (more: Partial<channel.Opening>): channel.Opening => ({
  ...{ id: "joint", process, kind: "joint", name: "", openedBy: "med" },
  delegations: ["arm", "aze", "med"],
  retention: { days: null },
  readsShown: true,
  ...more,
});
const [arm, aze, med] = [from(process, "arm"), from(process, "aze"), from(process, "med", "mediator")];
const HASH = "a".repeat(64);

export function channels(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    }, 120_000);
    afterAll(() => store.close());

    const page = (viewer: typeof arm, channel: string, more: { before?: number; since?: number } = {}) =>
      store.as(viewer, (session) => messagePage(session, { process, channel }, { limit: 50, ...more }));
    const texts = async (...given: Parameters<typeof page>) =>
      (await page(...given)).messages.map((one) => one.text);
    const list = (viewer: typeof arm, reader: string) =>
      store.as(viewer, (session) => listChannels(session, process, reader));

    it("[R51] a channel is listed and found by those in it and by nobody else", async () => {
      await openChannel(store, opening({}));
      await openChannel(
        store,
        opening({ id: "own", kind: "internal", delegations: ["arm"], openedBy: "arm" }),
      );
      const seen = async (viewer: typeof arm) => (await list(viewer, "arm")).map(({ id }) => id).sort();
      expect(await Promise.all([arm, aze, med].map(seen))).toEqual([["joint", "own"], ["joint"], ["joint"]]);
      for (const viewer of [aze, med])
        expect(await store.as(viewer, (session) => findChannel(session, process, "own"))).toBeNull();
      expect(await store.as(OFFICER, (session) => findChannel(session, process, "own"))).not.toBeNull();
    });

    it("[R54] messages come in the order in which they were sent, each with a place of its own", async () => {
      for (const text of ["one", "two", "three"])
        await say(store, { process, id: text, channel: "joint", delegation: "arm", text });
      const { messages } = await page(aze, "joint");
      expect(messages.map(({ text }) => text)).toEqual(["one", "two", "three"]);
      expect(new Set(messages.map(({ order }) => order)).size).toBe(3);
      const earlier = await store.as(aze, (session) =>
        messagePage(session, { process, channel: "joint" }, { limit: 1, before: messages[2]!.order }),
      );
      expect(earlier).toMatchObject({ messages: [{ text: "two" }], more: true });
    });

    it("[R54] two at once have two places, whichever is written down first", async () => {
      const ids = Array.from({ length: 12 }, (_, i) => `many-${i}`);
      await openChannel(store, opening({ id: "busy" }));
      await Promise.all(
        ids.map((id) => say(store, { process, id, channel: "busy", delegation: "arm", text: id })),
      );
      const orders = (await page(arm, "busy")).messages.map(({ order }) => order);
      expect(new Set(orders).size).toBe(ids.length);
      expect(orders).toEqual([...orders].sort((a, b) => a - b));
    });

    it("[R56] an edit is a version beside the old one, and what became different can be asked for", async () => {
      const { changed } = (await page(arm, "joint")).messages.at(-1)!;
      await change(store, { process, id: "one", channel: "joint", text: "one, better" });
      await change(store, { process, id: "two", channel: "joint", text: null });
      expect(await texts(aze, "joint", { since: changed })).toEqual(["one, better", null]);
      await store.as(aze, async (session) => {
        const one = (await findMessage(session, process, "one"))!;
        expect(one.versions).toBe(2);
        expect((await versionsOf(session, process, one)).map(({ text }) => text)).toEqual([
          "one",
          "one, better",
        ]);
        const two = (await findMessage(session, process, "two"))!;
        expect(two).toMatchObject({ withdrawn: true, text: null });
        expect(await versionsOf(session, process, two)).toEqual([]);
      });
    });

    it("[R58] unread counts for a delegation what others said past its mark, which moves forward only", async () => {
      const unread = async (reader: string) =>
        (await list(from(process, reader), reader)).find(({ id }) => id === "joint")?.unread;
      expect(await Promise.all(["arm", "aze"].map(unread))).toEqual([0, 2]);
      const channel = (await store.as(aze, (session) => findChannel(session, process, "joint")))!;
      const [first, , third] = (await page(aze, "joint")).messages;
      const mark = (order: number) =>
        store.asMachine((session) =>
          readUpTo(session, { process, channel, delegation: "aze", order, at: new Date(AT) }),
        );
      expect([await mark(third!.order), await mark(first!.order)]).toEqual([true, false]);
      expect(await unread("aze")).toBe(0);
      const marks = (viewer: typeof arm) =>
        store.as(viewer, async (session) => (await findChannel(session, process, "joint"))?.reads);
      expect(await marks(arm)).toEqual([{ delegation: "aze", order: third!.order, at: AT }]);
      await store.asMachine((session) => readdressReads(session, { ...channel, readsShown: false }));
      expect(await Promise.all([arm, aze].map(marks))).toMatchObject([[], [{ delegation: "aze" }]]);
    });

    it("[R54] who joined later finds an answer to what it cannot see standing for itself", async () => {
      await openChannel(store, opening({ id: "grows", delegations: ["arm", "med"] }));
      await say(store, { process, id: "before", channel: "grows", delegation: "med", text: "before" });
      await store.asMachine((session) =>
        sql`update channels set audience = '{delegation:arm,delegation:aze,delegation:med}',
          body = ${JSON.stringify({ ...opening({ id: "grows" }), closed: null })}::json
          where id = 'grows'`.execute(session),
      );
      await say(store, {
        ...{ process, id: "after", channel: "grows", delegation: "med", text: "after" },
        thread: { id: "before", to: ["arm", "aze", "med"] },
      });
      expect((await page(aze, "grows")).messages).toMatchObject([{ text: "after", thread: null }]);
      expect((await page(arm, "grows")).messages).toMatchObject([{ id: "before" }, { thread: "before" }]);
      const [row] = await store
        .as(aze, (session) => listChannels(session, process, null))
        .then((all) => all.filter(({ id }) => id === "grows"));
      expect(row).toMatchObject({ last: { excerpt: "after" }, unread: null });
    });

    it("[R52] what is shown to those who join is theirs to read, words and files", async () => {
      await store.asMachine((session) =>
        readdressMessages(session, {
          ...{ process, clock: 0 },
          shown: [{ id: "before", audience: ["delegation:arm", "delegation:aze"], revision: "r" }],
        }),
      );
      expect(await texts(aze, "grows")).toEqual(["before", "after"]);
      expect(await texts(med, "grows")).toEqual(["after"]);
    });

    it("[R57] where a message came from and went is told to the one who carried it", async () => {
      await store.asMachine((session) =>
        projectCarriage(session, {
          ...{ process, message: "after", channel: "grows", by: "med", at: AT },
          from: { message: "one", channel: "joint" },
        }),
      );
      const both = (viewer: typeof arm) =>
        store.as(viewer, async (session) => [
          (await findMessage(session, process, "after"))?.carriedFrom,
          (await findMessage(session, process, "one"))?.carriedTo,
        ]);
      expect(await both(med)).toEqual([
        { channel: "joint", message: "one" },
        [{ channel: "grows", message: "after", at: AT }],
      ]);
      for (const viewer of [arm, aze]) expect(await both(viewer)).toEqual([null, []]);
    });

    it("[R62] a file is its bringers' until it is sent, then its message's readers'; its bytes come back", async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
      const parts = newId();
      const file = { sha256: HASH, name: "a.pdf", type: "application/pdf", size: 256, preview: false };
      const kept = { ...file, process, message: "own-1", parts, at: AT, audience: ["delegation:arm"] };
      await openChannel(store, opening({ id: "files" }));
      await say(store, { process, id: "own-1", channel: "files", delegation: "arm", text: "see" });
      await store.asMachine(async (session) => {
        await keepPart(session, { parts, part: 0, at: AT, bytes });
        expect([await keepFile(session, kept), await keepFile(session, kept)]).toEqual([true, false]);
      });
      const find = (viewer: typeof arm, of = "own-1") =>
        store.as(viewer, (session) => findFile(session, { process, message: of, sha256: HASH }));
      expect(await find(arm)).toBeNull();
      await store.asMachine(async (session) => {
        expect(await filesFor(session, { process, message: "own-1", hashes: ["b", HASH] })).toEqual([file]);
        await sendFiles(session, { process, message: "own-1", hashes: [HASH], audience: ["delegation:arm"] });
        await copyFile(session, {
          ...{ process, from: "own-1", to: "one", sha256: HASH, parts: newId(), at: AT },
          audience: ["delegation:aze"],
        });
        await forgetUnsent(session, new Date("2030-01-01"));
      });
      expect([await find(arm), await find(aze), await find(med)]).toEqual([{ ...file, parts }, null, null]);
      const copy = await find(aze, "one");
      expect(await find(arm, "one")).toBeNull();
      expect(copy?.parts).not.toBe(parts);
      for (const pieces of [parts, copy!.parts])
        expect([...(await store.asMachine((session) => readPart(session, pieces, 0)))]).toEqual([...bytes]);
      await expect(
        store.as(OFFICER, (session) => sql`select 1 from file_parts`.execute(session)),
      ).rejects.toMatchObject({ code: "42501" });
    });

    it("[R62] what was brought and never sent is forgotten, with its bytes", async () => {
      const parts = newId();
      const count = () =>
        store.asMachine(
          async (session) =>
            (
              await sql<{
                n: number;
              }>`select count(*)::int as n from file_parts where file = ${parts}`.execute(session)
            ).rows[0]!.n,
        );
      await store.asMachine(async (session) => {
        await keepPart(session, { parts, part: 0, at: AT, bytes: new Uint8Array(3) });
        await keepFile(session, {
          ...{ process, message: "never", sha256: HASH, name: "a", type: "t", size: 3, preview: false },
          ...{ parts, at: AT, audience: ["delegation:arm"] },
        });
        await forgetUnsent(session, new Date(AT));
      });
      expect(await count()).toBe(1);
      await store.asMachine((session) => forgetUnsent(session, new Date(Date.parse(AT) + 1)));
      expect(await count()).toBe(0);
    });

    it("[R59] what is due is erased, words and files, and is kept longer where the rule becomes longer", async () => {
      const day = 86_400_000;
      const later = (days: number) => new Date(Date.parse(AT) + days * day);
      const due = async (days: number) =>
        (await store.asMachine((session) => dueForErasure(session, { now: later(days), limit: 9 }))).map(
          ({ id }) => id,
        );
      await openChannel(store, opening({ id: "short", retention: { days: 3 } }));
      await say(store, {
        process,
        id: "s1",
        channel: "short",
        delegation: "arm",
        text: "gone soon",
        days: 3,
      });
      expect([await due(2), await due(3)]).toEqual([[], ["s1"]]);
      await store.asMachine((session) => keepLonger(session, { process, channel: "short", days: 1 }));
      expect(await due(2)).toEqual([]);
      await store.asMachine((session) => keepLonger(session, { process, channel: "short", days: 5 }));
      expect([await due(4), await due(5)]).toEqual([[], ["s1"]]);
      await store.asMachine(async (session) => {
        const { clock } = (await tickChannel(session, { process, id: "short", now: later(5) }))!;
        const { state, revision } = await carryOut(session, message, {
          ...{ process, stream: message.streamOf("s1"), command: { type: "erase-message" as const } },
        });
        if (state.status === "absent") throw new Error("absent");
        await eraseContents(session, { state, revision, clock, at: later(5).toISOString() });
      });
      expect((await page(arm, "short")).messages).toMatchObject([
        { text: null, erased: later(5).toISOString() },
      ]);
      expect(await due(9)).toEqual([]);
      const left = await store.asMachine((session) =>
        sql`select 1 from contents where message = 's1'`.execute(session),
      );
      expect(left.rows).toEqual([]);
      await store.asMachine((session) => keepLonger(session, { process, channel: "short", days: null }));
    });
  });
}
