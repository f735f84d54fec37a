/** Metrics in the format of Prometheus. */
import type { ServerResponse } from "node:http";
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
const SAMPLE_MS = 20;

/**
 * Measures how late the event loop runs: a daemon that cannot keep its own time must not judge others by it. (Node's
 * `monitorEventLoopDelay` would lose the stall that lies across a reset.)
 */
export class LoopLag {
  readonly #timer: NodeJS.Timeout;
  #sampledAtMs = performance.now();
  #worstMs = 0;

  constructor() {
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS);
    this.#timer.unref();
  }

  /** The worst lag since the last call, in ms, with that of the present turn; 0 where there was none. */
  takeWorstMs(): number {
    this.#sample();
    const worstMs = this.#worstMs;
    this.#worstMs = 0;
    return worstMs;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    const nowMs = performance.now();
    this.#worstMs = Math.max(this.#worstMs, nowMs - this.#sampledAtMs - SAMPLE_MS);
    this.#sampledAtMs = nowMs;
  }
}
