/** Name spans from the network's classes: a beginning, then what continues it. */
import type { NameSpan } from "../sentence.ts";

/** `classes` are "O", "B-person", "I-person", … by token; a continuation without a beginning begins one. */
export function nameSpans(classes: readonly string[]): NameSpan[] {
  const found: NameSpan[] = [];
  classes.forEach((name, i) => {
    if (name === "O") return;
    const type = name.slice(2) as NameSpan["type"];
    const open = found.at(-1);
    if (name.startsWith("I-") && open && open.last === i - 1 && open.type === type) open.last = i;
    else found.push({ first: i, last: i, type, score: 0.8 });
  });
  return found;
}
