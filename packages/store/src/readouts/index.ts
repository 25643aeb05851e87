export { findPoint, listPoints, projectPoint } from "./points.ts";
export { listPublications, projectPublication, readingsOf } from "./publications.ts";
export {
  type DueReadout,
  dueReadouts,
  findReadout,
  findReadoutRule,
  listReadouts,
  projectReadout,
  projectReadoutRule,
} from "./readouts.ts";
