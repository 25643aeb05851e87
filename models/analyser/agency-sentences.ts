/**
 * Sentences in the manner of agencies and official readouts, made from a grammar of ours together with their trees: who
 * spoke with whom, who signed, who is accused, with titles in every position. The treebanks hardly know them.
 */
import { agencyPhrases } from "./agency-phrases.ts";
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
  sentenceOf,
  word,
} from "./phrase.ts";

export function agencySentences(parts: {
  pool: NamePool;
  count: number;
  random: () => number;
}): GoldSentence[] {
  const { pool, count, random } = parts;
  const phrases = agencyPhrases({ pool, random });
  const {
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
  } = phrases;
  const { possessed, sides, subject, title, topic, verb, when, bareName, familyName } = phrases;
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
