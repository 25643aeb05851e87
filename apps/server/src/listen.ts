/** Takes the port asked for or, where another program has it and others will do, the next free one. */
import type { App } from "./context.ts";

/** How many ports after the first are tried. */
const REACH = 50;

export async function listen(
  app: App,
  host: string,
  { first, others = true }: { first: number; others?: boolean },
): Promise<{ port: number; otherPort: boolean }> {
  for (let port = first; ; port++) {
    try {
      await app.listen({ host, port });
      const address = app.server.address();
      return {
        port: typeof address === "object" && address ? address.port : port,
        otherPort: first !== 0 && port !== first,
      };
    } catch (error) {
      if (
        (error as NodeJS.ErrnoException).code !== "EADDRINUSE" ||
        !others ||
        first === 0 ||
        port >= first + REACH
      )
        throw error;
    }
  }
}
