export { type Resolution, resolve, toRecordFile } from "./resolve.ts";
