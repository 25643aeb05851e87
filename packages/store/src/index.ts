export { actorPage, findActor } from "./actors.ts";
export { type Broadcast, openBroadcast } from "./broadcast.ts";
export { type Change, type Digests, difference } from "./difference.ts";
export { documentPage, documentsById, findDocument } from "./documents.ts";
export { StoreError, type StoreErrorCode } from "./errors.ts";
export {
  append,
  audienceOf,
  loadStream,
  loadStreams,
  readLog,
  revisionOf,
  type StreamSeen,
  seeStream,
} from "./events.ts";
export { fold } from "./fold.ts";
export { type Given, type Intake, takeIn } from "./ingest.ts";
export { findJob, jobProgress } from "./jobs.ts";
export { countClaims, judgementOfCommand, judgementsOn, streamOfJudgement } from "./judgements.ts";
export { namesOf } from "./names.ts";
export {
  findOccurrence,
  type OccurrenceFilter,
  occurrencePage,
  occurrencesById,
  timeline,
} from "./occurrences.ts";
export { overview } from "./overview.ts";
export type { Page } from "./page.ts";
export { addProcess, findProcess, listProcesses } from "./processes.ts";
export { finishJobs, type Projected, project, readDigests } from "./project.ts";
export { projectionRows, type Resolved, type Rows } from "./projection.ts";
export {
  type FinishedItem,
  failItem,
  finishItem,
  giveBack,
  openJobs,
  type ReadingToKeep,
  type Taken,
  takeItems,
} from "./queue.ts";
export { type KeptReading, readingsAfter, type Standing, staleProcesses, standing } from "./readings.ts";
export {
  findChannel,
  listChannels,
  projectChannel,
  readdressReads,
  readUpTo,
  seesChannel,
  tickChannel,
} from "./rooms/channels/channels.ts";
export {
  copyFile,
  countBrought,
  type FileToKeep,
  type FoundFile,
  filesFor,
  findFile,
  forgetUnsent,
  keepFile,
  keepPart,
  readPart,
  sendFiles,
} from "./rooms/channels/files.ts";
export {
  dueForErasure,
  eraseContents,
  erasedOn,
  findMessage,
  keepLonger,
  messagePage,
  messagesIn,
  projectCarriage,
  projectChanged,
  projectPosted,
  readdressMessages,
  threadOf,
  versionsOf,
} from "./rooms/channels/messages.ts";
export * from "./rooms/contacts/index.ts";
export { findDelegation, listDelegations, projectDelegation, seatsOf } from "./rooms/delegations.ts";
export { listWordings, projectNaming } from "./rooms/namings.ts";
export * from "./rooms/readouts/index.ts";
export { channelsOfMessages, countUnsure, type Moved, movedSince, visit } from "./rooms/today.ts";
export { search } from "./search.ts";
export {
  asMachineAtLast,
  asMachineWithin,
  asViewerWithin,
  openStore,
  type Session,
  type Store,
  type StoreOptions,
} from "./store.ts";
