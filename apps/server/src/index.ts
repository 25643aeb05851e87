export { type Progress, type RunningServer, type ServerOptions, startServer } from "./server.ts";
export { StartError } from "./sign-in/installation.ts";
