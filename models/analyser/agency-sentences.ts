/**
 * Sentences in the manner of agencies and official readouts, made from a grammar of ours together with their trees: who
 * spoke with whom, who signed, who is accused, with titles in every position. The treebanks hardly know them.
 */
import type { NamePool } from "./augment.ts";
import type { GoldSentence } from "./conllu.ts";
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
  sentenceOf,
  word,
} from "./phrase.ts";

export function agencySentences(parts: {
  pool: NamePool;
  count: number;
  random: () => number;
}): GoldSentence[] {
  const { pool, count, random } = parts;
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
  const toDo = (rel: string): Phrase =>
    any([
      () =>
        word("cease", "VERB VB", rel, {
          left: [word("to", "PART TO", "mark")],
          right: [as("obj", noun("fire"))],
        }),
      () =>
        word("achieve", "VERB VB", rel, {
          left: [word("to", "PART TO", "mark")],
          right: [as("obj", noun("ceasefire", det("a"), adj(any(["full", "lasting", "quick"]))))],
        }),
      () =>
        word("return", "VERB VB", rel, {
          left: [word("to", "PART TO", "mark")],
          right: [on("obl", "to", noun("table", det("the"), word("negotiating", "NOUN NN", "compound")))],
        }),
      () =>
        word("discuss", "VERB VB", rel, {
          left: [word("to", "PART TO", "mark")],
          right: [as("obj", topic())],
        }),
    ])();

  const clause = (): Phrase =>
    any([
      () =>
        verb(
          any(["had", "held"]),
          "VBD",
          [subject(person())],
          [as("obj", followed(aCall(), on("nmod", "with", closed(person())))), ...when()],
        ),
      () =>
        verb(
          "had",
          "VBD",
          [subject(person())],
          [
            as(
              "obj",
              followed(
                aCall(),
                on("nmod", "with", closed(chance(0.3) ? coordinated(person(), person()) : person())),
              ),
            ),
          ],
        ),
      () =>
        verb(
          "spoke",
          "VBD",
          [subject(person())],
          [
            ...(chance(0.4) ? [on("obl", "by", noun("phone"))] : []),
            on("obl", any(["with", "to"]), closed(chance(0.3) ? counterpart() : person())),
            ...when(),
          ],
        ),
      () =>
        verb(
          "met",
          "VBD",
          [subject(person())],
          [
            ...(chance(0.6) ? [on("obl", "with", closed(person()))] : [as("obj", closed(person()))]),
            ...(chance(0.6) ? [inCity()] : []),
            ...when(),
          ],
        ),
      () =>
        verb(
          "discussed",
          "VBD",
          [subject(coordinated(person(), chance(0.5) ? counterpart() : person()))],
          [as("obj", topic()), ...(chance(0.3) ? [on("obl", "in", aCall())] : [])],
        ),
      () =>
        verb(
          any(["discussed", "underlined", "stressed"]),
          "VBD",
          [
            ...(chance(0.4) ? [on("obl", "during", led(call(), det("the"))), mark(",")] : []),
            subject(sides()),
          ],
          [as("obj", topic())],
        ),
      () =>
        verb(
          "exchanged",
          "VBD",
          [subject(sides())],
          [as("obj", followed(nouns("views"), on("nmod", "on", topic())))],
        ),
      () =>
        verb(
          "took",
          "VBD",
          [
            subject(
              led(
                followed(
                  noun("conversation", word("telephone", "NOUN NN", "compound")),
                  on("nmod", "between", closed(coordinated(bareName(), person()))),
                ),
                det("a"),
              ),
            ),
          ],
          [as("obj", noun("place")), ...when()],
        ),
      () =>
        verb(
          "arrived",
          "VBD",
          [subject(person())],
          [
            inCity(),
            on(
              "obl",
              "on",
              noun("visit", ...(chance(0.5) ? [det("an"), adj("official")] : [det("a"), adj("working")])),
            ),
            ...when(),
          ],
        ),
      () =>
        verb(
          any(["received", "hosted", "welcomed"]),
          "VBD",
          [subject(person())],
          [as("obj", closed(person())), ...(chance(0.4) ? [inCity()] : [])],
        ),
      () =>
        verb(
          any(["called", "urged"]),
          "VBD",
          [subject(chance(0.5) ? person() : place())],
          [
            as(
              "obj",
              nouns("sides", det("the"), ...(chance(0.4) ? [word("opposing", "VERB VBG", "amod")] : [])),
            ),
            toDo("xcomp"),
          ],
        ),
      () =>
        verb(
          "accused",
          "VBD",
          [subject(chance(0.5) ? place() : ministry())],
          [
            as("obj", place()),
            word("violating", "VERB VBG", "advcl", {
              left: [word("of", "SCONJ IN", "mark")],
              right: [as("obj", noun("ceasefire", det("the")))],
            }),
          ],
        ),
      () =>
        verb(
          "agreed",
          "VBD",
          [subject(chance(0.5) ? sides() : coordinated(place(), place()))],
          [toDo("xcomp")],
        ),
      () =>
        verb(
          "signed",
          "VBN",
          [subject(noun("agreement", det("the")), true), word("was", "AUX VBD", "aux:pass")],
          [
            on("obl:agent", "by", closed(coordinated(person(), person()))),
            ...(chance(0.5) ? [inCity()] : []),
            ...when(),
          ],
        ),
      () =>
        verb(
          any(["killed", "wounded"]),
          "VBN",
          [
            subject(
              nouns(
                any(["servicemen", "soldiers", "civilians"]),
                word(any(["two", "three", "12"]), "NUM CD", "nummod"),
              ),
              true,
            ),
            word("were", "AUX VBD", "aux:pass"),
          ],
          [
            on("obl", "in", followed(noun("shelling"), on("nmod", "by", nouns("forces", demonym())))),
            on("obl", "near", place()),
            ...when(),
          ],
        ),
      () =>
        verb(
          "downed",
          "VBD",
          [subject(nouns("forces", demonym()))],
          [as("obj", noun(any(["warplane", "drone", "helicopter"]), det("a"), demonym())), ...when()],
        ),
      () =>
        verb(
          "expressed",
          "VBD",
          [subject(chance(0.5) ? sides() : person())],
          [
            as(
              "obj",
              followed(
                noun("concern", adj("serious")),
                on(
                  "nmod",
                  "over",
                  led(followed(nouns("hostilities"), on("nmod", "in", place())), det("the")),
                ),
              ),
            ),
            ...(chance(0.5) ? [verbConj("called")] : []),
          ],
        ),
      () => verb("told", "VBD", [subject(person())], [as("obj", nouns("reporters")), ...when(), reported()]),
    ])();
  const verbConj = (form: string): Phrase =>
    word(form, "VERB VBD", "conj", {
      left: [word("and", "CCONJ CC", "cc")],
      right: [on("obl", "on", nouns("sides", det("the"))), toDo("xcomp")],
    });
  const reported = (): Phrase => {
    const inner = clause();
    return { ...inner, rel: "ccomp", left: [word("that", "SCONJ IN", "mark"), ...inner.left] };
  };
  const sentence = (): Phrase => {
    const pattern = random();
    const full = mark(".");
    if (pattern < 0.55) return followed(clause(), full);
    const speaker = (): Phrase =>
      any([
        ministry,
        person,
        () => noun("spokesman", det("the"), demonym()),
        () => noun("Kremlin", det("the")),
      ])();
    if (pattern < 0.72) {
      const tail = chance(0.4) ? [on("obl", "in", noun("statement", det("a")))] : when();
      return verb(
        any(["said", "reported", "noted"]),
        "VBD",
        [as("ccomp", clause()), mark(","), subject(closed(speaker()))],
        [...tail, full],
      );
    }
    if (pattern < 0.8)
      return verb(
        any(["said", "stated", "reported"]),
        "VBD",
        [subject(speaker())],
        [...when(), reported(), full],
      );
    if (pattern < 0.86)
      return verb(
        "said",
        "VBD",
        [mark("“"), as("ccomp", clause()), mark(","), mark("”"), subject(closed(speaker()))],
        [full],
      );
    if (pattern < 0.93)
      return as(
        "root",
        followed(
          noun("conversation", word("Telephone", "NOUN NN", "compound")),
          on("nmod", "with", closed(person())),
        ),
      );
    if (pattern < 0.96)
      return as(
        "root",
        led(
          followed(proper(any(["Call", "Meeting"])), on("nmod", "with", closed(person()))),
          possessed(led(familyName(), as("nmod:desc", title()))),
        ),
      );
    return as(
      "root",
      followed(word(any(["Meeting", "Talks"]), "NOUN NN", "dep"), on("nmod", "with", closed(person()))),
    );
  };
  return Array.from({ length: count }, () => capitalised(sentenceOf(sentence())));
}

function capitalised(gold: GoldSentence): GoldSentence {
  const first = gold.forms.findIndex((form) => form !== "“");
  const forms = gold.forms.map((form, i) => (i === first ? form[0]!.toUpperCase() + form.slice(1) : form));
  return { ...gold, forms, text: forms.join(" ") };
}
