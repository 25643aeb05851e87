/** One server of the load test, in a process of its own. Options come as JSON; its first line says where it is. */
import { join } from "node:path";
import { pino } from "pino";
import { startServer } from "../src/index.ts";

const { port, sharedAt, dataFolder, databaseUrl } = JSON.parse(process.argv[2]!) as {
  port: number;
  sharedAt: string;
  dataFolder: string | null;
  databaseUrl?: string;
};
const server = await startServer({
  ...{ port, sharedAt, dataFolder, databaseUrl },
  root: join(import.meta.dirname, "../../.."),
  sample: null,
  readers: 1,
  // Everybody comes from one address here; the limit is for one address.
  limits: { requests: 10_000_000 },
  logger: pino({ level: "error" }) as never,
});
console.log(JSON.stringify({ address: server.address, firstAdministrator: server.firstAdministrator }));
process.on("SIGTERM", () => void server.close().then(() => process.exit(0)));
