export { compareAccounts, type GivenAccount } from "./compare/index.ts";
export {
  type ContactMatch,
  matchAmong,
  matchContact,
  type OrganisedContact,
  type ReportedContact,
} from "./match-contact.ts";
export { type Resolution, resolve, toRecordFile } from "./resolve.ts";
