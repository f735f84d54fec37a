/** Warnings about strangers, who must not be able to fill a disk with log lines. */
import { type Instant, after } from "@phidelity/core";
import type { Clock } from "./clock.ts";
import type { Logger } from "./log.ts";

/** How many lines one window may bring. */
const LINES_MAX = 20;
const WINDOW_MS = 10_000;

/** Writes warnings, at most 20 in 10 s; the first line after that says how many were left out. */
export class Warnings {
  readonly #log: Logger;
  readonly #clock: Clock;
  #windowEndsAt: Instant;
  #lines = 0;
  #leftOut = 0;
  readonly #onWarning: () => void;

  /** @param onWarning told of each warning, also of those that are left out */
  constructor(log: Logger, clock: Clock, onWarning: () => void = () => {}) {
    this.#onWarning = onWarning;
    this.#log = log;
    this.#clock = clock;
    this.#windowEndsAt = after(clock.now(), WINDOW_MS);
  }

  /** Writes one line, or counts it. */
  warn(facts: Readonly<Record<string, unknown>>, text: string): void {
    this.#onWarning();
    const now = this.#clock.now();
    if (now >= this.#windowEndsAt) {
      this.#windowEndsAt = after(now, WINDOW_MS);
      this.#lines = 0;
    }
    if (this.#lines >= LINES_MAX) {
      this.#leftOut += 1;
      return;
    }
    this.#lines += 1;
    const leftOut = this.#leftOut === 0 ? {} : { warningsLeftOut: this.#leftOut };
    this.#leftOut = 0;
    this.#log.warn({ ...facts, ...leftOut }, text);
  }
}
