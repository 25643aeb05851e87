/**
 * The coder on the PLV train pairs. It was trained on them, so the figure is that of ten folds, three times. Its speed is
 * measured twice: the stage alone, and the command `parley code`, from its first answer to its last.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseLexicons } from "../../../lexicons/load.ts";
import { loadWeights } from "../../../models/load.ts";
import { hasPairs, type Pair, readPairs, sideOf, toExamples } from "../../../models/plover/dev-set.ts";
import { macroF1 } from "../../../models/plover/scores.ts";
import { crossValidate, generatedExamples } from "../../../models/plover/trainer.ts";
import { createCoder, QUAD_OF } from "../src/code/coder.ts";
import { compileConcepts, ROOTS } from "../src/code/concepts.ts";
import { ROOT } from "./dev-set.ts";
import { publishedOf } from "./published.ts";
import { type Measured, timed } from "./row.ts";

const REPEATS = 3;
/** Sentences that the command is asked for: enough that its start does not count. */
const ASKED = 42_000;

export async function measureCode(): Promise<Measured> {
  if (!hasPairs()) return { rows: [], skipped: ["code: ../shared/bench/plv is not there"] };
  const lexicons = parseLexicons(join(ROOT, "lexicons"));
  const pairs = readPairs();
  const coder = createCoder({ lexicons, weights: loadWeights(join(ROOT, "models")) });
  const inputs = pairs.map(({ text, source, target }) => ({
    text,
    source: sideOf(source),
    target: sideOf(target),
  }));
  const codeAll = () => {
    for (let round = 0; round < 4; round++) for (const input of inputs) coder.code(input);
  };
  codeAll();
  const { milliseconds } = await timed(codeAll);
  const command = await askCommand(pairs);
  const row = { stage: "code", data: `PLV train, ${pairs.length} pairs` } as const;
  return {
    rows: [
      {
        ...row,
        system: "Parley",
        scores: scoreUnseen(pairs, lexicons.plover ?? []),
        origin: "cross-validated",
        milliseconds: milliseconds / 4,
        speed: `${thousands((4 * pairs.length) / (milliseconds / 1000))} sentences/s`,
        note: `10 folds, ${REPEATS} times`,
      },
      ...(command === null
        ? []
        : [
            {
              ...row,
              system: "Parley, command `parley code`",
              data: `the same pairs over and over, ${thousands(ASKED)} lines by the clock`,
              scores: {},
              origin: "run" as const,
              speed: `${thousands(command)} sentences/s (4,000 asked)`,
            },
          ]),
      ...publishedOf("code"),
    ],
    skipped: command === null ? ["parley code: the command ended before it had answered every line"] : [],
  };
}

function scoreUnseen(pairs: readonly Pair[], lexicon: unknown[]): { root: number; quad: number } {
  const concepts = compileConcepts(lexicon);
  const examples = toExamples(pairs, concepts);
  const extra = generatedExamples(concepts);
  const sum = { root: 0, quad: 0 };
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const coded = crossValidate(examples, { folds: 10, seed: 100 + repeat, extra }).map(
      (row) => ROOTS[row.indexOf(Math.max(...row))]!,
    );
    sum.root += macroF1(
      pairs.map(({ root }) => root),
      coded,
    );
    sum.quad += macroF1(
      pairs.map(({ quad }) => String(quad)),
      coded.map((root) => String(QUAD_OF[root])),
    );
  }
  return { root: sum.root / REPEATS, quad: sum.quad / REPEATS };
}

/** Sentences a second by the clock; null where the command fails. It is built first where it is stale. */
async function askCommand(pairs: readonly Pair[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, "apps/cli/bin/parley.mjs"), "code"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = pairs.map(({ text, source, target }, i) =>
    JSON.stringify({ id: String(i), text, source: place(source), target: place(target) }),
  );
  const feed = function* () {
    for (let sent = 0; sent < ASKED; sent += lines.length)
      yield `${lines.slice(0, ASKED - sent).join("\n")}\n`;
  };
  // A command that dies early breaks the pipe; that it answered too little is told below.
  const feeding = pipeline(Readable.from(feed()), child.stdin).catch(() => {});
  let answered = 0;
  let first = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('"error"')) break;
    if (answered++ === 0) first = performance.now();
  }
  const seconds = (performance.now() - first) / 1000;
  child.kill();
  await feeding;
  return answered === ASKED ? (answered - 1) / seconds : null;
}

const place = ({ start, end }: { start: number | null; end: number | null }) => ({ start, end });
const thousands = (n: number) => Math.round(n).toLocaleString("en");
