/** Mail as it leaves by SMTP to a real server, what stands in it, and what happens where that server does not take it. */
import { type ContactView, type DelegationView, LiveMessage } from "@parley/protocol";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPostBox, type PostBox } from "./post-box.ts";
import { layTable, type Side, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

const START = new Date("2026-03-01T09:00:00Z");
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const sender = { name: "Parley", email: "parley@talks.example" };
const times = [
  { start: "2026-03-03T12:00:00Z", end: "2026-03-03T13:00:00Z" },
  { start: "2026-03-05T12:00:00Z", end: "2026-03-05T13:00:00Z" },
];

interface Desk {
  table: Table;
  box: PostBox;
  clock: { now: Date };
  propose(more?: object): Promise<ContactView>;
  change(side: Side, contact: string, what: object): Promise<ContactView>;
  /** Mail that the next round sends: who to, subject, calendar. */
  post(): Promise<
    { to: string; subject: string; text: string; calendar: ICAL.Component | null; id: string }[]
  >;
}

async function openDesk(content: boolean): Promise<Desk> {
  const box = await openPostBox();
  const clock = { now: START };
  const table = await layTable({
    now: () => clock.now,
    mail: { url: box.url, from: sender, content },
    calendarContent: content,
  });
  const delegation = async (side: Side) => {
    const { body } = await table.ask<{ delegations: DelegationView[] }>("officer", table.at("/delegations"));
    return body.delegations.find((one) => one.id === table.delegations[side])!;
  };
  for (const [side, name] of [
    ["north", "Ada Ostrova"],
    ["south", "Bo Sünder"],
    ["mediator", "Una Envoy"],
    ["observer", "Ole Watcher"],
  ] as const) {
    const before = await delegation(side);
    const address = table.at(`/delegations/${before.id}`);
    const seat = { type: "seat", member: { name, function: "", lead: true, from: "2026-01-01", to: null } };
    const seated = await table.post<DelegationView>("officer", address, {
      ...{ command: command(), revision: before.revision, change: seat },
    });
    const member = seated.body.members[0]!.id;
    const known = { address: `${side}@mail.example`, wanted: true };
    expect((await table.post("officer", `${address}/members/${member}/mail`, known)).status).toBe(200);
  }
  return {
    table,
    box,
    clock,
    async propose(more = {}) {
      const invited = (["north", "south"] as const).map((side) => ({
        delegation: table.delegations[side],
        persons: [],
      }));
      const body = {
        ...{ command: command(), for: table.delegations.mediator, type: "call", title: "Crossing points" },
        ...{
          persons: [],
          invited,
          times,
          zone: "Asia/Yerevan",
          place: "Room 7",
          join: null,
          agenda: ["Water"],
        },
        ...{ topics: [], reminders: [1440, 60], ...more },
      };
      return (await table.post<ContactView>("mediator", table.at("/contacts"), body)).body;
    },
    async change(side, contact, what) {
      const { body } = await table.ask<ContactView>("officer", table.at(`/contacts/${contact}`));
      const answer = await table.post<ContactView>("officer", table.at(`/contacts/${contact}`), {
        ...{ command: command(), for: table.delegations[side], revision: body.revision, change: what },
      });
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([200, expect.any(String)]);
      return answer.body;
    },
    async post() {
      box.received.length = 0;
      await table.server.round();
      return box.received
        .map(({ to, mail }) => {
          const part = mail.attachments.find((one) => one.mimeType === "text/calendar");
          const text =
            part &&
            (typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content));
          return {
            ...{
              to: to.join(),
              subject: mail.subject ?? "",
              text: mail.text ?? "",
              id: mail.messageId ?? "",
            },
            calendar: text ? new ICAL.Component(ICAL.parse(text)) : null,
          };
        })
        .sort((a, b) => (a.to < b.to ? -1 : 1));
    },
  };
}

const accepting = (contact: ContactView, n = 0) => ({
  ...{ type: "answer", answer: "accepted", suits: [contact.times[n]!.id], offers: [], reason: "" },
});
const told = (calendar: ICAL.Component | null) =>
  calendar && [
    calendar.getFirstPropertyValue("method"),
    calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("sequence"),
  ];

describe("mail that says nothing of the content", () => {
  let desk: Desk;
  let contact: ContactView;
  beforeAll(async () => {
    desk = await openDesk(false);
    contact = await desk.propose();
  }, 60_000);
  afterAll(async () => {
    await desk?.table.server.close();
    await desk?.box.close();
  });

  it("[R47] [R48] tells those invited that there is something, once, and where", async () => {
    const mails = await desk.post();
    expect(mails.map((mail) => mail.to)).toEqual(["north@mail.example", "south@mail.example"]);
    for (const mail of mails) {
      expect(mail.subject).toBe("Parley: there is something for you");
      expect(mail.text).toContain(`/contacts/${contact.id}`);
      expect(mail.calendar).toBeNull();
    }
    const all = JSON.stringify(desk.box.received.map((one) => one.raw));
    for (const word of ["Crossing", "Room 7", "Water", "Ostrova", "2026-03-03"])
      expect(all).not.toContain(word);
    expect(all).toContain("Auto-Submitted: auto-generated");
    expect(await desk.post()).toEqual([]);
  });

  it("[R39] sends invitations, updates and cancellations that follow each other", async () => {
    await desk.change("north", contact.id, accepting(contact));
    expect((await desk.post()).map((mail) => mail.to)).toEqual(["mediator@mail.example"]);
    await desk.change("south", contact.id, { ...accepting(contact), answer: "declined", suits: [] });
    await desk.post();
    await desk.change("mediator", contact.id, { type: "settle", time: contact.times[0]!.id });
    const settled = await desk.post();
    expect(settled.map((mail) => [mail.to, told(mail.calendar)])).toEqual([
      ["mediator@mail.example", ["REQUEST", 1]],
      ["north@mail.example", ["REQUEST", 1]],
    ]);
    const event = settled[1]!.calendar!.getFirstSubcomponent("vevent")!;
    expect(event.getFirstPropertyValue("summary")).toBe("Contact");
    expect(event.getFirstPropertyValue("location")).toBeNull();
    await desk.change("mediator", contact.id, { type: "change", change: { place: "Room 8" } });
    expect((await desk.post()).map((mail) => told(mail.calendar))).toEqual([
      ["REQUEST", 2],
      ["REQUEST", 2],
    ]);
    await desk.change("mediator", contact.id, { type: "change", change: { topics: ["water"] } });
    expect(await desk.post()).toEqual([]);
    await desk.change("mediator", contact.id, {
      type: "invite",
      delegation: desk.table.delegations.observer,
      persons: [],
    });
    expect((await desk.post()).map((mail) => [mail.to, told(mail.calendar)])).toEqual([
      ["observer@mail.example", ["REQUEST", 2]],
    ]);
    await desk.change("mediator", contact.id, {
      type: "withdraw",
      delegation: desk.table.delegations.observer,
      reason: "",
    });
    const [uninvited] = await desk.post();
    expect([uninvited!.to, told(uninvited!.calendar)]).toEqual(["observer@mail.example", ["CANCEL", 3]]);
    await desk.change("mediator", contact.id, { type: "cancel", reason: "Storm" });
    const cancelled = await desk.post();
    expect(cancelled.map((mail) => [mail.to, told(mail.calendar)])).toEqual([
      ["mediator@mail.example", ["CANCEL", 4]],
      ["north@mail.example", ["CANCEL", 4]],
    ]);
    expect(JSON.stringify(desk.box.received.map((one) => one.raw))).not.toContain("Storm");
    expect(new Set(cancelled.map((mail) => mail.id)).size).toBe(2);
  });
});

describe("a mail server that does not take it", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(true);
  }, 60_000);
  beforeEach(() => {
    desk.clock.now = START;
    desk.box.refuse = null;
  });
  afterAll(async () => {
    await desk?.table.server.close();
    await desk?.box.close();
  });

  it("[R48] is asked again, ever later, under the same Message-ID, until it takes it", async () => {
    const invited = [{ delegation: desk.table.delegations.north, persons: [] }];
    await desk.propose({ invited, title: "Grüße,\n zwei" });
    desk.box.refuse = { code: 451, text: "come back later" };
    expect(await desk.post()).toEqual([]);
    desk.box.refuse = null;
    expect(await desk.post()).toEqual([]);
    desk.clock.now = later(2);
    const [mail] = await desk.post();
    expect(mail?.subject).toBe("You are invited: Grüße, zwei");
    expect(mail?.id).toMatch(/^<[0-9a-f]{40}@talks\.example>$/);
    desk.clock.now = later(60);
    expect(await desk.post()).toEqual([]);
  });

  it("[R48] is believed where it says that there is no such address", async () => {
    const invited = [{ delegation: desk.table.delegations.south, persons: [] }];
    await desk.propose({ invited });
    desk.box.refuse = { code: 550, text: "nobody here" };
    expect(await desk.post()).toEqual([]);
    desk.box.refuse = null;
    for (const minutes of [2, 10, 100, 5000]) {
      desk.clock.now = later(minutes);
      expect(await desk.post()).toEqual([]);
    }
  });

  it("[R49] reminds once at each instant, live and by mail, and not of what was moved or called off", async () => {
    const contact = await desk.propose();
    await desk.change("north", contact.id, accepting(contact));
    await desk.change("south", contact.id, accepting(contact));
    await desk.change("mediator", contact.id, { type: "settle", time: contact.times[0]!.id });
    await desk.post();
    const heard = await listening(desk.table, "north");
    const unheard = await listening(desk.table, "observer");
    desk.clock.now = new Date("2026-03-02T11:59:00Z");
    expect(await desk.post()).toEqual([]);
    desk.clock.now = new Date("2026-03-02T12:00:00Z");
    const day = await desk.post();
    expect(day.map((mail) => [mail.to, mail.subject])).toEqual(
      ["mediator", "north", "south"].map((side) => [`${side}@mail.example`, "Soon: Crossing points"]),
    );
    expect(day[0]?.text).toContain("Tuesday 3 March 2026, 16:00–17:00 (Asia/Yerevan)");
    desk.clock.now = new Date("2026-03-02T12:00:30Z");
    expect(await desk.post()).toEqual([]);
    await desk.change("north", contact.id, accepting(contact, 1));
    await desk.change("mediator", contact.id, { type: "settle", time: contact.times[1]!.id });
    await desk.post();
    desk.clock.now = new Date("2026-03-03T11:30:00Z");
    expect(await desk.post()).toEqual([]);
    // A server that was away over both tells once.
    desk.clock.now = new Date("2026-03-05T11:30:00Z");
    expect((await desk.post()).map((mail) => mail.subject)).toEqual(Array(3).fill("Soon: Crossing points"));
    expect(heard.stop()).toEqual([1440, 60].map((minutes) => ({ contact: contact.id, minutes })));
    expect(unheard.stop()).toEqual([]);
    const other = await desk.propose();
    await desk.change("north", other.id, accepting(other, 1));
    desk.clock.now = new Date("2026-03-05T11:40:00Z");
    await desk.change("mediator", other.id, { type: "settle", time: other.times[1]!.id });
    await desk.post();
    expect(await desk.post()).toEqual([]);
  });

  it("is one's own setting, which nobody else reads", async () => {
    const { table } = desk;
    const own = await table.ask("north", "/account/mail");
    expect(own.body).toEqual({ address: "", wanted: false, sends: true });
    const set = { address: "north-person@mail.example", wanted: true };
    expect((await table.post("north", "/account/mail", set)).body).toMatchObject(set);
    expect((await table.ask("south", "/account/mail")).body).toMatchObject({ address: "" });
    expect((await table.ask("nobody", "/account/mail")).status).toBe(404);
    const wrong = await table.post("north", "/account/mail", { address: "a@b\r\nBcc: c@d", wanted: true });
    expect(wrong.status).toBe(400);
    const { body } = await table.ask<{ delegations: DelegationView[] }>("officer", table.at("/delegations"));
    const { id, members } = body.delegations.find((one) => one.id === table.delegations.north)!;
    const path = table.at(`/delegations/${id}/members/${members[0]!.id}/mail`);
    expect((await table.ask("mediator", path)).body).toMatchObject({ address: "north@mail.example" });
    expect((await table.ask("south", path)).status).toBe(403);
    expect((await table.ask("north-member", path)).status).toBe(403);
    expect((await table.ask("press", path)).status).toBe(404);
  });
});

/** Reminders that somebody hears live. */
async function listening(table: Table, who: Who) {
  const stop = new AbortController();
  const response = await fetch(`${table.server.address}/api/live`, {
    headers: { "x-who": who },
    signal: stop.signal,
  });
  const heard: { contact: string; minutes: number }[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!)
      for (const line of decoder.decode(chunk, { stream: true }).split("\n")) {
        if (!line.startsWith("data: ")) continue;
        const message = LiveMessage.parse(JSON.parse(line.slice(6)));
        if (message.type === "reminder") heard.push({ contact: message.contact, minutes: message.minutes });
      }
  })().catch(() => {});
  return {
    stop() {
      stop.abort();
      void reading;
      return heard;
    },
  };
}
