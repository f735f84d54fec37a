/** The clock of one machine: a straight line over true time, whose slope may change and which may be set forward. */
import { type Instant, instant } from "@phidelity/core";

/** Reads and inverts one machine's monotonic clock. Times are ms; true time begins at 0. */
export class HostClock {
  #trueBase = 0;
  #localBase: number;
  #rate: number;

  /**
   * @param localMs what it shows at true time 0
   * @param rate local ms in one true ms; above 0
   */
  constructor(localMs: number, rate: number) {
    this.#localBase = localMs;
    this.#rate = rate;
  }

  /** What it shows at a point in true time. */
  at(trueMs: number): Instant {
    return instant(this.#localBase + (trueMs - this.#trueBase) * this.#rate);
  }

  /** The point in true time at which it will show `local`, if nobody touches it until then. */
  trueAt(local: Instant): number {
    return this.#trueBase + (local - this.#localBase) / this.#rate;
  }

  /** From now on it runs at another rate. */
  setRate(trueMs: number, rate: number): void {
    this.shift(trueMs, 0);
    this.#rate = rate;
  }

  /** From now on it shows `ms` more; less, where the machine stood still and nobody could look meanwhile. */
  shift(trueMs: number, ms: number): void {
    this.#localBase = this.at(trueMs) + ms;
    this.#trueBase = trueMs;
  }
}
