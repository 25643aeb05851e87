/** A live connection: notes when it first hears of each message. */
import { get, type IncomingMessage } from "node:http";

export interface Heard {
  /** By message, on the clock of `performance.now()`. */
  at: Map<string, number>;
  /** The line broke. */
  broken: boolean;
}

export interface Listener {
  heard: Heard;
  stop(): void;
}

export function listen(address: string, cookie: string): Promise<Listener> {
  const heard: Heard = { at: new Map(), broken: false };
  return new Promise((resolve, reject) => {
    let stopped = false;
    const request = get(`${address}/api/live`, { headers: { cookie }, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`live: ${response.statusCode}`));
      follow(response);
      resolve({
        heard,
        stop() {
          stopped = true;
          request.destroy();
        },
      });
    });
    request.on("error", (error) => {
      if (stopped) return;
      heard.broken = true;
      reject(error);
    });
    function follow(response: IncomingMessage): void {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        const events = text.split("\n\n");
        text = events.pop()!;
        for (const event of events) note(event);
      });
      response.on("close", () => {
        if (!stopped) heard.broken = true;
      });
    }
    function note(event: string): void {
      const id = /"kind":"message","id":"([^"]+)"/.exec(event)?.[1];
      if (id !== undefined && !heard.at.has(id)) heard.at.set(id, performance.now());
    }
  });
}
