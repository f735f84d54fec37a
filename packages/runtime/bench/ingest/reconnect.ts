/** When a node whose connection ended tries again: as `agent/connection.ts` in core does it. */

const WAIT_FIRST_MS = 100;
const WAIT_LONGEST_MS = 5_000;
const WAIT_LONGEST_HOLDER_MS = 200;
const OPEN_TIMEOUT_MS = 3_000;
const OPEN_TIMEOUT_HOLDER_MS = 700;

/** A random part of a wait that grows; a holder's stays short. */
export function waitMs(failedTries: number, isActive: boolean): number {
  const longest = isActive ? WAIT_LONGEST_HOLDER_MS : WAIT_LONGEST_MS;
  return Math.random() * Math.min(longest, WAIT_FIRST_MS * 2 ** Math.min(failedTries, 10));
}

/** How long a connection and its welcome may take. */
export function openTimeoutMs(isActive: boolean): number {
  return isActive ? OPEN_TIMEOUT_HOLDER_MS : OPEN_TIMEOUT_MS;
}
