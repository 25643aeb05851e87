/** Reads office phrases around a title: "Armenian Foreign Minister X", "President X of Y", "X, the foreign minister of Y". */
import type { TitleEntry } from "./entry.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { type NameRun, readName } from "./person-name.ts";
import { type Item, type Scan, senseAs } from "./scan.ts";
import { BODY, CAPITAL, DEMONYM, FAMILY, METONYM, NAME, PERSON, TITLE } from "./sense.ts";
import type { Word } from "./words.ts";

export interface OfficePhrase {
  title: TitleEntry;
  /** As worded, without the state: "Foreign Minister". */
  worded: string;
  /** States or bodies that the words tie it to; several only for plural titles. */
  of: string[];
  modifier: "acting" | "former" | "deputy" | null;
  /** Word indexes of the whole phrase without the name, inclusive. */
  from: number;
  to: number;
  name: NameRun | null;
  /** The name stands beside the title as an apposition ("X, foreign minister of Y"), a mention of its own. */
  apart: boolean;
  /** The same person holds this further office ("deputy prime minister and foreign minister X"). */
  and?: OfficePhrase;
}

const MODIFIER = new Set(
  "acting former ex then new newly appointed elected elect first interim caretaker late outgoing incoming incumbent current permanent special deputy designate transitional de facto visiting state chief senior longtime his assistant vice".split(
    " ",
  ),
);

/** What the words from `from` to `to` say the office is of: a state, a body, or a capital that owns ("Moscow's"). */
export function ownerOf(item: Item | undefined, words: Word[]): string | null {
  const sense = senseAs(item, NAME | DEMONYM | BODY | METONYM);
  if (sense) return sense.actors[0] ?? null;
  const capital = senseAs(item, CAPITAL);
  return capital && item && words[item.to]?.possessive ? (capital.actors[0] as string) : null;
}

interface Scanned extends Scan {
  lexicon: ActorLexicon;
  /** Owner of the phrase that a composed body (a ministry) gives, by the index of its first and last word. */
  bodies: Map<number, { from: number; to: number; actor: string }>;
}

const near = (words: Word[], index: number) => {
  const joint = words[index]?.joint;
  return joint === "space" || joint === "hyphen";
};

/** The phrase around the title item, or null where its words are no office here. */
export function readOffice(scanned: Scanned, item: Item): OfficePhrase | null {
  const { words } = scanned;
  const title = senseAs(item, TITLE)?.title;
  if (!title) return null;
  const phrase: OfficePhrase = {
    title,
    worded: words
      .slice(item.from, item.to + 1)
      .map((word) => word.spelling.text)
      .join(" "),
    of: title.of ? [title.of] : [],
    modifier: null,
    from: item.from,
    to: item.to,
    name: null,
    apart: false,
  };
  readLeft(scanned, phrase);
  readRight(scanned, phrase);
  readHolder(scanned, phrase);
  return phrase;
}

function readLeft({ words, at, bodies }: Scanned, phrase: OfficePhrase): void {
  let left = phrase.from - 1;
  while (left >= 0 && near(words, left + 1) && !at[left] && MODIFIER.has((words[left] as Word).key)) {
    const { key } = words[left] as Word;
    if (/^(acting|interim|caretaker|transitional)$/.test(key)) phrase.modifier = "acting";
    if (/^(former|ex|late|outgoing)$/.test(key)) phrase.modifier = "former";
    if (/^(deputy|assistant|vice)$/.test(key)) phrase.modifier = "deputy";
    if (key === "his" || key === "state") break;
    left--;
  }
  if (phrase.modifier) phrase.from = left + 1;
  // "Israeli, Palestinian and regional counterparts"
  const vague = /^(regional|other|international|western|gulf|arab|allied|foreign)$/;
  if (phrase.title.many && vague.test(words[left]?.key ?? "") && words[left - 1]?.key === "and") left -= 2;
  const joined = near(words, left + 1) || words[left + 1]?.key === "and";
  const owner = left >= 0 && joined ? ownerBefore({ words, at, bodies }, left) : null;
  if (!owner) return;
  if (phrase.of.length === 0) phrase.of = [owner.actor];
  phrase.from = owner.from;
  // "Russian and Turkish foreign ministers", "Azerbaijani, Armenian and Russian leaders"
  let next = owner.from - 1;
  while (phrase.title.many && next > 0) {
    const linked = (words[next] as Word).key === "and" || (words[next + 1] as Word).joint === "comma";
    const before = (words[next] as Word).key === "and" ? next - 1 : next;
    const another = linked ? ownerBefore({ words, at, bodies }, before) : null;
    if (!another) break;
    phrase.of.unshift(another.actor);
    phrase.from = another.from;
    next = another.from - 1;
  }
}

function ownerBefore({ words, at, bodies }: Pick<Scanned, "words" | "at" | "bodies">, last: number) {
  const body = bodies.get(last);
  if (body) return body;
  const item = at[last];
  const actor = item && item.to === last ? ownerOf(item, words) : null;
  return actor && item ? { actor, from: item.from } : null;
}

function readRight(scanned: Scanned, phrase: OfficePhrase): void {
  const { words } = scanned;
  let next = phrase.to + 1;
  if (!/^(of|for|at|to)$/.test(words[next]?.key ?? "") || !near(words, next)) return;
  const owner = ownerAfter(scanned, next + 1);
  if (!owner) return;
  // "ambassador to Russia" tells where, not whose.
  const place = (words[next] as Word).key !== "of" && !owner.actor.startsWith("org:");
  if (phrase.of.length === 0 && !place) phrase.of = [owner.actor];
  phrase.to = owner.to;
  while (phrase.title.many) {
    next = phrase.to + 1;
    const word = words[next];
    const listed = word?.key === "and" ? next + 1 : word?.joint === "comma" ? next : -1;
    const further =
      listed < 0 ? null : ownerAfter(scanned, words[listed]?.key === "and" ? listed + 1 : listed);
    if (!further) break;
    phrase.of.push(further.actor);
    phrase.to = further.to;
  }
}

function ownerAfter({ words, at, bodies }: Scanned, from: number): { actor: string; to: number } | null {
  let first = from;
  while (/^(the|new|neighbouring|neighboring)$/.test(words[first]?.key ?? "")) first++;
  for (const body of [bodies.get(first)]) if (body && body.from === first) return body;
  const item = at[first];
  if (item?.from !== first || words[first]?.joint === "break" || words[first]?.joint === "start") return null;
  const sense = senseAs(item, NAME | BODY | METONYM | DEMONYM);
  if (!sense || (sense.as === DEMONYM && !senseAs(item, NAME))) return null;
  return { actor: sense.actors[0] as string, to: item.to };
}

const HONORIFIC = (item: Item | undefined) => senseAs(item, TITLE)?.title?.honorific === true;

function skipHonorifics({ words, at }: Scanned, from: number): number {
  let next = from;
  while (
    HONORIFIC(at[next]) &&
    !/^(al|the)$/.test(words[next]?.key ?? "") &&
    (near(words, next) || words[next]?.joint === "dot" || words[next]?.joint === "comma")
  )
    next = (at[next] as Item).to + 1;
  return next;
}

function readHolder(scanned: Scanned, phrase: OfficePhrase): void {
  const { words, at } = scanned;
  let start = phrase.to + 1;
  while (/^(elect|designate)$/.test(words[start]?.key ?? "")) start++;
  const dotted = words[start]?.joint === "dot" && (words[phrase.to] as Word).spelling.text.length <= 4;
  if (near(words, start) || dotted) {
    if (phrase.title.many && (words[phrase.to] as Word).possessive) return;
    start = skipHonorifics(scanned, start);
    const name = readName(scanned, start);
    const plain =
      !phrase.title.many || (name && (name.to > name.from || senseAs(at[name.from], PERSON | FAMILY)));
    if (name && plain && !(words[phrase.to] as Word).possessive) {
      phrase.name = name;
      readAfterName(scanned, phrase, name);
      return;
    }
  }
  if (phrase.title.many) return;
  // "Russia's foreign minister, Sergei Lavrov, said"
  if (words[start]?.joint === "comma" && phrase.of.length > 0) {
    const name = readName(scanned, skipHonorifics(scanned, start));
    if (name && closes(scanned, phrase, name)) {
      phrase.name = name;
      return;
    }
  }
  // "Special Envoy for Climate John Kerry": what the title is for ends where a known person begins
  if (/^(for|on)$/.test(words[start]?.key ?? "") && phrase.to + 1 === start) {
    const known = [2, 3, 4, 5, 6].map((ahead) => phrase.to + ahead).find((next) => senseAs(at[next], PERSON));
    const between = known === undefined ? [] : words.slice(start + 1, known);
    const name =
      known !== undefined && between.every((word) => word.capital || word.key === "and")
        ? readName(scanned, known)
        : null;
    if (name) {
      phrase.name = name;
      return;
    }
  }
  readNameBefore(scanned, phrase);
}

/** Whether a name after a comma belongs to the title: a comma closes it, or the lexicons know the person in that state. */
function closes({ words, at, lexicon }: Scanned, phrase: OfficePhrase, name: NameRun): boolean {
  const country = (actor: string | undefined) => lexicon.byId.get(actor ?? "")?.country ?? null;
  const known = senseAs(at[name.from], PERSON | FAMILY)?.actors;
  if (known) return known.some((id) => country(id) === country(phrase.of[0]));
  return name.to > name.from && words[name.to + 1]?.joint === "comma";
}

/** "President Abdel Fattah Al Sisi of Egypt", "President Putin of Russia" */
function readAfterName(scanned: Scanned, phrase: OfficePhrase, name: NameRun): void {
  const { words } = scanned;
  const next = name.to + 1;
  if (phrase.of.length > 0 || words[next]?.key !== "of" || !near(words, next)) return;
  const owner = ownerAfter(scanned, next + 1);
  if (!owner) return;
  phrase.of = [owner.actor];
  phrase.to = owner.to;
}

/** "Abdullatif Al Zayani, Bahrain's foreign minister" */
function readNameBefore(scanned: Scanned, phrase: OfficePhrase): void {
  const { words, at } = scanned;
  let first = phrase.from;
  if (/^(the|a|an)$/.test(words[first - 1]?.key ?? "")) first--;
  if (words[first]?.joint !== "comma") return;
  const last = first - 1;
  for (let from = Math.max(0, last - 5); from <= last; from++) {
    if (from > 0 && (words[from - 1] as Word).capital && words[from]?.joint === "space") continue;
    const name = readName(scanned, from);
    if (!name || name.to !== last) continue;
    const known = senseAs(at[name.from], PERSON | FAMILY);
    if (!known && (name.from === name.to || phrase.of.length === 0)) continue;
    phrase.name = name;
    phrase.apart = true;
    return;
  }
}
