import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Problem } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/index.ts";
import { STATUS } from "../src/problem.ts";
import { ask, command, post, ROOT, start } from "./running.ts";

let server: RunningServer;
let process: string;
beforeAll(async () => {
  server = await start({ limits: { upload: 20_000, file: 8_000, files: 3, requests: 100_000 } });
  const opening = { name: "Talks", description: "", parties: [], mediators: [], command: command() };
  process = (await post<{ id: string }>(server, "/processes", opening)).body.id;
}, 120_000);
afterAll(() => server?.close());

const json = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body,
});
const judgement = {
  ...{ claims: ["claim:x"], verdict: "accept", reason: "", correction: null, others: [], undoes: null },
  command: "3f0c3b3e-6a3e-4b52-9d9e-0a8f3f1f2a11",
};
const here = () => `/processes/${process}`;

describe("refusals", () => {
  const cases: [string, () => string, RequestInit | (() => RequestInit), keyof typeof STATUS][] = [
    ["no such address", () => "/nowhere", {}, "not-found"],
    ["no such process", () => "/processes/absent", {}, "not-found"],
    ["lists of no process", () => "/processes/absent/occurrences", {}, "not-found"],
    ["timeline of no process", () => "/processes/absent/timeline", {}, "not-found"],
    ["review of no process", () => "/processes/absent/review", {}, "not-found"],
    ["documents of no process", () => "/processes/absent/documents", {}, "not-found"],
    ["actors of no process", () => "/processes/absent/actors", {}, "not-found"],
    ["no such document", () => `${here()}/documents/absent`, {}, "not-found"],
    ["no such occurrence", () => `${here()}/occurrences/absent`, {}, "not-found"],
    ["no such actor", () => `${here()}/actors/absent`, {}, "not-found"],
    ["no such job", () => `/jobs/${judgement.command}`, {}, "not-found"],
    ["a job that is no UUID", () => "/jobs/1", {}, "not-found"],
    ["an id with NUL", () => `${here()}/documents/a%00b`, {}, "invalid-request"],
    ["an id without end", () => `${here()}/documents/${"a".repeat(900)}`, {}, "invalid-request"],
    ["a query of the wrong form", () => `${here()}/occurrences?limit=0`, {}, "invalid-request"],
    ["an unknown kind", () => `${here()}/occurrences?kind=war`, {}, "invalid-request"],
    ["a search for nothing", () => "/search?q=", {}, "invalid-request"],
    ["broken escapes", () => "/processes/%E0%A4%A", {}, "invalid-request"],
    ["no JSON", () => "/processes", json("{"), "invalid-request"],
    ["no body", () => "/processes", json(""), "invalid-request"],
    ["a body of the wrong form", () => "/processes", json('{"name":1}'), "invalid-request"],
    ["documents of the wrong form", () => `${here()}/documents`, json('{"documents":[]}'), "invalid-request"],
    [
      "another kind of body",
      () => "/processes",
      { ...json("<a/>"), headers: { "content-type": "text/xml" } },
      "unsupported-media",
    ],
    ["a body too large", () => "/processes", json(JSON.stringify({ name: "x".repeat(30_000) })), "too-large"],
    [
      "a process without a name",
      () => "/processes",
      json(
        JSON.stringify({
          name: " ",
          description: "",
          parties: [],
          mediators: [],
          command: judgement.command,
        }),
      ),
      "process-unnamed",
    ],
    [
      "a party named twice",
      () => "/processes",
      json(
        JSON.stringify({
          name: "x",
          description: "",
          parties: ["a", "a"],
          mediators: [],
          command: judgement.command,
        }),
      ),
      "party-twice",
    ],
    [
      "a report for no process",
      () => "/processes/absent/documents",
      json(JSON.stringify({ command: judgement.command, documents: [{ text: "x" }] })),
      "not-found",
    ],
    [
      "a judgement on claims that are not there",
      () => `${here()}/judgements`,
      json(JSON.stringify(judgement)),
      "claims-absent",
    ],
    ["another site", () => "/processes", json("{}", { origin: "https://evil.example" }), "cross-site"],
    [
      "a form of another site",
      () => "/processes",
      json("{}", { "sec-fetch-site": "cross-site" }),
      "cross-site",
    ],
    [
      "an upload with no files",
      () => `${here()}/documents`,
      () => ({ method: "POST", body: new FormData() }),
      "nothing-given",
    ],
    [
      "an upload with too many files",
      () => `${here()}/documents`,
      () => ({ method: "POST", body: files(4, 10) }),
      "too-many-files",
    ],
    [
      "an upload with files too large together",
      () => `${here()}/documents`,
      () => ({ method: "POST", body: files(3, 9_000) }),
      "too-large",
    ],
  ];
  it.each(cases)("%s: one form, one code", async (_, path, init, code) => {
    const answer = await ask(server, path(), typeof init === "function" ? init() : init);
    const problem = Problem.parse(answer.body);
    expect([answer.status, problem.code]).toEqual([STATUS[code], code]);
    expect(problem.request).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("a name that somebody else points at this machine is not answered to", async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(
        { port: server.port, host: "127.0.0.1", path: "/api/processes", headers: { host: "evil.example" } },
        (response) => resolve(response.statusCode),
      );
      asked.on("error", reject);
      asked.end();
    });
    expect(status).toBe(STATUS["wrong-host"]);
  });

  it("says field by field what is wrong", async () => {
    const { body } = await post(server, "/processes", { name: "x", command: "no" });
    expect(Problem.parse(body).issues?.map((issue) => issue.path)).toEqual([
      "description",
      "parties",
      "mediators",
      "command",
    ]);
  });

  it("lets nobody put scripts, frames or foreign content into a page", async () => {
    const { headers } = await fetch(`${server.address}/api/health`);
    expect(headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("every code is explained in docs/errors.md", () => {
    const told = readFileSync(join(ROOT, "docs/errors.md"), "utf8");
    expect(Object.keys(STATUS).filter((code) => !told.includes(`| \`${code}\` |`))).toEqual([]);
  });
});

describe("too many requests", () => {
  it("are refused with a code, and only those", async () => {
    const calm = await start({ limits: { requests: 3 } });
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await ask<{ code?: string }>(calm, "/health"));
    await calm.close();
    expect(answers.map((answer) => answer.body.code)).toEqual([
      undefined,
      undefined,
      undefined,
      "rate-limited",
      "rate-limited",
    ]);
  }, 120_000);
});

function files(count: number, size: number): FormData {
  const form = new FormData();
  for (let i = 0; i < count; i++) form.append("files", new Blob(["x".repeat(size)]), `${i}.txt`);
  return form;
}
