export { type Clock, type ClockReadings, monotonicClock, suspendAwareClock } from "./clock.ts";
export { loadConfig } from "./config.ts";
export { variableOf } from "./config-override.ts";
export { bytes, duration, endpoint, secret } from "./config-units.ts";
export { Driver, type DriverOptions, type Machine } from "./driver.ts";
export { LOG_LEVELS, type Logger, createLog } from "./log.ts";
export { describeFailure, runProgram } from "./program.ts";
export { onReload, onStop } from "./shutdown.ts";
