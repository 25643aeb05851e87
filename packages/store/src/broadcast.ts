/**
 * Words between the servers of one database, by LISTEN and NOTIFY on a connection of its own. What is said while a
 * connection is down is lost, and `onGap` says so on every server; nothing that must be kept goes this way.
 */
import pg from "pg";

export interface Broadcast {
  /** A word is one line and shorter than 7,900 bytes. */
  send(word: string): void;
  close(): Promise<void>;
}

export interface BroadcastOptions {
  url: string;
  /** Words of other servers, in their order. */
  onWord(word: string): void;
  /** A connection was down, this one's or another's: words may have been missed. */
  onGap(): void;
}

const CHANNEL = "parley_live";
/** Said to the others by whoever comes back. */
const GAP = "gap";
/** Between words that leave together; JSON holds no bare line end. */
const BETWEEN = "\n";
const RETRY = 1_000;
/** Postgres refuses a payload of 8,000 bytes or more. */
const LONGEST = 7_900;

const bytes = (...words: string[]) => Buffer.byteLength(words.join(BETWEEN));

/** Rejects where the database does not answer at first; afterwards it comes back by itself. */
export async function openBroadcast({ url, onWord, onGap }: BroadcastOptions): Promise<Broadcast> {
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on("error", () => lost(fresh));
    fresh.on("end", () => lost(fresh));
    await fresh.connect();
    const { rows } = await fresh.query<{ pid: number }>(`select pg_backend_pid() as pid`);
    const own = rows[0]!.pid;
    fresh.on("notification", ({ processId, payload }) => {
      if (processId === own || !payload) return;
      for (const word of payload.split(BETWEEN))
        if (word === GAP) onGap();
        else onWord(word);
    });
    await fresh.query(`listen ${CHANNEL}`);
    client = fresh;
  }

  function lost(which: pg.Client): void {
    if (closed || client !== which) return;
    client = null;
    retry();
  }

  function retry(): void {
    timer = setTimeout(() => {
      connect().then(back, retry);
    }, RETRY);
  }

  function back(): void {
    say(GAP);
    onGap();
  }

  let waiting: string[] = [];
  let speaking = false;

  /** What waits leaves together, one statement at a time. What cannot be said now is covered by the gap that follows. */
  async function speak(): Promise<void> {
    if (speaking) return;
    speaking = true;
    while (waiting.length) {
      let payload = waiting.shift()!;
      while (waiting.length && bytes(payload, waiting[0]!) < LONGEST) payload += BETWEEN + waiting.shift()!;
      try {
        await client?.query("select pg_notify($1, $2)", [CHANNEL, payload]);
      } catch {
        waiting = [];
      }
    }
    speaking = false;
  }

  function say(word: string): void {
    waiting.push(word);
    void speak();
  }

  await connect();
  return {
    send(word) {
      if (bytes(word) > LONGEST) throw new RangeError("a word to the other servers is too long");
      say(word);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
