import type { AgreedPointView, ContactView, PointList, Problem } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layTable, type Side, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

let table: Table;
let contact: string;
beforeAll(async () => {
  table = await layTable();
  const body = {
    ...{ command: command(), for: table.delegations.mediator, type: "call", title: "Call", persons: [] },
    invited: (["north", "south"] as const).map((side) => ({
      delegation: table.delegations[side],
      persons: [],
    })),
    ...{ times: [], zone: "UTC", place: null, join: null, agenda: [], topics: [] },
  };
  contact = (await table.post<ContactView>("mediator", table.at("/contacts"), body)).body.id;
}, 120_000);
afterAll(() => table?.server.close());

const put = (who: Who, side: Side, text: string, more: object = {}) =>
  table.post<AgreedPointView & Problem>(who, table.at("/points"), {
    ...{ command: command(), for: table.delegations[side], contact, text, quotes: [], supersedes: null },
    ...more,
  });
const say = (who: Who, side: Side, point: AgreedPointView, answer: object, more: object = {}) =>
  table.post<AgreedPointView & Problem>(who, table.at(`/points/${point.id}`), {
    ...{ command: command(), for: table.delegations[side], revision: point.revision, answer },
    ...more,
  });
const CONFIRMED = { answer: "confirmed" };
const points = async (who: Who, query = "") =>
  (await table.ask<PointList>(who, table.at(`/points${query}`))).body.points;

describe("points over HTTP", () => {
  it("[R83] are seen by the delegations of the contact, and ask its parties", async () => {
    const { body: point } = await put("mediator", "mediator", "The next meeting is in Geneva.");
    expect(point.answers.map(({ delegation }) => delegation).sort()).toEqual(
      [table.delegations.north, table.delegations.south].sort(),
    );
    for (const who of ["mediator", "north", "south"] as const)
      expect((await points(who)).map(({ text }) => text)).toEqual(["The next meeting is in Geneva."]);
    expect(await points("observer")).toEqual([]);
    const answers = await Promise.all([
      say("observer", "observer", point, CONFIRMED),
      say("observer", "observer", { ...point, id: "nothing-here" }, CONFIRMED),
      put("observer", "observer", "Uninvited."),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 3 }, () => [404, "not-found"]),
    );
  });

  it("[R84] [R85] are confirmed by each side for itself, and give way to another once that is confirmed", async () => {
    const [open] = await points("north");
    expect((await say("north", "south", open!, CONFIRMED)).body.code).toBe("not-yours");
    expect((await say("mediator", "mediator", open!, CONFIRMED)).body.code).toBe("delegation-uninvited");
    const once = { command: command() };
    const first = await say("north", "north", open!, CONFIRMED, once);
    expect((await say("north", "north", open!, CONFIRMED, once)).body).toEqual(first.body);
    expect((await say("south", "south", open!, CONFIRMED)).body.code).toBe("moved-on");
    const all = await say("south", "south", first.body, { answer: "own-words", words: "In Geneva, in May." });
    expect(all.body).toMatchObject({ state: "confirmed" });
    const undone = await say("south", "south", all.body, { answer: "disputed", words: "not any more" });
    expect(undone.body.code).toBe("point-settled");

    const later = await put("north", "north", "The next meeting is in Vienna.", { supersedes: open!.id });
    expect(later.body.answers.map(({ answer }) => answer).sort()).toEqual(["confirmed", "none"]);
    expect((await points("south")).map(({ state }) => state).sort()).toEqual(["confirmed", "open"]);
    expect((await say("south", "south", later.body, CONFIRMED)).body.state).toBe("confirmed");
    expect((await points("south")).map(({ text }) => text)).toEqual(["The next meeting is in Vienna."]);
    const [former] = await points("south", "?state=superseded");
    expect(former).toMatchObject({ id: open!.id, supersededBy: later.body.id });
  });

  it("[R84] the secretariat writes down what a side told it, and nobody else does", async () => {
    const { body: point } = await put("north", "north", "Twelve posts are withdrawn.");
    const noted = await say("mediator", "south", point, { answer: "disputed", words: "ten" });
    expect(noted.body.state).toBe("disputed");
    expect(noted.body.answers.find(({ answer }) => answer === "disputed")).toMatchObject({
      delegation: table.delegations.south,
      recordedBy: "secretariat",
    });
  });

  it.each([
    ["a point without words", { text: " " }, 400],
    ["a point without end", { text: "a".repeat(5001) }, 400],
    ["an answer given with it", { state: "confirmed" }, 400],
    ["a contact that is not there", { contact: "no-such-contact" }, 404],
    [
      "a quote that nothing says",
      { quotes: [{ account: "a", document: "no-such-document", quote: "x", start: 0, end: 1 }] },
      422,
    ],
    ["in the place of one that is not there", { supersedes: "no-such-point" }, 404],
  ])("refuses %s", async (_, more, status) =>
    expect((await put("north", "north", "Text.", more)).status).toBe(status),
  );
});

it("[R71] [R83] live messages tell of a readout and a point to those who see them alone", async () => {
  const heard = async (who: Who) => {
    const stop = new AbortController();
    const response = await fetch(`${table.server.address}/api/live`, {
      headers: { "x-who": who },
      signal: stop.signal,
    });
    let text = "";
    const reading = (async () => {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) text += chunk;
    })().catch(() => {});
    return async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      stop.abort();
      await reading;
      return [...text.matchAll(/"kind":"(\w+)"|"type":"(record|job)"/g)].map(
        ([, kind, type]) => kind ?? type,
      );
    };
  };
  const ears = await Promise.all((["north", "south", "mediator", "observer"] as const).map(heard));
  const texts = [{ language: "en", title: "", text: "Ada called Bo on 2026-03-02." }];
  const asNorth = { for: table.delegations.north };
  const drafted = await table.post<AgreedPointView>("north", table.at("/readouts"), {
    ...{ command: command(), contact, texts, ...asNorth },
  });
  let standing = drafted.body;
  for (const change of [
    { type: "submit" },
    { type: "approve" },
    { type: "schedule", publications: [{ to: "sides", at: null }] },
  ])
    standing = (
      await table.post<AgreedPointView>("north", table.at(`/readouts/${standing.id}`), {
        ...{ command: command(), revision: standing.revision, change, ...asNorth },
      })
    ).body;
  await table.server.settled();
  const [north, south, mediator, observer] = await Promise.all(ears.map((ear) => ear()));
  expect(north!.filter((kind) => kind === "readout").length).toBeGreaterThanOrEqual(5);
  for (const sees of [south, mediator]) {
    expect(sees!.filter((kind) => kind === "readout")).toHaveLength(1);
    expect(sees).toContain("record");
  }
  expect(observer).toEqual([]);
});
