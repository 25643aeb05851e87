/**
 * Every address as every capacity and as nobody. What is not for somebody answers, word for word, as what is not there;
 * and no answer to anybody outside holds a word or an id of it. A new address without a place here fails.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleOf, type Given } from "./example-of.ts";
import { layTable, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

const EVERYBODY = ["mediator", "north", "north-member", "south", "observer", "press", "nobody"] as const;
const IN_PROCESS = ["mediator", "north", "north-member", "south", "observer"];
/** Who sees the one thing of each kind that the table below holds. */
const SEES: Record<string, string[]> = {
  contacts: ["mediator", "north", "north-member"],
  points: ["mediator", "north", "north-member"],
  channels: ["north", "north-member"],
  messages: ["north", "north-member"],
  readouts: ["north", "north-member"],
  // A discreet one.
  delegations: ["mediator"],
  documents: IN_PROCESS,
  occurrences: IN_PROCESS,
  actors: IN_PROCESS,
};
/** Not about a process: they answer everybody alike, or are held to their own rules in the tests of the door. */
const ELSEWHERE =
  /^\/api\/(health|me|live|search|jobs|account|administration|calendar|invitations|sign-in|sign-out|processes$)/;
/** Bodies of addresses that take JSON or files. */
const UNDESCRIBED: Record<string, object> = {
  "/api/processes/{process}/documents": { command: "", documents: [{ text: "Ada called Bo." }] },
};
const SECRET = "heliotrope";

interface Operation {
  verb: "get" | "post";
  path: string;
  body: object | null;
}

let table: Table;
let operations: Operation[];
const ids: Record<string, string> = {};

beforeAll(async () => {
  table = await layTable();
  const { delegations, at } = table;
  const made = async (who: Who, path: string, body: object): Promise<{ id: string }> => {
    const answer = await table.post<{ id: string }>(who, at(path), { command: command(), ...body });
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(200);
    return answer.body;
  };
  const [north, mediator] = [delegations.north, delegations.mediator];
  const discreet = await made("mediator", "/delegations", {
    ...{ name: `Quiet ${SECRET}`, capacity: "guarantor", represents: [], mandate: SECRET, together: [] },
    discreet: true,
  });
  const contact = await made("mediator", "/contacts", {
    ...{ for: mediator, type: "call", title: `Call ${SECRET}`, persons: [], zone: "UTC", place: null },
    invited: [{ delegation: north, persons: [] }],
    times: [{ start: "2026-03-05T09:00:00Z", end: "2026-03-05T10:00:00Z" }],
    ...{ join: null, agenda: [SECRET], topics: [], reminders: [] },
  });
  const channel = await made("north", "/channels", {
    ...{ for: north, kind: "internal", name: SECRET, delegations: [north] },
    ...{ retention: { days: null }, readsShown: true },
  });
  const message = await made("north", `/channels/${channel.id}/messages`, {
    ...{ for: north, thread: null, text: SECRET, language: "en", files: [] },
  });
  const readout = await made("north", "/readouts", {
    ...{ for: north, contact: contact.id },
    texts: [{ language: "en", title: SECRET, text: `${SECRET} was spoken of.` }],
  });
  const point = await made("north", "/points", {
    ...{ for: north, contact: contact.id, text: SECRET, quotes: [], supersedes: null },
  });
  Object.assign(ids, {
    ...{ contacts: contact.id, channels: channel.id, messages: message.id },
    ...{ readouts: readout.id, points: point.id, delegations: discreet.id },
    ...{ documents: "doc", occurrences: "occ", actors: "state:ARM" },
  });
  operations = await described();
}, 120_000);
afterAll(() => table?.server.close());

async function described(): Promise<Operation[]> {
  interface Told {
    requestBody?: { content?: { "application/json"?: { schema: object } } };
  }
  const { body } = await table.ask<{ paths: Record<string, Record<string, Told>> }>("officer", "/docs/json");
  const { south } = table.delegations;
  const given: Given = { for: south, delegation: south, zone: "UTC" };
  return Object.entries(body.paths)
    .filter(([path]) => !ELSEWHERE.test(path))
    .flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, told]): Operation => {
        const schema = told.requestBody?.content?.["application/json"]?.schema;
        return {
          verb: verb as Operation["verb"],
          path: path.slice("/api".length),
          body: schema ? (exampleOf(schema, given) as object) : (UNDESCRIBED[path] ?? null),
        };
      }),
    );
}

/** With the real process and thing, or with others that are not there. */
function filled(path: string, { process, id }: { process: string; id: string }): string {
  return path
    .replace("{process}", process)
    .replace("{id}", encodeURIComponent(id))
    .replace("{sha256}", "a".repeat(64))
    .replace(/\{(member|invitation)\}/, "somebody");
}

async function answer(who: Who, { verb, body }: Operation, path: string) {
  const sent = body && "command" in body ? { ...body, command: command() } : (body ?? {});
  const { status, body: told } =
    verb === "get" ? await table.ask(who, path) : await table.post(who, path, sent);
  const text = typeof told === "string" ? told : JSON.stringify({ ...(told as object), request: "" });
  return { status, text };
}

const kindOf = (path: string) => /^\/processes\/\{process\}\/([a-z-]+)/.exec(path)?.[1] ?? "";
const namesThing = (path: string) => path.includes("{id}");

describe("every address", () => {
  it("[R12] has its place here", () => {
    expect(operations.length).toBeGreaterThan(50);
    const unknown = operations.filter(({ path }) => namesThing(path) && !(kindOf(path) in SEES));
    expect(unknown).toEqual([]);
  });

  it.each(EVERYBODY)(
    "[R12] answers %s about what is not for them as about what is not there",
    async (who) => {
      const told: string[] = [];
      for (const operation of operations) {
        const { path } = operation;
        const insider = namesThing(path) ? SEES[kindOf(path)]!.includes(who) : IN_PROCESS.includes(who);
        if (insider) continue;
        const thing = ids[kindOf(path)] ?? "";
        const real = await answer(who, operation, filled(path, { process: table.process, id: thing }));
        const absent = IN_PROCESS.includes(who)
          ? filled(path, { process: table.process, id: "0".repeat(20) })
          : filled(path, { process: "no-such-process", id: thing });
        expect(real, `${operation.verb} ${path} as ${who}`).toEqual(await answer(who, operation, absent));
        expect(real.text, path).not.toContain(SECRET);
        // A body of the wrong form would be refused before anything is looked at.
        expect(real.status, `${operation.verb} ${path} as ${who} ${real.text}`).not.toBe(400);
        if (real.status === 404) told.push(path);
      }
      // A test of what cannot be seen must have had something not to see.
      expect(told.length).toBeGreaterThan(5);
    },
  );

  it.each(["south", "observer", "press", "nobody"] as const)(
    "[R12] holds no word and no id of it for %s in any list",
    async (who) => {
      for (const operation of operations) {
        if (operation.verb !== "get" || namesThing(operation.path)) continue;
        const path = filled(operation.path, { process: table.process, id: "" });
        const { text } = await answer(who, operation, path);
        for (const hidden of [
          SECRET,
          ...["contacts", "channels", "messages", "readouts", "points", "delegations"].map(
            (kind) => ids[kind]!,
          ),
        ])
          expect(text, `${path} as ${who}`).not.toContain(hidden);
      }
      const { text } = await answer(who, { verb: "get", path: "", body: null }, `/search?q=${SECRET}`);
      expect(text).not.toContain(ids.messages);
    },
  );

  it("lets those through for whom it is", async () => {
    for (const operation of operations) {
      if (operation.verb !== "get" || !namesThing(operation.path)) continue;
      const kind = kindOf(operation.path);
      // Nothing is there for these; how a delegation approves is its own business; a laptop invites nobody.
      if (["documents", "occurrences", "actors"].includes(kind)) continue;
      if (/\{(sha256|member)\}|readout-rule|invitations/.test(operation.path)) continue;
      const who = SEES[kind]![0] as Who;
      const path = filled(operation.path, { process: table.process, id: ids[kind]! });
      expect((await answer(who, operation, path)).status, `${path} as ${who}`).not.toBe(404);
    }
  });
});
