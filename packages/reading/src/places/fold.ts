/** One spelling for the letters that names are written with in many ways; what the gazetteer is looked up by. */

const PLAIN = /^[A-Za-z]+$/;
/** Letters from here on may change with their neighbours. */
const BEYOND = 0x250;
const folded: string[] = Array.from({ length: BEYOND }, (_, code) => foldLetters(String.fromCharCode(code)));

/** "Türkiye" and "Turkiye" are one, "Xi'an" and "Xian". The compiled gazetteer is built anew when this changes. */
export function fold(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  let key = "";
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code >= BEYOND) return tidy(foldLetters(name));
    key += folded[code]!;
  }
  return tidy(key);
}

function tidy(key: string): string {
  return /^\s|\s$|\s\s|[^\S ]/.test(key) ? key.replace(/\s+/g, " ").trim() : key;
}

function foldLetters(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f.'’ʻʼ‘]/g, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ə/g, "a")
    .replace(/[-–‑]/g, " ");
}
