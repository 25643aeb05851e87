/** Runs `read` on paths and gives back what it printed and what it complained of. */
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { type Input, readInputs } from "../src/inputs.ts";
import { type Format, read } from "../src/read.ts";
import { sharedKnowledge } from "./reader.ts";

export interface Printed {
  output: string;
  failures: { name: string; code: string; message: string }[];
}

export async function readPaths(paths: string[], format: Format, ndjson = false): Promise<Printed> {
  return readAll(readInputs(paths, { ndjson }), format);
}

export async function readAll(inputs: AsyncIterable<Input>, format: Format): Promise<Printed> {
  const output = new PassThrough({ highWaterMark: 1 << 20 });
  const printed = text(output);
  const failures: Printed["failures"] = [];
  await read({
    inputs,
    format,
    output,
    knowledge: sharedKnowledge(),
    onDocument: () => {},
    onFailure: (name, { error }) => failures.push({ name, ...error }),
  });
  output.end();
  return { output: await printed, failures };
}
