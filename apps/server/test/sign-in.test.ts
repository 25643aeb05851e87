import { join } from "node:path";
import { openStore } from "@parley/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installationOf } from "../src/sign-in/installation.ts";
import { type Browser, type Installation, share, talks } from "./people.ts";
import { command, ROOT } from "./running.ts";

let installation: Installation;
let at: Awaited<ReturnType<typeof talks>>;
let clock = new Date("2026-05-04T08:00:00Z");
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
beforeAll(async () => {
  installation = await share({ now: () => clock });
  at = await talks(installation);
}, 120_000);
afterAll(() => installation?.server.close());

const codeOf = (answer: { status: number; body: unknown }) => [
  answer.status,
  (answer.body as { code?: string }).code,
];

describe("a shared installation", () => {
  it("[R19] makes its first administrator by a link from the console, once", async () => {
    expect((await at.administrator.me())!).toMatchObject({ administrator: true, seats: [] });
    const again = await installation.browser().look(installation.server.firstAdministrator!);
    expect(codeOf(again)).toEqual([404, "not-found"]);
  });

  it("[R20] shows the administrator of the machine nothing of a process", async () => {
    expect(await at.administrator.right("/processes")).toEqual({ processes: [] });
    expect(codeOf(await at.administrator.ask(`/processes/${at.process}`))).toEqual([404, "not-found"]);
    expect(codeOf(await at.administrator.ask(`/processes/${at.process}/delegations`))).toEqual([
      404,
      "not-found",
    ]);
  });

  it("[R21] seats whoever opens a process in its secretariat, as its lead", async () => {
    const me = await at.convener.me();
    expect(me!.seats).toMatchObject([{ process: at.process, capacity: "secretariat", lead: true }]);
    const opening = { name: "No", description: "", parties: [], mediators: [], command: command() };
    expect(codeOf(await at.north.post("/processes", opening))).toEqual([403, "not-yours"]);
  });

  it("[R22] seats by invitation, and everybody sees exactly their own", async () => {
    expect((await at.north.me())!.seats).toEqual([
      { process: at.process, delegation: at.delegations.north, capacity: "party", lead: true },
    ]);
    const nobody = installation.browser();
    expect(await nobody.right("/processes")).toEqual({ processes: [] });
    expect(codeOf(await nobody.ask(`/processes/${at.process}`))).toEqual([404, "not-found"]);
    expect(codeOf(await nobody.post("/processes", { name: "x" }))).toEqual([401, "signed-out"]);
    expect((await at.south.delegations(at.process)).map((one) => one.name).sort()).toEqual([
      "Delegation north",
      "Delegation south",
      "Secretariat",
    ]);
  });

  it("[R22] lets those who lead invite to their own delegation and no other", async () => {
    const invitation = { name: "M", function: "", lead: false, from: null, to: null, days: 7 };
    const path = (id: string) => `/processes/${at.process}/delegations/${id}/invitations`;
    expect(
      (await at.north.post(path(at.delegations.north), { command: command(), ...invitation })).status,
    ).toBe(200);
    expect(
      codeOf(await at.north.post(path(at.delegations.south), { command: command(), ...invitation })),
    ).toEqual([403, "not-yours"]);
    expect(codeOf(await at.north.post(path("absent"), { command: command(), ...invitation }))).toEqual([
      404,
      "not-found",
    ]);
  });

  it("signs out and in again with the passkey, and ends the session for good", async () => {
    const stolen = new Map(at.south.jar);
    await at.south.right("/sign-out", {});
    expect(await at.south.me()).toBeNull();
    const thief = installation.browser();
    for (const [name, value] of stolen) thief.jar.set(name, value);
    expect(await thief.me()).toBeNull();
    expect(codeOf(await thief.ask("/processes"))).toEqual([401, "signed-out"]);
    expect((await at.south.signIn()).status).toBe(200);
    expect((await at.south.me())!.name).toBe("Head of south");
  });

  it("ends a session that nobody used for a day", async () => {
    const old = new Map(at.south.jar);
    later(25 * 60);
    expect(codeOf(await at.south.ask("/processes"))).toEqual([401, "signed-out"]);
    at.south.jar.clear();
    for (const [name, value] of old) at.south.jar.set(name, value);
    expect(await at.south.me()).toBeNull();
    for (const browser of [at.administrator, at.convener, at.north, at.south])
      expect((await browser.signIn()).status).toBe(200);
  });

  it("[R23] ends sight at once with the seat", async () => {
    const guest = installation.browser();
    const { link } = await at.convener.invite(at.process, at.delegations.north, { name: "Guest" });
    await guest.accept(link, "Guest");
    expect((await guest.ask(`/processes/${at.process}`)).status).toBe(200);
    const north = (await at.convener.delegations(at.process)).find((one) => one.id === at.delegations.north)!;
    const member = north.members.find((one) => one.name === "Guest")!;
    const yesterday = new Date(clock.getTime() - 24 * 3600_000).toISOString().slice(0, 10);
    const unseat = (to: string, revision: string) =>
      at.convener.post<{ revision: string }>(`/processes/${at.process}/delegations/${north.id}`, {
        ...{ command: command(), revision },
        change: { type: "unseat", member: member.id, to },
      });
    expect(codeOf(await unseat(yesterday, north.revision))).toEqual([422, "days-reversed"]);
    expect((await unseat(clock.toISOString().slice(0, 10), north.revision)).status).toBe(200);
    expect((await guest.ask(`/processes/${at.process}`)).status).toBe(404);
    await expectNothing(guest);
  });

  async function expectNothing(browser: Browser) {
    expect(await browser.right("/processes")).toEqual({ processes: [] });
    expect((await browser.me())!.seats).toEqual([]);
  }
});

describe("a laptop", () => {
  it("[R19] refuses to stand open to others, and to be shared under what is no address", async () => {
    const store = await openStore({ db: join(ROOT, "db"), folder: null });
    const at = (origin: string | null, host: string) =>
      installationOf({ store, now: () => clock }, { origin, host });
    try {
      expect(await at(null, "127.0.0.1")).toBeNull();
      for (const host of ["0.0.0.0", "::", "192.0.2.7", "parley.example"])
        await expect(at(null, host), host).rejects.toMatchObject({ code: "loopback-only" });
      for (const origin of [
        ...["talks.example", "http://talks.example", "https://talks.example/x", "https://a:b@talks.example"],
        ...["https://talks.example/?q", "ftp://talks.example", ""],
      ])
        await expect(at(origin, "127.0.0.1"), origin).rejects.toMatchObject({ code: "origin-wrong" });
      expect(await at(null, "127.0.0.1")).toBeNull();
      expect(await at("https://Talks.example:443/", "0.0.0.0")).toBe("https://talks.example");
      expect(await at(null, "0.0.0.0")).toBe("https://talks.example");
    } finally {
      await store.close();
    }
  });
});
