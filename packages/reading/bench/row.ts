/** What a stage's measurement yields: lines of the one table that `npm run bench` prints. */

export interface Row {
  stage: "extract" | "times" | "names" | "tags" | "places" | "attribute" | "code";
  system: string;
  /** The texts and labels measured on. */
  data: string;
  /** By the name of the measure, 0..1. */
  scores: Record<string, number>;
  /**
   * `run`: measured in this run. `cross-validated`: measured in this run, by weights that had not seen the text.
   * `published`: said by others, on `data`, and not run here.
   */
  origin: "run" | "cross-validated" | "published";
  /** Processor milliseconds in which the whole of `data` was read; absent where nothing was run. */
  milliseconds?: number;
  /** Speed where no peer reads the same data ("9,000 sentences/s"). */
  speed?: string;
  note?: string;
}

export interface Measured {
  rows: Row[];
  /** What was left out, with the reason: "unfluff: …". */
  skipped: string[];
}

/** Processor time, which a busy machine does not stretch as it does the clock. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, milliseconds: (user + system) / 1000 };
}
