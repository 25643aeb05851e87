/** He, she, they and it, where one reading stands out; silent otherwise. */
import { HE_OR_SHE } from "./cues.ts";
import { type Discourse, distinct, isParty } from "./discourse.ts";
import type { Draft, Page } from "./page.ts";

const REPORTED = new Set(
  "said says stated noted stressed announced claimed added insisted denied confirmed believes hopes warned reported".split(
    " ",
  ),
);
const BEFORE_THEY = new Set(["that", "and", "but", "where", "which"]);
const REACH = 3;

/** The draft for the pronoun at the word; null where it is none or nothing stands out. */
export function resolvePronoun(page: Page, discourse: Discourse, at: number): Draft | null {
  const { key } = page.words[at]!;
  if (key === "it") return it(page, discourse, at);
  if (key === "they") return they(page, discourse, at);
  if (key === "their" && DELEGATES.test(page.words[at + 1]?.key ?? "")) return theirs(page, discourse, at);
  const gender = HE_OR_SHE.get(key);
  return gender ? heOrShe(page, discourse, at, gender) : null;
}

const draftFor = (
  at: number,
  actors: string[],
  { kind, country, confidence, why }: Pick<Draft, "kind" | "country" | "confidence" | "why">,
): Draft => ({
  from: at,
  to: at,
  form: "pronoun",
  actors,
  kind,
  country,
  office: null,
  confidence,
  why,
});

function heOrShe(page: Page, discourse: Discourse, at: number, gender: "m" | "f"): Draft | null {
  const fits = (id: string, draft: Draft) => {
    const present = page.roster.present.get(id);
    return (
      present !== undefined &&
      draft.actors.length === 1 &&
      (present.gender === null || present.gender === gender)
    );
  };
  let distance = 0;
  for (const drafts of discourse.backwards(at, REACH)) {
    let candidates = distinct(drafts, fits);
    // An object pronoun is not the subject that stands just before it.
    if (page.words[at]!.key === "him" && distance === 0 && candidates.length > 1)
      candidates = candidates.filter((id) => id !== drafts.at(-1)?.actors[0]);
    if (candidates.length > 0) {
      // The one named first is the subject in most reported speech; a second candidate makes it less sure.
      const id = candidates[0] as string;
      const { actor } = page.roster.present.get(id) as { actor: { name: string; country: string | null } };
      const confidence = (candidates.length === 1 ? 0.85 : 0.65) - 0.08 * distance;
      const why =
        candidates.length === 1
          ? "the only person it can mean nearby"
          : "first of the persons it can mean nearby";
      return draftFor(at, [id], {
        kind: "person",
        country: actor.country,
        confidence,
        why: `${why}: ${actor.name}`,
      });
    }
    distance++;
  }
  return null;
}

function they(page: Page, discourse: Discourse, at: number): Draft | null {
  // Elsewhere "they" is as often a thing named before.
  if (page.words[at]!.joint === "space" && !BEFORE_THEY.has(page.words[at - 1]?.key ?? "")) return null;
  let distance = 0;
  for (const drafts of discourse.backwards(at, 2)) {
    const group = drafts.findLast((draft) => draft.actors.length >= 2);
    const persons = distinct(drafts, (id) => page.roster.present.has(id));
    const states = distinct(
      drafts,
      (id, draft) => isParty(id) && draft.kind !== "people" && draft.form === "name",
    );
    const actors =
      group?.actors ??
      (persons.length >= 2 && persons.length <= 3
        ? persons
        : persons.length === 0 && states.length === 2
          ? states
          : null);
    if (actors)
      return draftFor(at, actors, {
        kind: actors.every((id) => id.startsWith("person:")) ? "person" : "state",
        country: null,
        confidence: 0.7 - 0.1 * distance,
        why: "those named together last before",
      });
    distance++;
  }
  return null;
}

/** "The two leaders instructed their representatives": those named together before it in the sentence. */
function theirs(page: Page, discourse: Discourse, at: number): Draft | null {
  const before = discourse.before(at, discourse.sentenceOf(at));
  const group = before.findLast((draft) => draft.actors.length >= 2);
  const persons = distinct(before, (id) => page.roster.present.has(id));
  const actors = group?.actors ?? (persons.length === 2 ? persons : null);
  return actors
    ? draftFor(at, actors, {
        kind: actors.every((id) => id.startsWith("person:")) ? "person" : "state",
        country: null,
        confidence: 0.7,
        why: "those named together before in the sentence",
      })
    : null;
}

/** Who acts for those that send them; of other things "their" says too little. */
const DELEGATES = /^(representatives|delegations|negotiators|envoys|teams|experts|governments)$/;

/** Only "X said it …": elsewhere "it" may be anything. */
function it(page: Page, discourse: Discourse, at: number): Draft | null {
  if (page.words[at + 1]?.joint !== "space") return null;
  const said = [at - 1, at - 2].find((index) => REPORTED.has(page.words[index]?.key ?? ""));
  if (said === undefined) return null;
  const sentence = discourse.sentenceOf(at);
  const subject = discourse
    .before(at, sentence)
    .find((draft) => draft.to === said - 1 && draft.kind !== "person" && draft.actors.length === 1);
  if (!subject) return null;
  return draftFor(at, subject.actors, {
    kind: subject.kind,
    country: subject.country,
    confidence: 0.75,
    why: "subject of the verb of saying",
  });
}
