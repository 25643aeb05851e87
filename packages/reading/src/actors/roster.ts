/** The persons that a document has named so far: lexicon persons and unknown ones, with the titles it gives them. */
import type { Actor } from "@parley/protocol";
import { normaliseName, slugOf } from "./fold.ts";
import { familyOf, type KnownActor } from "./lexicon.ts";
import { keysAlike, soundKey } from "./sound.ts";
import { soundOfWord, type Word } from "./words.ts";

export interface Present {
  actor: Actor;
  /** The name, normalised. */
  phrase: string;
  family: string;
  /** The family name as it sounds. */
  sound: string;
  gender: "f" | "m" | null;
  /** Canonical titles and what they are of, as the document words them. */
  worded: { title: string; of: string | null }[];
  /** Word indexes of the mentions, in text order. */
  seen: number[];
}

export class Roster {
  readonly present = new Map<string, Present>();
  readonly #families = new Map<string, string[]>();

  add(actor: Actor, { family, gender }: { family: string; gender: "f" | "m" | null }): Present {
    const held = this.present.get(actor.id);
    if (held) return held;
    const present: Present = {
      actor: {
        id: actor.id,
        kind: actor.kind,
        name: actor.name,
        country: actor.country,
        offices: actor.offices,
        foundAs: [],
        confidence: actor.confidence,
      },
      phrase: normaliseName(actor.name),
      family,
      sound: soundKey(family),
      gender,
      worded: [],
      seen: [],
    };
    this.present.set(actor.id, present);
    for (const key of new Set([normaliseName(family), normaliseName(family.split(/[\s-]/).at(-1) ?? "")])) {
      const ids = this.#families.get(key);
      if (ids) ids.push(actor.id);
      else this.#families.set(key, [actor.id]);
    }
    return present;
  }

  addKnown(person: KnownActor): Present {
    return this.add(person, person);
  }

  /** A person that no lexicon knows, by the name as written. The same name, or its family name alone, is the same person. */
  addUnknown(name: string, { country, confidence }: { country: string | null; confidence: number }): Present {
    const before = this.byName(name, country) ?? this.#sameUnknown(name, country);
    if (before) return before;
    const slug = slugOf(name);
    const actor: Actor = {
      id: `person:?-${slug}`,
      kind: "person",
      name,
      country,
      offices: [],
      foundAs: [],
      confidence,
    };
    return this.add(actor, { family: familyOf(name), gender: null });
  }

  /** "Gabi Ashkenazi" and "G. Ashkenazi": one family name, and given names that begin alike. */
  #sameUnknown(name: string, country: string | null): Present | null {
    const one = this.byFamily(normaliseName(familyOf(name)));
    if (
      !one?.actor.id.startsWith("person:?") ||
      (country && one.actor.country && one.actor.country !== country)
    )
      return null;
    return normaliseName(one.actor.name)[0] === normaliseName(name)[0] ? one : null;
  }

  /** The one present person whom the name fits by family name, or by sound; null where none or several do. */
  byName(name: string, country: string | null = null): Present | null {
    const phrase = normaliseName(name);
    let same: Present | null = null;
    let count = 0;
    for (const one of this.present.values())
      if (one.phrase === phrase) {
        same = one;
        count++;
      }
    if (count === 1) return same;
    const byFamily = this.byFamily(phrase);
    if (byFamily && (!phrase.includes(" ") || phrase === normaliseName(byFamily.family))) {
      if (!country || !byFamily.actor.country || byFamily.actor.country === country) return byFamily;
    }
    return null;
  }

  /** The one present person of that family name; null where none or several have it. */
  byFamily(phrase: string): Present | null {
    const ids = this.#families.get(phrase);
    return ids?.length === 1 ? (this.present.get(ids[0] as string) as Present) : null;
  }

  /** The one present person whose family name sounds nearly like the word ("Bairamow"); null where none or several do. */
  bySound(word: Word): Present | null {
    if (this.present.size === 0) return null;
    const sound = soundOfWord(word);
    if (sound.length < 4) return null;
    let near: Present | null = null;
    for (const one of this.present.values()) {
      if (!keysAlike(sound, one.sound)) continue;
      if (near) return null;
      near = one;
    }
    return near;
  }
}
