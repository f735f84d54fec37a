import { setTimeout as sleep } from "node:timers/promises";

const POLL_EVERY_MS = 20;

/** Time on the monotonic clock that all processes of this machine share, in ms. */
export function clockMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * Asks `probe` until it gives something else than undefined or false, and returns that.
 * Past the deadline it throws, and says what was waited for and what the last probe threw, if it did.
 */
export async function until<T>(
  what: string,
  deadlineMs: number,
  probe: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = clockMs() + deadlineMs;
  let trouble: unknown;
  for (;;) {
    try {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (clockMs() >= end) throw new Error(`after ${deadlineMs} ms, still not: ${what}`, { cause: trouble });
    await sleep(POLL_EVERY_MS);
  }
}
