export * from "./edtf.ts";
export * from "./http.ts";
export * from "./record.ts";
export * from "./vocabulary.ts";
