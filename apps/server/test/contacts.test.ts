import type { ContactEntry, ContactPage, ContactView, PrivateAgenda, SuitableTimes } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { layTable, type Side, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

let table: Table;
let now = new Date("2026-03-01T09:00:00Z");
beforeAll(async () => {
  table = await layTable({ now: () => now, joinTemplate: "https://meet.example/{room}" });
}, 60_000);
afterAll(() => table?.server.close());

const monday = { start: "2026-03-02T12:00:00Z", end: "2026-03-02T13:00:00Z" };
const tuesday = { start: "2026-03-03T12:00:00Z", end: "2026-03-03T13:00:00Z" };
const id = (side: Side) => table.delegations[side];
const proposal = (more: object = {}) => ({
  ...{ command: command(), for: id("mediator"), type: "ministers-meeting", title: "Crossing points" },
  ...{ persons: [], times: [monday, tuesday], zone: "Asia/Yerevan", place: null, join: null },
  invited: [
    { delegation: id("north"), persons: ["Ada Ostrova"] },
    { delegation: id("south"), persons: [] },
  ],
  ...{ agenda: ["Opening hours"], topics: [], reminders: [60], ...more },
});
const propose = async (more: object = {}, who: Who = "mediator") => {
  const answer = await table.post<ContactView>(who, table.at("/contacts"), proposal(more));
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const look = async (who: Who, contact: string) =>
  (await table.ask<ContactView>(who, table.at(`/contacts/${contact}`))).body;
/** On what stands now, unless another revision is given. */
const change = async (who: Who, side: Side, contact: string, what: object, revision?: string) =>
  table.post<ContactView & { code?: string }>(who, table.at(`/contacts/${contact}`), {
    ...{ command: command(), for: id(side), change: what },
    revision: revision ?? (await look(who, contact)).revision ?? "",
  });
const accept = (who: Who, side: Side, contact: ContactView, times = contact.times) =>
  change(who, side, contact.id, {
    ...{ type: "answer", answer: "accepted", suits: times.map((time) => time.id), offers: [], reason: "" },
  });
const list = async (who: Who, which = "open") =>
  (await table.ask<z.infer<typeof ContactPage>>(who, table.at(`/contacts?which=${which}`))).body;
const same = (answer: { status: number; body: unknown }) => ({
  status: answer.status,
  body: { ...(answer.body as object), request: "" },
});

describe("a contact among three", () => {
  it("[R30] [R32] is there for those who take part, and for nobody else", async () => {
    const contact = await propose();
    expect(contact).toMatchObject({ state: "proposed", convener: id("mediator"), agreed: null });
    for (const who of ["mediator", "north", "north-member", "south", "officer"] as const)
      expect(await look(who, contact.id)).toMatchObject({ title: "Crossing points" });
    for (const who of ["observer", "press", "nobody"] as const) {
      const path = (known: string) => table.at(`/contacts/${known}`);
      const there = await table.ask(who, path(contact.id));
      expect(same(there)).toEqual(same(await table.ask(who, path("no-such-contact"))));
      expect(there.status).toBe(404);
      const said = { command: command(), for: id("observer"), revision: contact.revision };
      for (const address of ["", "/private-agenda", "/reports"]) {
        const body =
          address === "/reports"
            ? { command: said.command, for: said.for, occurrence: "x", verdict: "same", reason: "" }
            : address === ""
              ? { ...said, change: { type: "cancel", reason: "x" } }
              : { command: said.command, for: said.for, change: { type: "add-item", text: "x" } };
        const here = await table.post(who, `${path(contact.id)}${address}`, body);
        const nowhere = await table.post(who, `${path("no-such-contact")}${address}`, body);
        expect([here.status, same(here)]).toEqual([404, same(nowhere)]);
      }
      expect((await table.ask(who, `${path(contact.id)}/history`)).status).toBe(404);
      expect(await list(who)).toMatchObject({ contacts: [], total: 0 });
    }
  });

  it("[R33] [R34] [R35] is answered, settled and held, and its page tells how", async () => {
    const contact = await propose();
    expect(
      (await change("mediator", "mediator", contact.id, { type: "settle", time: contact.times[0]!.id })).body,
    ).toMatchObject({ code: "time-unaccepted" });
    expect((await accept("north", "north", contact, [contact.times[0]!])).status).toBe(200);
    const other = await change("south", "south", contact.id, {
      ...{ type: "answer", answer: "other-times", suits: [contact.times[1]!.id], reason: "A holiday" },
      offers: [{ start: "2026-03-04T12:00:00Z", end: "2026-03-04T13:00:00Z" }],
    });
    expect(other.body.invited.map((one) => one.answer)).toEqual(["accepted", "other-times"]);
    const settled = await change("mediator", "mediator", contact.id, {
      ...{ type: "settle", time: contact.times[0]!.id },
    });
    expect(settled.body).toMatchObject({
      state: "agreed",
      agreed: { ...monday, zone: "Asia/Yerevan" },
      invited: [{ answer: "accepted" }, { answer: "none" }],
    });
    const holding = {
      ...{ type: "hold", from: monday.start, to: monday.end },
      attended: [
        { delegation: id("mediator"), persons: [] },
        { delegation: id("north"), persons: ["Ada Ostrova"] },
      ],
    };
    expect((await change("mediator", "mediator", contact.id, holding)).body.code).toBe("not-over");
    now = new Date("2026-03-02T13:30:00Z");
    const held = await change("mediator", "mediator", contact.id, holding);
    expect(held.body).toMatchObject({ state: "held", held: { from: monday.start } });
    expect((await list("south", "past")).contacts.map((one) => one.id)).toContain(contact.id);
    const { body } = await table.ask<{ entries: ContactEntry[] }>(
      "south",
      table.at(`/contacts/${contact.id}/history`),
    );
    expect(body.entries.map((entry) => [entry.type, entry.by === id("south")])).toEqual([
      ["contact-proposed", false],
      ["invitation-answered", false],
      ["invitation-answered", true],
      ["time-settled", false],
      ["contact-held", false],
    ]);
    const back = await change("mediator", "mediator", contact.id, { type: "reopen", reason: "Wrong one" });
    expect(back.body).toMatchObject({ state: "agreed", held: null });
    now = new Date("2026-03-01T09:00:00Z");
  });

  it("[R43] tells the second of two who change it, and loses nothing; answers stand beside each other", async () => {
    const contact = await propose();
    const first = await change("mediator", "mediator", contact.id, {
      ...{ type: "change", change: { title: "First title" } },
    });
    expect(first.status).toBe(200);
    const second = await change(
      "officer",
      "mediator",
      contact.id,
      { type: "change", change: { place: "Second place" } },
      contact.revision,
    );
    expect([second.status, second.body.code]).toEqual([409, "moved-on"]);
    expect(await look("north", contact.id)).toMatchObject({ title: "First title", place: null });
    const both = await Promise.all([
      accept("north", "north", contact),
      accept("south", "south", contact),
      change("north", "north", contact.id, { type: "add-item", text: "Grazing" }, contact.revision),
      change("south", "south", contact.id, { type: "add-item", text: "Water" }, contact.revision),
    ]);
    expect(both.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const stands = await look("mediator", contact.id);
    expect(stands.invited.map((one) => one.answer)).toEqual(["accepted", "accepted"]);
    expect(stands.agenda.map((item) => item.text).sort()).toEqual(["Grazing", "Opening hours", "Water"]);
  });

  it("gives one command once, also to itself at the same moment", async () => {
    const given = proposal();
    const answers = await Promise.all(
      [1, 2, 3].map(() => table.post<ContactView>("mediator", table.at("/contacts"), given)),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const before = (await list("north")).total;
    await table.post("mediator", table.at("/contacts"), given);
    expect((await list("north")).total).toBe(before);
  });

  it("[R31] nobody acts in another's name; what the third party writes down for a side is marked", async () => {
    const contact = await propose();
    const forged = await accept("north", "south", contact);
    expect([forged.status, forged.body.code]).toEqual([403, "not-yours"]);
    const taken = await change("south", "mediator", contact.id, { type: "cancel", reason: "x" });
    expect([taken.status, taken.body.code]).toEqual([403, "not-yours"]);
    const own = await change("south", "south", contact.id, { type: "cancel", reason: "x" });
    expect([own.status, own.body.code]).toEqual([403, "convener-decides"]);
    expect((await table.post("north", table.at("/contacts"), proposal())).status).toBe(403);
    const noted = await accept("mediator", "north", contact);
    expect(noted.body.invited[0]).toMatchObject({ answer: "accepted", recordedBy: "secretariat" });
    const said = await accept("south", "south", contact);
    expect(said.body.invited[1]).toMatchObject({ answer: "accepted", recordedBy: null });
    const item = contact.agenda[0]!.id;
    expect((await change("north", "north", contact.id, { type: "drop-item", item })).body.code).toBe(
      "item-of-another",
    );
    expect((await look("north", contact.id)).state).toBe("proposed");
  });

  it("[R32] who is withdrawn sees nothing after; who is invited later sees what stands, not what was said", async () => {
    const contact = await propose();
    await accept("north", "north", contact);
    const widened = await change("mediator", "mediator", contact.id, {
      ...{ type: "invite", delegation: id("observer"), persons: [] },
    });
    expect(widened.status).toBe(200);
    expect((await look("observer", contact.id)).invited[0]).toMatchObject({ answer: "accepted" });
    const seen = await table.ask<{ entries: ContactEntry[] }>(
      "observer",
      table.at(`/contacts/${contact.id}/history`),
    );
    expect(seen.body.entries.map((entry) => entry.type)).toEqual(["delegation-invited"]);
    const gone = await change("mediator", "mediator", contact.id, {
      ...{ type: "withdraw", delegation: id("south"), reason: "Not needed" },
    });
    expect(gone.body.invited.map((one) => one.delegation)).toEqual([id("north"), id("observer")]);
    expect((await table.ask("south", table.at(`/contacts/${contact.id}`))).status).toBe(404);
    expect((await list("south")).contacts.map((one) => one.id)).not.toContain(contact.id);
  });

  it("[R32] a discreet delegation is invited only with those that know of it", async () => {
    const founded = await table.post<{ id: string }>("mediator", table.at("/delegations"), {
      ...{ name: "Quiet envoy", capacity: "guarantor", represents: [], mandate: "", together: [] },
      ...{ discreet: true, command: command() },
    });
    const quiet = { delegation: founded.body.id, persons: [] };
    const beside = [{ delegation: id("north"), persons: [] }, quiet];
    const refused = await table.post<{ code: string }>(
      "mediator",
      table.at("/contacts"),
      proposal({ invited: beside }),
    );
    expect([refused.status, refused.body.code]).toEqual([422, "delegation-discreet"]);
    expect((await propose({ invited: [quiet] })).invited).toHaveLength(1);
    const guessed = await table.post<{ code: string }>(
      "north",
      table.at("/contacts"),
      proposal({ for: id("north"), invited: [quiet] }),
    );
    const nobody = await table.post(
      "north",
      table.at("/contacts"),
      proposal({ for: id("north"), invited: [{ delegation: "no-such", persons: [] }] }),
    );
    expect(same(guessed)).toEqual(same(nobody));
  });

  it("[R38] what a side notes for itself is its own alone, and nothing tells of it", async () => {
    const contact = await propose();
    const path = table.at(`/contacts/${contact.id}/private-agenda`);
    const note = {
      command: command(),
      for: id("north"),
      change: { type: "add-item", text: "Hold back on water" },
    };
    const noted = await table.post<PrivateAgenda>("north", path, note);
    expect(noted.body.items).toEqual([{ id: expect.any(String), text: "Hold back on water" }]);
    const seen = async (who: Who) => (await table.ask<{ agendas: PrivateAgenda[] }>(who, path)).body.agendas;
    expect((await seen("north-member")).map((one) => one.items.length)).toEqual([1]);
    for (const who of ["mediator", "south"] as const) expect(await seen(who)).toEqual([]);
    const written = await table.post<{ code: string }>("mediator", path, { ...note, command: command() });
    expect([written.status, written.body.code]).toEqual([403, "not-yours"]);
    const empty = await table.post<{ code: string }>("mediator", path, {
      ...{
        command: command(),
        for: id("north"),
        change: { type: "drop-item", item: noted.body.items[0]!.id },
      },
    });
    expect(empty.body.code).toBe("not-yours");
    const text = JSON.stringify([await look("mediator", contact.id), await list("mediator")]);
    expect(text).not.toContain("Hold back");
    const { revision } = await look("south", contact.id);
    expect(revision).toBe(contact.revision);
    const dropped = await table.post<PrivateAgenda>("north", path, {
      ...{
        command: command(),
        for: id("north"),
        change: { type: "drop-item", item: noted.body.items[0]!.id },
      },
    });
    expect(dropped.body.items).toEqual([]);
  });

  it("makes a room that nobody guesses, and takes no link but the web's", async () => {
    const one = await propose({ join: "make" });
    const two = await propose({ join: "make" });
    expect(one.join).toMatch(/^https:\/\/meet\.example\/[0-9a-f]{40}$/);
    expect(two.join).not.toBe(one.join);
    const script = await table.post(
      "mediator",
      table.at("/contacts"),
      proposal({ join: "javascript:alert(1)" }),
    );
    expect(script.status).toBe(400);
  });

  it("refuses what is endless, malformed or unasked for, and keeps nothing of it", async () => {
    const before = (await list("mediator")).total;
    const wrong: object[] = [
      proposal({ agenda: Array.from({ length: 51 }, () => "x") }),
      proposal({ agenda: ["x".repeat(2001)] }),
      proposal({ title: "x".repeat(301) }),
      proposal({ zone: "Mars/Olympus" }),
      proposal({ times: [{ start: "tomorrow", end: "later" }] }),
      proposal({ capacity: "mediator" }),
      proposal({ invited: [] }),
      proposal({ state: "held" }),
    ];
    for (const body of wrong) {
      const answer = await table.post<{ code: string }>("mediator", table.at("/contacts"), body);
      expect([answer.status, answer.body.code]).toEqual([400, "invalid-request"]);
    }
    const reversed = proposal({ times: [{ start: monday.end, end: monday.start }] });
    expect((await table.post<{ code: string }>("mediator", table.at("/contacts"), reversed)).body.code).toBe(
      "times-reversed",
    );
    expect((await list("mediator")).total).toBe(before);
  });

  it("pages through what one sees, soonest first", async () => {
    const all = (await list("mediator")).contacts.map((one) => one.id);
    const paged: string[] = [];
    for (let after = ""; ; ) {
      const { body } = await table.ask<z.infer<typeof ContactPage>>(
        "mediator",
        table.at(`/contacts?limit=3${after && `&after=${after}`}`),
      );
      paged.push(...body.contacts.map((one) => one.id));
      if (!body.next) break;
      after = body.next;
    }
    expect(all.length).toBeGreaterThan(6);
    expect(paged).toEqual(all);
  });
});

describe("times that suit", () => {
  const week = (days: number[]) => days.map((day) => ({ day, from: "09:00", to: "17:00" }));
  const state = (who: Who, side: Side, times: object, revision = "") =>
    table.post<{ revision: string; code?: string }>(who, table.at(`/delegations/${id(side)}/working-times`), {
      ...{ command: command(), revision, times },
    });
  const find = (who: Who, sides: Side[], more: object = {}) =>
    table.post<SuitableTimes>(who, table.at("/contact-times"), {
      ...{ delegations: sides.map(id), from: "2026-03-07T00:00:00Z", to: "2026-03-14T00:00:00Z" },
      ...{ minutes: 60, ...more },
    });

  it("[R40] [R41] are found for those who said when they work, and the rest is named", async () => {
    const north = { zone: "Asia/Jerusalem", week: week([7, 1, 2, 3, 4]), off: ["2026-03-10"] };
    const first = await state("north", "north", north);
    expect(first.status).toBe(200);
    expect((await state("south", "north", north, first.body.revision)).status).toBe(403);
    expect((await state("observer", "south", north)).status).toBe(403);
    expect((await state("press", "north", north)).status).toBe(404);
    expect((await state("north", "north", { ...north, off: [] })).body.code).toBe("moved-on");
    await state("mediator", "south", { zone: "Europe/Zurich", week: week([1, 2, 3, 4, 5]), off: [] });
    const { body } = await find("mediator", ["north", "south", "observer"]);
    expect(body.unstated).toEqual([id("observer")]);
    expect(body.windows.map((one) => one.start)).toEqual([
      "2026-03-09T08:00:00.000Z",
      "2026-03-11T08:00:00.000Z",
      "2026-03-12T08:00:00.000Z",
    ]);
    expect((await find("press", ["north"])).status).toBe(404);
    expect((await find("south", ["north"], { to: "2027-03-14T00:00:00Z" })).status).toBe(400);
  });

  it("[R42] leave out what is agreed, for those who may know of it", async () => {
    const contact = await propose({
      ...{ invited: [{ delegation: id("north"), persons: [] }] },
      times: [{ start: "2026-03-09T08:00:00Z", end: "2026-03-09T15:00:00Z" }],
    });
    await accept("north", "north", contact);
    await change("mediator", "mediator", contact.id, { type: "settle", time: contact.times[0]!.id });
    const seen = await find("mediator", ["north", "south"]);
    expect(seen.body.busy.map((one) => one.contact)).toEqual([contact.id]);
    expect(seen.body.windows.map((one) => one.start)).not.toContain("2026-03-09T08:00:00.000Z");
    const unseen = await find("south", ["north", "south"]);
    expect(unseen.body.busy).toEqual([]);
    expect(unseen.body.windows.map((one) => one.start)).toContain("2026-03-09T08:00:00.000Z");
  });
});
