/**
 * Decides which paragraphs are page furniture by their words alone. It marks and never removes; a rule needs the whole
 * paragraph (or line) to match, so that a report about cookies or comments keeps its sentences.
 */
import type { Paragraph } from "./extracted.ts";
import { PHRASE_RULES } from "./residue-phrases.ts";

const PHRASES = PHRASE_RULES.map(({ rule, whole }) => ({
  rule,
  pattern: new RegExp(`^(?:${whole.join("|")})$`, "iu"),
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
  /copyright (?:of|in) this (?:article|content|work).{0,60}(?:belongs?|owned)|repost(?:ing|ed)? this article|(?:if there is|in case of) any (?:infringement|copyright)|does not constitute (?:any )?(?:investment|financial) advice|^disclaimer\s*:|^免责声明|版权归(?:原)?作者|^(?:this|the) (?:article|story|post|content) (?:is|was|has been) (?:auto-?generated|generated|translated|published) (?:by|from) (?:a )?(?:syndicated|machine|automatic)/iu;
const COPYRIGHT = /^(?:\W{0,3}(?:copyright|©|\(c\)|&copy;)\s*(?:©|\(c\))?\s*\d{4}|(?:©|copyright ©)\s*\S)/iu;
const RIGHTS =
  /all rights reserved|(?:все права защищены|tüm hakları saklıdır|bütün hüquqlar qorunur|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|版权所有|著作権|무단\s?전재)/i;
const REPOST_TAIL =
  /^\W*(?:url|link|source(?: ?url| link)?|original (?:article|link|url|source)|permalink|via|web ?site|kaynak|источник|ссылка|原文(?:链接|地址)?|来源|链接)\s*[:：]\s*(?:https?:\/\/|www\.)\S*\W*$/iu;
const TITLE_LINE = /^\W*(?:title|headline|başlık|заголовок|标题|原题)\s*[:：]\s*(?<title>.+)$/iu;
const ONLY_LINK = /^(?:https?:\/\/|www\.)\S+$/iu;
/** Fewer than one letter or digit in a line of marks ("***", "· · ·"). */
const ONLY_MARKS = /^[\s\p{P}\p{S}]+$/u;

const SENTENCE_END = /[.!?…。！？։۔؟][\s"'”’»)\]]*$/u;
/** Beyond this share of the paragraphs a comment heading means that the rest is comments. */
const COMMENTS_FROM = 0.4;

/** Rule code for a paragraph that is furniture as a whole, null for any other. */
export function residueRule(text: string, title: string | null = null): string | null {
  if (text.length > 2_000) return null;
  if (ONLY_MARKS.test(text)) return "residue.navigation";
  if (text.length <= LONGEST_PHRASE) {
    if (text.length <= LONGEST_LABEL || NOTICE_WORDS.test(text)) {
      const bare = text.replace(EDGES, "");
      for (const { rule, pattern } of PHRASES) if (pattern.test(bare)) return rule;
    }
    if (ONLY_LINK.test(text)) return "residue.repost-tail";
    if (REPOST_TAIL.test(text)) return "residue.repost-tail";
    const repeated = TITLE_LINE.exec(text)?.groups?.title;
    if (repeated && title && sameWords(repeated, title)) return "residue.repost-tail";
    if (COPYRIGHT.test(text) || (text.length < 200 && RIGHTS.test(text))) return "residue.copyright";
  }
  if (!/[:：©]|copyright|repost|infring|article|content/i.test(text)) return null;
  const list = TAGS.exec(text)?.groups?.list;
  if (list !== undefined && !SENTENCE_END.test(list.trim()) && averagePart(list) <= 40) return "residue.tags";
  if (text.length < 1_200 && DISCLAIMER.test(text)) return "residue.disclaimer";
  return null;
}

/** Marks furniture in place: single paragraphs by their words, then what follows a comment or related-links heading. */
export function markResidue(paragraphs: Paragraph[], title: string | null): void {
  const matched = new Map<number, string>();
  paragraphs.forEach((paragraph, i) => {
    if (paragraph.drop !== null) return;
    const rule = lineByLine(paragraph.text, title);
    if (rule === null) return;
    paragraph.drop = rule;
    matched.set(i, rule);
  });
  const comments = [...matched].find(
    ([i, rule]) => rule === "residue.comments" && i >= paragraphs.length * COMMENTS_FROM,
  );
  if (comments) markRest(paragraphs, comments[0] + 1, "residue.comments");
  for (const [i, rule] of matched) if (rule === "residue.related") markLinkLines(paragraphs, i + 1);
}

function lineByLine(text: string, title: string | null): string | null {
  const whole = residueRule(text, title);
  if (whole !== null || !text.includes("\n")) return whole;
  const rules = text.split("\n").map((line) => residueRule(line, title));
  return rules.every((rule) => rule !== null) ? rules[0]! : null;
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
