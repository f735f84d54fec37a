/**
 * The only place that asks what time it is.
 *
 * Node's `performance.now()` is CLOCK_MONOTONIC on Linux: it never goes back, it goes on while the process is stopped,
 * and it stands still while the whole machine is suspended. For a coordinator that is safe: it waits longer before it
 * grants a group again. For a node it is not: it would wake up believing in a lease that others have seen run out.
 */
import { type Instant, instant } from "@phidelity/core";

/** Tells the time: the monotonic instant, for decisions, and the time of day, for people. */
export interface Clock {
  /** Never goes back; ms with fractions. */
  now(): Instant;
  /** Time of day, in ms since 1970; it may jump either way. */
  wallMs(): number;
}

/** Where a clock reads; tests invent these. */
export interface ClockReadings {
  /** Never goes back; ms with fractions. */
  monotonicMs(): number;
  /** Time of day, in ms since 1970. */
  wallMs(): number;
}

/** How much further the wall clock may have run than the monotonic one before the machine counts as suspended. */
const SUSPENSION_TOLERANCE_MS = 100;

/**
 * How fast the two clocks may part without a suspension, as a share of the time passed: the default bound on drift. It
 * keeps the slow correction of a clock from adding up to an alarm, and short suspensions from being forgiven one by one.
 */
const EXPLAINED_DRIFT = 0.01;

const machineReadings: ClockReadings = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
};

/** For coordinators: time in which the machine was suspended does not count, so that they wait longer. */
export function monotonicClock(): Clock {
  return { now: () => instant(performance.now()), wallMs: () => Date.now() };
}

/**
 * For nodes (SAFETY rule 9): where the wall clock has run further than the monotonic one by more than 100 ms, the excess
 * counts as passed. A wall clock that is set forward is taken for a suspension: the lease ends early, which is safe. One
 * that is set back counts for nothing.
 */
export function suspendAwareClock(readings: ClockReadings = machineReadings): Clock {
  let suspendedMs = 0;
  let readAtMs = readings.monotonicMs();
  let usualLeadMs = readings.wallMs() - readAtMs;

  function now(): Instant {
    const monotonicMs = readings.monotonicMs();
    const leadMs = readings.wallMs() - monotonicMs;
    const passedMs = monotonicMs - readAtMs;
    readAtMs = monotonicMs;
    const excessMs = leadMs - usualLeadMs;
    if (excessMs > SUSPENSION_TOLERANCE_MS) {
      suspendedMs += excessMs;
      usualLeadMs = leadMs;
    } else {
      usualLeadMs += Math.min(excessMs, passedMs * EXPLAINED_DRIFT);
    }
    return instant(monotonicMs + suspendedMs);
  }

  return { now, wallMs: () => readings.wallMs() };
}
