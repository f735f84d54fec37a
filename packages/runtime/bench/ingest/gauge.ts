/** Loaded before a server (`node --import`): says on request what its process has used, the same way for every server. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answerWith } from "./talk.ts";

/** What a process has used. */
export interface Usage {
  /** Time on a processor, user and system, in µs, since it started. */
  readonly cpuUs: number;
  readonly userUs: number;
  readonly rssBytes: number;
  /** How late the event loop ran since the last `usage`, in ms. */
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
}

const RESOLUTION_MS = 10;
const NS_PER_MS = 1e6;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  const said = {
    cpuUs: user + system,
    userUs: user,
    rssBytes: process.memoryUsage.rss(),
    delayP99Ms: Math.max(0, delay.percentile(99) / NS_PER_MS - RESOLUTION_MS),
    delayMaxMs: Math.max(0, delay.max / NS_PER_MS - RESOLUTION_MS),
  };
  delay.reset();
  return said;
}

/** What the heap holds after everything unused was collected, in bytes; buffers outside the heap are counted too. */
function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

answerWith({ usage, heapBytes });
// The program that follows decides when it ends.
process.channel?.unref();
