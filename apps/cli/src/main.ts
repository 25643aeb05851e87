/** The command line: `parley read`, the stage commands, `schema`, `serve`. */

import { availableParallelism } from "node:os";
import type { Tally } from "@parley/adapters";
import { type AdapterOptions, notice } from "@parley/adapters/settings";
import { TABLES, type Table } from "@parley/tables";
import type { SingleBar } from "cli-progress";
import { Command, Option } from "commander";
import { addedLexicons, collect, LEXICON_OPTION } from "./added-lexicons.ts";
import { exportRecord } from "./export.ts";
import { DICTIONARIES, type Dictionary, importActors } from "./import-actors.ts";
import { readInputs } from "./inputs.ts";
import { prepareLongRun } from "./long-run.ts";
import { type Format, read } from "./read.ts";
import { findRoot, loadKnowledge } from "./root.ts";
import { recordSchema } from "./schema.ts";
import { configured, SENDING, sent } from "./sending.ts";
import { STAGES } from "./stages.ts";

interface ReadCommand extends AdapterOptions {
  format?: Format;
  ndjson: boolean;
  quiet: boolean;
  sendNothing: boolean;
  lexicon?: string[];
}

const program = new Command("parley")
  .description("Reads reports on a conflict into one sourced record, and serves it on the desk.")
  .version("0.1.0")
  .showHelpAfterError()
  .addHelpText(
    "after",
    `
Examples
  parley read report.html                          the record of one saved page, as JSON
  parley read reports/ --format table              a folder of pages, texts and feeds, for the eye
  parley read --ndjson < lines.jsonl > out.jsonl   lines {id, text|html, url?, title?, published?}, streaming
  parley dates < lines.jsonl                       only the time expressions
  parley actors import dictionary.txt --out a.json a dictionary of actors, to read with --lexicon a.json
  parley serve                                     the desk on http://127.0.0.1:4100

Every command reads and writes UTF-8, prints results on stdout and everything else on stderr.
What a diagnostic code means: docs/diagnostics.md`,
  );

/** Failures that are written out one by one; the rest is counted. */
const MOST_FAILURES = 20;

program
  .command("read")
  .summary("reports → the record (claims, occurrences, actors, places)")
  .description(
    "Reads files, folders, feeds (RSS, Atom), saved HTML pages, JSON lines or stdin.\n" +
      "json and table join what several documents tell of one occurrence; ndjson prints one record a document as it goes.",
  )
  .argument("[paths...]", "files or folders; none or - for stdin")
  .addOption(
    new Option("-f, --format <format>", "what to print (default: json, with --ndjson ndjson)").choices([
      "json",
      "ndjson",
      "table",
    ]),
  )
  .option("--ndjson", "the input is JSON lines {id?, text|html, url?, title?, published?}", false)
  .option("-q, --quiet", "no progress on stderr", false)
  .option(...LEXICON_OPTION, collect)
  .option(
    "--translate <address>",
    "SENDS TEXT ELSEWHERE: a LibreTranslate server, for reports in other languages",
  )
  .option(
    "--second-reader <address>",
    "SENDS TEXT ELSEWHERE: an OpenAI-compatible server (…/v1), for every report",
  )
  .option("--second-reader-model <name>", "the model that the second reader is to use")
  .option("--send-nothing", "use no endpoint, whatever the environment says", false)
  .addHelpText("after", SENDING)
  .action(async (paths: string[], options: ReadCommand) => {
    const cores = availableParallelism();
    prepareLongRun(cores);
    const adapters = options.sendNothing ? null : configured(options);
    if (adapters) console.error(notice(adapters));
    const bar = await progressBar(options.quiet);
    // The first ones only: a stream of any length is read in the same memory.
    const failures: string[] = [];
    let failed = 0;
    let tally: Tally | null = null;
    await read({
      inputs: readInputs(paths, options),
      format: options.format ?? (options.ndjson ? "ndjson" : "json"),
      output: process.stdout,
      knowledge: loadKnowledge(findRoot(), addedLexicons(options.lexicon)),
      adapters,
      ...(cores > 1 ? { thread: new URL("reading-thread.js", import.meta.url) } : {}),
      onSent: (all) => {
        tally = all;
      },
      onDocument: (count) => bar?.update(count.read + count.duplicate),
      onFailure: (name, { error }) => {
        if (failed++ < MOST_FAILURES) failures.push(`${error.code} ${name}: ${error.message}`);
      },
    });
    bar?.stop();
    if (tally) console.error(sent(tally));
    for (const line of failures) console.error(line);
    if (failed > failures.length) console.error(`… and ${failed - failures.length} more`);
  });

for (const [name, stage] of Object.entries(STAGES))
  program
    .command(name)
    .summary(stage.summary)
    .description(`${stage.summary}\n\nOne JSON object per line on stdin, one per line on stdout, in order.`)
    .option(...LEXICON_OPTION, collect)
    .action((options: { lexicon?: string[] }) =>
      stage.run({ input: process.stdin, output: process.stdout }, () =>
        loadKnowledge(findRoot(), addedLexicons(options.lexicon)),
      ),
    );

program.commands
  .find((command) => command.name() === "actors")!
  .command("import")
  .summary("dictionaries of actors → a lexicon file for --lexicon")
  .description(
    "Takes dictionaries in the TABARI/PETRARCH form and tables (CSV), and prints one lexicon. Form and limits: docs/tables.md",
  )
  .argument("<files...>", "dictionaries")
  .addOption(
    new Option("--as <form>", "the form of all files (default: csv by that ending, else petrarch)").choices(
      DICTIONARIES,
    ),
  )
  .option("--out <file>", "write it there instead of stdout")
  .action((files: string[], options: { as?: Dictionary; out?: string }) =>
    importActors({ files, ...options, output: process.stdout, tell: console.error }),
  );

program
  .command("export")
  .summary("a record → tables for users of event data")
  .description(
    "Takes a record as `parley read --format json` prints it, from a file or stdin. Columns: docs/tables.md",
  )
  .argument("[record]", "file with the record; none or - for stdin", "-")
  .addOption(new Option("--as <table>", "which table").choices(TABLES).makeOptionMandatory())
  .action(async (file: string, options: { as: Table }) => exportRecord(file, options.as, process.stdout));

program
  .command("schema")
  .summary("the JSON Schema of the record")
  .action(() => console.log(JSON.stringify(recordSchema(), null, 2)));

program
  .command("serve")
  .summary("the desk, on an embedded database or on DATABASE_URL")
  .addHelpText("after", SENDING)
  .option("-p, --port <port>", "port to listen on; the next free one is taken when it is in use", "4100")
  .option("--host <host>", "address to listen on", "127.0.0.1")
  .option("--data <folder>", "folder of the embedded database")
  .option(...LEXICON_OPTION, collect)
  .option("--no-sample", "start empty, without the sample process")
  .option("--shared", "several people, each signed in; needs --origin the first time, and stays so")
  .option("--origin <address>", "the address that people type, such as https://talks.example")
  .option("--proxy <address>", "a proxy on another machine that encrypts for this one (repeatable)", collect)
  .action(async (options) => (await import("./serve.ts")).serve(options));

program
  .command("invite-administrator")
  .summary("a link that makes an administrator of a shared installation")
  .description(
    "Prints a link that works once, within a day. The link printed before it ends.\n" +
      "With the embedded database Parley must be stopped meanwhile; with DATABASE_URL it may run.",
  )
  .option("--data <folder>", "folder of the embedded database")
  .action(async (options) =>
    (await import("./invite-administrator.ts")).printAdministratorInvitation(options),
  );

/** Only where someone watches: on a terminal, and not when asked to be quiet. */
async function progressBar(quiet: boolean): Promise<SingleBar | null> {
  if (quiet || !process.stderr.isTTY) return null;
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    format: "read {value} documents, {duration_formatted}",
    stream: process.stderr,
  });
  bar.start(0, 0);
  return bar;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
try {
  await program.parseAsync();
} catch (error) {
  // A coded error says what to do; anything else is a bug and shows its stack.
  console.error(
    error instanceof Error && ("code" in error || !error.stack) ? `parley: ${error.message}` : error,
  );
  process.exit(1);
}
