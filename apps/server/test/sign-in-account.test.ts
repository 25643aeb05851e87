import { setTimeout as sleep } from "node:timers/promises";
import type { AccountView, Administration, InvitationLink } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { browserAt, type Installation, share, talks } from "./people.ts";
import { command } from "./running.ts";

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

const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string }).code,
];
const account = () => at.north.right<AccountView>("/account");

describe("an account", () => {
  it("[R27] changes its keys only after signing in a moment ago", async () => {
    later(11);
    const token = { name: "t", scopes: ["read"], days: 30 };
    for (const [path, body] of [
      ["/account/passkey-options", {}],
      ["/account/password-options", {}],
      ["/account/recovery-codes", {}],
      ["/account/tokens", token],
      ["/account", { change: { type: "remove-password" } }],
    ] as const)
      expect(codeOf(await at.north.post(path, body)), path).toEqual([403, "prove-again"]);
    expect((await account()).recent).toBe(false);
    await at.north.signIn();
    expect((await account()).recent).toBe(true);
  });

  it("has several passkeys, and keeps the last way in", async () => {
    const [first] = (await account()).passkeys;
    const spare = browserAt(installation.server, installation.origin);
    const response = spare.key.create(await at.north.options("/account/passkey-options"));
    await at.north.right("/account", { change: { type: "add-passkey", response, name: "Spare" } });
    expect((await spare.signIn()).status).toBe(200);
    expect((await spare.me())!.name).toBe("Head of north");
    await at.north.right("/account", { change: { type: "remove-passkey", id: first!.id } });
    const last = { change: { type: "remove-passkey", id: spare.key.id } };
    expect(codeOf(await at.north.post("/account", last))).toEqual([409, "last-key"]);
    expect(codeOf(await at.north.signIn())).toEqual([401, "sign-in-failed"]);
    at.north = spare;
  });

  it("[R27] lists its sessions and ends them, one or all others", async () => {
    const phone = browserAt(installation.server, installation.origin);
    const response = at.north.key.get(await phone.options("/sign-in/passkey/options"));
    await phone.post("/sign-in/passkey", { response }, { "user-agent": "Mozilla/5.0 (iPhone) Safari/605" });
    const view = await account();
    const other = view.sessions.find((session) => session.device === "Safari on iPhone")!;
    expect(other.current).toBe(false);
    await at.north.right("/account", { change: { type: "end-session", id: other.id } });
    expect(codeOf(await phone.ask("/account"))).toEqual([401, "signed-out"]);
    await at.north.right("/account", { change: { type: "end-other-sessions" } });
    expect((await account()).sessions).toHaveLength(1);
  });

  it("[R27] gives programs tokens that do no more than they are for, and end", async () => {
    const make = async (scopes: string[]) => {
      const { token } = await at.north.right<{ token: string }>("/account/tokens", {
        name: "t",
        scopes,
        days: 1,
      });
      const program = browserAt(installation.server, installation.origin);
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      return (path: string, body?: object) =>
        program.ask(path, body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers });
    };
    const [reader, recorder, writer] = [await make(["read"]), await make(["record"]), await make(["write"])];
    const report = { command: command(), documents: [{ text: "Ada called Bo on 2020-10-03." }] };
    const documents = `/processes/${at.process}/documents`;
    const wording = {
      command: command(),
      for: at.delegations.north,
      of: "place:x",
      language: "en",
      name: "X",
    };
    const names = `/processes/${at.process}/names`;
    expect((await reader(`/processes/${at.process}`)).status).toBe(200);
    for (const refused of [
      await writer(documents.replace("documents", "%64ocuments"), report),
      await reader("/%61ccount"),
      await reader(documents, report),
      await reader(names, wording),
      await recorder(`/processes/${at.process}`),
      await recorder(names, wording),
      await writer(documents, report),
      await writer("/account/tokens", { name: "more", scopes: ["read"], days: 9 }),
      await reader("/account"),
      await writer("/sign-out", {}),
      await writer(`/processes/${at.process}/delegations/${at.delegations.north}/invitations`, {}),
    ])
      expect(codeOf(refused)).toEqual([403, "token-scope"]);
    expect((await recorder(documents, report)).status).toBe(200);
    expect((await writer(names, wording)).status).toBe(200);
    expect(JSON.stringify(await account())).not.toContain("parley_");
    const { tokens } = await account();
    const reading = tokens.find((token) => token.scopes.includes("read"))!;
    await at.north.right("/account", { change: { type: "revoke-token", id: reading.id } });
    expect(codeOf(await reader("/processes"))).toEqual([401, "signed-out"]);
    later(24 * 60 + 1);
    expect(codeOf(await writer(names, wording))).toEqual([401, "signed-out"]);
    for (const browser of [at.north, at.south, at.convener, at.administrator]) await browser.signIn();
  });

  it("sees what happened with it, and nothing secret in it", async () => {
    const copied = at.north.key.get(await at.north.options("/sign-in/passkey/options"), { counter: 1 });
    expect(codeOf(await at.north.post("/sign-in/passkey", { response: copied }))).toEqual([
      401,
      "sign-in-failed",
    ]);
    // Failures are written down after they are answered.
    await vi.waitFor(async () => expect((await account()).log[0]!.act).toBe("sign-in-failed"));
    const { log } = await account();
    const acts = log.map((entry) => entry.act);
    for (const act of [
      "signed-in",
      "sign-in-failed",
      "add-passkey",
      "end-session",
      "token-made",
      "revoke-token",
    ])
      expect(acts).toContain(act);
    expect(JSON.stringify(log)).not.toMatch(/parley_|Bearer|[A-Za-z0-9_-]{43}/);
  });
});

describe("the administrator of the machine", () => {
  it("[R20] closes an account, which ends it everywhere at once, and opens it again", async () => {
    const { accounts } = await at.administrator.right<Administration>("/administration");
    const { id } = accounts.find((one) => one.name === "Head of south")!;
    const change = (what: object) =>
      at.administrator.post(`/administration/accounts/${id}`, { change: what });
    await change({ type: "close" });
    expect(await at.south.me()).toBeNull();
    expect(codeOf(await at.south.signIn())).toEqual([401, "sign-in-failed"]);
    await change({ type: "open-again" });
    expect((await at.south.signIn()).status).toBe(200);
  });

  it("stays at least one", async () => {
    const me = (await at.administrator.me())!.id;
    for (const change of [{ type: "close" }, { type: "rights", administrator: false, opens: false }])
      expect(codeOf(await at.administrator.post(`/administration/accounts/${me}`, { change }))).toEqual([
        409,
        "last-key",
      ]);
  });

  it("[R20] gets no seat by inviting itself", async () => {
    const { link } = await at.administrator.right<InvitationLink>("/administration/invitations", {
      ...{ command: command(), name: "x", administrator: true, opens: false, days: 1 },
    });
    const token = at.administrator.tokenOf(link);
    await at.administrator.right("/invitations/accept", { token, name: "x", key: null });
    expect((await at.administrator.me())!.seats).toEqual([]);
    expect(codeOf(await at.administrator.ask(`/processes/${at.process}`))).toEqual([404, "not-found"]);
  });
});

describe("seats", () => {
  it("[R22] come to the account that is signed in, once", async () => {
    const other = await at.convener.found(at.process, "Guarantor", { capacity: "guarantor" });
    const { link } = await at.convener.invite(at.process, other.id);
    const take = { token: at.north.tokenOf(link), name: "ignored", key: null };
    await at.north.right("/invitations/accept", take);
    expect((await at.north.me())!.seats.map((seat) => seat.delegation).sort()).toEqual(
      [at.delegations.north, other.id].sort(),
    );
    const again = await at.convener.invite(at.process, other.id);
    const twice = { token: at.north.tokenOf(again.link), name: "x", key: null };
    expect(codeOf(await at.north.post("/invitations/accept", twice))).toEqual([409, "member-exists"]);
    expect((await at.north.look(again.link)).status).toBe(200);
  });

  it("[R18] are ended by who leads, by the third party, and each by its own", async () => {
    const [first, second] = [installation.browser(), installation.browser()];
    for (const [browser, name] of [
      [first, "First"],
      [second, "Second"],
    ] as const)
      await browser.accept((await at.convener.invite(at.process, at.delegations.south)).link, name);
    const south = async () =>
      (await at.convener.delegations(at.process)).find((one) => one.id === at.delegations.south)!;
    const act = async (browser: typeof first, change: object) => {
      const { id, revision } = await south();
      const body = { command: command(), revision, change };
      return codeOf(await browser.post(`/processes/${at.process}/delegations/${id}`, body));
    };
    const to = clock.toISOString().slice(0, 10);
    const memberOf = async (name: string) => (await south()).members.find((one) => one.name === name)!.id;
    expect(await act(first, { type: "close", reason: "no" })).toEqual([403, "not-yours"]);
    const other = { type: "unseat", member: await memberOf("Second"), to };
    expect(await act(first, other)).toEqual([403, "not-yours"]);
    expect(await act(first, { ...other, member: await memberOf("First") })).toEqual([200, undefined]);
    expect(await act(first, other)).toEqual([404, "not-found"]);
    expect(await act(at.south, other)).toEqual([200, undefined]);
  });

  it("[R23] count from their first day to their last", async () => {
    const guest = installation.browser();
    const day = (days: number) => new Date(clock.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const { link } = await at.convener.invite(at.process, at.delegations.south, {
      from: day(1),
      to: day(2),
      days: 5,
    });
    await guest.accept(link, "Guest");
    const seats = async () => {
      await guest.signIn();
      return (await guest.me())!.seats.length;
    };
    expect(await seats()).toBe(0);
    later(24 * 60);
    expect(await seats()).toBe(1);
    later(24 * 60);
    expect(await seats()).toBe(1);
    later(24 * 60);
    expect(await seats()).toBe(0);
    for (const browser of [at.north, at.south, at.convener, at.administrator]) await browser.signIn();
  });

  it("[R29] in delegations that act together hold in the format, without its lead", async () => {
    const format = await at.convener.found(at.process, "Both", {
      ...{ capacity: "co-chair", together: [at.delegations.south], mandate: "To chair together." },
    });
    expect((await at.south.me())!.seats).toContainEqual({
      ...{ process: at.process, delegation: format.id, capacity: "co-chair", lead: false },
    });
  });
});

describe("a live line", () => {
  it("[R23] ends with the session, and with the seat", async () => {
    const listen = async (browser: typeof at.south) => {
      const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(`${installation.server.address}/api/live`, { headers: { cookie } });
      const reader = response.body!.getReader();
      const ended = (async () => {
        while (!(await reader.read()).done);
        return "ended";
      })();
      return () => Promise.race([ended, sleep(3_000, "open")]);
    };
    const [mine, other] = [await listen(at.south), await listen(at.north)];
    await at.south.right("/sign-out", {});
    expect(await mine()).toBe("ended");
    expect(await other()).toBe("open");
    await at.south.signIn();
    const line = await listen(at.south);
    const south = (await at.convener.delegations(at.process)).find((one) => one.id === at.delegations.south)!;
    const closing = {
      command: command(),
      revision: south.revision,
      change: { type: "close", reason: "over" },
    };
    await at.convener.right(`/processes/${at.process}/delegations/${south.id}`, closing);
    expect(await line()).toBe("ended");
  }, 30_000);
});
