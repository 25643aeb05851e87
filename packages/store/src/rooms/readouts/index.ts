export { findPoint, listPoints, projectPoint } from "./points.ts";
export { documentsOfOccurrences, listPublications, projectPublication, readingsOf } from "./publications.ts";
export {
  type DueReadout,
  dueReadouts,
  findReadout,
  findReadoutRule,
  listReadouts,
  projectReadout,
  projectReadoutRule,
  readoutVersions,
} from "./readouts.ts";
