import { describe, expect, test } from "vitest";
import type { Token } from "../sentence.ts";
import { agents, isPassive, objects, obliques, patients, subjects } from "./arguments.ts";
import { sampleTree } from "./tree-sample.ts";

const texts = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => text);

describe("arguments", () => {
  test("active: subject with conjuncts, object, obliques", () => {
    const s = sampleTree(
      "Aram 4 nsubj\nand 3 cc\nBela 1 conj\ndiscussed 0 root VBD\ntrade 4 obj\nwith 7 case\nCiro 4 obl\nin 9 case\nOslo 4 obl",
    );
    expect(texts(agents(s, 3))).toEqual(["Aram", "Bela"]);
    expect(texts(patients(s, 3))).toEqual(["trade"]);
    expect(texts(obliques(s, 3, "with"))).toEqual(["Ciro"]);
    expect(texts(obliques(s, 3))).toEqual(["Ciro", "Oslo"]);
  });

  test("passive: turned round, by-phrase with or without its subtype", () => {
    const s = sampleTree(
      "pact 3 nsubj:pass\nwas 3 aux:pass\nsigned 0 root VBN\nby 5 case\nAram 3 obl:agent\nand 7 cc\nBela 5 conj",
    );
    expect(isPassive(s, 2)).toBe(true);
    expect(texts(agents(s, 2))).toEqual(["Aram", "Bela"]);
    expect(texts(patients(s, 2))).toEqual(["pact"]);
    const noun = sampleTree("pact 0 root\nsigned 1 acl VBN\nby 4 case\nAram 2 obl");
    expect(texts(agents(noun, 1))).toEqual(["Aram"]);
    expect(texts(patients(noun, 1))).toEqual(["pact"]);
  });

  test("control: the subject agrees to meet, the object is urged to stop", () => {
    const agreed = sampleTree("Aram 2 nsubj\nagreed 0 root VBD\nto 4 mark\nmeet 2 xcomp VB\nBela 4 obj");
    expect(texts(subjects(agreed, 3))).toEqual(["Aram"]);
    const urged = sampleTree("Aram 2 nsubj\nurged 0 root VBD\nBela 2 obj\nto 5 mark\nstop 2 xcomp VB");
    expect(texts(subjects(urged, 4))).toEqual(["Bela"]);
  });

  test("coordination and participles share the subject", () => {
    const s = sampleTree(
      "Aram 2 nsubj\nflew 0 root VBD\nhome 2 advmod\nand 5 cc\nsigned 2 conj VBD\nit 5 obj\n, 8 punct\nsmiling 5 advcl VBG",
    );
    expect(texts(subjects(s, 4))).toEqual(["Aram"]);
    expect(texts(subjects(s, 7))).toEqual(["Aram"]);
    expect(texts(objects(s, 4))).toEqual(["it"]);
  });

  test("relative pronouns stand for their noun", () => {
    const s = sampleTree("troops 0 root\nthat 3 nsubj\nentered 1 acl:relcl VBD\nand 5 cc\nleft 3 conj VBD");
    expect(texts(subjects(s, 2))).toEqual(["troops"]);
    expect(texts(subjects(s, 4))).toEqual(["troops"]);
  });

  test("finds nothing where nothing is", () => {
    const s = sampleTree("Rain 0 root");
    expect([subjects(s, 0), objects(s, 0), obliques(s, 0), agents(s, 0)]).toEqual([[], [], [], []]);
  });
});
