export { type ActorFinder, type ActorInput, createActorFinder } from "./finder.ts";
export { normaliseName } from "./fold.ts";
export { importCsv } from "./import-csv.ts";
export { type Imported, importPetrarch } from "./import-petrarch.ts";
export type { Holding, Interval } from "./offices.ts";
export { soundAgreement, soundKey } from "./sound.ts";
