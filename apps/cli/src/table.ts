/** A record for the eye: one line an occurrence, dated ones first, then its quote. */
import type { RecordFile } from "@parley/protocol";

export function formatTable(record: RecordFile, width = 110): string {
  const names = new Map([...record.actors, ...record.places].map((thing) => [thing.id, thing.name]));
  const quotes = new Map(record.claims.map((claim) => [claim.id, claim]));
  const rows = [...record.occurrences].sort((a, b) => {
    const [x, y] = [a.when?.edtf ?? "~", b.when?.edtf ?? "~"];
    return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
  });
  const lines = rows.flatMap((o) => {
    const who = o.actors
      .map((a) => `${names.get(a.actor) ?? a.actor}${a.role === "participant" ? "" : ` (${a.role})`}`)
      .join(", ");
    const what = `${o.kind}${o.type ? `/${o.type}` : ""} ${o.status}${o.background ? ", background" : ""}`;
    const where = o.where ? ` · ${names.get(o.where) ?? o.where}` : "";
    const claim = quotes.get(o.claims[0]!);
    const quote = claim ? `    “${claim.quote.replace(/\s+/g, " ")}” (${claim.document})` : "";
    return [
      `${(o.when?.edtf ?? "undated").padEnd(24)} ${what.padEnd(34)} ${who}${where}`,
      clip(quote, width),
    ];
  });
  return [
    ...lines,
    `${record.documents.length} documents, ${record.occurrences.length} occurrences, ${record.claims.length} claims, ${record.actors.length} actors`,
  ].join("\n");
}

const clip = (text: string, width: number) => (text.length <= width ? text : `${text.slice(0, width - 2)}…”`);
