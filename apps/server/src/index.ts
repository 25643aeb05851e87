export { type Progress, type RunningServer, type ServerOptions, startServer } from "./server.ts";
