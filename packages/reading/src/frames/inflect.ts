/** English inflection, generous: a form too many costs a look, a form too few costs a frame. */

const IRREGULAR: Record<string, string[]> = {
  meet: ["met"],
  speak: ["spoke", "spoken"],
  hold: ["held"],
  send: ["sent"],
  strike: ["struck", "stricken"],
  shoot: ["shot"],
  fly: ["flew", "flown"],
  write: ["wrote", "written"],
  withdraw: ["withdrew", "withdrawn"],
  leave: ["left"],
  sit: ["sat"],
  let: ["let"],
  free: ["freed", "freeing"],
  take: ["took", "taken"],
  blow: ["blew", "blown"],
  swap: ["swapped", "swapping"],
  shut: ["shut"],
  build: ["built"],
  seek: ["sought"],
  say: ["said"],
  tell: ["told"],
  overrun: ["overran"],
  begin: ["began", "begun"],
  break: ["broke", "broken"],
  pay: ["paid"],
  cut: ["cut"],
};
const PLURALS: Record<string, string> = { body: "bodies", man: "men", crisis: "crises" };

/** All forms of a verb by its lemma, the lemma first. */
export function verbForms(lemma: string): string[] {
  // "down" itself is nearly always the adverb.
  if (lemma === "down") return ["downed", "downing"];
  const forms = [lemma, ...(IRREGULAR[lemma] ?? [])];
  const consonantY = /[^aeiou]y$/.test(lemma);
  forms.push(
    consonantY ? `${lemma.slice(0, -1)}ies` : /(s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`,
  );
  const stem = lemma.endsWith("e") && !lemma.endsWith("ee") ? lemma.slice(0, -1) : lemma;
  forms.push(`${stem}ing`, consonantY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`);
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(lemma))
    forms.push(`${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`);
  return [...new Set(forms)];
}

/** Singular and plural of a noun. */
export function nounForms(lemma: string): string[] {
  const plural =
    PLURALS[lemma] ??
    (/[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : /(s|x|z|ch|sh)$/.test(lemma)
        ? `${lemma}es`
        : `${lemma}s`);
  return [lemma, plural];
}
