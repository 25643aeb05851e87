/**
 * Decides which paragraphs are page furniture by their words alone. It marks and never removes; a rule needs the whole
 * paragraph (or line) to match, so that a report about cookies or comments keeps its sentences.
 */
import type { Paragraph } from "./extracted.ts";
import { PHRASE_RULES } from "./residue-phrases.ts";

/** For lines in lower case, and one for each rule: a pattern that ignores case, or one of all rules, compiles four times as long. */
const PHRASES = PHRASE_RULES.map(({ rule, whole }) => ({
  rule,
  pattern: new RegExp(`^(?:${whole.join("|")})$`, "u"),
}));
/** Longest phrase of the lists with its free parts. */
const LONGEST_PHRASE = 420;
/** Longest line that a phrase without one of the words below can be. */
const LONGEST_LABEL = 130;
const NOTICE_WORDS =
  /cookie|çerez|mail|newsletter|subscri|akismet|sign up|abon|iscriv|подпи|підпи|assine|inscr|comment|share|click|join|app|support|公开|公開|공개|بريد|ایمیل/i;
const EDGES = /^[\s\p{P}\p{S}]+|(?<![\s\p{P}\p{S}])[\s\p{P}\p{S}]+$/gu;

const TAGS =
  /^\W*(?:tags?|tagged(?: (?:with|under|in|as))?|filed under|categor(?:y|ies)|keywords?|topics?|labels?|etiketler?|kategori(?:ler)?|метки|теги|ключевые слова|рубрик[аи]|мітки|schlagw(?:ö|oe)rter|stichworte|étiquettes|mots[- ]clés|etiquetas|palabras clave|tag|parole chiave|tagi|teqlər|açar sözlər|标签|关键词|標籤|タグ|태그|الوسوم|الكلمات المفتاحية|برچسب(?:‌?ها)?)\s*[:：](?<list>.*)$/isu;
const DISCLAIMER =
  /copyright (?:of|in) this (?:article|content|work).{0,60}(?:belongs?|owned)|repost(?:ing|ed)? (?:this article|for information)|(?:if there is|in case of) any (?:infringement|copyright)|does not constitute (?:any )?(?:investment|financial) advice|^disclaimer\s*:|^免责声明|版权归(?:原)?作者|^(?:this|the) (?:article|story|post|content) (?:is|was|has been) (?:auto-?generated|generated|translated|published) (?:by|from) (?:a )?(?:syndicated|machine|automatic)/iu;
/** One of them, in the case it is written in, must stand in a disclaimer. */
const DISCLAIMER_WORDS =
  /opyright|epost|nfring|isclaim|nvestment|inancial advice|yndicat|enerated|ranslated|免责|版权/;
const COPYRIGHT = /^(?:\W{0,3}(?:copyright|©|\(c\)|&copy;)\s*(?:©|\(c\))?\s*\d{4}|(?:©|copyright ©)\s*\S)/iu;
const RIGHTS =
  /all rights reserved|(?:все права защищены|tüm hakları saklıdır|bütün hüquqlar qorunur|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|版权所有|著作権|무단\s?전재)/i;
/** Rights and disclaimers have one of these words, or begin so: looked for once, because the patterns are dear. */
const LEGAL =
  /opyright|epost|nfring|onstitute|rights reserved|защищены|saklıdır|qorunur|vorbehalten|réservés|reservados|riservati|版权|著作権|무단|^(?:disclaimer|免责声明|th(?:is|e) (?:article|story|post|content) )/i;
/** A picture's credit at the end of its caption, or alone. */
const CREDIT =
  /^.{0,220}[([](?:images?|photos?|pictures?|pics?|credits?|фото|foto|image credit|photo credit)(?: by| credit)?\s*[:/©][^)\]]{2,80}[)\]]\s*\.?$|^(?:images?|photos?|pictures?)(?: (?:copyright|credit|courtesy|source)s?(?: of| caption)?\b| ?:| by \p{Lu})[^.!?]{2,120}$|^[^.!?]{2,80}\/\s?(?:getty(?: images)?|afp|ap|reuters|epa|shutterstock|tass|anadolu|ap photo)(?:\/?[^.!?/]{0,40})?$|^(?:фото|foto|fotoğraf|图|图片)\s?[:：].{2,100}$/iu;
/** How a credit without brackets or a slash begins. */
const CREDIT_START = /^[ipfф图]/i;
const CREDIT_WORDS =
  /photo|image|pic|credit|фото|foto|图|getty|afp|ap\b|reuters|epa|shutterstock|tass|anadolu/i;
/** "Related: …", "READ MORE: …" in the run of a text: whole paragraphs of up to one headline. */
const POINTER =
  /^(?:related(?: (?:story|stories|article|articles|content|video))?|read (?:more|also|next|the full .{3,20})|see (?:more|also)|also read|more(?: on this)?|watch(?: (?:now|also|more|video))?|don['’]t miss|recommended|you may also like|подробнее|читайте также|по теме|читайте також|ilgili(?: haber)?|ayrıca okuyun|leia também|lea también|lesen sie auch|lire aussi|à lire aussi|leggi anche)\s*[:：»–-]\s*[^\n]{5,160}$/iu;
const CONTACT =
  /^(?:tel|phone|fax|тел|телефон|факс|téléphone|teléfono)\b[.:]*\s*[+(\d][\d\s()+.–-]{5,}.{0,80}$/iu;
const REPOST_TAIL =
  /^\W*(?:url|link|source(?: ?url| link)?|original (?:article|link|url|source)|permalink|via|web ?site|kaynak|источник|ссылка|原文(?:链接|地址)?|来源|链接)\s*[:：]\s*(?:https?:\/\/|www\.)\S*\W*$/iu;
const TITLE_LINE = /^\W*(?:title|headline|başlık|заголовок|标题|原题)\s*[:：]\s*(?<title>.+)$/iu;
const ONLY_LINK = /^(?:https?:\/\/|www\.)\S+$/iu;

const SENTENCE_END = /[.!?…。！？։۔؟][\s"'”’»)\]]*$/u;
/** Beyond this share of the paragraphs a comment heading means that the rest is comments. */
const COMMENTS_FROM = 0.4;
/** Kept paragraphs at the end in which a bare address is the reposter's; further up it is the author's. */
const TAIL = 2;

/** Rule code for a paragraph that is furniture as a whole, null for any other. */
export function residueRule(text: string, title: string | null = null): string | null {
  const whole = ruleOf(text, title);
  if (whole !== null || text.length > LONGEST_LABEL * 2) return whole;
  if (!text.includes("|") && !text.includes("·") && !text.includes("•")) return null;
  const parts = text.split(/\s[|·•]\s/);
  if (parts.length < 2) return null;
  const rules = parts.map((part) => ruleOf(part, title));
  return rules.every((rule) => rule !== null) ? rules[0]! : null;
}

function ruleOf(text: string, title: string | null): string | null {
  const { length } = text;
  if (length > 2_000 || length === 0) return null;
  const bare = withoutEdges(text);
  if (bare === "") return "residue.navigation";
  const legal = length < 1_200 && LEGAL.test(text);
  const colon = text.includes(":") || text.includes("：");
  if (length <= LONGEST_PHRASE) {
    const phrase = phraseRule(bare);
    if (phrase !== null && (length <= LONGEST_LABEL || NOTICE_WORDS.test(text))) return phrase;
    if (mayBeCredit(text) && CREDIT_WORDS.test(text) && CREDIT.test(text)) return "residue.caption";
    if (length < 230 && POINTER.test(text) && !SENTENCE_END.test(text)) return "residue.related";
    if (CONTACT.test(text)) return "residue.navigation";
    if (colon) {
      if (REPOST_TAIL.test(text)) return "residue.repost-tail";
      const repeated = TITLE_LINE.exec(text)?.groups?.title;
      if (repeated && title && sameWords(repeated, title)) return "residue.repost-tail";
    }
    if (COPYRIGHT.test(text) || (legal && length < 200 && RIGHTS.test(text))) return "residue.copyright";
  }
  if (colon && /[:：]/.test(text.slice(0, 40))) {
    const list = TAGS.exec(text)?.groups?.list;
    if (list !== undefined && !SENTENCE_END.test(list.trim()) && averagePart(list) <= 40)
      return "residue.tags";
  }
  return legal && DISCLAIMER.test(text) && DISCLAIMER_WORDS.test(text) ? "residue.disclaimer" : null;
}

/** Rule code of the phrase that `bare` is, null where it is none. */
function phraseRule(bare: string): string | null {
  const lower = bare.toLowerCase();
  for (const { rule, pattern } of PHRASES) if (pattern.test(lower)) return rule;
  return null;
}

const mayBeCredit = (text: string): boolean =>
  text.includes("/") || text.includes("(") || text.includes("[") || CREDIT_START.test(text);

/** 1 for each ASCII character that is a space, a mark or a sign. */
const ASCII_MARKS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\s\p{P}\p{S}]/u.test(String.fromCharCode(code)) ? 1 : 0,
);
const MARK = /[\s\p{P}\p{S}]/u;

/** The text without the spaces, marks and signs around it. */
function withoutEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isMark(text, start)) start++;
  while (end > start && isMark(text, end - 1)) end--;
  // Halves of a character are no marks, but the character may be one.
  if (isSurrogate(text, start) || isSurrogate(text, end - 1)) return text.replace(EDGES, "");
  return text.slice(start, end);
}

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? ASCII_MARKS[code] === 1 : MARK.test(text[at]!);
}

const isSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xf800) === 0xd800;

/** Marks furniture in place: single paragraphs by their words, then what follows a comment or related-links heading. */
export function markResidue(paragraphs: Paragraph[], title: string | null): void {
  const matched = new Map<number, string>();
  splitLines(paragraphs, title);
  paragraphs.forEach((paragraph, i) => {
    if (paragraph.drop !== null) return;
    const rule = residueRule(paragraph.text, title);
    if (rule === null) return;
    paragraph.drop = rule;
    matched.set(i, rule);
  });
  const kept = paragraphs.filter(({ drop }) => drop === null);
  for (const paragraph of kept.slice(-TAIL))
    if (ONLY_LINK.test(paragraph.text)) paragraph.drop = "residue.repost-tail";
  const comments = [...matched].find(
    ([i, rule]) => rule === "residue.comments" && i >= paragraphs.length * COMMENTS_FROM,
  );
  if (comments) markRest(paragraphs, comments[0] + 1, "residue.comments");
  for (const [i, rule] of matched) if (rule === "residue.related") markLinkLines(paragraphs, i + 1);
}

/** Furniture at the end of a paragraph, behind a line break, becomes a paragraph of its own. */
function splitLines(paragraphs: Paragraph[], title: string | null): void {
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    const { text, kind, drop } = paragraphs[i]!;
    if (drop !== null || !text.includes("\n")) continue;
    const lines = text.split("\n");
    const rules = lines.map((line) => residueRule(line, title));
    if (rules.every((rule) => rule === null)) continue;
    let end = lines.length;
    while (end > 0 && rules[end - 1] !== null) end--;
    const kept = end ? [{ text: lines.slice(0, end).join("\n"), kind, drop: null }] : [];
    const left = lines.slice(end).map((line, l) => ({ text: line, kind, drop: rules[end + l]! }));
    paragraphs.splice(i, 1, ...kept, ...left);
  }
}

function markRest(paragraphs: Paragraph[], from: number, rule: string): void {
  for (const paragraph of paragraphs.slice(from)) paragraph.drop ??= rule;
}

/** After a "Related articles" heading: the lines that look like headlines, up to the first that reads as prose. */
function markLinkLines(paragraphs: Paragraph[], from: number): void {
  for (const paragraph of paragraphs.slice(from)) {
    if (paragraph.drop !== null) continue;
    if (paragraph.text.length > 140 || SENTENCE_END.test(paragraph.text)) return;
    paragraph.drop = "residue.related";
  }
}

function averagePart(list: string): number {
  const parts = list.split(/[,;#|،、，]/).filter((part) => part.trim());
  return parts.length ? list.length / parts.length : 0;
}

/** Equal but for case, punctuation and spacing. */
export function sameWords(a: string, b: string): boolean {
  return bareWords(a) === bareWords(b);
}

export function bareWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
