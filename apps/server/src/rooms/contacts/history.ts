/** An event of a contact as its page tells it: in whose name, about whom, with which words. */
import type { ContactEntry } from "@parley/protocol";
import type { contact } from "@parley/record";

export function entryOf({
  id,
  at,
  fact,
}: {
  id: string;
  at: string;
  fact: contact.ContactFact;
}): ContactEntry {
  const { by, recordedBy } = fact.payload;
  const entry: ContactEntry = {
    ...{ id, at, type: fact.type, by, recordedBy },
    ...{ about: null, words: "", answer: null, time: null },
  };
  switch (fact.type) {
    case "contact-proposed":
      return { ...entry, words: fact.payload.title };
    case "delegation-invited":
      return { ...entry, about: fact.payload.delegation };
    case "persons-named":
      return { ...entry, about: fact.payload.delegation, words: fact.payload.persons.join(", ") };
    case "delegation-withdrawn":
      return { ...entry, about: fact.payload.delegation, words: fact.payload.reason };
    case "invitation-answered":
      return { ...entry, answer: fact.payload.answer, words: fact.payload.reason };
    case "time-settled":
      return { ...entry, time: { start: fact.payload.time.start, end: fact.payload.time.end } };
    case "contact-held":
      return { ...entry, time: { start: fact.payload.from, end: fact.payload.to } };
    case "contact-changed":
      return { ...entry, words: Object.keys(fact.payload.change).sort().join(", ") };
    case "agenda-item-added":
      return { ...entry, words: fact.payload.item.text };
    case "agenda-item-changed":
      return { ...entry, words: fact.payload.text };
    case "agenda-item-dropped":
      return entry;
    default:
      return { ...entry, words: fact.payload.reason };
  }
}
