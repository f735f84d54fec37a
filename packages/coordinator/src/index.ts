export { type CoordinatorConfig, readConfig } from "./config.ts";
export { Host } from "./host.ts";
export { PROFILES } from "./profiles.ts";
