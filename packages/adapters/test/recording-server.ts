/** An HTTP server on this machine that remembers what it was sent, and can be told to misbehave. */
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Parsed JSON; null where there was no body. */
  body: unknown;
}

export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** In place of the next answer: another one, silence for some milliseconds before the real one, or a closed connection. */
export type Misbehaviour = Answer | { silentFor: number } | "hang-up";

export interface RecordingServer {
  /** http://127.0.0.1:PORT */
  address: string;
  host: string;
  received: Received[];
  /** Connections opened to it, whether or not anything was sent. */
  connections(): number;
  /** What happens to the next requests that `when` is true of, one each, before all is well again. */
  misbehave(misbehaviours: Misbehaviour[], when?: (received: Received) => boolean): void;
  close(): Promise<void>;
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", ...headers },
});

/** As nginx answers for a program that is down. */
export const html = (status: number, title: string): Answer => ({
  status,
  body: `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body></html>\r\n`,
  headers: { "content-type": "text/html" },
});

export async function startRecording(answer: (received: Received) => Answer): Promise<RecordingServer> {
  const received: Received[] = [];
  let planned: { misbehaviours: Misbehaviour[]; when: (received: Received) => boolean } | null = null;
  let connections = 0;
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const { method = "", url = "", headers } = request;
    const one: Received = { method, path: url, headers, body: text ? JSON.parse(text) : null };
    received.push(one);
    const now = planned?.when(one) ? planned.misbehaviours.shift() : undefined;
    if (now === "hang-up") {
      request.socket.destroy();
      return;
    }
    if (now && "silentFor" in now) await new Promise((resolve) => setTimeout(resolve, now.silentFor));
    const given = now && "status" in now ? now : answer(one);
    if (!response.destroyed) response.writeHead(given.status, given.headers).end(given.body);
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    received,
    connections: () => connections,
    misbehave(misbehaviours, when = () => true) {
      planned = { misbehaviours: [...misbehaviours], when };
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
