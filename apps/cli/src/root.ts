/** Where the installation is, and what the reader knows, loaded from there. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { addActors, loadCities, loadLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import type { Knowledge } from "@parley/reading";

/** The folder that holds `lexicons/` and `models/`, looked for upwards from the running program. */
export function findRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "lexicons")) && existsSync(join(folder, "models"))) return folder;
    if (folder === dirname(folder))
      throw new Error(`no lexicons and models above ${from}: run parley from its own checkout`);
  }
}

/** `added`: lexicon files beside the project's own. Throws `LexiconError` where one is wrong. */
export function loadKnowledge(root: string, added: readonly string[] = []): Knowledge {
  return {
    lexicons: addActors(loadLexicons(join(root, "lexicons")), added),
    weights: loadWeights(join(root, "models")),
    cities: loadCities(join(root, "lexicons")),
  };
}
