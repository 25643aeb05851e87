import { describe, expect, it } from "vitest";
import { decodeBytes } from "./decode.ts";

/** Encodes by searching the decoder: the runtime has decoders only. */
function encode(text: string, charset: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(charset);
  if (charset === "windows-1252") table.set("’", [0x92]);
  for (let a = 0; a < 256; a++) {
    const one = decoder.decode(Uint8Array.of(a));
    if (one.length === 1 && one !== "\ufffd" && !table.has(one)) table.set(one, [a]);
  }
  for (let a = 0x81; a < 0xff; a++)
    for (let b = 0x30; b < 0xff; b++) {
      const two = decoder.decode(Uint8Array.of(a, b));
      if (two.length === 1 && two !== "\ufffd" && !table.has(two)) table.set(two, [a, b]);
    }
  return Uint8Array.from([...text].flatMap((letter) => table.get(letter) ?? [0x3f]));
}

function utf16(text: string, little: boolean): Uint8Array {
  return Uint8Array.from(
    [...Array(text.length).keys()].flatMap((i) => {
      const unit = text.charCodeAt(i);
      return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );
}

const RUSSIAN =
  "Министр иностранных дел провёл телефонный разговор со своим коллегой. Стороны обсудили прекращение огня и обмен пленными, говорится в заявлении министерства.";
const TURKISH =
  "Dışişleri Bakanı ile görüşen mevkidaşı, ateşkesin sağlanması gerektiğini söyledi. Görüşmede işbirliği ve güvenlik konuları ele alındı; açıklama yapılmadı.";
const FRENCH =
  "Le ministre des Affaires étrangères s’est entretenu par téléphone avec son homologue ; ils ont évoqué la cessation immédiate des hostilités à la frontière.";
const CHINESE =
  "外交部长同对方通电话，双方就停火问题交换了意见，并同意继续保持沟通。发言人表示，有关各方应当尽快回到谈判桌前，避免局势进一步升级。";
const TRADITIONAL =
  "外交部長與對方通電話，雙方就停火問題交換意見，並同意繼續保持溝通。發言人表示，有關各方應當儘快回到談判桌前，避免局勢進一步升級。";
const JAPANESE =
  "外務大臣は電話会談を行い、双方は停戦について意見を交換し、今後も連絡を取り合うことで一致した。報道官は関係国に対して自制を求めた。";
const KOREAN =
  "외교부 장관은 상대국 장관과 전화 통화를 하고 휴전 문제에 대해 의견을 교환했으며 앞으로도 긴밀히 소통하기로 했다고 대변인이 밝혔다.";

describe("decodeBytes", () => {
  it.each([
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["windows-1254", TURKISH],
    ["windows-1252", FRENCH],
    ["gb18030", CHINESE],
    ["big5", TRADITIONAL],
    ["shift_jis", JAPANESE],
    ["euc-kr", KOREAN],
  ])("detects %s without a declaration", (charset, text) => {
    const decoded = decodeBytes(encode(text, charset));
    expect(decoded.text).toBe(text);
    expect(decoded.diagnostics.map(({ rule }) => rule)).toEqual(["charset.detected"]);
  });

  it.each([
    ["utf-16le", true],
    ["utf-16be", false],
  ])("detects %s without a byte-order mark", (charset, little) => {
    for (const text of [FRENCH, RUSSIAN])
      expect(decodeBytes(utf16(text, little))).toMatchObject({ charset, text });
  });

  it("obeys the byte-order mark and leaves it out", () => {
    expect(decodeBytes(utf16(`\ufeff${CHINESE}`, true))).toEqual({
      charset: "utf-16le",
      text: CHINESE,
      diagnostics: [],
    });
    expect(decodeBytes(new TextEncoder().encode(`\ufeff${RUSSIAN}`)).text).toBe(RUSSIAN);
  });

  it("reads UTF-8 that declares something else, and says so", () => {
    const html = `<meta charset="windows-1251"><p>${RUSSIAN}</p>`;
    const decoded = decodeBytes(new TextEncoder().encode(html));
    expect(decoded.text).toBe(html);
    expect(decoded.diagnostics).toMatchObject([{ rule: "charset.wrong" }]);
  });

  it("reads windows-1251 that declares UTF-8", () => {
    const html = `<meta charset="utf-8"><p>${RUSSIAN}</p>`;
    const decoded = decodeBytes(encode(html, "windows-1251"));
    expect(decoded).toMatchObject({
      text: html,
      charset: "windows-1251",
      diagnostics: [{ rule: "charset.wrong" }],
    });
  });

  it("reads windows-1251 that declares koi8-r", () => {
    expect(decodeBytes(encode(RUSSIAN, "windows-1251"), { charset: "koi8-r" })).toMatchObject({
      text: RUSSIAN,
      charset: "windows-1251",
    });
  });

  it("believes a declaration that fits", () => {
    const decoded = decodeBytes(encode(TURKISH, "windows-1254"), { charset: "iso-8859-9" });
    expect(decoded).toEqual({ text: TURKISH, charset: "windows-1254", diagnostics: [] });
  });

  it.each([
    ["PDF", "%PDF-1.7\n\u0000\u0001"],
    ["ZIP", "PK\u0003\u0004\u0014\u0000"],
    ["unknown", `\u0001\u0002\u0003${"\u0000\u0005\u0007x".repeat(40)}`],
  ])("recognises a binary file: %s", (_, content) => {
    const decoded = decodeBytes(Uint8Array.from(content, (letter) => letter.charCodeAt(0)));
    expect(decoded).toMatchObject({ text: "", charset: "binary", diagnostics: [{ rule: "input.binary" }] });
  });

  it("keeps a text with a few NUL bytes", () => {
    const text = `Report\u0000 one${" of a long text".repeat(20)}`;
    expect(decodeBytes(new TextEncoder().encode(text)).text).toBe(text);
  });
});
