/** Prints measurements as one table, stage by stage: Parley first, then what was run, then what others have published. */
import type { Measured, Row } from "./row.ts";

const ORDER: Row["origin"][] = ["cross-validated", "run", "published"];
const HEAD = ["stage", "system", "figures", "time", "speed", "where from"];

const isOurs = ({ system }: Row) => system.startsWith("Parley");
const rank = (row: Row) => (isOurs(row) ? 0 : 1 + ORDER.indexOf(row.origin));

/** `time` is a ratio to the time that Parley took in the same run: 2.0 is half as fast. */
export function formatBench(measured: readonly Measured[]): string {
  const rows = measured.flatMap((one) => one.rows);
  const lines = [...new Set(rows.map(({ stage }) => stage))].flatMap((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    const ours = own.find((row) => isOurs(row) && row.milliseconds);
    return own.toSorted((a, b) => rank(a) - rank(b)).map((row) => cellsOf(row, ours));
  });
  const all = [HEAD, ...lines];
  const widths = HEAD.map((_, column) => Math.max(...all.map((cells) => cells[column]!.length)));
  const print = (cells: string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  const body = lines.map((cells, i) =>
    i > 0 && cells[0] !== lines[i - 1]![0] ? `\n${print(cells)}` : print(cells),
  );
  const skipped = measured.flatMap((one) => one.skipped);
  return [
    print(HEAD),
    print(widths.map((width) => "-".repeat(width))),
    ...body,
    "",
    "time: processor time over the same texts in this run, Parley = 1; 2.0 takes twice as long.",
    "cross-validated: no text was scored by weights that had seen it. published: not run here, on the data named.",
    ...(skipped.length ? ["", "Skipped:", ...skipped.map((line) => `  ${line}`)] : []),
  ].join("\n");
}

function cellsOf(row: Row, ours: Row | undefined): string[] {
  const figures = Object.entries(row.scores).map(([name, score]) => `${name} ${score.toFixed(3)}`);
  const time =
    row.milliseconds && ours?.milliseconds ? (row.milliseconds / ours.milliseconds).toFixed(1) : "";
  const from = `${row.origin}: ${row.data}${row.note ? ` (${row.note})` : ""}`;
  return [row.stage, row.system, figures.join(", "), time, row.speed ?? "", from];
}
