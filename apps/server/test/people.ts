/** A shared installation and the browsers of those who use it: each keeps its own cookies and its own passkey. */
import { createServer } from "node:net";
import {
  type Accepted,
  DelegationView,
  type InvitationLink,
  type InvitationView,
  type Me,
} from "@parley/protocol";
import { pino } from "pino";
import type { RunningServer, ServerOptions } from "../src/index.ts";
import { newAuthenticator, type Options } from "./authenticator.ts";
import { type Answer, command, start } from "./running.ts";

export interface Installation {
  server: RunningServer;
  origin: string;
  browser(): Browser;
}

export type Browser = ReturnType<typeof browserAt>;

/** A port that nobody has: passkeys hang on the origin, which must be known before. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export async function share(more: Partial<ServerOptions> = {}): Promise<Installation> {
  const port = more.port ?? (await freePort());
  const origin = more.sharedAt ?? `http://localhost:${port}`;
  const logger = pino({ level: "silent" }) as unknown as NonNullable<ServerOptions["logger"]>;
  const server = await start({ port, sharedAt: origin, logger, ...more });
  return { server, origin, browser: () => browserAt(server, origin) };
}

export function browserAt(server: RunningServer, origin: string) {
  const jar = new Map<string, string>();
  const key = newAuthenticator(origin);

  async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const response = await fetch(`${server.address}/api${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as T, headers: response.headers };
  }
  const post = <T>(path: string, body: object = {}, headers: Record<string, string> = {}) =>
    ask<T>(path, {
      method: "POST",
      headers: { "content-type": "application/json", origin, ...headers },
      body: JSON.stringify(body),
    });
  const right = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await (body ? post<T>(path, body) : ask<T>(path));
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const options = async (path: string, body: object = {}) =>
    (await right<{ options: Options }>(path, body)).options;
  const tokenOf = (link: string) => new URL(link).hash.slice(1);

  return {
    jar,
    key,
    ask,
    post,
    right,
    options,
    tokenOf,
    me: async () => (await right<Me>("/me")).person,
    look: (link: string) => post<InvitationView>("/invitations/look", { token: tokenOf(link) }),
    /** Takes the invitation with a new passkey. */
    async accept(link: string, name: string): Promise<Accepted> {
      const token = tokenOf(link);
      const asked = await options("/invitations/passkey-options", { token, name });
      const response = key.create(asked);
      return right<Accepted>("/invitations/accept", { token, name, key: { kind: "passkey", response } });
    },
    async signIn() {
      const response = key.get(await options("/sign-in/passkey/options"));
      return post("/sign-in/passkey", { response });
    },
    async openProcess(name: string) {
      const opening = { name, description: "", parties: [], mediators: [], command: command() };
      const { id } = await right<{ id: string }>("/processes", opening);
      return id;
    },
    async delegations(process: string) {
      const { delegations } = await right<{ delegations: unknown[] }>(`/processes/${process}/delegations`);
      return delegations.map((one) => DelegationView.parse(one));
    },
    async found(process: string, name: string, more: object = {}) {
      const founding = {
        ...{ name, capacity: "party", represents: [], mandate: "", together: [], discreet: false },
        ...{ command: command(), ...more },
      };
      return DelegationView.parse(await right(`/processes/${process}/delegations`, founding));
    },
    invite: (process: string, delegation: string, more: object = {}) =>
      right<InvitationLink>(`/processes/${process}/delegations/${delegation}/invitations`, {
        ...{ command: command(), name: "Somebody", function: "", lead: false, from: null, to: null, days: 7 },
        ...more,
      }),
  };
}

/** An administrator, and a convener with an open process, two parties and somebody who leads each. */
export async function talks(installation: Installation) {
  const [administrator, convener] = [installation.browser(), installation.browser()];
  await administrator.accept(installation.server.firstAdministrator!, "Adm Inistrator");
  const { link } = await administrator.right<InvitationLink>("/administration/invitations", {
    ...{ command: command(), name: "Con Vener", administrator: false, opens: true, days: 3 },
  });
  await convener.accept(link, "Con Vener");
  const process = await convener.openProcess("River talks");
  const [north, south] = [installation.browser(), installation.browser()];
  const sides = { north: "", south: "" };
  for (const [side, browser] of Object.entries({ north, south })) {
    const { id } = await convener.found(process, `Delegation ${side}`);
    sides[side as keyof typeof sides] = id;
    const invitation = await convener.invite(process, id, { name: `Head of ${side}`, lead: true });
    await browser.accept(invitation.link, `Head of ${side}`);
  }
  return { administrator, convener, north, south, process, delegations: sides };
}
