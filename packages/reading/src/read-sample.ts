/** The reader over the project's own lexicons and weights, and short forms of what it yields. For tests only. */
import { join } from "node:path";
import { loadCities, loadLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import { createReader } from "./read.ts";
import type { ReadClaim } from "./reading.ts";

const root = join(import.meta.dirname, "..", "..", "..");

export const reader = createReader({
  lexicons: loadLexicons(join(root, "lexicons")),
  weights: loadWeights(join(root, "models")),
  cities: loadCities(join(root, "lexicons")),
});

export const PUBLISHED = "2021-06-16";

/** `text` as the body of a page; what is asked for is never the headline. */
export function claimsIn(text: string, published: string | null = PUBLISHED): ReadClaim[] {
  return reader.read({ text, ...(published ? { published } : {}) }).claims;
}

/** "contact/call happened person:a participant, …" with the date, in text order, positions left out. */
export function tell({ told }: ReadClaim): string {
  const actors = told.actors
    .map(({ actor, role }) => `${actor.replace(/^(person|state|org):/, "")}/${role}`)
    .sort();
  const head = `${told.kind}/${told.type} ${told.status}${told.background ? " background" : ""}`;
  return [head, ...actors].join(" ");
}

export const tellings = (text: string, published: string | null = PUBLISHED): string[] =>
  claimsIn(text, published)
    .filter(({ told }) => told.kind !== "position")
    .map(tell);
