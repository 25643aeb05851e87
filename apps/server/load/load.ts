/**
 * People at a table under load: each signed in, lines open, messages written and edited at a steady rate by real HTTP
 * clients on the loopback. It fails where the 99th percentile of a write is too slow, where an acknowledged write is
 * not there at the end, where two people's edits lost each other, or where somebody was not told.
 *
 *   npm run load                          embedded database, 50 people, 20 writes/s, 10 minutes
 *   npm run load -- --postgres            PostgreSQL, two servers, 500 lines, 200 writes/s
 *   --people 50 --lines 50 --writes 20 --minutes 10 --processes 1 --p99 250
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as after } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { MessagePage, MessageView } from "@parley/protocol";
import { freshDatabase } from "../../../packages/store/test/server-database.ts";
import { command } from "../test/running.ts";
import { type Listener, listen } from "./listener.ts";
import { type Channel, type Laid, layTables, type Person, type Server } from "./table.ts";

const { values } = parseArgs({
  options: {
    postgres: { type: "boolean", default: false },
    people: { type: "string" },
    lines: { type: "string" },
    writes: { type: "string" },
    minutes: { type: "string" },
    processes: { type: "string" },
    p99: { type: "string", default: "250" },
  },
});
const pick = (given: string | undefined, embedded: number, postgres: number) =>
  Number(given ?? (values.postgres ? postgres : embedded));
const PEOPLE = pick(values.people, 50, 100);
const LINES = pick(values.lines, 50, 500);
const WRITES = pick(values.writes, 20, 200);
const MINUTES = pick(values.minutes, 10, 2);
const PROCESSES = pick(values.processes, 1, 10);
const P99 = Number(values.p99);
/** Of so many writes one edits an earlier message instead of sending a new one. */
const EDIT_EVERY = 8;

interface Written {
  channel: Channel;
  person: Person;
  text: string;
  revision: string;
  /** An edit is on its way. */
  busy: boolean;
}

const written = new Map<string, Written>();
const sentAt = new Map<string, number>();
const took: number[] = [];
const refused = new Map<string, number>();
let clashes = 0;

const children: ChildProcess[] = [];
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});
const folder = mkdtempSync(join(tmpdir(), "parley-load-"));
const database = values.postgres ? await freshDatabase() : null;
try {
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  await Promise.all(
    children.map((child) => {
      child.kill("SIGTERM");
      return new Promise((resolve) => child.once("exit", resolve));
    }),
  );
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<boolean> {
  const ports = await Promise.all(Array.from({ length: values.postgres ? 2 : 1 }, freePort));
  const origin = `http://localhost:${ports[0]}`;
  const servers: Server[] = [];
  for (const port of ports) servers.push(await startOne(port, origin));
  const laid = await layTables({
    ...{ servers, origin },
    processes: PROCESSES,
    people: PEOPLE,
    onPerson: (count) => console.error(`signed in: ${count} of ${PEOPLE}`),
  });
  const lines = await openLines(servers, laid);
  console.error(`${lines.length} lines open; writing ${WRITES} a second for ${MINUTES} minutes`);
  const started = performance.now();
  await write(laid, started + MINUTES * 60_000);
  const seconds = (performance.now() - started) / 1000;
  await after(2_000);
  for (const { listener } of lines) listener.stop();
  return report(laid, lines, seconds);
}

async function startOne(port: number, sharedAt: string): Promise<Server> {
  const options = { port, sharedAt, dataFolder: folder, databaseUrl: database?.url };
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "serve.ts"), JSON.stringify(options)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  children.push(child);
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line) as Server;
  throw new Error("a server did not start");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

interface Line {
  person: Person;
  listener: Listener;
}

async function openLines(servers: Server[], { people }: Laid): Promise<Line[]> {
  const lines: Line[] = [];
  for (let i = 0; i < LINES; i++) {
    const person = people[i % people.length]!;
    const cookie = [...person.browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const { address } = servers[i % servers.length]!;
    lines.push({ person, listener: await listen(address, cookie) });
  }
  return lines;
}

/** One write after another by the clock, whether the one before it was answered or not. */
async function write({ people }: Laid, until: number): Promise<void> {
  const open = new Set<Promise<void>>();
  const started = performance.now();
  for (let n = 0; performance.now() < until; n++) {
    const due = started + (n * 1000) / WRITES;
    if (due > performance.now()) await after(due - performance.now());
    const person = people[(n * 7919) % people.length]!;
    const one: Promise<void> = (n % EDIT_EVERY === 0 ? edit(person, n) : send(person, n))
      // A connection that breaks is a failure to be counted.
      .catch((error: unknown) => note(String(error)))
      .finally(() => open.delete(one));
    open.add(one);
  }
  await Promise.all(open);
}

async function send(person: Person, n: number): Promise<void> {
  const channel = person.channels[n % person.channels.length]!;
  const text = `Message ${n} of the load, long enough to be a sentence of a delegation to another.`;
  const at = performance.now();
  const answer = await person.browser.post<MessageView>(
    `/processes/${person.process}/channels/${channel.id}/messages`,
    { command: command(), for: person.delegation, thread: null, text, language: "en", files: [] },
  );
  took.push(performance.now() - at);
  if (answer.status !== 200) return note(String(answer.status));
  const { id, revision } = answer.body;
  sentAt.set(id, at);
  written.set(id, { channel, person, text, revision, busy: false });
}

/** Two edits on one revision at once: one is taken, the other is told, and what was taken stands. */
async function edit(person: Person, n: number): Promise<void> {
  const own = [...written].reverse().find(([, one]) => one.person === person && !one.busy);
  if (!own) return send(person, n);
  const [id, one] = own;
  one.busy = true;
  const tries = ["first", "second"].map(async (which) => {
    const text = `${one.text} Edited ${n}, ${which}.`;
    const at = performance.now();
    const answer = await person.browser.post<MessageView>(`/processes/${person.process}/messages/${id}`, {
      ...{ command: command(), revision: one.revision },
      change: { type: "edit", text, language: "en" },
    });
    took.push(performance.now() - at);
    return { answer, text };
  });
  const answers = await Promise.all(tries);
  const taken = answers.filter(({ answer }) => answer.status === 200);
  for (const { answer } of answers)
    if (answer.status === 409) clashes++;
    else if (answer.status !== 200) note(String(answer.status));
  if (taken.length > 1) note("both taken");
  if (taken[0]) {
    one.text = taken[0].text;
    one.revision = taken[0].answer.body.revision;
  }
  one.busy = false;
}

function note(why: string): void {
  refused.set(why, (refused.get(why) ?? 0) + 1);
}

async function report(laid: Laid, lines: Line[], seconds: number): Promise<boolean> {
  const found = await readAll(laid);
  const missing = [...written.keys()].filter((id) => !found.has(id)).length;
  const overwritten = [...written].filter(([id, one]) => found.get(id) !== one.text).length - missing;
  let untold = 0;
  const delays: number[] = [];
  let wrongly = 0;
  for (const { person, listener } of lines) {
    const mine = new Set(person.channels.map((channel) => channel.id));
    for (const [id, one] of written)
      if (!mine.has(one.channel.id)) wrongly += listener.heard.at.has(id) ? 1 : 0;
      else if (!listener.heard.at.has(id)) untold++;
      else delays.push(listener.heard.at.get(id)! - sentAt.get(id)!);
  }
  const broken = lines.filter(({ listener }) => listener.heard.broken).length;
  const p99 = quantile(took, 0.99);
  const figures = {
    people: laid.people.length,
    lines: `${lines.length}, broken ${broken}`,
    writes: `${took.length} in ${seconds.toFixed(0)} s, ${(took.length / seconds).toFixed(1)} a second`,
    "answered in ms": quantiles(took),
    "told after ms": quantiles(delays),
    "second of two writers told": clashes,
    "refused or failed": JSON.stringify(Object.fromEntries(refused)),
    "messages acknowledged": written.size,
    "missing at the end": missing,
    "edits lost": overwritten,
    "told / not told / told wrongly": `${delays.length} / ${untold} / ${wrongly}`,
  };
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(32)}${value}`);
  const good = !refused.size && !missing && !overwritten && !untold && !wrongly && !broken && p99 <= P99;
  console.log(good ? "held" : "NOT held");
  return good;
}

/** The text of every message, as somebody in its channel reads it. */
async function readAll({ people, channels }: Laid): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  for (const channel of channels) {
    const reader = people.find((person) => person.channels.includes(channel));
    if (!reader) continue;
    for (let before = "", more = true; more; ) {
      const page = await reader.browser.right<MessagePage>(
        `/processes/${channel.process}/channels/${channel.id}/messages?limit=200${before}`,
      );
      for (const message of page.messages) found.set(message.id, message.text);
      const oldest = Math.min(...page.messages.map((message) => message.order));
      more = page.more && page.messages.length > 0;
      before = `&before=${oldest}`;
    }
  }
  return found;
}

function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function quantiles(numbers: number[]): string {
  return [0.5, 0.95, 0.99, 1]
    .map((share) => `p${share * 100} ${quantile(numbers, share).toFixed(0)}`)
    .join(", ");
}
