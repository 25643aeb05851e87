import type { Accepted, OneTimeSecret } from "@parley/protocol";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, type Installation, share, talks } from "./people.ts";
import { command } from "./running.ts";

let installation: Installation;
let at: Awaited<ReturnType<typeof talks>>;
let clock = new Date("2026-05-04T08:00:00Z");
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
beforeAll(async () => {
  installation = await share({ now: () => clock, limits: { requests: 1_000_000 } });
  at = await talks(installation);
}, 120_000);
afterAll(() => installation?.server.close());

type Told = { status: number; body: unknown };
const told = ({ status, body }: Told) => {
  const { code, message } = body as { code?: string; message?: string };
  return { status, code, message };
};
const FAILED = { status: 401, code: "sign-in-failed", message: "That does not let you in." };
const NOTHING = { status: 404, code: "not-found", message: "There is nothing here." };
const codeAt = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.getTime() });

interface WithPassword extends Accepted {
  browser: Browser;
  secret: string;
  password: string;
}

/** A member of the north who comes in by password. */
async function withPassword(name: string): Promise<WithPassword> {
  const browser = installation.browser();
  const { link } = await at.north.invite(at.process, at.delegations.north, { name });
  const token = browser.tokenOf(link);
  const offered = await browser.right<OneTimeSecret>("/invitations/password-options", { token, name });
  const password = "correct horse battery staple";
  const key = { kind: "password", secret: offered.id, password, code: codeAt(offered.secret) };
  const accepted = await browser.right<Accepted>("/invitations/accept", { token, name, key });
  later(1);
  return { ...accepted, browser, secret: offered.secret, password };
}

describe("what is brought twice", () => {
  it("[R24] an invitation", async () => {
    const { link } = await at.convener.invite(at.process, at.delegations.south);
    const [first, second] = [installation.browser(), installation.browser()];
    const token = first.tokenOf(link);
    const asked = await second.options("/invitations/passkey-options", { token, name: "Second" });
    await first.accept(link, "First");
    const key = { kind: "passkey", response: second.key.create(asked) };
    expect(told(await second.post("/invitations/accept", { token, name: "Second", key }))).toEqual(NOTHING);
    expect(told(await second.look(link))).toEqual(NOTHING);
    expect(await second.me()).toBeNull();
  });

  it("[R24] an invitation, by two at the same moment", async () => {
    const { link } = await at.convener.invite(at.process, at.delegations.south);
    const both = [installation.browser(), installation.browser()];
    const done = await Promise.allSettled(both.map((browser, i) => browser.accept(link, `Racer ${i}`)));
    expect(done.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const south = (await at.convener.delegations(at.process)).find((one) => one.id === at.delegations.south)!;
    expect(south.members.filter((member) => member.name.startsWith("Racer"))).toHaveLength(1);
  });

  it("[R25] the answer to a challenge", async () => {
    const browser = installation.browser();
    const response = at.south.key.get(await browser.options("/sign-in/passkey/options"));
    expect((await browser.post("/sign-in/passkey", { response })).status).toBe(200);
    expect(told(await installation.browser().post("/sign-in/passkey", { response }))).toEqual(FAILED);
  });

  it("[R25] a counter, which a copied key would bring", async () => {
    const browser = installation.browser();
    const response = at.south.key.get(await browser.options("/sign-in/passkey/options"), { counter: 1 });
    expect(told(await browser.post("/sign-in/passkey", { response }))).toEqual(FAILED);
  });

  it("[R25] a one-time code", async () => {
    const { login, secret, password } = await withPassword("Pat Password");
    const given = { login, password, code: codeAt(secret) };
    expect((await installation.browser().post("/sign-in/password", given)).status).toBe(200);
    expect(told(await installation.browser().post("/sign-in/password", given))).toEqual(FAILED);
    later(1);
    const next = { login, password, code: codeAt(secret) };
    expect((await installation.browser().post("/sign-in/password", next)).status).toBe(200);
  });

  it("[R25] a recovery code", async () => {
    const { recoveryCodes } = await withPassword("Rea Covery");
    const code = recoveryCodes![3]!.toUpperCase().replaceAll("-", " ");
    const browser = installation.browser();
    expect((await browser.post("/sign-in/recovery", { code })).status).toBe(200);
    expect((await browser.me())!.name).toBe("Rea Covery");
    expect(told(await installation.browser().post("/sign-in/recovery", { code }))).toEqual(FAILED);
  });
});

describe("what is wrong", () => {
  it("[R25] gets one answer, whatever it is", async () => {
    const { login, secret, password } = await withPassword("Dull Answer");
    const browser = installation.browser();
    const good = () => ({ login, password, code: codeAt(secret) });
    for (const given of [
      { ...good(), login: "nobody-at-all" },
      { ...good(), password: "wrong" },
      { ...good(), code: "000000" },
      { ...good(), code: "" },
      { ...good(), login: `${login}' or 1=1 --` },
      { ...good(), password: `${password}\u0000` },
    ])
      expect(told(await browser.post("/sign-in/password", given)), JSON.stringify(given)).toEqual(FAILED);
    for (const code of ["", "nothing", "0".repeat(100)])
      expect(told(await browser.post("/sign-in/recovery", { code }))).toEqual(FAILED);
    const twisted = [{ origin: "https://elsewhere.example" }, { unverified: true }];
    for (const twist of twisted) {
      const response = at.south.key.get(await browser.options("/sign-in/passkey/options"), twist);
      expect(told(await browser.post("/sign-in/passkey", { response })), JSON.stringify(twist)).toEqual(
        FAILED,
      );
    }
    const unknown = installation.browser();
    const stranger = unknown.key.get(await browser.options("/sign-in/passkey/options"));
    expect(told(await browser.post("/sign-in/passkey", { response: stranger }))).toEqual(FAILED);
    const late = at.south.key.get(await browser.options("/sign-in/passkey/options"));
    later(6);
    expect(told(await browser.post("/sign-in/passkey", { response: late }))).toEqual(FAILED);
    expect(await browser.me()).toBeNull();
  });

  it("[R25] a passkey of one account under the handle of another", async () => {
    const browser = installation.browser();
    const response = at.south.key.get(await browser.options("/sign-in/passkey/options"));
    const north = at.north.key.get(await browser.options("/sign-in/passkey/options"));
    response.response.userHandle = north.response.userHandle;
    expect(told(await browser.post("/sign-in/passkey", { response }))).toEqual(FAILED);
  });

  it("[R24] a key made for one invitation does not take another", async () => {
    const [mine, other] = [
      await at.convener.invite(at.process, at.delegations.south),
      await at.convener.invite(at.process, at.delegations.north),
    ];
    const browser = installation.browser();
    const name = "Swapper";
    const asked = await browser.options("/invitations/passkey-options", {
      token: browser.tokenOf(mine.link),
      name,
    });
    const key = { kind: "passkey", response: browser.key.create(asked) };
    const swapped = { token: browser.tokenOf(other.link), name, key };
    expect(told(await browser.post("/invitations/accept", swapped))).toMatchObject({ code: "key-refused" });
    expect(told(await browser.look(other.link)).status).toBe(200);
  });

  it("[R24] an invitation that is over, withdrawn or never was is nothing", async () => {
    const browser = installation.browser();
    const over = await at.convener.invite(at.process, at.delegations.south, { days: 1 });
    const withdrawn = await at.convener.invite(at.process, at.delegations.south);
    const path = `/processes/${at.process}/delegations/${at.delegations.south}/invitations/${withdrawn.id}/withdraw`;
    await at.convener.right(path, {});
    expect(told(await browser.look(withdrawn.link))).toEqual(NOTHING);
    expect(told(await browser.look("http://x/#never"))).toEqual(NOTHING);
    for (const hours of [0, 12, 12]) {
      later(hours * 60);
      for (const one of [at.convener, at.administrator, at.north, at.south]) await one.me();
    }
    expect(told(await browser.look(over.link))).toEqual(NOTHING);
  });

  it("is refused where it is too large or of the wrong form, and leaves nothing behind", async () => {
    const browser = installation.browser();
    const large = await browser.post("/sign-in/password", {
      login: "x",
      password: "p".repeat(70_000),
      code: "1",
    });
    expect(told(large)).toMatchObject({ status: 413, code: "too-large" });
    for (const [path, body] of [
      ["/sign-in/passkey", {}],
      ["/sign-in/passkey", { response: { id: "x", rawId: "x", type: "public-key", response: {} } }],
      ["/sign-in/password", { login: "x", password: "y", code: "1", administrator: true }],
      ["/invitations/look", { token: "" }],
      ["/invitations/accept", { token: "x", name: "", key: null }],
    ] as const)
      expect(told(await browser.post(path, body)), path).toMatchObject({
        status: 400,
        code: "invalid-request",
      });
    const nul = { login: "a\u0000b", password: "y", code: "1" };
    expect(told(await browser.post("/sign-in/password", nul))).toMatchObject({ code: "invalid-request" });
    const odd = { id: "x", rawId: "x", type: "public-key", response: {}, clientExtensionResults: {} };
    expect(told(await browser.post("/sign-in/passkey", { response: odd }))).toEqual(FAILED);
    const nulled = { clientDataJSON: Buffer.from('{"challenge":"\\u0000"}').toString("base64url") };
    expect(told(await browser.post("/sign-in/passkey", { response: { ...odd, response: nulled } }))).toEqual(
      FAILED,
    );
    const notJson = { clientDataJSON: Buffer.from("{").toString("base64url") };
    expect(told(await browser.post("/sign-in/passkey", { response: { ...odd, response: notJson } }))).toEqual(
      FAILED,
    );
  });
});

describe("other sites", () => {
  it("can neither sign anybody in nor use a session", async () => {
    const foreign: Record<string, string>[] = [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: installation.origin.replace("http:", "https:") },
    ];
    for (const headers of foreign)
      expect(told(await at.north.post("/sign-out", {}, headers))).toMatchObject({
        code: "cross-site",
      });
    expect(await at.north.me()).not.toBeNull();
  });

  it("get no cookie: it is HttpOnly, Strict and, under https, bound to the host", async () => {
    const browser = installation.browser();
    const response = at.south.key.get(await browser.options("/sign-in/passkey/options"));
    const { headers } = await browser.post("/sign-in/passkey", { response });
    for (const cookie of headers.getSetCookie())
      expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe("names of others", () => {
  it("[R22] a body that names another delegation does nothing, and says no more than what is seen", async () => {
    const founding = {
      ...{ name: "Mine", capacity: "mediator", represents: [], mandate: "", together: [], discreet: false },
      command: command(),
    };
    expect(told(await at.north.post(`/processes/${at.process}/delegations`, founding))).toMatchObject({
      code: "not-yours",
    });
    const south = (await at.north.delegations(at.process)).find((one) => one.id === at.delegations.south)!;
    const change = { type: "close", reason: "no" };
    const closing = { command: command(), revision: south.revision, change };
    expect(
      told(await at.north.post(`/processes/${at.process}/delegations/${south.id}`, closing)),
    ).toMatchObject({ status: 403, code: "not-yours" });
    const seat = {
      type: "seat",
      member: { name: "M", function: "", lead: true, from: "2026-01-01", to: null },
    };
    const forged = { ...seat, member: { ...seat.member, account: (await at.north.me())!.id } };
    const forging = { command: command(), revision: south.revision, change: forged };
    expect(
      told(await at.north.post(`/processes/${at.process}/delegations/${south.id}`, forging)).status,
    ).toBe(400);
  });

  it("[R16] a discreet delegation cannot be told from none", async () => {
    const { id } = await at.convener.found(at.process, "Back channel", { discreet: true });
    const invitation = { name: "M", function: "", lead: false, from: null, to: null, days: 7 };
    for (const guess of [id, "0123456789abcdef0123"]) {
      const path = `/processes/${at.process}/delegations/${guess}`;
      const given = { command: command(), ...invitation };
      expect(told(await at.north.post(`${path}/invitations`, given))).toEqual(NOTHING);
      expect(told(await at.north.ask(`${path}/invitations`))).toEqual(NOTHING);
      const wording = { command: command(), for: guess, of: "place:x", language: "en", name: "X" };
      expect(told(await at.north.post(`/processes/${at.process}/names`, wording))).toEqual(NOTHING);
    }
    expect((await at.north.delegations(at.process)).map((one) => one.id)).not.toContain(id);
  });

  it("[R20] administration is not there for anybody else", async () => {
    for (const path of ["/administration", "/administration/invitations", "/administration/accounts/x"])
      for (const browser of [at.convener, at.north])
        expect(told(await browser.ask(path)), path).toEqual(NOTHING);
    const me = (await at.north.me())!.id;
    const change = { type: "rights", administrator: true, opens: true };
    expect(told(await at.north.post(`/administration/accounts/${me}`, { change }))).toEqual(NOTHING);
    expect((await at.north.me())!.administrator).toBe(false);
  });

  it("[R26] another's session, key or token cannot be ended", async () => {
    await at.north.signIn();
    await at.south.signIn();
    const south = await at.south.right<{ sessions: { id: string }[]; passkeys: { id: string }[] }>(
      "/account",
    );
    const change = (what: object) => at.north.post("/account", { change: what });
    await change({ type: "end-session", id: south.sessions[0]!.id });
    expect(told(await change({ type: "remove-passkey", id: south.passkeys[0]!.id }))).toEqual(NOTHING);
    expect(told(await change({ type: "rename-passkey", id: south.passkeys[0]!.id, name: "x" }))).toEqual(
      NOTHING,
    );
    expect(await at.south.me()).not.toBeNull();
  });
});

describe("floods", () => {
  it("[R26] of guesses from elsewhere keep nobody out of their own browser or with a passkey", async () => {
    const { login, secret, password, browser } = await withPassword("Target Person");
    const flood = installation.browser();
    const guesses = await Promise.all(
      Array.from({ length: 80 }, (_, i) =>
        flood.post("/sign-in/password", { login, password: `guess ${i}`, code: "123456" }),
      ),
    );
    const codes = new Set(guesses.map((answer) => told(answer).code));
    expect(codes).toContain("rate-limited");
    const owner = { login, password, code: codeAt(secret) };
    expect(told(await flood.post("/sign-in/password", owner))).toMatchObject({ status: 429 });
    await browser.right("/sign-out", {});
    expect((await browser.post("/sign-in/password", owner)).status).toBe(200);
    expect((await at.south.signIn()).status).toBe(200);
    later(16);
    const again = { login, password, code: codeAt(secret) };
    expect((await installation.browser().post("/sign-in/password", again)).status).toBe(200);
  }, 120_000);

  it("[R26] are answered alike whether or not there is such a name", async () => {
    const flood = installation.browser();
    const answers: Told[] = [];
    for (let i = 0; i < 45; i++)
      answers.push(
        await flood.post("/sign-in/password", { login: "no-such-name", password: "x", code: "123456" }),
      );
    expect(told(answers[0]!)).toEqual(FAILED);
    expect(told(answers.at(-1)!)).toMatchObject({ status: 429, code: "rate-limited" });
    later(16);
  }, 120_000);

  it("[R25] take as long for a name that is there as for one that is not", async () => {
    const { login } = await withPassword("Time Taker");
    const times: Record<string, number[]> = { [login]: [], "nobody-here-x": [] };
    for (let round = 0; round < 12; round++)
      for (const name of Object.keys(times)) {
        const started = performance.now();
        await installation
          .browser()
          .post("/sign-in/password", { login: name, password: "guess", code: "123456" });
        times[name]!.push(performance.now() - started);
        if (round % 5 === 4) later(16);
      }
    const middle = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
    const [known, unknown] = Object.values(times).map(middle) as [number, number];
    expect(Math.abs(known - unknown)).toBeLessThan(0.35 * Math.max(known, unknown));
    expect(unknown).toBeGreaterThan(20);
  }, 120_000);
});
