/** Letters without case and marks, so that "Cavusoglu" finds "Çavuşoğlu". One UTF-16 unit stays one: offsets hold. */

/** Letters that no decomposition takes apart. */
const PLAIN: Record<string, string> = {
  ı: "i",
  İ: "i",
  ø: "o",
  Ø: "o",
  ł: "l",
  Ł: "l",
  đ: "d",
  Đ: "d",
  ð: "d",
  Ð: "d",
  ə: "a",
  Ə: "a",
  ħ: "h",
  ŧ: "t",
  "’": "'",
  "‘": "'",
  ʼ: "'",
};
const MARKED = /[^\p{ASCII}]/gu;

export function fold(text: string): string {
  return text.replace(MARKED, foldLetter).toLowerCase();
}

function foldLetter(letter: string): string {
  const plain = PLAIN[letter] ?? letter.normalize("NFD").replace(/\p{M}/gu, "");
  const lower = plain.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}
