/** What the reader knows, loaded from the folders of an installation. */
import { addActors, loadCities, loadLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import type { Knowledge } from "@parley/reading";

export interface KnowledgeFolders {
  lexicons: string;
  models: string;
  /** Lexicon files beside the project's own. */
  added?: readonly string[];
}

export function loadKnowledge({ lexicons, models, added = [] }: KnowledgeFolders): Knowledge {
  return {
    lexicons: addActors(loadLexicons(lexicons), added),
    weights: loadWeights(models),
    cities: loadCities(lexicons),
  };
}
