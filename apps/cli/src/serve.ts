/** `parley serve`: the desk, until it is told to stop. */
import { join } from "node:path";
import { notice } from "@parley/adapters/settings";
import { addActors } from "@parley/lexicons";
import { StartError, startServer } from "@parley/server";
import { SingleBar } from "cli-progress";
import { addedLexicons } from "./added-lexicons.ts";
import { roomSettings } from "./room-settings.ts";
import { findRoot } from "./root.ts";
import { configured } from "./sending.ts";

export interface ServeOptions {
  port: string;
  host: string;
  data?: string;
  sample: boolean;
  lexicon?: string[];
  shared?: boolean;
  origin?: string;
  proxy?: string[];
}

export async function serve(options: ServeOptions): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${options.port}: a port is a whole number from 0 (any free one) to 65535`);
  if (options.shared && !options.origin)
    throw new StartError(
      "origin-wrong",
      "--shared needs --origin: the address that people type, such as https://talks.example",
    );
  if (options.origin && !options.shared) throw new StartError("origin-wrong", "--origin goes with --shared");
  const root = findRoot();
  const adapters = configured({});
  if (adapters) console.error(notice(adapters));
  const databaseUrl = process.env.DATABASE_URL;
  const dataFolder = options.data ?? process.env.PARLEY_DATA ?? join(root, ".parley");
  const lexicons = addedLexicons(options.lexicon);
  // Read once here, so that a wrong file is told before anything starts; the threads read them again.
  addActors({}, lexicons);
  const progress = sampleProgress();
  const server = await startServer({
    root,
    dataFolder,
    databaseUrl,
    host: options.host,
    port,
    sharedAt: options.origin,
    proxies: options.proxy ?? [],
    adapters,
    lexicons,
    ...roomSettings(process.env),
    sample: options.sample ? join(root, "samples") : null,
    onProgress: progress.tell,
  });
  progress.end();
  if (server.otherPort) console.log(`Port ${port} is taken by another program; using ${server.port}.`);
  console.log(`Parley is ready at ${server.address} (started in ${(server.startedIn / 1000).toFixed(1)} s)`);
  console.log(databaseUrl ? "The record is kept at DATABASE_URL." : `The record is kept in ${dataFolder}.`);
  if (server.sharedAt) console.log(`People come in at ${server.sharedAt}; everybody signs in.`);
  if (server.firstAdministrator) printInvitation(server.firstAdministrator);
  console.log("Ctrl+C stops it.");
  stopOnSignal(server.close);
}

export function printInvitation(link: string): void {
  console.log(`
Open this once, within a day, to become an administrator:

  ${link}

Whoever opens it first is one. parley invite-administrator prints another.
`);
}

/** A bar where someone watches, a line a step where not. */
function sampleProgress() {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: "reading the sample process {bar} {value}/{total}", stream: process.stderr })
    : null;
  let begun = false;
  return {
    tell({ done, total }: { done: number; total: number }) {
      if (!begun) bar?.start(total, 0);
      begun = true;
      if (bar) bar.update(done);
      else console.error(`reading the sample process: ${done} of ${total}`);
    },
    end: () => bar?.stop(),
  };
}

function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      console.log("\nstopping …");
      close().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}
