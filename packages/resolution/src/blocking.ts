/** Which pairs of claims are worth comparing: same kind, a country or body in common, and near in time. */
import type { Actor } from "@parley/protocol";
import type { Candidate } from "./claim.ts";

const DAY = 86_400_000;
/** Claims further apart than this, by their own dates or else their publication, are not compared in one block. */
const WINDOW = 3 * DAY;
/** A block this large says nothing; only neighbours in time within it are compared. */
const NEIGHBOURS = 60;

/** Pairs of indexes into `all`, i < j, each once, in order. */
export function block(all: Candidate[], actors: Map<string, Actor>): [number, number][] {
  const blocks = new Map<string, number[]>();
  all.forEach((candidate, i) => {
    for (const key of keys(candidate, actors)) {
      const members = blocks.get(key);
      if (members) members.push(i);
      else blocks.set(key, [i]);
    }
  });
  const seen = new Set<number>();
  for (const members of blocks.values()) {
    const order = members
      .map((i) => ({ i, at: instant(all[i]!) }))
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.i - b.i);
    for (let x = 0; x < order.length; x++)
      for (let y = x + 1, n = 0; y < order.length && n < NEIGHBOURS; y++, n++) {
        const [a, b] = [order[x]!, order[y]!];
        const near =
          all[a.i]!.claim.document === all[b.i]!.claim.document ||
          withinWindow(all[a.i]!, all[b.i]!, a.at === null || b.at === null ? null : b.at - a.at);
        if (near) seen.add(Math.min(a.i, b.i) * all.length + Math.max(a.i, b.i));
      }
  }
  return [...seen].sort((a, b) => a - b).map((n) => [Math.floor(n / all.length), n % all.length]);
}

function keys({ claim, parties }: Candidate, actors: Map<string, Actor>): Set<string> {
  const set = new Set<string>([`${claim.told.kind}|${claim.document}`]);
  for (const id of parties) set.add(`${claim.told.kind}|${actors.get(id)?.country ?? id}`);
  return set;
}

function withinWindow(a: Candidate, b: Candidate, apart: number | null): boolean {
  if (a.claim.told.background || b.claim.told.background || a.when?.yearless || b.when?.yearless) return true;
  return apart === null || apart <= WINDOW;
}

function instant({ when, published }: Candidate): number | null {
  return when?.from ?? published?.from ?? null;
}
