export { createAnalyser } from "./analyse/analyser.ts";
export * from "./analyse/arguments.ts";
export * from "./analyse/tree.ts";
export type { ActorMention, PlaceMention, TimeMention } from "./mention.ts";
export { createPlaceFinder, type PlaceFinder, type PlacesInput } from "./places/find-places.ts";
export type { ReadClaim, Reader, Reading, Told } from "./reading.ts";
export type { Analyser, NameSpan, Sentence, Token } from "./sentence.ts";
export type { Source } from "./source.ts";
export { findTimes, type TimesInput } from "./times/find-times.ts";
