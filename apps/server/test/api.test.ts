import { randomUUID } from "node:crypto";
import {
  ActorPage,
  ActorView,
  DocumentPage,
  DocumentView,
  Job,
  Judgement,
  type NewJudgement,
  OccurrencePage,
  OccurrenceView,
  Overview,
  Process,
  SearchAnswer,
  Timeline,
} from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { RunningServer } from "../src/index.ts";
import { ask, command, post, start } from "./running.ts";

const Processes = z.object({ processes: z.array(Process) });
let server: RunningServer;
let process: string;

beforeAll(async () => {
  server = await start();
  const opening = {
    name: "Río talks",
    description: "d",
    parties: ["person:ada"],
    mediators: [],
    command: command(),
  };
  process = Process.parse((await post(server, "/processes", opening)).body).id;
  await handIn(
    { title: "One", text: "Ada called Bo on 2020-10-03. They agreed." },
    { title: "Two", text: "Yesterday Ada called Bo on 2020-10-03. Zoë listened." },
    { title: "Three", text: "Cy called Dee on 2021-05-06." },
  );
}, 120_000);
afterAll(() => server?.close());

async function handIn(...documents: object[]): Promise<z.infer<typeof Job>> {
  const { body } = await post(server, `/processes/${process}/documents`, { command: command(), documents });
  const { id } = Job.parse(body);
  await server.settled();
  return get(`/jobs/${id}`, Job);
}

async function get<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> {
  const { status, body } = await ask(server, path);
  expect(status, JSON.stringify(body)).toBe(200);
  return schema.parse(body);
}
const at = (path = "") => `/processes/${process}${path}`;

async function judge(given: Partial<NewJudgement> & { claims: string[] }) {
  const answer = await post(server, at("/judgements"), {
    ...{ verdict: "accept", reason: "", correction: null, others: [], undoes: null, command: randomUUID() },
    ...given,
  });
  await server.settled();
  return answer;
}

describe("the record over HTTP", () => {
  it("lists processes and opens one once for one command", async () => {
    const opening = { name: "Twice", description: "", parties: [], mediators: [], command: command() };
    const first = await post(server, "/processes", opening);
    const again = await post(server, "/processes", opening);
    expect(again).toMatchObject({ status: 200, body: first.body });
    const { processes } = await get("/processes", Processes);
    expect(processes.filter((one) => one.name === "Twice")).toHaveLength(1);
  });

  it("shows a process on its first page", async () => {
    const overview = await get(at(), Overview);
    expect(overview.counts).toEqual({ documents: 3, unread: 0, occurrences: 2, unsure: 0 });
    expect(overview.contacts.map((contact) => contact.documents)).toEqual([1, 2]);
    expect(overview.actors.map((actor) => actor.name)).toContain("Ada");
  });

  it("lists documents and shows one with its claims", async () => {
    const { documents, total } = await get(at("/documents?limit=2"), DocumentPage);
    expect([documents.length, total]).toEqual([2, 3]);
    const view = await get(at(`/documents/${documents[0]!.id}`), DocumentView);
    const [claim] = view.claims;
    expect(view.document.text.slice(claim!.start, claim!.end)).toBe(claim!.quote);
    expect(view.occurrences).toHaveLength(1);
  });

  it("lists occurrences, filtered", async () => {
    const all = await get(at("/occurrences"), OccurrencePage);
    expect(all.total).toBe(2);
    const some = await get(
      at("/occurrences?actor=person:cy&kind=contact&background=false&from=2021"),
      OccurrencePage,
    );
    expect(some.occurrences.map((one) => one.from)).toEqual(["2021-05-06T00:00:00.000Z"]);
    expect((await get(at("/occurrences?to=2019"), OccurrencePage)).total).toBe(0);
  });

  it("shows an occurrence by its id and by its claims", async () => {
    const { occurrences } = await get(at("/occurrences?actor=person:ada"), OccurrencePage);
    const view = await get(at(`/occurrences/${occurrences[0]!.id}`), OccurrenceView);
    expect(view.documents).toHaveLength(2);
    expect(view.occurrence.accounts.length).toBeGreaterThan(0);
    const byClaim = await get(at(`/occurrences/${view.claims[1]!.id}`), OccurrenceView);
    expect(byClaim.occurrence.id).toBe(view.occurrence.id);
  });

  it("puts everything on the timeline", async () => {
    const timeline = await get(at("/timeline"), Timeline);
    expect(timeline.from).toEqual([Date.UTC(2020, 9, 3), Date.UTC(2021, 4, 6)]);
    expect(timeline.who.map((who) => who.map((i) => timeline.actors[i]!.name))).toEqual([
      ["Ada", "Bo"],
      ["Cy", "Dee"],
    ]);
  });

  it("lists actors and shows one", async () => {
    expect((await get(at("/actors"), ActorPage)).total).toBe(4);
    expect((await get(at("/actors/person:bo"), ActorView)).contacts).toHaveLength(1);
  });

  it("searches documents, quotes and actors", async () => {
    const found = await get(`/search?q=zoe&process=${process}`, SearchAnswer);
    expect(found.documents.map((hit) => hit.excerpt)).toEqual([expect.stringContaining("\u0001Zoë\u0002")]);
    const { quotes, actors } = await get("/search?q=dee", SearchAnswer);
    expect(quotes.map((hit) => hit.claim.quote)).toEqual(["Cy called Dee on 2021-05-06."]);
    expect(actors).toMatchObject([{ id: "person:dee", process }]);
  });

  it("takes up judgements: corrected, taken back, parted and found by the old address", async () => {
    const { occurrences } = await get(at("/occurrences?actor=person:ada"), OccurrencePage);
    const id = occurrences[0]!.id;
    const claims = (await get(at(`/occurrences/${id}`), OccurrenceView)).occurrence.claims;

    const corrected = await judge({
      claims,
      verdict: "correct",
      correction: { status: "planned" },
      reason: "it is to come",
    });
    const { id: judgement, author } = Judgement.parse(corrected.body);
    expect(author).toBe("desk-officer");
    expect((await get(at(`/occurrences/${id}`), OccurrenceView)).occurrence).toMatchObject({
      status: "planned",
      judgement: "corrected",
    });

    expect((await judge({ claims, verdict: "correct", undoes: judgement })).status).toBe(200);
    const restored = await get(at(`/occurrences/${id}`), OccurrenceView);
    expect(restored.occurrence).toMatchObject({ status: "happened", judgement: "proposed" });
    expect(restored.judgements.map((one) => one.undoes)).toEqual([null, judgement]);
    expect(await judge({ claims, verdict: "correct", undoes: judgement })).toMatchObject({
      status: 409,
      body: { code: "judgement-taken-back" },
    });

    await judge({ claims, verdict: "split", others: [claims[0]!] });
    expect((await get(at("/occurrences?actor=person:ada"), OccurrencePage)).total).toBe(2);
    const views = await Promise.all(claims.map((claim) => get(at(`/occurrences/${claim}`), OccurrenceView)));
    expect(new Set(views.map((view) => view.occurrence.id)).size).toBe(2);

    await judge({ claims: [claims[0]!], verdict: "merge", others: [claims[1]!] });
    for (const view of views)
      expect((await get(at(`/occurrences/${view.occurrence.id}`), OccurrenceView)).occurrence.claims).toEqual(
        claims,
      );
  });

  it("gives one judgement for one command", async () => {
    const { occurrences } = await get(at("/occurrences?actor=person:cy"), OccurrencePage);
    const { claims } = (await get(at(`/occurrences/${occurrences[0]!.id}`), OccurrenceView)).occurrence;
    const once = { claims, verdict: "unsure" as const, command: command() };
    const first = await judge(once);
    expect(await judge(once)).toMatchObject({ status: 200, body: first.body });
    const review = await get(at("/review"), OccurrencePage);
    expect(review.occurrences.map((one) => one.judgement)).toEqual(["unsure"]);
  });

  it("keeps what it cannot read and says why, and goes on", async () => {
    const job = await handIn(
      { title: "Italian", text: "Ieri è stato detto." },
      { title: "Empty", text: " " },
      { title: "Fatal", text: "END THE THREAD" },
      { title: "Failing", text: "FAIL ON THIS" },
      { title: "Good", text: "Eve called Fay on 2022-02-02." },
      { title: "Nothing" },
      { title: "One", text: "Ada called Bo on 2020-10-03. They agreed." },
    );
    expect(job.items.map((item) => [item.name, item.state, item.diagnostics[0]?.rule])).toEqual([
      ["Italian", "unread", "unread-language"],
      ["Empty", "unread", undefined],
      ["Fatal", "unread", "reader-crashed"],
      ["Failing", "unread", "reader-failed"],
      ["Good", "read", undefined],
      ["Nothing", "failed", "nothing-given"],
      ["One", "duplicate", undefined],
    ]);
    expect(job.state).toBe("done");
    const fatal = await get(at(`/documents/${job.items[2]!.document}`), DocumentView);
    expect(fatal).toMatchObject({
      document: { text: "END THE THREAD" },
      unread: expect.stringContaining("survive"),
    });
    expect((await get(at(), Overview)).counts.unread).toBe(4);
  });

  it("answers nothing but its health to who asks for its health", async () => {
    expect((await ask(server, "/health")).body).toEqual({ status: "ok" });
  });

  it("describes all its addresses in OpenAPI", async () => {
    const { body } = await ask<{ paths: Record<string, object> }>(server, "/docs/json");
    const told = Object.entries(body.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb} ${path}`),
    );
    expect(told.sort()).toEqual([
      "get /api/account",
      "get /api/account/calendars",
      "get /api/account/mail",
      "get /api/administration",
      "get /api/calendar/{file}",
      "get /api/health",
      "get /api/jobs/{id}",
      "get /api/live",
      "get /api/me",
      "get /api/processes",
      "get /api/processes/{process}",
      "get /api/processes/{process}/actors",
      "get /api/processes/{process}/actors/{id}",
      "get /api/processes/{process}/channels",
      "get /api/processes/{process}/channels/{id}",
      "get /api/processes/{process}/channels/{id}/messages",
      "get /api/processes/{process}/contacts",
      "get /api/processes/{process}/contacts/{id}",
      "get /api/processes/{process}/contacts/{id}/comparison",
      "get /api/processes/{process}/contacts/{id}/history",
      "get /api/processes/{process}/contacts/{id}/private-agenda",
      "get /api/processes/{process}/contacts/{id}/reports",
      "get /api/processes/{process}/delegations",
      "get /api/processes/{process}/delegations/{id}/invitations",
      "get /api/processes/{process}/delegations/{id}/members/{member}/mail",
      "get /api/processes/{process}/delegations/{id}/readout-rule",
      "get /api/processes/{process}/documents",
      "get /api/processes/{process}/documents/{id}",
      "get /api/processes/{process}/messages/{id}",
      "get /api/processes/{process}/messages/{id}/files/{sha256}",
      "get /api/processes/{process}/names",
      "get /api/processes/{process}/occurrences",
      "get /api/processes/{process}/occurrences/{id}",
      "get /api/processes/{process}/occurrences/{id}/contacts",
      "get /api/processes/{process}/points",
      "get /api/processes/{process}/readouts",
      "get /api/processes/{process}/readouts/{id}",
      "get /api/processes/{process}/readouts/{id}/versions",
      "get /api/processes/{process}/review",
      "get /api/processes/{process}/timeline",
      "get /api/processes/{process}/today",
      "get /api/processes/{process}/working-times",
      "get /api/search",
      "post /api/account",
      "post /api/account/calendars",
      "post /api/account/calendars/{id}/revoke",
      "post /api/account/mail",
      "post /api/account/passkey-options",
      "post /api/account/password-options",
      "post /api/account/recovery-codes",
      "post /api/account/tokens",
      "post /api/administration/accounts/{id}",
      "post /api/administration/founding",
      "post /api/administration/invitations",
      "post /api/administration/invitations/{id}/withdraw",
      "post /api/invitations/accept",
      "post /api/invitations/look",
      "post /api/invitations/passkey-options",
      "post /api/invitations/password-options",
      "post /api/processes",
      "post /api/processes/{process}/channels",
      "post /api/processes/{process}/channels/{id}",
      "post /api/processes/{process}/channels/{id}/files",
      "post /api/processes/{process}/channels/{id}/messages",
      "post /api/processes/{process}/channels/{id}/read",
      "post /api/processes/{process}/contact-times",
      "post /api/processes/{process}/contacts",
      "post /api/processes/{process}/contacts/{id}",
      "post /api/processes/{process}/contacts/{id}/private-agenda",
      "post /api/processes/{process}/contacts/{id}/reports",
      "post /api/processes/{process}/delegations",
      "post /api/processes/{process}/delegations/{id}",
      "post /api/processes/{process}/delegations/{id}/invitations",
      "post /api/processes/{process}/delegations/{id}/invitations/{invitation}/withdraw",
      "post /api/processes/{process}/delegations/{id}/members/{member}/mail",
      "post /api/processes/{process}/delegations/{id}/readout-rule",
      "post /api/processes/{process}/delegations/{id}/working-times",
      "post /api/processes/{process}/documents",
      "post /api/processes/{process}/judgements",
      "post /api/processes/{process}/messages/{id}",
      "post /api/processes/{process}/messages/{id}/carry",
      "post /api/processes/{process}/names",
      "post /api/processes/{process}/points",
      "post /api/processes/{process}/points/{id}",
      "post /api/processes/{process}/readouts",
      "post /api/processes/{process}/readouts/preview",
      "post /api/processes/{process}/readouts/{id}",
      "post /api/sign-in/passkey",
      "post /api/sign-in/passkey/options",
      "post /api/sign-in/password",
      "post /api/sign-in/recovery",
      "post /api/sign-out",
    ]);
  });
});
