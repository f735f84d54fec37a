/** How long to wait before the next try. */

/** The most that is waited before the first retry, in ms. */
const FIRST_MS = 250;
/** The most that is ever waited, in ms. */
const LONGEST_MS = 5_000;

/**
 * Exponential backoff with full jitter: any time up to a bound that doubles with each failure, so that thousands who lost the same
 * coordinator do not come back in step.
 *
 * @param failures how many tries failed before; 0 for the first retry
 * @param chance at least 0, below 1
 * @returns ms, at least 0 and below five seconds
 * @see Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog 2015.
 */
export function retryDelayMs(failures: number, chance: number): number {
  return chance * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
}
