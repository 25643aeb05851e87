/**
 * A process with a mediator, two sides, an observer and the press, and somebody in each: a server whose requests say
 * in a header who sends them, so that a test can look at one thing with many eyes.
 */
import { type Capacity, NOBODY, type Seat, seated, type Viewer } from "@parley/record";
import type { RunningServer, ServerOptions } from "../src/index.ts";
import { DESK_OFFICER } from "../src/viewer.ts";
import { type Answer, command, start } from "./running.ts";

const CAPACITY = {
  mediator: "mediator",
  north: "party",
  south: "party",
  observer: "observer",
  press: "press",
} as const satisfies Record<string, Capacity>;
export type Side = keyof typeof CAPACITY;
export const SIDES = Object.keys(CAPACITY) as Side[];
/** "officer" is the one person of a laptop. "north-member" sits in the delegation without leading it. */
export type Who = Side | "north-member" | "officer" | "nobody";

export interface Table {
  server: RunningServer;
  process: string;
  /** Delegation ids. */
  delegations: Record<Side, string>;
  viewers: Map<Who, Viewer>;
  ask<T>(who: Who, path: string, init?: RequestInit): Promise<Answer<T>>;
  post<T>(who: Who, path: string, body: object): Promise<Answer<T>>;
  /** `path` under the process. */
  at(path: string): string;
}

export async function layTable(more: Partial<ServerOptions> = {}): Promise<Table> {
  const viewers = new Map<Who, Viewer>([
    ["officer", DESK_OFFICER],
    ["nobody", NOBODY],
  ]);
  const server = await start({
    recognise: async (request) => viewers.get(String(request.headers["x-who"]) as Who) ?? NOBODY,
    ...more,
  });
  const ask = async <T>(who: Who, path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const headers = { ...(init.headers as Record<string, string>), "x-who": who };
    const response = await fetch(`${server.address}/api${path}`, { ...init, headers });
    const text = await response.text();
    const body = (response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text) as T;
    return { status: response.status, body, headers: response.headers };
  };
  const post = <T>(who: Who, path: string, body: object) =>
    ask<T>(who, path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const opening = { name: "River talks", description: "", parties: [], mediators: [], command: command() };
  const { id: process } = (await post<{ id: string }>("officer", "/processes", opening)).body;
  const delegations = {} as Record<Side, string>;
  for (const side of SIDES) {
    const founding = {
      ...{ name: `Delegation ${side}`, capacity: CAPACITY[side], represents: [`org:${side}`] },
      ...{ mandate: "", together: [], discreet: false, command: command() },
    };
    const founded = await post<{ id: string }>("officer", `/processes/${process}/delegations`, founding);
    if (founded.status !== 200) throw new Error(JSON.stringify(founded.body));
    delegations[side] = founded.body.id;
  }
  const seat = (side: Side, lead: boolean): Seat => ({
    ...{ process, lead },
    delegation: delegations[side],
    capacity: CAPACITY[side],
  });
  for (const side of SIDES) viewers.set(side, seated(`person-${side}`, [seat(side, true)]));
  viewers.set("north-member", seated("person-north-member", [seat("north", false)]));
  return { server, process, delegations, viewers, ask, post, at: (path) => `/processes/${process}${path}` };
}
