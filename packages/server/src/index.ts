export type { About, ApiError, TextAnswer, TextItem, TextList } from "./api-types.ts";
export { type AppOptions, createApp } from "./create-app.ts";
export type { ServerHome } from "./server-home.ts";
export { DEFAULT_PORT, type RunningServer, type StartOptions, startServer } from "./start-server.ts";
