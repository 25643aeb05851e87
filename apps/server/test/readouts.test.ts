import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  Comparison,
  ContactView,
  DocumentView,
  Problem,
  ReadoutList,
  ReadoutPreview,
  ReadoutRule,
  ReadoutView,
} from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layTable, type Side, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

let table: Table;
let clock = "2026-03-02T12:00:00.000Z";
let contact: ContactView;
const on = (text: string) => [{ language: "en", title: "Readout", text }];

beforeAll(async () => {
  table = await layTable({ now: () => new Date(clock) });
  contact = await propose(["north", "south"]);
}, 120_000);
afterAll(() => table?.server.close());

async function propose(invited: Side[]): Promise<ContactView> {
  const body = {
    ...{ command: command(), for: table.delegations.mediator, type: "call", title: "Call", persons: [] },
    invited: invited.map((side) => ({ delegation: table.delegations[side], persons: [] })),
    times: [{ start: "2026-03-02T10:00:00Z", end: "2026-03-02T11:00:00Z" }],
    ...{ zone: "UTC", place: null, join: null, agenda: [], topics: [] },
  };
  const answer = await table.post<ContactView>("mediator", table.at("/contacts"), body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

const draft = (who: Who, side: Side, text: string, more: object = {}) =>
  table.post<ReadoutView>(who, table.at("/readouts"), {
    ...{ command: command(), for: table.delegations[side], contact: contact.id, texts: on(text) },
    ...more,
  });
const act = (who: Who, side: Side, readout: ReadoutView, change: object, more: object = {}) =>
  table.post<ReadoutView & Problem>(who, table.at(`/readouts/${readout.id}`), {
    ...{ command: command(), for: table.delegations[side], revision: readout.revision, change },
    ...more,
  });
/** Each act on what the one before left. */
async function acts(who: Who, side: Side, readout: ReadoutView, ...changes: object[]): Promise<ReadoutView> {
  let standing = readout;
  for (const change of changes) {
    const { status, body } = await act(who, side, standing, change);
    expect(status, JSON.stringify(body)).toBe(200);
    standing = body;
  }
  return standing;
}
const list = async (who: Who, query = "") =>
  (await table.ask<ReadoutList>(who, table.at(`/readouts${query}`))).body;
const compare = async (who: Who) =>
  (await table.ask<Comparison>(who, table.at(`/contacts/${contact.id}/comparison`))).body;
const APPROVED = [{ type: "submit" }, { type: "approve" }];
const now = (to: string) => ({ to, at: null });

describe("a readout over HTTP", () => {
  it("[R71] does not exist for anybody but its own delegation", async () => {
    const { body: own, status } = await draft("north", "north", "Ada called Bo on 2026-03-02. Secret.");
    expect([status, own.state, own.recordedBy]).toEqual([200, "draft", null]);
    expect((await list("north-member")).readouts.map(({ id }) => id)).toContain(own.id);
    for (const who of ["south", "mediator", "observer", "press", "nobody"] as const) {
      const answers = await Promise.all([
        table.ask<Problem>(who, table.at(`/readouts/${own.id}`)),
        table.ask<Problem>(who, table.at(`/readouts/${own.id}/versions`)),
        act(who, "north", own, { type: "submit" }),
      ]);
      const absent = await table.ask<Problem>(who, table.at("/readouts/nothing-of-that-name"));
      for (const { status: seen, body } of answers)
        expect([seen, { ...body, request: "" }]).toEqual([404, { ...absent.body, request: "" }]);
      const seen = await table.ask<ReadoutList>(who, table.at("/readouts"));
      expect(seen.status === 404 || !seen.body.readouts.length, who).toBe(true);
    }
    expect((await compare("mediator")).accounts).toEqual([]);
    expect((await compare("north")).accounts.map(({ kind }) => kind)).toEqual(["draft"]);
    await acts("north", "north", own, { type: "withdraw", reason: "begun anew" });
    expect((await list("north")).readouts).toEqual([]);
  });

  it("[R70] keeps every version, and tells the second of two writers", async () => {
    const { body: first } = await draft("north", "north", "One.");
    const second = await acts("north", "north", first, { type: "revise", texts: on("Two.") });
    expect(second).toMatchObject({ version: 2 });
    const late = await act("north-member", "north", first, { type: "revise", texts: on("Three.") });
    expect([late.status, late.body.code]).toEqual([409, "moved-on"]);
    const { body } = await table.ask<{ versions: { texts: { text: string }[] }[] }>(
      "north",
      table.at(`/readouts/${first.id}/versions`),
    );
    expect(body.versions.map(({ texts }) => texts[0]!.text)).toEqual(["One.", "Two."]);
    await acts("north", "north", second, { type: "withdraw", reason: "x" });
  });

  it("[R72] is approved as its delegation's rule says, which nobody else sees or sets", async () => {
    const rule = table.at(`/delegations/${table.delegations.north}/readout-rule`);
    const set = (who: Who, approval: string, revision = "") =>
      table.post<ReadoutRule & Problem>(who, rule, { command: command(), revision, approval });
    const { body: drafted } = await draft("north-member", "north", "Ada called Bo on 2026-03-02.");
    const submitted = await acts("north-member", "north", drafted, { type: "submit" });
    const forged = await act("north-member", "north", submitted, { type: "approve" });
    expect([forged.status, forged.body.code]).toEqual([403, "approval-of-another"]);
    expect((await table.ask<ReadoutRule>("north", rule)).body.approval).toBe("lead");
    for (const who of ["south", "mediator", "nobody"] as const)
      expect((await table.ask(who, rule)).status).toBe(404);
    expect((await set("mediator", "none")).status).toBe(403);
    expect((await set("north-member", "none")).status).toBe(403);
    const second = await set("north", "second-person");
    expect(second.body.approval).toBe("second-person");
    const returned = await acts("north", "north", submitted, { type: "return", reason: "too long" });
    expect(returned).toMatchObject({ state: "returned", reason: "too long" });
    const again = await acts("north-member", "north", returned, { type: "submit" });
    expect((await act("north-member", "north", again, { type: "approve" })).status).toBe(403);
    expect((await acts("north", "north", again, { type: "approve" })).state).toBe("approved");
    await set("north", "lead", second.body.revision);
    await acts("north", "north", (await list("north")).readouts[0]!, { type: "withdraw", reason: "x" });
  });

  it("[R74] [R76] goes to the sides first and to all at its instant, once, and is read there", async () => {
    const { body: drafted } = await draft(
      "north",
      "north",
      "Ada called Bo on 2026-03-02. They agreed on 12 posts.",
    );
    const later = "2026-03-02T18:00:00.000Z";
    const scheduled = await acts("north", "north", drafted, ...APPROVED, {
      type: "schedule",
      publications: [now("sides"), { to: "process", at: later }],
    });
    expect(scheduled.publications.map(({ published }) => published)).toEqual([clock, null]);
    await table.server.settled();
    const seenBy = async (who: Who) => (await list(who)).publications?.length ?? 0;
    expect(await Promise.all((["south", "mediator", "observer"] as const).map(seenBy))).toEqual([1, 1, 0]);
    const [publication] = (await list("south")).publications;
    expect(publication).toMatchObject({ to: "sides", contact: contact.id, recordedBy: null });
    expect(JSON.stringify(publication)).not.toContain(drafted.revision);
    const at = table.at(`/documents/${publication!.documents[0]!.document}`);
    const document = await table.ask<DocumentView>("south", at);
    expect(document.body).toMatchObject({
      document: { outlet: "Delegation north", title: "Readout" },
      claims: [{ quote: "Ada called Bo on 2026-03-02." }],
    });
    expect((await table.ask("observer", at)).status).toBe(404);

    await table.server.round();
    expect(await seenBy("observer")).toBe(0);
    clock = later;
    await table.server.round();
    await table.server.round();
    await table.server.settled();
    expect(await Promise.all((["south", "observer", "nobody"] as const).map(seenBy))).toEqual([2, 1, 0]);
    expect((await list("observer")).publications[0]).toMatchObject({ to: "process", contact: null });
    expect((await list("north")).readouts[0]).toMatchObject({ state: "published" });
  });

  it("[R75] is corrected by a publication that names the earlier one, and is not withdrawn", async () => {
    const [standing] = (await list("north")).readouts;
    expect((await act("north", "north", standing!, { type: "withdraw", reason: "no" })).body.code).toBe(
      "readout-published",
    );
    clock = "2026-03-02T19:00:00.000Z";
    const corrected = await acts(
      ...(["north", "north", standing!] as const),
      { type: "revise", texts: on("Ada called Bo on 2026-03-02. They agreed on 14 posts.") },
      ...APPROVED,
      { type: "schedule", publications: [now("process")] },
    );
    expect(corrected.publications.map(({ version }) => version)).toEqual([1, 1, 2]);
    await table.server.settled();
    const [latest, earlier] = (await list("observer")).publications;
    expect(latest!.corrects).toBe(earlier!.id);
    const at = table.at(`/documents/${latest!.documents[0]!.document}`);
    expect((await table.ask<DocumentView>("observer", at)).body.document.title).toBe(
      "Readout (corrects the readout of 2026-03-02 18:00 UTC)",
    );
    expect((await compare("south")).accounts).toHaveLength(1);
  });

  it("[R82] is compared with the other accounts, a draft for its own side alone", async () => {
    const { body: south } = await draft(
      "south",
      "south",
      "Ada called Bo on 2026-03-02. They agreed on 20 posts.",
    );
    const own = await compare("south");
    expect(own.accounts.map(({ kind, name }) => [kind, name])).toEqual([
      ["draft", "Delegation south"],
      ["readout", "Delegation north"],
    ]);
    expect(own.points.map((point) => point.class).sort()).toEqual(["all", "contradicted"]);
    expect(own.points.flatMap(({ differences }) => differences.map(({ what }) => what))).toEqual(["number"]);
    const others = await compare("north");
    expect(others.accounts.map(({ kind }) => kind)).toEqual(["readout"]);
    expect(JSON.stringify(others)).not.toContain("20 posts");
    await acts("south", "south", south, ...APPROVED, { type: "schedule", publications: [now("sides")] });
    await table.server.settled();
    expect((await compare("north")).accounts.map(({ kind }) => kind)).toEqual(["readout", "readout"]);
    expect((await table.ask("observer", table.at(`/contacts/${contact.id}/comparison`))).status).toBe(404);
  });

  it("[R82] a report that tells of the contact is one of its accounts, and no readout is one twice", async () => {
    const text = "Ada called Bo on 2026-03-02. Oil fell.";
    const given = { command: command(), documents: [{ title: "Wire", outlet: "Wire", text }] };
    await table.post("officer", table.at("/documents"), given);
    await table.server.settled();
    expect((await compare("mediator")).accounts.map(({ kind }) => kind)).toEqual(["readout", "readout"]);
    const { body } = await table.ask<{ occurrences: { id: string }[] }>(
      "mediator",
      table.at("/occurrences?actor=person:ada"),
    );
    for (const { id: occurrence } of body.occurrences) {
      const said = { command: command(), for: table.delegations.mediator, verdict: "same", reason: "" };
      const judged = await table.post("mediator", table.at(`/contacts/${contact.id}/reports`), {
        ...said,
        occurrence,
      });
      expect(judged.status, JSON.stringify(judged.body)).toBe(200);
    }
    const { accounts, points } = await compare("mediator");
    expect(accounts.map(({ kind, name }) => [kind, name])).toEqual([
      ["readout", "Delegation north"],
      ["readout", "Delegation south"],
      ["report", "Wire"],
    ]);
    const told = points.flatMap((point) =>
      point.accounts.flatMap(({ quotes }) => quotes.map((q) => q.quote)),
    );
    expect(told).toContain("Ada called Bo on 2026-03-02.");
    expect(told).not.toContain("Oil fell.");
  });

  it("[R77] is typed by the one person of a laptop for each side, marked as recorded", async () => {
    clock = "2026-03-02T20:00:00.000Z";
    const { body: typed } = await draft("officer", "north", "Bo called Ada on 2026-03-02.");
    expect(typed.recordedBy).toBe("secretariat");
    const out = await acts("officer", "north", typed, ...APPROVED, {
      type: "schedule",
      publications: [now("sides")],
    });
    expect(out.state).toBe("published");
    expect((await list("south")).publications[0]).toMatchObject({ recordedBy: "secretariat" });
  });

  it("shows what the reader would find, to its own delegation", async () => {
    const preview = (who: Who) =>
      table.post<ReadoutPreview & Problem>(who, table.at("/readouts/preview"), {
        for: table.delegations.north,
        text: on("Ada called Bo on 2026-03-02. And more.")[0],
      });
    expect((await preview("north")).body).toEqual({
      unread: null,
      claims: [{ start: 0, end: 28, kind: "contact", type: "call", status: "happened" }],
    });
    expect((await preview("mediator")).body.code).toBe("not-yours");
    const { body } = await table.ask<{ total: number }>("officer", table.at("/documents"));
    const before = body.total;
    await preview("north");
    expect((await table.ask<{ total: number }>("officer", table.at("/documents"))).body.total).toBe(before);
  });
});

describe("attacks on readouts", () => {
  it("[R77] nobody drafts, approves or publishes for another side, the third party neither", async () => {
    const traces = async () => (await list("south")).readouts.length;
    const before = await traces();
    for (const who of ["north", "mediator"] as const)
      expect((await draft(who, "south", "Forged.")).body).toMatchObject({ code: "not-yours" });
    expect((await draft("observer", "south", "Forged.")).status).toBe(404);
    expect((await draft("nobody", "south", "Forged.")).status).toBe(404);
    expect((await draft("observer", "observer", "Uninvited.")).status).toBe(404);
    const { body: own } = await draft("south", "south", "Own.");
    const asOther = await act("south", "south", own, { type: "submit" }, { for: table.delegations.north });
    expect(asOther.status).toBe(404);
    await acts("south", "south", own, { type: "withdraw", reason: "x" });
    expect(await traces()).toBe(before);
  });

  it("[R73] refuses instants in the past, embargoes the wrong way round, and what is not approved", async () => {
    const { body: own } = await draft("south", "south", "Own.");
    const schedule = (publications: object[], readout: ReadoutView) =>
      act("south", "south", readout, { type: "schedule", publications });
    expect((await schedule([now("sides")], own)).body.code).toBe("readout-unapproved");
    const approved = await acts("south", "south", own, ...APPROVED);
    const past = { to: "sides", at: "2026-03-01T00:00:00.000Z" };
    expect((await schedule([past], approved)).body.code).toBe("instant-past");
    const reversed = [{ to: "sides", at: "2026-04-01T00:00:00Z" }, now("process")];
    expect((await schedule(reversed, approved)).body.code).toBe("embargo-reversed");
    expect((await schedule([], approved)).status).toBe(400);
    expect((await schedule([{ to: "everybody", at: null }], approved)).status).toBe(400);
    await acts("south", "south", approved, { type: "withdraw", reason: "x" });
  });

  it("[R74] a command given twice, or many at once, publishes once", async () => {
    const { body: own } = await draft("south", "south", "Once. Twice. Thrice.");
    const approved = await acts("south", "south", own, ...APPROVED);
    const before = (await list("north")).publications.length;
    const once = { command: command() };
    const change = { type: "schedule", publications: [now("sides")] };
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => act("south", "south", approved, change, once)),
      act("south", "south", approved, change),
      table.server.round(),
    ]);
    expect(answers.filter((answer) => answer?.status === 200).length).toBeGreaterThanOrEqual(4);
    expect((await list("north")).publications.length).toBe(before + 1);
  });

  it.each([
    ["no text", { texts: [] }],
    ["one language twice", { texts: [...on("a"), ...on("b")] }],
    ["a language that is none", { texts: [{ language: "<script>", title: "", text: "a" }] }],
    ["a text without end", { texts: on("a".repeat(100_001)) }],
    ["a field of its own", { state: "published" }],
    ["an approval of its own", { approvedBy: "north" }],
    ["no command id", { command: "1" }],
  ])("refuses %s with 400", async (_, more) => {
    const { status, body } = await draft("north", "north", "a", more);
    expect([status, (body as unknown as Problem).code]).toEqual([400, "invalid-request"]);
  });

  it("refuses a body beyond all bounds with 413", async () => {
    const texts = Array.from({ length: 60 }, (_, i) => ({
      language: `x${i}`,
      title: "",
      text: "a".repeat(99_000),
    }));
    expect((await draft("north", "north", "a", { texts })).status).toBe(413);
  });
});

it("[R74] what became due while nothing ran goes out at the next start, once", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "parley-readouts-")), "data");
  let at = "2026-03-02T12:00:00.000Z";
  const own = await layTable({ dataFolder: folder, now: () => new Date(at) });
  const body = {
    ...{ command: command(), for: own.delegations.mediator, type: "call", title: "Call", persons: [] },
    invited: [{ delegation: own.delegations.north, persons: [] }],
    ...{ times: [], zone: "UTC", place: null, join: null, agenda: [], topics: [] },
  };
  const { id } = (await own.post<ContactView>("mediator", own.at("/contacts"), body)).body;
  const given = { for: own.delegations.north, contact: id, texts: on("Ada called Bo on 2026-03-02.") };
  let standing = (await own.post<ReadoutView>("north", own.at("/readouts"), { command: command(), ...given }))
    .body;
  for (const change of [
    ...APPROVED,
    { type: "schedule", publications: [{ to: "process", at: "2026-03-02T15:00:00Z" }] },
  ])
    standing = (
      await own.post<ReadoutView>("north", own.at(`/readouts/${standing.id}`), {
        ...{ command: command(), for: own.delegations.north, revision: standing.revision, change },
      })
    ).body;
  expect(standing.state).toBe("scheduled");
  await own.server.close();

  at = "2026-03-03T08:00:00.000Z";
  const { start } = await import("./running.ts");
  const server = await start({
    dataFolder: folder,
    now: () => new Date(at),
    recognise: async (request) => own.viewers.get(String(request.headers["x-who"]) as Who)!,
  });
  await Promise.all([server.round(), server.round()]);
  await server.settled();
  const answer = await fetch(`${server.address}/api${own.at("/readouts")}`, {
    headers: { "x-who": "observer" },
  });
  const { publications } = (await answer.json()) as ReadoutList;
  expect(publications.map(({ published }) => published)).toEqual([at]);
  const documents = await fetch(`${server.address}/api${own.at("/documents")}`, {
    headers: { "x-who": "observer" },
  });
  expect(((await documents.json()) as { total: number }).total).toBe(1);
  await server.close();
}, 120_000);
