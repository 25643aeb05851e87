/** "his French counterpart": an office of the same sort as that of the person named before. */
import type { OfficePhrase } from "./office-phrase.ts";
import type { Page } from "./page.ts";
import { senseAs } from "./scan.ts";
import { FAMILY, PERSON } from "./sense.ts";

/** Gives every counterpart phrase the title of the office named last before it in the document, or of the person's known office. */
export function readCounterparts(page: Page): void {
  let last: OfficePhrase | null = null;
  for (const office of page.offices) {
    if (office.title.title !== "counterpart") {
      if (!office.title.many && office.modifier !== "deputy") last = office;
      continue;
    }
    const title =
      (sameSentence(page, last, office) ? last?.title : undefined) ??
      titleOfNamed(page, office) ??
      last?.title;
    if (title && !office.title.many) office.title = { ...title, of: undefined };
  }
  page.offices.splice(
    0,
    page.offices.length,
    ...page.offices.filter((office) => office.title.title !== "counterpart" || office.of.length > 0),
  );
}

function sameSentence(page: Page, one: OfficePhrase | null, other: OfficePhrase): boolean {
  return one !== null && page.words[one.from]?.sentence === page.words[other.from]?.sentence;
}

/** The title that the lexicon gives the person named last before, in office at the time. */
function titleOfNamed(page: Page, office: OfficePhrase) {
  for (let at = office.from - 1; at >= 0 && office.from - at < 60; at--) {
    const id = senseAs(page.at[at], PERSON | FAMILY)?.actors[0];
    if (!id) continue;
    const day = page.when?.from ?? null;
    const held = page.lexicon.byId
      .get(id)
      ?.offices.filter((one) => !day || ((one.from ?? "") <= day && day <= (one.to ?? "9999")))
      .at(-1);
    return held && page.lexicon.titles.get(held.title.replace(/^acting /, ""));
  }
  return undefined;
}
