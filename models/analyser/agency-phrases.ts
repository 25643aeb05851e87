/** The phrases that agency prose is made of: persons with their titles, places, dates, calls, topics. */
import type { NamePool } from "./augment.ts";
import {
  adj,
  as,
  coordinated,
  det,
  followed,
  led,
  mark,
  noun,
  nouns,
  type Phrase,
  prep,
  word,
} from "./phrase.ts";

/** Makers of phrases; every call makes another. */
export function agencyPhrases({ pool, random }: { pool: NamePool; random: () => number }) {
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const chance = (rate: number): boolean => random() < rate;
  const proper = (form: string, rel = "dep", left: Phrase[] = []): Phrase =>
    word(form, "PROPN NNP", rel, { left });
  const verb = (form: string, xpos: string, left: Phrase[], right: Phrase[]): Phrase =>
    word(form, `VERB ${xpos}`, "root", { left, right });
  const on = (relation: string, preposition: string, phrase: Phrase): Phrase =>
    led(as(relation, phrase), prep(preposition));

  const place = (): Phrase => {
    if (chance(0.12))
      return word("Karabakh", "PROPN NNP", "dep", {
        left: [
          word("Nagorno", "PROPN NNP", "compound", {
            name: "B-place",
            right: [word("-", "PUNCT HYPH", "punct", { name: "I-place" })],
          }),
        ],
        name: "I-place",
      });
    return word(any(pool.places), "PROPN NNP", "dep", { name: "B-place" });
  };
  const demonym = (): Phrase => adj(any(pool.demonyms));
  const possessed = (owner: Phrase): Phrase =>
    followed(as("nmod:poss", owner), word(chance(0.5) ? "'s" : "’s", "PART POS", "case"));

  const bareName = (): Phrase => {
    const family = word(any(pool.family), "PROPN NNP", "flat", { name: "I-person" });
    const middle = chance(0.08)
      ? [word(`${any("ABCDEHJKLMNRSTV".split(""))}.`, "PROPN NNP", "flat", { name: "I-person" })]
      : [];
    return word(any(pool.given), "PROPN NNP", "dep", { right: [...middle, family], name: "B-person" });
  };
  const familyName = (): Phrase => word(any(pool.family), "PROPN NNP", "dep", { name: "B-person" });

  const apposed = (phrase: Phrase, apposition: Phrase): Phrase =>
    followed(phrase, followed(led(as("appos", apposition), mark(",")), mark(",")));
  /** An apposition's second comma does not stand at the end of a clause. */
  const closed = (phrase: Phrase): Phrase => {
    const last = phrase.right.at(-1);
    if (!last) return phrase;
    const right =
      last.form === "," ? phrase.right.slice(0, -1) : [...phrase.right.slice(0, -1), closed(last)];
    return { ...phrase, right };
  };

  const minister = (): Phrase =>
    proper("Minister", "dep", [
      any([
        () => word("Prime", "ADJ NNP", "amod"),
        () => word("Foreign", "ADJ NNP", "amod"),
        () => proper(any(["Defense", "Defence", "Interior"]), "compound"),
      ])(),
    ]);
  const foreignAffairs = (): Phrase =>
    on("nmod", "of", word("Affairs", "PROPN NNPS", "dep", { left: [word("Foreign", "ADJ NNP", "amod")] }));
  const title = (): Phrase =>
    any([
      minister,
      minister,
      minister,
      () => proper("President"),
      () => proper("President"),
      () => proper("Chancellor"),
      () => proper("Ambassador"),
      () => followed(proper("Secretary"), on("nmod", "of", proper("State"))),
      () => followed(proper("Minister"), foreignAffairs()),
    ])();
  const commonTitle = (): Phrase =>
    any([
      () => noun("minister", adj(any(["foreign", "prime"]))),
      () => noun("minister", word("defense", "NOUN NN", "compound")),
      () => noun("president"),
      () => noun("envoy", adj("special")),
    ])();
  const country = (): Phrase => on("nmod", "of", place());
  const republic = (): Phrase =>
    led(
      as("nmod", followed(word("Republic", "PROPN NNP", "dep"), on("nmod", "of", place()))),
      prep("of"),
      det("the"),
    );

  const person = (): Phrase =>
    any([
      bareName,
      familyName,
      () => led(bareName(), as("nmod:desc", led(title(), demonym()))),
      () => led(bareName(), as("nmod:desc", led(title(), demonym()))),
      () => led(bareName(), as("nmod:desc", title())),
      () => led(familyName(), as("nmod:desc", title())),
      () => led(bareName(), as("nmod:desc", followed(title(), chance(0.8) ? country() : republic()))),
      () => led(bareName(), as("nmod:desc", followed(title(), country()))),
      () => led(bareName(), possessed(place()), as("nmod:desc", title())),
      () => apposed(bareName(), led(followed(commonTitle(), country()), det("the"))),
      () => led(bareName(), as("nmod:desc", led(commonTitle(), demonym()))),
      () => apposed(led(followed(title(), country()), det("the")), bareName()),
    ])();
  const counterpart = (): Phrase =>
    led(
      bareName(),
      as(
        "nmod:desc",
        noun("counterpart", word(any(["his", "her", "their"]), "PRON PRP$", "nmod:poss"), demonym()),
      ),
    );
  const weekday = (): Phrase =>
    on(
      "obl",
      "on",
      proper(any(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])),
    );
  const date = (): Phrase => {
    const month = any([
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ]);
    const year = chance(0.3)
      ? [word(String(1992 + Math.floor(random() * 33)), "NUM CD", "nmod:unmarked", { left: [mark(",")] })]
      : [];
    return on(
      "obl",
      "on",
      word(String(1 + Math.floor(random() * 31)), "NUM CD", "dep", {
        left: [proper(month, "nmod:unmarked")],
        right: year,
      }),
    );
  };
  const when = (): Phrase[] => (chance(0.5) ? [chance(0.5) ? weekday() : date()] : []);
  const inCity = (): Phrase => on("obl", "in", place());
  const ministry = (): Phrase => {
    const head = (): Phrase =>
      word("Ministry", "PROPN NNP", "dep", {
        left: [word("Foreign", "ADJ NNP", "amod", { name: "B-organisation" })],
        name: "I-organisation",
      });
    return any([
      () => led(head(), det("the"), demonym()),
      () => noun("ministry", det("the"), demonym()),
      () => noun("ministry", det("the"), demonym(), word(any(["foreign", "defense"]), "ADJ JJ", "amod")),
      () => led(head(), possessed(place())),
    ])();
  };
  const conflict = (): Phrase => noun(any(["conflict", "issue"]), det("the"), as("compound", place()));
  const topic = (): Phrase =>
    any([
      () => followed(noun("situation", det("the")), on("nmod", any(["in", "around"]), place())),
      () => nouns("relations", adj(any(["bilateral", "trade"]))),
      () => followed(noun("settlement", det("the")), on("nmod", "of", conflict())),
      () => nouns("issues", ...(chance(0.5) ? [adj(any(["regional", "bilateral", "humanitarian"]))] : [])),
      () => followed(noun("exchange", det("the")), on("nmod", "of", nouns("prisoners"))),
      () => followed(noun("implementation", det("the")), on("nmod", "of", nouns("agreements", det("the")))),
      () =>
        followed(
          noun("importance", det("the")),
          word(any(["showing", "manifesting"]), "VERB VBG", "acl", {
            left: [word("of", "SCONJ IN", "mark")],
            right: [as("obj", noun("will", adj("political")))],
          }),
        ),
      () =>
        followed(
          noun("ceasefire", det("a")),
          on(
            "nmod",
            "in",
            followed(
              noun("region", det("the"), word("disputed", "VERB VBN", "amod")),
              on("nmod", "of", place()),
            ),
          ),
        ),
      () =>
        coordinated(
          nouns("relations", adj("bilateral")),
          followed(noun("situation", det("the")), on("nmod", "in", noun("region", det("the")))),
        ),
    ])();
  const sides = (): Phrase =>
    any([
      () => nouns("sides", det("the")),
      () => nouns("ministers", det("the")),
      () => nouns("leaders", det("the"), word("two", "NUM CD", "nummod")),
      () => nouns("sides", det("both")),
      () => coordinated(familyName(), familyName()),
    ])();
  const call = (): Phrase =>
    any([
      () => noun("conversation", word(any(["telephone", "phone"]), "NOUN NN", "compound")),
      () => noun("call", word("phone", "NOUN NN", "compound")),
      () => noun("call"),
      () => nouns("talks"),
    ])();
  const aCall = (): Phrase => {
    const phrase = call();
    return phrase.form === "talks" ? phrase : led(phrase, det("a"));
  };
  const subject = (phrase: Phrase, passive = false): Phrase => as(passive ? "nsubj:pass" : "nsubj", phrase);
  return {
    any,
    chance,
    counterpart,
    closed,
    call,
    aCall,
    demonym,
    inCity,
    ministry,
    on,
    person,
    place,
    proper,
    possessed,
    sides,
    subject,
    title,
    topic,
    verb,
    when,
    bareName,
    familyName,
  };
}
