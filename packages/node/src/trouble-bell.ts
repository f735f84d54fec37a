/** The quiet time after a ring: one broken database breaks a thousand connections at once, and one check tells all. */
const QUIET_MS = 20;

/**
 * Passes news of trouble on, at once but at most every 20 ms. What comes in between is said once when the time is
 * over, so that a check that ran too early is followed by one that did not.
 */
export class TroubleBell {
  readonly #ring: (detail: string) => void;
  #quiet: NodeJS.Timeout | undefined;
  #waiting: string | undefined;

  constructor(ring: (detail: string) => void) {
    this.#ring = ring;
  }

  /** Something broke; `detail` says what, in words. */
  trouble(detail: string): void {
    if (this.#quiet !== undefined) {
      this.#waiting = detail;
      return;
    }
    this.#quiet = setTimeout(() => this.#onQuietOver(), QUIET_MS);
    this.#quiet.unref();
    this.#ring(detail);
  }

  /** Says nothing any more. */
  silence(): void {
    clearTimeout(this.#quiet);
    this.#waiting = undefined;
  }

  #onQuietOver(): void {
    this.#quiet = undefined;
    const detail = this.#waiting;
    this.#waiting = undefined;
    if (detail !== undefined) this.trouble(detail);
  }
}
