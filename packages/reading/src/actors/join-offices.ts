/** Offices that stand side by side and have one holder. */
import type { OfficePhrase } from "./office-phrase.ts";
import type { Page } from "./page.ts";
import type { NameRun } from "./person-name.ts";
import { senseAs } from "./scan.ts";
import { FAMILY, PERSON } from "./sense.ts";

const JOINING = new Set(["and", "and the", "and his", "concurrently"]);

const wordsBetween = ({ words }: Page, one: OfficePhrase, next: OfficePhrase): string =>
  words
    .slice(one.to + 1, next.from)
    .map((word) => word.key)
    .join(" ");

/** "deputy prime minister and foreign minister X": two offices, one holder. */
export function joinOffices(page: Page): void {
  const { offices, words } = page;
  for (let i = offices.length - 2; i >= 0; i--) {
    const one = offices[i] as OfficePhrase;
    const next = offices[i + 1] as OfficePhrase;
    if (one.name || !next.name || next.apart || one.title.many || next.from <= one.to) continue;
    const gap = next.from - one.to - 1;
    if (gap > 2 || (gap > 0 && !JOINING.has(wordsBetween(page, one, next)))) continue;
    if (gap === 0 && words[next.from]?.joint !== "comma" && words[next.from]?.joint !== "space") continue;
    if (next.of.length === 0 && ofAnotherState(page, next.name, one.of[0])) continue;
    next.and = one;
    if (next.of.length === 0) next.of = one.of;
    next.from = one.from;
    offices.splice(i, 1);
  }
}

/** "the Italian foreign minister and Secretary Blinken": every known person of that name is of another state. */
function ofAnotherState(page: Page, name: NameRun, owner: string | undefined): boolean {
  const known = senseAs(page.at[name.from], PERSON | FAMILY)?.actors;
  const country = page.countryOf(owner);
  return known !== undefined && country !== null && known.every((id) => page.countryOf(id) !== country);
}
