/** What tells that a pair is set against each other, and not partners of a talk. */
import type { Page } from "./page.ts";

/** "The two sides accused each other", "will exchange prisoners": what enemies do, not partners of a talk. */
export function dealAsEnemies(page: Page, at: number): boolean {
  const { sentence } = page.words[at] as { sentence: number };
  const after: string[] = [];
  for (let i = at + 1; i <= at + 10 && page.words[i]?.sentence === sentence; i++)
    after.push((page.words[i] as { key: string }).key);
  return ENEMIES.some(
    ([does, what]) => after.slice(0, 4).some((key) => does.test(key)) && after.some((key) => what.test(key)),
  );
}

/** What they do, right after their name, and to whom or about what. */
const ENEMIES: [RegExp, RegExp][] = [
  [/^(accuse|accused|accusing|blame|blamed|blaming|attacked|shelled)$/, /^other$/],
  [/^(exchange|exchanged|swap|swapped)$/, /^(prisoners|detainees|captives|hostages|fire|bodies|remains)$/],
  [
    /^(reached|agreed|agree|signed|concluded|violated|broke|observe|observed)$/,
    /^(ceasefire|truce|armistice)$/,
  ],
];

/** A word of fighting before the pair in its sentence, or soon after it: "war between A and B", "A and B clashed". */
export function inConflict({ words }: Page, from: number, to: number): boolean {
  const sentence = words[from]?.sentence;
  for (let i = from - 1; words[i]?.sentence === sentence && i >= 0; i--)
    if (CONFLICT.has(words[i]!.key)) return true;
  for (let i = to + 1; i <= to + CLOSE && words[i]?.sentence === sentence; i++)
    if (CONFLICT.has(words[i]!.key)) return true;
  return false;
}

/** "A and B reached an agreement on a comprehensive ceasefire": so many words after the pair. */
const CLOSE = 8;

const CONFLICT = new Set(
  (
    "war wars conflict conflicts clash clashes clashed fighting hostilities ceasefire ceasefires truce armistice " +
    "border dispute disputed combat battle armed peace prisoners"
  ).split(" "),
);
