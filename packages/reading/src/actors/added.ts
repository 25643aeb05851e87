/**
 * Actors that a user adds beside the project's own. What the project's lexicons already call something else keeps its
 * meaning: a dictionary that lists "the EU", "US President" or "Donbass" as bodies of its own does not split what is known.
 */
import { ActorEntry } from "./entry.ts";
import { normaliseName } from "./fold.ts";
import { stateEntries } from "./states.ts";

export { ActorEntry };

/** The wordings that lexicon entries of every kind may have. */
interface Worded {
  id?: string;
  name?: string;
  also?: string[];
  names?: string[];
  forms?: string[];
  demonyms?: string[];
  people?: string[];
  capital?: string[];
  metonyms?: string[];
}

const wordings = ({ name, also, names, forms, demonyms, people, capital, metonyms }: Worded): string[] =>
  [name ?? [], also, names, forms, demonyms, people, capital, metonyms].flatMap((words) => words ?? []);

const bare = (name: string) => normaliseName(name).replace(/^the /, "");

/**
 * The entries without the wordings that `lexicons` have under another id; an entry that keeps none is left out. An entry
 * whose id is known adds its wordings to it. `lexicons` as in `Knowledge`.
 */
export function withoutKnown(
  added: readonly ActorEntry[],
  lexicons: Readonly<Record<string, unknown[]>>,
): ActorEntry[] {
  const of = (name: string) => (lexicons[name] ?? []) as Worded[];
  const states = stateEntries();
  const known = new Map<string, string>();
  for (const entry of [...states, ...of("actors"), ...of("outlets"), ...of("places"), ...of("ministries")])
    for (const words of wordings(entry)) known.set(bare(words), entry.id ?? "");
  const titles = new Set(of("titles").flatMap(wordings).map(bare));
  const owners = new Set(
    [...states, ...of("actors").filter(({ id }) => id?.startsWith("state:"))].flatMap(wordings).map(bare),
  );
  const isOffice = (words: string) => {
    const parts = words.replaceAll(/\b(of|the) /g, "").split(" ");
    return parts.some((_, i) => {
      const [head, tail] = [parts.slice(0, i).join(" "), parts.slice(i).join(" ")];
      return titles.has(tail) && (head === "" || owners.has(head))
        ? true
        : titles.has(head) && owners.has(tail);
    });
  };
  return added.flatMap((entry) => {
    const [name, ...also] = [entry.name, ...(entry.also ?? [])].filter((spelling) => {
      const words = bare(spelling);
      return (known.get(words) ?? entry.id) === entry.id && !isOffice(words);
    });
    return name === undefined ? [] : [{ ...entry, name, also }];
  });
}
