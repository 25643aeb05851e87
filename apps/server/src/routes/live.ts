/** Server-sent events. A listener that comes back with Last-Event-ID gets what it missed, or is told to look at everything. */
import { listProcesses } from "@parley/store";
import type { App, Context } from "../context.ts";

/** Proxies close lines that stay silent for a minute. */
const HEARTBEAT = 20_000;

export function liveRoutes(app: App, { store, live, viewerOf, newId, door }: Context): void {
  const open = new Set<() => void>();
  app.addHook("preClose", async () => {
    for (const end of open) end();
  });
  app.get(
    "/live",
    {
      schema: {
        tags: ["live"],
        description: "text/event-stream of LiveMessage: what changed, never the content.",
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const header = request.headers["last-event-id"];
      const lastId = typeof header === "string" && header ? header : undefined;
      const missed =
        lastId !== undefined && !live.remembers(lastId)
          ? await store.as(viewer, (session) => listProcesses(session))
          : [];
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      const write = (id: string, message: object) =>
        raw.write(`id: ${id}\ndata: ${JSON.stringify(message)}\n\n`);
      raw.write("retry: 2000\n\n");
      for (const { id } of missed) write(newId(), { type: "record", process: id });
      const unsubscribe = live.subscribe(viewer, lastId, {
        send: (sent) => write(sent.id, sent.message),
        end: () => end(),
      });
      const heartbeat = setInterval(() => raw.write(": still here\n\n"), HEARTBEAT);
      // Whoever signs out, leaves a seat or takes one is another listener: the line ends and comes back as that.
      const stopWatching = door?.callers.watch(request, () => end());
      const end = () => {
        clearInterval(heartbeat);
        unsubscribe();
        stopWatching?.();
        open.delete(end);
        raw.end();
      };
      open.add(end);
      raw.on("close", end);
    },
  );
}
