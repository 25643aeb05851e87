export { exportTable, TABLES, type Table } from "./export.ts";
