export * from "./edtf.ts";
export * from "./http.ts";
export * from "./record.ts";
export * from "./rooms/delegations.ts";
export * from "./rooms/people.ts";
export * from "./vocabulary.ts";
