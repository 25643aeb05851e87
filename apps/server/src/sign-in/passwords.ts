/**
 * Passwords by argon2id, off the event loop. Every try costs the same, whether there is such an account or not; tries
 * from browsers that are known queue apart from all others, so that a flood of guesses keeps nobody waiting.
 */
import { hash, verify } from "@node-rs/argon2";
import { ApiProblem } from "../problem.ts";

/** argon2id; 64 MiB and three passes as RFC 9106 recommends second, in one lane, since the threads are few. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** Hashes at one time in each queue, and how many may wait. */
const WIDTH = 1;
const LONGEST = 24;

export type Queue = "known" | "unknown";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** `hashed` null costs the same and is false. Throws `rate-limited` where the queue is full. */
  matches(hashed: string | null, password: string, queue: Queue): Promise<boolean>;
}

export function createPasswords(): Passwords {
  const queues = { known: createQueue(), unknown: createQueue() };
  const nobodys = hash("nobody has this password", COST);
  return {
    hash: (password) => queues.known(() => hash(password.normalize("NFC"), COST)),
    matches: (hashed, password, queue) =>
      queues[queue](async () => {
        const right = await verify(hashed ?? (await nobodys), password.normalize("NFC"));
        return right && hashed !== null;
      }),
  };
}

function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= WIDTH) {
      if (waiting.length >= LONGEST) throw tooMany();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running++;
    try {
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}

export const tooMany = () => new ApiProblem("rate-limited", "Too many tries. Wait a little and try again.");
