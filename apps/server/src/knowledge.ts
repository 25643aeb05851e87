/** What the reader knows, loaded from the folders of an installation. */
import { loadCities, loadLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import type { Knowledge } from "@parley/reading";

export interface KnowledgeFolders {
  lexicons: string;
  models: string;
}

export function loadKnowledge({ lexicons, models }: KnowledgeFolders): Knowledge {
  return { lexicons: loadLexicons(lexicons), weights: loadWeights(models), cities: loadCities(lexicons) };
}
