/** What every database must do for Parley: run on the embedded one and on a server. */

import { verifySeal } from "@parley/record";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actorPage,
  documentPage,
  findActor,
  findDocument,
  findJob,
  findOccurrence,
  findProcess,
  finishItem,
  finishJobs,
  judgementsOn,
  listProcesses,
  occurrencePage,
  overview,
  project,
  readLog,
  type Session,
  type Store,
  search,
  staleProcesses,
  takeItems,
  timeline,
} from "../src/index.ts";
import {
  AT,
  claimOf,
  handIn,
  judge,
  member,
  newId,
  OFFICER,
  occurrenceOf,
  openProcess,
  projectTo,
  readAll,
  readingOf,
  report,
} from "./fixture.ts";

/** Founding an embedded database takes seconds on a busy machine. */
const OPENING = 120_000;

type Run = (session: Session) => Promise<unknown>;

export function contract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    }, OPENING);
    afterAll(() => store.close());

    it("[S1] answers in the record's own form: what was handed in comes back as it was", async () => {
      await openProcess(store, "form");
      const text = "Ada and Bo spoke by telephone on 3 October 2020.";
      const job = await handIn(store, { process: "form", documents: [report("a", text)] });
      await readAll(store);
      await store.asMachine((session) =>
        projectTo(session, "form", [occurrenceOf("occ:1", ["claim:a"])], [claimOf("a", text, "occ:1")]),
      );
      await store.as(OFFICER, async (session) => {
        expect(await findProcess(session, "form")).toMatchObject({ name: "Talks form", createdAt: AT });
        expect(await findDocument(session, "form", "a")).toMatchObject({
          document: { id: "a", text },
          claims: [{ id: "claim:a", occurrence: "occ:1" }],
          addedAt: AT,
          unread: null,
        });
        expect(await findOccurrence(session, "form", "occ:1")).toMatchObject({
          occurrence: { id: "occ:1", kind: "contact" },
          claims: [{ quote: text }],
        });
        expect(await findActor(session, "form", "person:ada-example")).toMatchObject({
          actor: { name: "Ada Éxample" },
          contacts: [{ id: "occ:1", quote: text, from: "2020-10-03T00:00:00.000Z" }],
        });
        expect(await actorPage(session, "form", { limit: 10 })).toMatchObject({
          actors: [{ id: "person:ada-example", occurrences: 1, foundAs: ["Ada"] }],
          total: 1,
        });
        expect(await overview(session, "form")).toMatchObject({
          counts: { documents: 1, unread: 0, occurrences: 1, unsure: 0 },
          contacts: [{ id: "occ:1" }],
        });
        expect(await timeline(session, "form")).toMatchObject({
          ids: ["occ:1"],
          from: [Date.UTC(2020, 9, 3)],
          to: [Date.UTC(2020, 9, 4) - 1],
          labels: ["Éxample · call"],
          who: [[0]],
          undated: 0,
        });
        expect(await findJob(session, job)).toMatchObject({ state: "done", total: 1, done: 1 });
      });
    });

    it("[S2] one command is one job, however often it is sent", async () => {
      await openProcess(store, "twice");
      const command = newId();
      const first = await handIn(store, { process: "twice", command, documents: [report("a", "one")] });
      const again = await handIn(store, { process: "twice", command, documents: [report("a", "one")] });
      expect(again).toBe(first);
      const log = await store.as(OFFICER, (session) => readLog(session, "twice", { after: 0, limit: 50 }));
      expect(log.map((event) => event.type)).toEqual(["process-opened", "document-received"]);
    });

    it("[S3] the same content again is a duplicate; another content under its id gets an id of its own", async () => {
      await openProcess(store, "doubles");
      await handIn(store, { process: "doubles", documents: [report("a", "one"), report("a", "one")] });
      const job = await handIn(store, {
        process: "doubles",
        documents: [report("a", "one"), report("a", "other")],
      });
      const found = await store.as(OFFICER, (session) => findJob(session, job));
      expect(found?.items).toMatchObject([
        { state: "duplicate", document: "a" },
        { state: "queued", document: expect.stringMatching(/^a~/), diagnostics: [{ rule: "id-taken" }] },
      ]);
    });

    it("[S3] what was kept unread is read again when it is handed in again, and then it is a duplicate", async () => {
      await readAll(store);
      await openProcess(store, "unread");
      const documents = [report("a", "one")];
      const states = async (job: string) =>
        (await store.as(OFFICER, (session) => findJob(session, job)))!.items.map(({ state }) => state);
      const finish = async (unread: string | null, hash: string) => {
        const [taken] = await store.asMachine((session) =>
          takeItems(session, { limit: 1, now: AT, until: "2027-01-01T00:00:00Z" }),
        );
        const reading = { ...readingOf("a", "one"), claims: [] };
        await store.asMachine((session) =>
          finishItem(session, {
            taken: taken!,
            reading,
            hash,
            unread,
            reader: "r/1",
            at: AT,
            eventId: newId(),
          }),
        );
      };
      await handIn(store, { process: "unread", documents });
      await finish("no translator", "h1");
      const again = await handIn(store, { process: "unread", documents });
      expect(await states(again)).toEqual(["queued"]);
      await finish("no translator", "h1");
      expect(await states(again)).toEqual(["unread"]);
      const third = await handIn(store, { process: "unread", documents: [...documents, ...documents] });
      await finish(null, "h2");
      await finish(null, "h2");
      expect(await states(third)).toEqual(["read", "read"]);
      expect(await states(await handIn(store, { process: "unread", documents }))).toEqual(["duplicate"]);
      const found = await store.as(OFFICER, (session) => findDocument(session, "unread", "a"));
      expect(found).toMatchObject({ unread: null, document: { text: "one" } });
    });

    it("[S4] an item is taken by one reader, and comes back when its time is over", async () => {
      await readAll(store, "2027-01-01T00:00:00.000Z");
      await openProcess(store, "queue");
      await handIn(store, { process: "queue", documents: [report("a", "one"), report("b", "two")] });
      const take = (now: string, until: string) =>
        store.asMachine((session) => takeItems(session, { limit: 10, now, until }));
      expect(await take("2028-01-01T00:00:00Z", "2028-01-01T00:01:00Z")).toHaveLength(2);
      expect(await take("2028-01-01T00:00:30Z", "2028-01-01T00:01:30Z")).toHaveLength(0);
      expect(await take("2028-01-01T00:02:00Z", "2028-01-01T00:03:00Z")).toMatchObject([
        { document: "a", attempts: 2, source: { id: "a", text: "one" } },
        { document: "b", attempts: 2 },
      ]);
    });

    it("[S5] every kept event verifies against its seal", async () => {
      await openProcess(store, "seals");
      await handIn(store, { process: "seals", documents: [report("a", "zwölf \u{1f54a} Ереван")] });
      await readAll(store, "2029-01-01T00:00:00.000Z");
      const log = await store.as(OFFICER, (session) => readLog(session, "seals", { after: 0, limit: 50 }));
      expect(log.map((event) => event.type)).toEqual([
        "process-opened",
        "document-received",
        "document-read",
      ]);
      expect(log.every(verifySeal)).toBe(true);
    });

    it("[S6] no role can change or delete an event", async () => {
      for (const statement of ["update events set author = 'x'", "delete from events"])
        for (const run of [(work: Run) => store.as(OFFICER, work), (work: Run) => store.asMachine(work)])
          await expect(run((session) => sql.raw(statement).execute(session))).rejects.toMatchObject({
            code: "42501",
          });
    });

    it("[S7] projections hold the last resolution, and only changed rows are written", async () => {
      await openProcess(store, "diff");
      await handIn(store, { process: "diff", documents: [report("a", "one"), report("b", "two")] });
      await readAll(store, "2029-01-02T00:00:00.000Z");
      expect(await store.asMachine(staleProcesses)).toContain("diff");
      const claims = [claimOf("a", "one", "occ:1"), claimOf("b", "two", "occ:2")];
      const both = [occurrenceOf("occ:1", ["claim:a"]), occurrenceOf("occ:2", ["claim:b"])];
      await store.asMachine((session) => projectTo(session, "diff", both, claims));
      expect(await store.asMachine(staleProcesses)).not.toContain("diff");
      await judge(store, "diff", { claims: ["claim:a"], verdict: "merge", others: ["claim:b"] });
      expect(await store.asMachine(staleProcesses)).toContain("diff");
      const { change } = await store.asMachine((session) =>
        projectTo(
          session,
          "diff",
          [occurrenceOf("occ:1", ["claim:a", "claim:b"])],
          [claims[0]!, { ...claims[1]!, occurrence: "occ:1" }],
        ),
      );
      expect(change.upsert.occurrences.map((row) => row.id)).toEqual(["occ:1"]);
      expect(change.upsert.claims.map((row) => row.id)).toEqual(["claim:b"]);
      expect(change.remove.occurrences.map((row) => row.id)).toEqual(["occ:2"]);
      await store.as(OFFICER, async (session) => {
        expect((await occurrencePage(session, "diff", { limit: 10 })).total).toBe(1);
        expect(await judgementsOn(session, "diff", ["claim:b"])).toMatchObject([{ verdict: "merge" }]);
      });
    });

    it("[S8] an occurrence is found by its id, by a former id and by any of its claims", async () => {
      await store.as(OFFICER, async (session) => {
        for (const id of ["occ:1", "occ:2", "claim:a", "claim:b"])
          expect((await findOccurrence(session, "diff", id))?.occurrence.id, id).toBe("occ:1");
        expect(await findOccurrence(session, "diff", "occ:3")).toBeNull();
      });
    });

    it("[S9] a projection that another server moved meanwhile is refused", async () => {
      const stale = await store.asMachine(async (session) => {
        const { change } = await projectTo(session, "diff", [], []);
        return change;
      });
      const outcome = await store.asMachine((session) =>
        project(session, { ...stale, from: stale.from - 1 }, AT),
      );
      expect(outcome).toEqual({ outcome: "conflict" });
    });

    it("[S10] pages go through all rows once, in order, without and with dates", async () => {
      await openProcess(store, "pages");
      const years = ["2019", "2021", "2021", "2020", null, null, "2021"];
      const occurrences = years.map((year, i) =>
        occurrenceOf(`occ:${i}`, [`claim:${i}`], {
          when: year ? { edtf: year, asWorded: year, zone: null, basis: "stated", why: "" } : null,
        }),
      );
      await store.asMachine((session) =>
        projectTo(
          session,
          "pages",
          occurrences,
          years.map((_, i) => claimOf(String(i), "text", `occ:${i}`)),
        ),
      );
      const seen: string[] = [];
      await store.as(OFFICER, async (session) => {
        for (let after: string | undefined; ; ) {
          const page = await occurrencePage(session, "pages", { limit: 2, after });
          seen.push(...page.occurrences.map((occurrence) => occurrence.id));
          expect(page.total).toBe(7);
          if (!page.next) break;
          after = page.next;
        }
        expect(seen).toEqual(["occ:1", "occ:2", "occ:6", "occ:3", "occ:0", "occ:4", "occ:5"]);
        const only2020 = await occurrencePage(session, "pages", { limit: 9, from: "2020-03", to: "2020-06" });
        expect(only2020.occurrences.map((occurrence) => occurrence.id)).toEqual(["occ:3"]);
        expect((await timeline(session, "pages")).undated).toBe(2);
      });
    });

    it("[S10] documents come newest first, and every page goes on where the last ended", async () => {
      await openProcess(store, "shelf");
      const dated = (id: string, published: string | null) => ({
        name: id,
        source: { id, text: id, ...(published ? { published } : {}) },
      });
      const hand = (at: string, ...documents: ReturnType<typeof dated>[]) =>
        handIn(store, { process: "shelf", at, documents });
      await hand(
        "2026-01-01T00:00:00.000Z",
        dated("a", "2020-01-01"),
        dated("b", null),
        dated("c", "2021-01-01"),
      );
      await hand("2026-01-02T00:00:00.000Z", dated("d", null), dated("e", null));
      await readAll(store, "2029-01-02T12:00:00.000Z");
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await store.as(OFFICER, (session) =>
          documentPage(session, "shelf", { limit: 2, after }),
        );
        seen.push(...page.documents.map((document) => document.id));
        if (!page.next) break;
        after = page.next;
      }
      expect(seen).toEqual(["d", "e", "c", "a", "b"]);
      const forged = Buffer.from('["x"]').toString("base64url");
      const page = await store.as(OFFICER, (session) =>
        documentPage(session, "shelf", { limit: 9, after: forged }),
      );
      expect(page.documents).toHaveLength(5);
    });

    it("[S11] search finds stems, names without their accents and the beginnings of names, with the words as written", async () => {
      await openProcess(store, "words");
      const text = "Mevlüt Çavuşoğlu said the ministers were meeting in İstanbul.";
      await handIn(store, { process: "words", documents: [report("w", text)] });
      await readAll(store, "2029-01-03T00:00:00.000Z");
      await store.asMachine((session) =>
        projectTo(session, "words", [occurrenceOf("occ:w", ["claim:w"])], [claimOf("w", text, "occ:w")]),
      );
      const find = (q: string) => store.as(OFFICER, (session) => search(session, { q, process: "words" }));
      const found = await find("cavusoglu meets");
      expect(found.documents[0]?.excerpt).toContain("\u0001Çavuşoğlu\u0002");
      expect(found.documents[0]?.excerpt).toContain("\u0001meeting\u0002");
      expect(found.quotes).toMatchObject([{ claim: { id: "claim:w" }, document: { id: "w" } }]);
      expect((await find("examp")).actors).toMatchObject([{ id: "person:ada-example" }]);
      expect(await find("' | & ( :* \u0000 \\")).toMatchObject({ documents: [], quotes: [], actors: [] });
    });

    it("[S11] a report read in translation is found by its own words and by the English", async () => {
      await openProcess(store, "translated");
      const text = "Министры провели переговоры.";
      const english = "The ministers held talks.";
      const from = { from: "ru", by: "LibreTranslate at t.example" };
      await handIn(store, { process: "translated", documents: [report("t", text)] });
      const [taken] = await store.asMachine((session) =>
        takeItems(session, { limit: 1, now: "2029-01-03T12:00:00Z", until: "2029-01-03T13:00:00Z" }),
      );
      const reading = readingOf("t", text);
      const passages = [{ start: 0, end: text.length, text: english }];
      reading.document.translation = { ...from, title: null, passages };
      await store.asMachine(async (session) => {
        const finished = {
          taken: taken!,
          reading,
          hash: "h",
          unread: null,
          reader: "r/1",
          at: AT,
          eventId: newId(),
        };
        await finishItem(session, finished);
        const claim = {
          ...claimOf("t", text, "occ:t"),
          translation: { ...from, quote: "The ministers held talks" },
        };
        await projectTo(session, "translated", [occurrenceOf("occ:t", ["claim:t"])], [claim]);
      });
      const find = (q: string) =>
        store.as(OFFICER, (session) => search(session, { q, process: "translated" }));
      for (const [q, word] of [
        ["министры", "Министры"],
        ["ministers", "ministers"],
      ] as const) {
        const { documents, quotes } = await find(q);
        expect(documents[0]?.excerpt).toContain(`\u0001${word}\u0002`);
        expect(quotes[0]).toMatchObject({
          claim: { quote: text },
          excerpt: expect.stringContaining(`\u0001${word}\u0002`),
        });
      }
    });

    it("[S12] text that Postgres cannot hold is kept with U+FFFD in its place, unit for unit", async () => {
      await openProcess(store, "odd");
      const text = "a\u0000b\ud800c\udc00 \u{1f54a}";
      await handIn(store, { process: "odd", documents: [report("o", text)] });
      await readAll(store, "2029-01-04T00:00:00.000Z");
      const view = await store.as(OFFICER, (session) => findDocument(session, "odd", "o"));
      expect(view?.document.text).toBe("a\ufffdb\ufffdc\ufffd \u{1f54a}");
    });

    it("[S13] what one may not see one cannot list, count, search, find or follow", async () => {
      await openProcess(store, "rooms");
      await openProcess(store, "elsewhere");
      const audience = { kind: "delegations", delegations: ["arm"] } as const;
      const text = "A confidential heliotrope.";
      const job = await handIn(store, {
        process: "rooms",
        documents: [report("h", text)],
        audience: { ...audience, delegations: ["arm"] },
      });
      await readAll(store, "2029-01-05T00:00:00.000Z");
      await store.asMachine((session) =>
        projectTo(
          session,
          "rooms",
          [occurrenceOf("occ:h", ["claim:h"])],
          [claimOf("h", text, "occ:h")],
          ["delegation:arm"],
        ),
      );
      const look = (viewer: typeof OFFICER) =>
        store.as(viewer, async (session) => ({
          processes: (await listProcesses(session)).map((process) => process.id),
          documents: (await documentPage(session, "rooms", { limit: 9 })).total,
          occurrences: (await occurrencePage(session, "rooms", { limit: 9 })).total,
          timeline: (await timeline(session, "rooms")).ids.length,
          actors: (await actorPage(session, "rooms", { limit: 9 })).total,
          document: (await findDocument(session, "rooms", "h")) !== null,
          occurrence: (await findOccurrence(session, "rooms", "occ:h")) !== null,
          byClaim: (await findOccurrence(session, "rooms", "claim:h")) !== null,
          actor: (await findActor(session, "rooms", "person:ada-example")) !== null,
          found: (await search(session, { q: "heliotrope" })).documents.length,
          quotes: (await search(session, { q: "heliotrope" })).quotes.length,
          job: (await findJob(session, job)) !== null,
          events: (await readLog(session, "rooms", { after: 0, limit: 50 })).length,
        }));
      expect(await look(member("rooms", "arm"))).toEqual({
        processes: ["rooms"],
        ...{ documents: 1, occurrences: 1, timeline: 1, actors: 1, found: 1, quotes: 1 },
        ...{ document: true, occurrence: true, byClaim: true, actor: true, job: true },
        events: 3,
      });
      expect(await look(member("rooms", "aze"))).toEqual({
        processes: ["rooms"],
        ...{ documents: 0, occurrences: 0, timeline: 0, actors: 0, found: 0, quotes: 0 },
        ...{ document: false, occurrence: false, byClaim: false, actor: false, job: false },
        events: 1,
      });
    });

    it("[S14] a viewer writes for circles it stands in and no other", async () => {
      const by = member("rooms", "aze");
      await expect(
        handIn(store, { process: "elsewhere", documents: [report("x", "smuggled")], by }),
      ).rejects.toMatchObject({ code: "42501" });
      await handIn(store, { process: "rooms", documents: [report("y", "declared")], by });
    });

    it("[S15] a job is finished when all its items are read and projected", async () => {
      await openProcess(store, "jobs");
      const job = await handIn(store, { process: "jobs", documents: [report("a", "one")] });
      const state = async () => (await store.as(OFFICER, (session) => findJob(session, job)))?.state;
      expect(await state()).toBe("queued");
      await readAll(store, "2029-01-06T00:00:00.000Z");
      await store.asMachine((session) => finishJobs(session, "jobs", AT));
      expect(await state()).toBe("reading");
      await store.asMachine((session) => projectTo(session, "jobs", [], []));
      expect(await state()).toBe("done");
    });
  });
}
