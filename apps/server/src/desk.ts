/** The built desk as files. Every address that is no file and not under /api or /assets is a page of the desk. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { App } from "./context.ts";
import { ApiProblem, notFound } from "./problem.ts";

export async function deskRoutes(app: App, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(join(folder, "index.html"));
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      index: "index.html",
      cacheControl: false,
      setHeaders(response, path) {
        // Built files under assets carry a hash of their content in the name.
        response.setHeader(
          "cache-control",
          /[\\/]assets[\\/]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    // Ids hold dots, so an address that looks like a file may be a page; only built files are never one.
    const page = request.method === "GET" && !/^\/(api|assets)(\/|$)/.test(path);
    if (!page) throw notFound();
    if (!built) throw new ApiProblem("desk-missing", "The desk is not built. Run npm run build.");
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
