/**
 * What becomes due by the clock: reminders, embargoes, retention. Each round does what is due now and is safe to run
 * twice, by this server or another; one that fails is told and does not keep the others.
 */
export type Round = { name: string; run(now: Date): Promise<void> };

export interface Rounds {
  /** Runs all of them now, after those that run already. */
  once(): Promise<void>;
  stop(): Promise<void>;
}

export interface RoundsOptions {
  rounds: Round[];
  now(): Date;
  /** Milliseconds between two rounds. */
  every: number;
  onFailure(name: string, error: unknown): void;
}

export function createRounds({ rounds, now, every, onFailure }: RoundsOptions): Rounds {
  let last = Promise.resolve();
  let stopped = false;
  async function all(): Promise<void> {
    for (const { name, run } of rounds) {
      if (stopped) return;
      try {
        await run(now());
      } catch (error) {
        onFailure(name, error);
      }
    }
  }
  const once = () => {
    last = last.then(all);
    return last;
  };
  const timer = setInterval(once, every);
  return {
    once,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
