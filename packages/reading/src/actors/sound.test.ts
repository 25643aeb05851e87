import { describe, expect, it } from "vitest";
import { normaliseName } from "./fold.ts";
import { soundAgreement } from "./sound.ts";

describe("soundAgreement", () => {
  it.each([
    ["Mnatsa Kanyan", "Mnatsakanian"],
    ["Bairamov", "Bayramov"],
    ["Nebenzia", "Nebenzya"],
    ["Çavuşoğlu", "Chavushoglu"],
    ["Зеленский", "Zelensky"],
    ["Al-Sissi", "el-Sisi"],
    ["Zhaparov", "Japarov"],
    ["Moallem", "Muallem"],
    ["Araqchi", "Araghchi"],
  ])("%s and %s are near", (one, other) => {
    expect(soundAgreement(one, other)).toBeGreaterThanOrEqual(0.72);
    expect(soundAgreement(one, other)).toBe(soundAgreement(other, one));
  });

  it.each([
    ["Petrosyan", "Mnatsakanyan"],
    ["Lavrov", "Bayramov"],
    ["Putin", "Poutou"],
    ["Aliyev", "Assad"],
  ])("%s and %s are not", (one, other) => {
    expect(soundAgreement(one, other)).toBeLessThan(0.72);
  });
});

describe("normaliseName", () => {
  it.each([
    ["Jean-Yves Le Drian", "jean yves le drian"],
    ["Özil’s", "ozil"],
    ["U.S. Department of State", "us department of state"],
    ["Ra’anan Gissin", "raanan gissin"],
  ])("%s", (name, phrase) => {
    expect(normaliseName(name)).toBe(phrase);
  });
});
