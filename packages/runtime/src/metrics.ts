/** Metrics in the format of Prometheus. */
import type { ServerResponse } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

export { Counter, Gauge, Histogram, Registry };

/** A registry with what every daemon exports: memory, processor time, open files, lag of the event loop. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Answers `GET /metrics`. */
export async function answerMetrics(registry: Registry, response: ServerResponse): Promise<void> {
  const text = await registry.metrics();
  response.writeHead(200, { "content-type": registry.contentType });
  response.end(text);
}

/** How often the loop's lag is sampled, in ms. */
const SAMPLE_MS = 10;

/** Measures how late the event loop runs: a daemon that cannot keep its own time must not judge others by it. */
export class LoopLag {
  readonly #histogram: ReturnType<typeof monitorEventLoopDelay>;

  constructor() {
    this.#histogram = monitorEventLoopDelay({ resolution: SAMPLE_MS });
    this.#histogram.enable();
  }

  /** The worst lag since the last call, in ms; 0 where there was none. */
  takeWorstMs(): number {
    const worstMs = this.#histogram.max / 1e6 - SAMPLE_MS;
    this.#histogram.reset();
    return Math.max(0, worstMs);
  }

  stop(): void {
    this.#histogram.disable();
  }
}
