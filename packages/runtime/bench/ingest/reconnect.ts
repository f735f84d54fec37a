/** When a node whose connection ended tries again: as `agent/connection.ts` in core does it. */

const WAIT_LONGEST_MS = 5_000;
const WAIT_FIRST_HOLDER_MS = 100;
const WAIT_LONGEST_HOLDER_MS = 200;
const OPEN_TIMEOUT_MS = 10_000;
const OPEN_TIMEOUT_HOLDER_MS = 700;

/** A random part of a wait that grows; a holder's stays short. */
export function waitMs(failedTries: number, leaseLeftMs: number, intervalMs: number): number {
  const [first, longest] =
    leaseLeftMs > 0 ? [WAIT_FIRST_HOLDER_MS, WAIT_LONGEST_HOLDER_MS] : [intervalMs, WAIT_LONGEST_MS];
  return Math.random() * Math.min(longest, first * 2 ** Math.min(failedTries, 10));
}

/** How long a connection and its welcome may take. */
export function openTimeoutMs(leaseLeftMs: number): number {
  return leaseLeftMs > 0 ? Math.max(OPEN_TIMEOUT_HOLDER_MS, leaseLeftMs / 2) : OPEN_TIMEOUT_MS;
}
