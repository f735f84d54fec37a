export { type Clock, type ClockReadings, monotonicClock, suspendAwareClock } from "./clock.ts";
export { checkValue, loadConfig } from "./config.ts";
export { variableOf } from "./config-override.ts";
export { bytesWords, durationWords, printConfig } from "./config-print.ts";
export { bytes, duration, endpoint, secret } from "./config-units.ts";
export { DirectProbes, type DirectProbesOptions, isLoopback } from "./direct-probe.ts";
export { Driver, type DriverOptions, type Machine } from "./driver.ts";
export { Link, type LinkHandlers, type LinkOptions } from "./link.ts";
export { Listener, type ListenerOptions, type Socket, type SocketRoute } from "./listener.ts";
export { LOG_LEVELS, type Logger, createLog } from "./log.ts";
export { Counter, Gauge, Histogram, LoopLag, Registry, answerMetrics, createRegistry } from "./metrics.ts";
export { ProcessGuard } from "./process-guard.ts";
export { describeFailure, keepCompiled, runProgram } from "./program.ts";
export { broadcast } from "./server-socket.ts";
export { Systemd } from "./systemd.ts";
export { onReload, onStop } from "./shutdown.ts";
export {
  type PlannedMessage,
  ThreadedLinks,
  type ThreadedLinksHandlers,
  type ThreadedLinksOptions,
} from "./threaded-links.ts";
export type { TlsFiles } from "./tls.ts";
export { FRAME_BYTES_MAX, PROTOCOL_MAX, PROTOCOL_MIN, agreeOnProtocol } from "@phidelity/proto";
