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
export { canonicalJson, contentHash } from "./content-hash.ts";
export { type Decision, type Rejection, rejected } from "./decision.ts";
export * as document from "./document.ts";
export { type DomainEvent, type Envelope, type Fact, replay, seal, verifySeal } from "./event.ts";
export * as judgement from "./judgement.ts";
export * as process from "./process.ts";
export { belongsTo, convenes, isThirdParty, leads } from "./rights.ts";
export * as channel from "./rooms/channel.ts";
export * as contact from "./rooms/contact.ts";
export * as contactNotes from "./rooms/contact-notes.ts";
export * as contactReports from "./rooms/contact-reports.ts";
export { localDay, type Stretch, suitableTimes, workingStretches } from "./rooms/contact-times.ts";
export * as delegation from "./rooms/delegation.ts";
export * as message from "./rooms/message.ts";
export * as carriage from "./rooms/message-carriage.ts";
export * as naming from "./rooms/naming.ts";
export * as point from "./rooms/point.ts";
export * as publication from "./rooms/publication.ts";
export * as readout from "./rooms/readout.ts";
export * as readoutRule from "./rooms/readout-rule.ts";
export { awaiting, type PointSeen, type ReadoutSeen } from "./rooms/today.ts";
export * as workingTimes from "./rooms/working-times.ts";
