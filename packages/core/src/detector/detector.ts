/**
 * The failure detector of one peer: how suspicious is its silence now, and **when** will that pass a threshold?
 *
 * ```
 *   φ │                                   ╭───   φ(silence), one law of three
 *   6 │· · · · · · · · · · · · · · · ·╭──╯
 * 3.5 │· · · · · · · · · · · ╭────────╯
 *   0 ┼────♥────♥────♥───────┴────────┴────────→ time
 *          heartbeats        │        └ crossingAt(6)
 *                            └ crossingAt(3.5)
 * ```
 *
 * The second question is the one that is asked: the caller sleeps until the earliest crossing of all its peers, and
 * nobody polls ten thousand nodes. φ(t) and crossingAt(φ) are one function and its inverse, so the number that people
 * see and the instant at which the cluster acts agree.
 *
 * Three laws say what a silence means:
 * - `normal`: Hayashibara's, as in Akka and Pekko; see {@link normalPhi}.
 * - `exponential`: Cassandra's; see {@link exponentialPhi}.
 */
import { assert } from "../assert.ts";
import { type Instant, after, between } from "../time.ts";
import { type Arrivals, addGap, gapStats, newArrivals } from "./arrivals.ts";
import { type GapStats, exponentialCrossing, exponentialPhi, normalCrossing, normalPhi } from "./phi.ts";

export type Law = "normal" | "exponential";

/** How one peer is judged. */
export interface DetectorTuning {
  readonly law: Law;
  /** The sender's heartbeat period. */
  readonly intervalMs: number;
  /** No threshold counts as crossed before this many heartbeats are late. */
  readonly missed: number;
  /** The silence that is too long whatever φ says; see {@link capAt}. */
  readonly capMs: number;
  /** Of the normal law: the least standard deviation. Default a tenth of the interval (Akka: 100 ms of 1 s). */
  readonly deviationMsMin?: number;
  /** Of the normal law: a silence forgiven before φ counts. Default 3 intervals (Akka: 3 s of 1 s). */
  readonly acceptablePauseMs?: number;
}

/** State of one peer; plain data, changed in place by the functions below. */
export interface Detector {
  readonly tuning: DetectorTuning;
  /** When the newest heartbeat came; before the first, when the waiting began. */
  heardAt: Instant;
  /** The newest slot; −1 before the first heartbeat of an incarnation. */
  slot: number;
  /** How long the observer itself stood still since then, in ms. */
  stalledMs: number;
  readonly memory: Arrivals;
}

/** Heartbeats that come this close together, in periods, are one backlog and count as one. */
const BACKLOG = 0.1;
/** Akka's and Cassandra's usual threshold: a gap that reached it was an outage, and says nothing about gaps. */
const OUTAGE_PHI = 8;

/** A detector that counts silence from `now`, and believes in the interval until it has seen better. */
export function newDetector(tuning: DetectorTuning, now: Instant): Detector {
  assert(tuning.intervalMs > 0, "the heartbeat interval is positive");
  // The two first gaps lie a quarter to either side, as Akka's do; the exponential law looks at their mean alone.
  const memory = newArrivals(tuning.intervalMs, tuning.intervalMs / 4);
  return { tuning, heardAt: now, slot: -1, stalledMs: 0, memory };
}

/**
 * A heartbeat of grid slot `slot` came. Slots already passed, and repeats, change nothing: late is not alive. Nothing is
 * learnt from the first of an incarnation, from one that waited while the observer stood still, from the rest of a
 * backlog, or from an outage, unless the one before it was an outage too: then this is how the peer now is.
 */
export function arrived(detector: Detector, slot: number, now: Instant): void {
  if (slot <= detector.slot) return;
  const gap = between(detector.heardAt, now);
  const { intervalMs, capMs } = detector.tuning;
  const regular = detector.slot >= 0 && detector.stalledMs === 0 && gap >= BACKLOG * intervalMs;
  if (regular) {
    const { memory } = detector;
    const outage = gap >= capMs || phiAt(detector, now) >= OUTAGE_PHI;
    if (!outage || (memory.outage && gap < capMs)) addGap(memory, gap);
    memory.outage = outage;
  }
  detector.slot = slot;
  detector.heardAt = latest(detector.heardAt, now);
  detector.stalledMs = 0;
}

/** A new incarnation of the peer: silence counts from `now`, its slots start anywhere; what was learnt is kept. */
export function restarted(detector: Detector, now: Instant): void {
  detector.heardAt = now;
  detector.slot = -1;
  detector.stalledMs = 0;
}

/** The observer itself stood still for `lengthMs`: that is no silence of the peer, and nothing is learnt from it. */
export function stalled(detector: Detector, lengthMs: number): void {
  detector.stalledMs += Math.max(0, lengthMs);
}

/** How suspicious the silence is at `now`: at least 0, finite; while nothing arrives it never falls. */
export function phiAt(detector: Detector, now: Instant): number {
  const silence = Math.max(0, between(silentFrom(detector), now));
  const gaps = judgedGaps(detector);
  return detector.tuning.law === "normal" ? normalPhi(silence, gaps) : exponentialPhi(silence, gaps.mean);
}

/**
 * The first instant at which φ has reached `threshold` and at least `missed` heartbeats are late, if nothing arrives
 * until then. It knows no cap; see {@link capAt}. Infinity where no finite instant will do.
 */
export function crossingAt(detector: Detector, threshold: number): Instant {
  const { law, intervalMs, missed } = detector.tuning;
  const gaps = judgedGaps(detector);
  const silence =
    law === "normal" ? normalCrossing(threshold, gaps) : exponentialCrossing(threshold, gaps.mean);
  return after(silentFrom(detector), Math.max(silence, missed * intervalMs));
}

/** The instant at which the silence is too long whatever φ says: `capMs` after the newest heartbeat. */
export function capAt(detector: Detector): Instant {
  return after(silentFrom(detector), detector.tuning.capMs);
}

/**
 * From when the silence counts. The observer's own pause is taken out; and where it was longer than a period, one
 * heartbeat that came in vain meanwhile, and was dropped by a full buffer, is granted.
 */
function silentFrom(detector: Detector): Instant {
  const { stalledMs, tuning } = detector;
  const granted = stalledMs > tuning.intervalMs ? tuning.intervalMs : 0;
  return after(detector.heardAt, stalledMs + granted);
}

function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function judgedGaps(detector: Detector): GapStats {
  const { law, intervalMs, deviationMsMin, acceptablePauseMs } = detector.tuning;
  const { mean, deviation } = gapStats(detector.memory);
  if (law === "exponential") return { mean, deviation };
  return {
    mean: mean + (acceptablePauseMs ?? 3 * intervalMs),
    deviation: Math.max(deviation, deviationMsMin ?? intervalMs / 10),
  };
}
