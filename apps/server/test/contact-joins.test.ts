/** Contacts where they meet other things: calendars that are subscribed to, and reports that tell of them. */
import type {
  ContactReport,
  ContactView,
  HeldHere,
  MadeCalendarFeed,
  OccurrencePage,
} from "@parley/protocol";
import type { Viewer } from "@parley/record";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { layTable, type Side, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

let table: Table;
const seats = new Map<string, Viewer>();
beforeAll(async () => {
  table = await layTable({
    now: () => new Date("2026-03-10T09:00:00Z"),
    viewerById: async (id) => seats.get(id) ?? null,
  });
  for (const viewer of table.viewers.values()) seats.set(viewer.id, viewer);
}, 60_000);
afterAll(() => table?.server.close());

const id = (side: Side) => table.delegations[side];
const found = async (name: string, represents: string[]) =>
  (
    await table.post<{ id: string }>("officer", table.at("/delegations"), {
      ...{
        name,
        capacity: "party",
        represents,
        mandate: "",
        together: [],
        discreet: false,
        command: command(),
      },
    })
  ).body.id;
async function held(day: string, sides: string[], more: object = {}): Promise<ContactView> {
  const [start, end] = [`${day}T12:00:00Z`, `${day}T13:00:00Z`];
  const contact = (
    await table.post<ContactView>("officer", table.at("/contacts"), {
      ...{ command: command(), for: id("mediator"), type: "call", title: "Crossing points", persons: [] },
      invited: sides.map((delegation) => ({ delegation, persons: [] })),
      ...{
        times: [{ start, end }],
        zone: "UTC",
        place: null,
        join: null,
        agenda: [],
        topics: [],
        reminders: [],
      },
      ...more,
    })
  ).body;
  const say = async (side: string, what: object) => {
    const { body } = await table.ask<ContactView>("officer", table.at(`/contacts/${contact.id}`));
    return (
      await table.post<ContactView>("officer", table.at(`/contacts/${contact.id}`), {
        ...{ command: command(), for: side, revision: body.revision, change: what },
      })
    ).body;
  };
  const suits = [contact.times[0]!.id];
  await say(sides[0]!, { type: "answer", answer: "accepted", suits, offers: [], reason: "" });
  return say(id("mediator"), { type: "settle", time: suits[0]! });
}

describe("a calendar of one's own", () => {
  const make = async (who: Who) =>
    (await table.post<z.infer<typeof MadeCalendarFeed>>(who, "/account/calendars", { command: command() }))
      .body;
  const read = async (url: string) => {
    const answer = await fetch(url.replace(/^https?:\/\/[^/]+/, table.server.address));
    return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
  };
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((event) => event.getFirstPropertyValue("uid"));

  it("[R46] [R47] holds what its owner may see now, and none of the content", async () => {
    const both = await held("2026-03-12", [id("north"), id("south")]);
    const one = await held("2026-03-13", [id("north")]);
    const [north, south] = [await make("north"), await make("south")];
    const mine = await read(north.url);
    expect([mine.status, mine.type]).toEqual([200, "text/calendar; charset=utf-8; method=PUBLISH"]);
    expect(mine.text).not.toContain("Crossing");
    expect(events(mine.text)).toHaveLength(2);
    expect(events((await read(south.url)).text)).toHaveLength(1);
    const { body } = await table.ask<ContactView>("mediator", table.at(`/contacts/${both.id}`));
    await table.post("mediator", table.at(`/contacts/${both.id}`), {
      ...{ command: command(), for: id("mediator"), revision: body.revision },
      change: { type: "withdraw", delegation: id("south"), reason: "" },
    });
    expect(events((await read(south.url)).text)).toEqual([]);
    const viewer = table.viewers.get("north")!;
    seats.set(viewer.id, { ...viewer, seats: [], delegations: [], processes: [] });
    expect(events((await read(north.url)).text)).toEqual([]);
    seats.set(viewer.id, viewer);
    expect(events((await read(north.url)).text)).toHaveLength(2);
    expect(one.state).toBe("agreed");
  });

  it("[R46] taken back it is as if it had never been; nobody else takes it back or learns its address", async () => {
    const feed = await make("north");
    const list = async (who: Who) =>
      (await table.ask<{ feeds: object[] }>(who, "/account/calendars")).body.feeds;
    expect(JSON.stringify(await list("north"))).not.toContain(feed.url.slice(-20, -4));
    expect((await table.post("south", `/account/calendars/${feed.id}/revoke`, {})).status).toBe(404);
    expect((await read(feed.url)).status).toBe(200);
    expect((await table.post("north", `/account/calendars/${feed.id}/revoke`, {})).status).toBe(200);
    const gone = await read(feed.url);
    const never = await read(feed.url.replace(/[\w-]{43}\.ics$/, `${"A".repeat(43)}.ics`));
    const plain = (text: string) => ({ ...(JSON.parse(text) as object), request: "" });
    expect([gone.status, plain(gone.text)]).toEqual([404, plain(never.text)]);
    expect((await table.ask("nobody", "/account/calendars")).status).toBe(404);
    const crowd = await Promise.all(Array.from({ length: 12 }, () => make("observer")));
    expect(crowd.filter((one) => one.url).length).toBeLessThanOrEqual(10);
  });
});

describe("reports of contacts held here", () => {
  const told = async (who: Who, contact: string) =>
    (
      await table.ask<{ reports: z.infer<typeof ContactReport>[] }>(
        who,
        table.at(`/contacts/${contact}/reports`),
      )
    ).body.reports;
  const heldHere = async (who: Who, occurrence: string) =>
    (
      await table.ask<{ contacts: z.infer<typeof HeldHere>[] }>(
        who,
        table.at(`/occurrences/${occurrence}/contacts`),
      )
    ).body.contacts;
  let ada: string;
  let bo: string;
  let cy: string;
  let occurrences: z.infer<typeof OccurrencePage>["occurrences"];
  beforeAll(async () => {
    [ada, bo, cy] = [
      await found("Side of Ada", ["person:ada"]),
      await found("Side of Bo", ["person:bo"]),
      await found("Side of Cy", ["person:cy"]),
    ];
    await table.post("officer", table.at("/documents"), {
      command: command(),
      documents: [
        { text: "Ada called Bo on 2026-03-02." },
        { text: "Ada called Cy on 2026-03-02." },
        { text: "Ada called Bo on 2026-03-20." },
      ],
    });
    await table.server.settled();
    const { body } = await table.ask<z.infer<typeof OccurrencePage>>(
      "officer",
      table.at("/occurrences?kind=contact"),
    );
    occurrences = body.occurrences;
    expect(occurrences).toHaveLength(3);
  }, 60_000);
  const of = (day: string, other: string) =>
    occurrences.find(
      (one) => one.when?.edtf === day && one.actors.some((actor) => actor.actor === `person:${other}`),
    )!;

  it("[R44] two calls on one day with different counterparts stay two", async () => {
    const withBo = await held("2026-03-02", [ada, bo]);
    const withCy = await held("2026-03-02", [ada, cy]);
    const [first, ...rest] = await told("officer", withBo.id);
    expect([first?.occurrence.id, first?.verdict, rest]).toEqual([of("2026-03-02", "bo").id, "same", []]);
    expect((await told("officer", withCy.id)).map((one) => one.occurrence.id)).toEqual([
      of("2026-03-02", "cy").id,
    ]);
    const here = await heldHere("officer", of("2026-03-02", "bo").id);
    expect(here.map((one) => [one.contact.id, one.verdict])).toEqual([[withBo.id, "same"]]);
  });

  it("[R44] a person's word decides, and can be changed", async () => {
    const contact = await held("2026-03-19", [ada, bo]);
    const report = of("2026-03-20", "bo").id;
    expect((await told("officer", contact.id)).map((one) => one.judged)).toEqual([false]);
    const say = (verdict: string) =>
      table.post<{ reports: z.infer<typeof ContactReport>[]; code?: string }>(
        "mediator",
        table.at(`/contacts/${contact.id}/reports`),
        { command: command(), for: id("mediator"), occurrence: report, verdict, reason: "We were there" },
      );
    expect((await say("different")).body.reports).toMatchObject([
      { judged: true, verdict: "different", why: "We were there" },
    ]);
    expect(await heldHere("officer", report)).toEqual([]);
    expect((await say("different")).body.code).toBe("nothing-changed");
    expect((await say("same")).body.reports).toMatchObject([{ judged: true, verdict: "same", score: 1 }]);
    expect(await heldHere("mediator", report)).toMatchObject([
      { contact: { id: contact.id }, verdict: "same" },
    ]);
  });

  it("[R45] names a contact with a report only to those who take part in it, and reports only to those who see them", async () => {
    const contact = await held("2026-03-02", [id("press"), id("north")], { title: "Briefing" });
    const report = of("2026-03-02", "bo").id;
    for (const who of ["north", "south", "observer"] as const)
      expect((await heldHere(who, report)).map((one) => one.contact.title)).not.toContain("Crossing points");
    expect((await table.ask("press", table.at(`/occurrences/${report}/contacts`))).status).toBe(404);
    expect(await told("press", contact.id)).toEqual([]);
    const forged = await table.post<{ code: string }>("south", table.at(`/contacts/${contact.id}/reports`), {
      ...{ command: command(), for: id("south"), occurrence: report, verdict: "same", reason: "" },
    });
    expect(forged.status).toBe(404);
    const unseen = await table.post<{ code: string }>("press", table.at(`/contacts/${contact.id}/reports`), {
      ...{ command: command(), for: id("press"), occurrence: report, verdict: "same", reason: "" },
    });
    expect(unseen.status).toBe(404);
  });
});
