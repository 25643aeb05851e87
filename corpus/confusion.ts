/**
 * Confusion matrices over matched occurrences, from what the gold scorer prints with `--misses`. Its matching is used, not
 * repeated: "part" lines are matches with a wrong field, "miss" lines gold occurrences that were not found, and every other
 * gold occurrence that is not optional was matched in full.
 */

/** The fields of a gold line of `../shared/gold/dev.jsonl` that are used. `also` holds the second annotator's value. */
interface GoldOccurrence {
  status: string;
  background: boolean;
  optional?: boolean;
  also?: { status?: string; background?: boolean };
}
export interface GoldDocument {
  doc: string;
  occurrences: GoldOccurrence[];
}

/** Gold value → predicted value → count. Where two annotators differ and one of them is met, it counts as right. */
export type Confusion = Map<string, Map<string, number>>;

export interface Confusions {
  status: Confusion;
  background: Confusion;
  matched: number;
  missed: number;
}

const LINE = /^(part|miss) +(\S+) (\{.*?\})(?: got (\{.*\}))?$/;

/** Throws an `Error` where a line of the scorer has another form than expected, or names no gold occurrence. */
export function confusionsOf(report: string, gold: readonly GoldDocument[]): Confusions {
  const left = new Map(
    gold.map(({ doc, occurrences }) => [
      doc,
      occurrences.filter(({ optional }) => !optional).map((one) => JSON.stringify(one)),
    ]),
  );
  const found: Confusions = { status: new Map(), background: new Map(), matched: 0, missed: 0 };
  for (const line of report.split("\n").filter((one) => /^(part|miss) /.test(one))) {
    const [, kind, doc, own, got] = LINE.exec(line) ?? [];
    const at = left.get(doc ?? "")?.indexOf(own ?? "") ?? -1;
    if (at < 0) throw new Error(`the scorer's line is not understood: ${line}`);
    left.get(doc!)!.splice(at, 1);
    if (kind === "miss") found.missed++;
    else count(found, JSON.parse(own!) as GoldOccurrence, JSON.parse(got!) as GoldOccurrence);
  }
  for (const one of [...left.values()].flat()) {
    const own = JSON.parse(one) as GoldOccurrence;
    count(found, own, own);
  }
  return found;
}

function count(found: Confusions, gold: GoldOccurrence, got: GoldOccurrence): void {
  found.matched++;
  const met = <T>(own: T, other: T | undefined, said: T) => (said === other ? own : said);
  add(found.status, gold.status, met(gold.status, gold.also?.status, got.status));
  const said = met(gold.background, gold.also?.background, Boolean(got.background));
  add(found.background, nameOf(gold.background), nameOf(said));
}

const nameOf = (background: boolean) => (background ? "background" : "news");

function add(confusion: Confusion, gold: string, said: string): void {
  const row = confusion.get(gold) ?? new Map<string, number>();
  row.set(said, (row.get(said) ?? 0) + 1);
  confusion.set(gold, row);
}

/** As a Markdown table: a row for each gold value, a column for each predicted one, and the share that is right. */
export function formatConfusion(confusion: Confusion, order: readonly string[]): string {
  const used = order.filter(
    (value) => confusion.has(value) || [...confusion.values()].some((row) => row.has(value)),
  );
  const rows = used.map((gold) => {
    const row = confusion.get(gold);
    const all = [...(row?.values() ?? [])].reduce((sum, n) => sum + n, 0);
    const right = all ? `${row!.get(gold) ?? 0} of ${all}` : "none";
    return [gold, ...used.map((said) => String(row?.get(said) ?? "")), right];
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const head = ["gold \\ read as", ...used, "right"];
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
