export { type CoordinatorConfig, PROFILES, readConfig } from "./config.ts";
export { Host } from "./host.ts";
