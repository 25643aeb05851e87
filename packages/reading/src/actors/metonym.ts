/** Whether a capital stands for its government here ("Baku said") or is a place ("in Baku"). Abstains where the words allow both. */
import type { Page } from "./page.ts";
import { type Item, senseAs } from "./scan.ts";
import { CAPITAL, NAME } from "./sense.ts";
import type { Word } from "./words.ts";

const PLACE_BEFORE = new Set(
  "in at near from outside around inside via through into leave leaves left visit visited visits visiting reach reached arrived arrive of to central downtown for".split(
    " ",
  ),
);
const PLACE_AFTER = new Set(
  "time region airport suburb suburbs street streets summit agreement agreements group process format talks meeting meetings conference declaration protocol treaty residents mayor city oblast university on this today yesterday where hosted".split(
    " ",
  ),
);
const ACT = new Set(
  "said says say has have had is was will would want wants wanted must should can could may might did does do call calls called accuse accused accuses support supports supported denies denied reject rejects rejected insist insists insisted hope hopes hoped expect expects expected urge urged urges warned warns welcomed welcomes condemned condemns agreed agrees announced announces launched reached signed claim claims claimed consider considers considered demand demands demanded propose proposes proposed offer offers offered intend intends intended plan plans planned refused refuses remain remains remained responded sees seek seeks sought sent summoned stated states stressed believes became also not never still continue continues continued need needs knows view views back backs backed brokered mediated".split(
    " ",
  ),
);
const acts = (word: string) => ACT.has(word) || (word.length > 4 && word.endsWith("ed"));
const OWNED = new Set(
  "forces side sides authorities position positions policy government troops stance interests allies part behalf request initiative view".split(
    " ",
  ),
);
const JOINING = new Set(["between", "both", "with"]);
const FACING = new Set(["between", "with", "by", "against"]);

export function actsHere(page: Page, item: Item): { confidence: number; why: string } | null {
  const { words, at } = page;
  const before = words[item.from - 1];
  const after = words[item.to + 1];
  const word = words[item.from] as Word;
  const first = word.joint === "start" || word.joint === "break" || word.joint === "comma";
  const prior = first ? "" : (before?.key ?? "");
  const next = after && (after.joint === "space" || after.joint === "hyphen") ? after.key : "";
  if (PLACE_AFTER.has(next)) return null;
  const owns = (words[item.to] as Word).possessive;
  if (prior === "of" && !owns) {
    const noun = words[item.from - 2]?.key ?? "";
    return OWNED.has(noun) ? { confidence: 0.85, why: `${noun} of a capital: its government's` } : null;
  }
  if (PLACE_BEFORE.has(prior) && !(prior === "of" && owns)) return null;
  if (owns) return { confidence: 0.8, why: "a capital that owns a policy or an act" };
  if (prior === "and" || prior === "both" || prior === "between") {
    const other = pairedWith(page, item);
    if (other) return other;
  }
  if (next === "and" && (at[item.to + 2] ? senseAs(at[item.to + 2], CAPITAL | NAME) : undefined)) {
    const last = (at[item.to + 2] as Item).to;
    const verb = words[last + 1];
    if (JOINING.has(prior) || (verb?.joint === "space" && acts(verb.key)))
      return { confidence: 0.85, why: "two capitals act together" };
    return null;
  }
  if (acts(next)) return { confidence: 0.9, why: `subject of "${next}"` };
  if (FACING.has(prior)) return { confidence: 0.75, why: `"${prior}" before a capital` };
  return null;
}

function pairedWith(page: Page, item: Item): { confidence: number; why: string } | null {
  const other = page.at[item.from - 2];
  const draft = other && senseAs(other, CAPITAL | NAME) ? page.words[other.from - 1]?.key : undefined;
  const verb = page.words[item.to + 1];
  if (!other || draft === undefined) return null;
  if (JOINING.has(draft) || (verb?.joint === "space" && acts(verb.key)))
    return { confidence: 0.85, why: "two capitals act together" };
  return null;
}
