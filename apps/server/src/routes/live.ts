/** Server-sent events. A listener that comes back with Last-Event-ID gets what it missed, or is told to look at everything. */
import { listProcesses } from "@parley/store";
import type { App, Context } from "../context.ts";
import { eventLine } from "../live.ts";

/** Proxies close lines that stay silent for a minute. */
const HEARTBEAT = 20_000;
/** Messages of one burst leave in one piece: with hundreds of listeners each piece costs. */
const GATHER = 15;

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
      let waiting = "retry: 2000\n\n";
      let timer: NodeJS.Timeout | undefined;
      const flush = () => {
        timer = undefined;
        raw.write(waiting);
        waiting = "";
      };
      const write = (line: string) => {
        waiting += line;
        timer ??= setTimeout(flush, GATHER);
      };
      flush();
      for (const { id } of missed) write(eventLine(newId(), { type: "record", process: id }));
      const unsubscribe = live.subscribe(viewer, lastId, {
        send: ({ line }) => write(line),
        end: () => end(),
      });
      const heartbeat = setInterval(() => raw.write(": still here\n\n"), HEARTBEAT);
      // Whoever signs out, leaves a seat or takes one is another listener: the line ends and comes back as that.
      const stopWatching = door?.callers.watch(request, () => end());
      const end = () => {
        clearInterval(heartbeat);
        clearTimeout(timer);
        unsubscribe();
        stopWatching?.();
        open.delete(end);
        raw.end(waiting);
      };
      open.add(end);
      raw.on("close", end);
    },
  );
}
