/** What the reader knows before it reads: lexicons, trained weights, a gazetteer. Loaded by the apps, handed in whole. */

/** One populated place of the gazetteer (GeoNames), or a county. */
export interface City {
  geonames: number;
  name: string;
  altName: string;
  /** Other spellings in Latin letters, of the larger places only. */
  alternates: string[];
  /** ISO 3166 alpha-2. */
  country: string;
  /** GeoNames admin1 code; the postal code in the United States. */
  admin: string;
  /** GeoNames feature code; `ADM2` for counties. */
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
  /** The populated places in the form of `places/city-table.ts`; no bytes where no city is known. */
  cities: Uint8Array;
}
