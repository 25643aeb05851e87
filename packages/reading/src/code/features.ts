/** Features of a framed sentence as hashes. Templates are numbered; a number is never used for two meanings. */
import { combine, hashText } from "../linear/hash.ts";
import { compose } from "./compose.ts";
import type { Concept } from "./concepts.ts";
import type { Frame, Item } from "./frame.ts";
import { findZones } from "./zones.ts";

const ROOT_HASH = new Map<string | null, number>();
const nameHash = (name: string | null): number => {
  let hash = ROOT_HASH.get(name);
  if (hash === undefined) {
    hash = hashText(name ?? "<none>");
    ROOT_HASH.set(name, hash);
  }
  return hash;
};

const content = (items: readonly Item[]): Item[] =>
  items.filter((item) => !item.light && item.kind !== "mark");

function addWords(out: number[], zone: number, items: readonly Item[]): void {
  const kept = content(items);
  const base = combine(1, zone);
  for (let i = 0; i < kept.length; i++) {
    const { hash } = kept[i] as Item;
    out.push(combine(base, hash));
    for (let j = i + 1; j <= i + 3 && j < kept.length; j++)
      out.push(combine(combine(2, hash), (kept[j] as Item).hash));
  }
  for (let i = 0; i + 1 < items.length; i++)
    out.push(combine(combine(3, (items[i] as Item).form), (items[i + 1] as Item).form));
}

function addConcepts(out: number[], zone: number, items: readonly Item[]): void {
  const sequence = items.filter(({ concepts }) => concepts.length > 0).map(({ concepts }) => concepts);
  const base = combine(4, zone);
  for (let i = 0; i < sequence.length; i++)
    for (const concept of sequence[i] as readonly Concept[]) {
      out.push(combine(base, concept.id));
      if (i === 0) out.push(combine(combine(5, zone), concept.id));
      for (let j = i + 1; j <= i + 2 && j < sequence.length; j++)
        for (const next of sequence[j] as readonly Concept[])
          out.push(combine(combine(combine(6, j - i), concept.id), next.id));
    }
}

function addSide(out: number[], template: number, items: readonly Item[]): void {
  for (const item of items) {
    if (item.kind !== "word" || item.light) continue;
    out.push(combine(template, item.hash));
    for (const concept of item.concepts) out.push(combine(template + 1, concept.id));
  }
}

/** Unordered use; may hold a feature twice. */
export function extractFeatures(frame: Frame): number[] {
  const { order, main, tail, lead } = findZones(frame);
  const out: number[] = [combine(10, nameHash(order))];
  addWords(out, 1, main);
  addWords(out, 2, tail.slice(0, 10));
  addConcepts(out, 1, main);
  addConcepts(out, 2, tail.slice(0, 10));
  for (const item of content(lead)) out.push(combine(11, item.hash));
  for (const item of content(frame.items)) out.push(combine(12, item.hash));
  addSide(out, 20, frame.sourceWords);
  addSide(out, 22, frame.targetWords);

  const kept = content(main);
  for (let i = 0; i < 3 && i < kept.length; i++) {
    out.push(combine(combine(13, i), (kept[i] as Item).form));
    out.push(combine(combine(14, i), (kept[i] as Item).hash));
  }
  for (let i = 0; i < 4 && i < kept.length; i++) {
    const { fine, coarse } = kept[i] as Item;
    if (fine === 0) continue;
    out.push(combine(40, fine), combine(41, coarse));
    if (i < 2) out.push(combine(combine(42, i), fine), combine(combine(43, i), coarse));
  }
  const opening = main.find((item) => item.kind === "word");
  if (opening) out.push(combine(15, opening.form));
  const before = main.at(-1);
  if (before && order !== "joint") {
    out.push(combine(16, before.form));
    const last = kept.at(-1);
    if (last) out.push(combine(combine(17, before.form), last.hash));
    if (kept[0]) out.push(combine(combine(18, before.form), kept[0].hash));
  }

  for (const [zone, items] of [main, [...main, ...tail], content(lead)].entries()) {
    const composed = compose(items);
    const base = combine(30, zone);
    out.push(combine(base, nameHash(composed.root)));
    if (zone === 2) continue;
    const outer = composed.operators[0] ?? 255;
    const inner = composed.operators.at(-1) ?? 255;
    out.push(combine(combine(combine(31, zone), outer), nameHash(composed.base)));
    out.push(combine(combine(combine(32, zone), outer), inner));
    out.push(combine(combine(combine(33, zone), outer), composed.act ?? 255));
    out.push(combine(combine(combine(34, nameHash(order)), zone), nameHash(composed.root)));
  }
  return out;
}
