import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Administration, InvitationLink, OccurrencePage, OccurrenceView } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { invitationForAdministrator } from "../src/console.ts";
import { browserAt, type Installation, share } from "./people.ts";
import { ask, command, post, ROOT, start } from "./running.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "parley-sharing-"));
let installation: Installation;
let process: string;
let occurrence: string;
let open = true;
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string }).code,
];

/** What a browser gets that was led here under another name. */
const statusFor = (port: number, host: string) =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path: "/api/processes", headers: { host } }, (answer) =>
      resolve(answer.resume().statusCode),
    );
    asked.on("error", reject).end();
  });

beforeAll(async () => {
  const laptop = await start({ dataFolder });
  const opening = {
    name: "From the laptop",
    description: "",
    parties: [],
    mediators: [],
    command: command(),
  };
  process = (await post<{ id: string }>(laptop, "/processes", opening)).body.id;
  const documents = [{ text: "Ada called Bo on 2020-10-03." }];
  await post(laptop, `/processes/${process}/documents`, { command: command(), documents });
  await laptop.settled();
  const { occurrences } = (
    await ask<z.infer<typeof OccurrencePage>>(laptop, `/processes/${process}/occurrences`)
  ).body;
  occurrence = occurrences[0]!.id;
  const { claims } = (
    await ask<z.infer<typeof OccurrenceView>>(laptop, `/processes/${process}/occurrences/${occurrence}`)
  ).body;
  await post(laptop, `/processes/${process}/judgements`, {
    ...{ claims: claims.map((claim) => claim.id), verdict: "accept", reason: "seen", command: command() },
    ...{ correction: null, others: [], undoes: null },
  });
  await laptop.settled();
  await laptop.close();
  expect(await invitationForAdministrator({ root: ROOT, dataFolder, databaseUrl: undefined })).toBeNull();
  installation = await share({ dataFolder });
}, 120_000);
afterAll(async () => {
  if (open) await installation.server.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe("a laptop that becomes a shared installation", () => {
  it("[R19] lets nobody in without signing in", async () => {
    const { server } = installation;
    expect((await ask(server, "/me")).body).toEqual({ mode: "shared", person: null });
    expect((await ask(server, "/processes")).body).toEqual({ processes: [] });
    expect(codeOf(await ask(server, `/processes/${process}`))).toEqual([404, "not-found"]);
  });

  it("[R20] has its processes founded by one invitation, which their record tells of", async () => {
    const administrator = installation.browser();
    await administrator.accept(installation.server.firstAdministrator!, "Adm Inistrator");
    const unseated = async () => (await administrator.right<Administration>("/administration")).unseated;
    expect(await unseated()).toEqual([{ process, name: "From the laptop", invited: false }]);
    const founding = { command: command(), process, name: "Con Vener" };
    const { link } = await administrator.right<InvitationLink>("/administration/founding", founding);
    expect(await unseated()).toMatchObject([{ invited: true }]);
    const second = { ...founding, command: command() };
    expect(codeOf(await administrator.post("/administration/founding", second))).toEqual([
      409,
      "invitation-open",
    ]);
    expect(codeOf(await administrator.ask(`/processes/${process}`))).toEqual([404, "not-found"]);

    const convener = installation.browser();
    await convener.accept(link, "Con Vener");
    const [secretariat] = await convener.delegations(process);
    expect(secretariat).toMatchObject({
      ...{ name: "Secretariat", capacity: "secretariat" },
      members: [{ name: "Con Vener", lead: true }],
      invited: [{ name: "Con Vener", by: "Adm Inistrator", administrator: true }],
    });
    expect(await unseated()).toEqual([]);
    expect(codeOf(await administrator.post("/administration/founding", second))).toEqual([404, "not-found"]);

    const kept = await convener.right<z.infer<typeof OccurrenceView>>(
      `/processes/${process}/occurrences/${occurrence}`,
    );
    expect(kept.judgements).toMatchObject([{ author: "desk-officer", reason: "seen" }]);

    const invited = await convener.invite(process, secretariat!.id, { name: "Colleague" });
    const colleague = installation.browser();
    await colleague.accept(invited.link, "Colleague");
    expect((await colleague.ask(`/processes/${process}`)).status).toBe(200);
  });

  it("[R19] is known to be shared at every later start, and answers under its own name alone", async () => {
    await installation.server.close();
    const server = await start({ dataFolder });
    try {
      expect(server).toMatchObject({ sharedAt: installation.origin, firstAdministrator: null });
      const browser = browserAt(server, installation.origin);
      expect(await statusFor(server.port, "elsewhere.example")).toBe(421);
      expect(await statusFor(server.port, new URL(installation.origin).host)).toBe(200);
      expect(await browser.me()).toBeNull();
    } finally {
      await server.close();
      open = false;
    }
    const printed = await invitationForAdministrator({ root: ROOT, dataFolder, databaseUrl: undefined });
    expect(printed).toContain(`${installation.origin}/invitation#`);
  }, 120_000);
});
