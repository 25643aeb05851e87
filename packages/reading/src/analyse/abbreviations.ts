/** Abbreviations whose full stop belongs to the word, and what may follow them. Keys are lower case with the stop. */

/** Never end a sentence: what they shorten must be followed by its name or number. */
const BEFORE_NAME = new Set(
  `mr. mrs. ms. dr. prof. gen. lt. col. maj. capt. cmdr. adm. sgt. cpl. pvt. brig. st. ft. mt. rev. hon. sen. rep. reps. sens. gov. pres.
  amb. min. messrs. mlle. mme. vs. v. e.g. i.e. cf. viz. ca. c. no. nos. art. arts. para. vol. pp. p. fig. figs. ch. sec. approx. esp.
  spec. attn. supt. insp. fr. hr. jan. feb. apr. aug. sept. sep. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. al.
  lt.-gen. maj.-gen. ph. sq. ed. eds. trans. ext. tel.`.split(/\s+/u),
);

/** May end a sentence: whether they do is told by the next word. */
const MAY_END = new Set(
  `u.s. u.n. u.k. e.u. u.s.a. u.s.s.r. d.c. a.m. p.m. etc. inc. corp. co. ltd. jr. sr. bros. ph.d. m.d. b.a. m.a. dept. est. govt. rd. ave. blvd. a.k.a.
  ph.d. m.sc. et. yrs. hrs. mins. lb. lbs. oz. ft. km. op. cit. ibid. p.s. r.s.v.p.`.split(/\s+/u),
);

/** "May", "March", "Sat" and other whole words are left out: their stop is a full stop. */
const NEEDS_CAPITAL = new Set([
  "sat.",
  "sun.",
  "no.",
  "art.",
  "ed.",
  "min.",
  "fig.",
  "sec.",
  "al.",
  "ch.",
  "co.",
  "fr.",
  "mon.",
  "fri.",
  "wed.",
]);

/** Whether the stop at the end of `word` belongs to it. */
export function isAbbreviation(word: string): boolean {
  const lower = word.toLowerCase();
  if (!BEFORE_NAME.has(lower) && !MAY_END.has(lower)) return false;
  return lower === "al." || !NEEDS_CAPITAL.has(lower) || word[0] !== lower[0];
}

/** Whether a sentence can end right after the dotted token `lower`, given that the next word is a likely beginning. */
export function mayEndSentence(lower: string): boolean {
  if (MAY_END.has(lower)) return true;
  return !BEFORE_NAME.has(lower) && lower.length > 2;
}

/** Words that, capitalised after an abbreviation, almost always begin a sentence. */
export const BEGINNERS = new Set(
  `the a an he she it they we i you this that these those there in on at as but and however after before during when while if for from
  his her its their our according since although though meanwhile also both no not what why how who where so then with by under
  some many most all such today yesterday earlier later last next another other once until despite because among following`.split(
    /\s+/u,
  ),
);
