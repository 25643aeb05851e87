/**
 * What the words around a report say about where it comes from: dateline, agency credits, byline, publication line.
 * The forms are those of agency style books (AP, Reuters, TASS, Xinhua): place, date, agency, dash.
 */
import { AGENCY, isAgency } from "./agency-names.ts";
import { datelineOf } from "./datelines.ts";
import { FULL_YEAR, writtenDate } from "./dates.ts";
import type { Paragraph, Published } from "./extracted.ts";

export interface Conventions {
  agencies: string[];
  authors: string[];
  dateline: string | null;
  published: Published | null;
}

/** Paragraphs at the head and the tail in which credits are looked for. */
const HEAD = 6;
const TAIL = 3;
const LONGEST_LINE = 160;

const CREDIT = `(?<agency>${AGENCY})`;
const ROLES =
  "by|author|reporter|reporting by|written by|source|agency|from|автор|источник|yazar|kaynak|muhabir|müəllif|mənbə|von|par|por|di|作者|记者|来源|출처";
/** In the three ways of writing it, because agency names beside it must keep their case. */
const ROLE = `(?:${ROLES.split("|")
  .flatMap((role) => [role, role[0]!.toUpperCase() + role.slice(1), role.toUpperCase()])
  .join("|")})`;
const CREDIT_LINE = new RegExp(
  `^(?:${ROLE}\\s*[:：]?\\s*)?[(/\\[]?${CREDIT}[)/\\]]?(?:\\s*[,|·•—–-]?\\s*(?<rest>.*))?$`,
  "u",
);
const BYLINE =
  /^(?:by|author|written by|reported by|reporter|автор|текст|yazar|muhabir|müəllif|von|par|por|autor|作者|记者)\s*[:：]?\s+(?<names>[^.!?]{3,100}?)(?:\s*[|·•—–-]\s*(?<rest>.*))?$/iu;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|der|bin|al|el|la|le)){1,4}$/u;
/** A picture's caption between the paragraphs: short, closed by the photographer's agency in brackets. */
const CAPTION = /^.{15,300}[.!?]?["”»]? ?$/u;
const PHOTO_CREDIT = new RegExp(
  `^(?:\\((?:[^()]{0,40}[/ ])?(?:${AGENCY})(?: [Pp]hotos?)?\\)|\\[(?:[Pp]hoto[ /:]*)?(?:[^\\[\\]]{0,30}[/ ])?${AGENCY}\\])\\.?$`,
  "u",
);
const ONE_NAME = /^\p{Lu}[\p{L}'’.-]{2,}$/u;
const PUBLICATION_WORDS =
  /\b(?:published|posted|updated|last (?:updated|modified)|date|time|created|on|at|gmt|utc|est|edt|am|pm|min(?:ute)?s? read|views?)\b|опубликовано|обновлено|yayın(?:lan)?ma|tarih|güncelleme|veröffentlicht|publié|publicado|发布|时间/giu;

/** Left-out blocks between title and text of a page in which a byline is looked for, and the longest of them. */
const ABOVE_TEXT = 8;
const LONGEST_BYLINE = 100;

/** What the byline between title and text of a page says; gives the left-out blocks the rule of what they are. */
export function readBylines(paragraphs: Paragraph[]): Conventions {
  const found: Conventions = { agencies: [], authors: [], dateline: null, published: null };
  const first = paragraphs.findIndex(({ drop }) => drop === null);
  for (const paragraph of paragraphs.slice(Math.max(0, first - ABOVE_TEXT), Math.max(0, first)))
    if (paragraph.drop === "residue.page" && paragraph.text.length <= LONGEST_BYLINE)
      readLine(paragraph, found, true);
  return found;
}

/** Reads head and tail of the kept paragraphs; lines that say nothing else are marked as dropped. */
export function readConventions(paragraphs: Paragraph[], titleAt: number | null): Conventions {
  const found: Conventions = { agencies: [], authors: [], dateline: null, published: null };
  const kept = paragraphs.filter((paragraph, i) => paragraph.drop === null && i !== titleAt);
  const head = kept.slice(0, HEAD);
  const tail = kept.slice(Math.max(HEAD, kept.length - TAIL));
  for (const paragraph of [...head, ...tail]) readLine(paragraph, found, head.includes(paragraph));
  for (const paragraph of kept.slice(1, -2))
    if (isCaption(paragraph.text)) paragraph.drop = "residue.caption";
  for (const paragraph of head) if (paragraph.drop === null && readDateline(paragraph.text, found)) break;
  return found;
}

function isCaption(text: string): boolean {
  const closing = text.at(text.endsWith(".") ? -2 : -1);
  if (closing !== ")" && closing !== "]") return false;
  const at = text.lastIndexOf(closing === ")" ? "(" : "[");
  return at >= 0 && PHOTO_CREDIT.test(text.slice(at)) && CAPTION.test(text.slice(0, at));
}

function readLine(paragraph: Paragraph, found: Conventions, atHead: boolean): void {
  const { text } = paragraph;
  if (text.length > LONGEST_LINE) return;
  const credit = CREDIT_LINE.exec(text);
  if (credit && onlyPublication(credit.groups!.rest ?? "")) {
    add(found.agencies, credit.groups!.agency!);
    readPublished(text, found);
    paragraph.drop = /\d/.test(text) || /^\p{L}+\s*[:：]/u.test(text) ? "residue.byline" : "residue.credit";
    return;
  }
  if (!atHead) return;
  const byline = BYLINE.exec(text);
  if (byline && readByline(byline.groups!.names!, found)) {
    readPublished(text, found);
    paragraph.drop = found.authors.length || found.agencies.length ? "residue.byline" : "residue.reposter";
    return;
  }
  if (FULL_YEAR.test(text) && onlyPublication(text) && readPublished(text, found))
    paragraph.drop = "residue.date";
}

/** True where a byline's names are people, an agency, or a reposting account (one word twice, no capital). */
function readByline(names: string, found: Conventions): boolean {
  // A byline's date may have no year: with one added it is found by the same reading, and then forgotten.
  const date = writtenDate(names) ?? writtenDate(`${names} 2000`);
  const dated = date !== null;
  const undated = names.slice(0, date?.start).replace(/[\s,|·•–—-]+$/, "");
  const parts = undated
    .split(/\s*(?:,| and | & | und | et | и | ve )\s*/u)
    .map((part) => part.trim())
    .filter(Boolean);
  if (!parts.length) return false;
  if (parts.every(isReposter)) return true;
  const people = parts.filter(
    (part) => (NAME.test(part) || (dated && ONE_NAME.test(part))) && !isReposter(part),
  );
  const agencies = parts.filter(isAgency);
  for (const person of people) if (!isAgency(person)) add(found.authors, person);
  for (const agency of agencies) add(found.agencies, agency);
  return people.length + agencies.length > 0;
}

function isReposter(name: string): boolean {
  const words = name.split(" ");
  return (
    words.length <= 2 &&
    name === name.toLowerCase() &&
    /^[a-z0-9_. -]+$/.test(name) &&
    (words.length === 1 || words[0] === words[1])
  );
}

/** Nothing but a date, a time, publication words and counters. */
function onlyPublication(rest: string): boolean {
  const date = writtenDate(rest);
  const left = date ? rest.slice(0, date.start) + rest.slice(date.end) : rest;
  return left.length < 60 && !/\p{L}{2,}/u.test(left.replace(PUBLICATION_WORDS, " "));
}

function readPublished(text: string, found: Conventions): boolean {
  const date = writtenDate(text);
  if (!date) return false;
  found.published ??= { iso: date.iso, asWorded: text.slice(date.start, date.end), from: "byline" };
  return true;
}

function readDateline(text: string, found: Conventions): boolean {
  const parts = datelineOf(text);
  if (!parts) return false;
  const { agency, dateline, author } = parts;
  if (agency) add(found.agencies, agency);
  if (author && !isReposter(author))
    for (const name of author.split(/,| and |、/)) add(found.authors, name.trim());
  if (dateline) {
    found.dateline = dateline.replace(/[\s,.]+$/, "");
    const date = writtenDate(dateline);
    if (date)
      found.published ??= {
        iso: date.iso,
        asWorded: dateline.slice(date.start, date.end),
        from: "dateline",
      };
  }
  return true;
}

function add(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}
