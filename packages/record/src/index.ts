export {
  type Audience,
  type Capacity,
  canSee,
  capacityIn,
  circlesOf,
  delegationsOnly,
  NOBODY,
  type Seat,
  seated,
  tokensOf,
  united,
  type Viewer,
} from "./audience.ts";
export * as channel from "./channel.ts";
export * as contact from "./contact.ts";
export * as contactNotes from "./contact-notes.ts";
export * as contactReports from "./contact-reports.ts";
export { localDay, type Stretch, suitableTimes, workingStretches } from "./contact-times.ts";
export { canonicalJson, contentHash } from "./content-hash.ts";
export { type Decision, type Rejection, rejected } from "./decision.ts";
export * as delegation from "./delegation.ts";
export * as document from "./document.ts";
export { type DomainEvent, type Envelope, type Fact, replay, seal, verifySeal } from "./event.ts";
export * as judgement from "./judgement.ts";
export * as message from "./message.ts";
export * as carriage from "./message-carriage.ts";
export * as point from "./point.ts";
export * as naming from "./naming.ts";
export * as process from "./process.ts";
export * as publication from "./publication.ts";
export * as readout from "./readout.ts";
export * as readoutRule from "./readout-rule.ts";
export { belongsTo, convenes, isThirdParty, leads } from "./rights.ts";
export { awaiting, type PointSeen, type ReadoutSeen } from "./today.ts";
export * as workingTimes from "./working-times.ts";
