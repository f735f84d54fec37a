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
 * Three laws say what a silence means; their φ do not compare, so neither do thresholds:
 * - `learned`: lateness is counted, no curve is fitted; φ is what further waiting still spares; see {@link waitFor}.
 * - `normal`: Hayashibara's, as in Akka and Pekko; see {@link normalPhi}.
 * - `exponential`: Cassandra's; see {@link exponentialPhi}.
 */
import { assert } from "../assert.ts";
import { type Instant, after, between } from "../time.ts";
import { type Arrivals, addGap, gapStats, newArrivals } from "./arrivals.ts";
import {
  type Learned,
  anchorLearned,
  learnedCrossing,
  learnedPhi,
  newLearned,
  slotDueAt,
  take,
} from "./learned.ts";
import { type GapStats, exponentialCrossing, exponentialPhi, normalCrossing, normalPhi } from "./phi.ts";

export type Law = "learned" | "normal" | "exponential";

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
  /** Of the learned law: how much later than its grid says the next heartbeat may be, after such a pause, in ms. */
  graceMs: number;
  readonly memory: Learned | Arrivals;
}

/** Heartbeats that come this close together, in periods, are one backlog and count as one. */
const BACKLOG = 0.1;
/** Akka's and Cassandra's usual threshold: a gap that reached it was an outage, and says nothing about gaps. */
const OUTAGE_PHI = 8;

/**
 * A detector that counts silence from `now`, and believes in the interval until it has seen better.
 *
 * @param warmStart a peer like this one, under the same law: the learned law starts from what that one has taught
 */
export function newDetector(tuning: DetectorTuning, now: Instant, warmStart?: Detector): Detector {
  assert(tuning.intervalMs > 0, "the heartbeat interval is positive");
  const like = warmStart?.memory.kind === "learned" ? warmStart.memory : undefined;
  const memory =
    tuning.law === "learned"
      ? newLearned(tuning.intervalMs, now, like)
      : newArrivals(tuning.intervalMs, tuning.intervalMs / 4); // Akka's two first gaps.
  return { tuning, heardAt: now, slot: -1, stalledMs: 0, graceMs: 0, memory };
}

/**
 * A heartbeat of grid slot `slot` came. Slots already passed, and repeats, change nothing: late is not alive. Nothing is
 * learnt from the first of an incarnation, from one that waited while the observer stood still, from the rest of a
 * backlog, or from a silence up to the cap.
 */
export function arrived(detector: Detector, slot: number, now: Instant): void {
  if (slot <= detector.slot) return;
  const gap = between(detector.heardAt, now);
  const { intervalMs, capMs } = detector.tuning;
  const first = detector.slot < 0;
  const backlog = gap < BACKLOG * intervalMs;
  const regular = !first && !backlog && detector.stalledMs === 0 && gap < capMs;
  if (detector.memory.kind === "learned") {
    if (first) anchorLearned(detector.memory, slot, now);
    else arrivedLearned(detector, detector.memory, slot, now, backlog, regular);
  } else if (regular) arrivedGap(detector, detector.memory, gap, now);
  detector.slot = slot;
  detector.heardAt = now > detector.heardAt ? now : detector.heardAt;
  detector.stalledMs = 0;
}

/** A gap that reached φ = 8 is an outage; unless the one before it did so too: then this is how the peer now is. */
function arrivedGap(detector: Detector, arrivals: Arrivals, gap: number, now: Instant): void {
  const outage = phiAt(detector, now) >= OUTAGE_PHI;
  if (!outage || arrivals.outage) addGap(arrivals, gap);
  arrivals.outage = outage;
}

/**
 * What had waited while the observer stood still comes in one row, the oldest first. Each counts as if it had been on
 * time, by as much as the pause explains; else the first of them would set a deadline that has long passed.
 */
function arrivedLearned(
  detector: Detector,
  learned: Learned,
  slot: number,
  now: Instant,
  backlog: boolean,
  regular: boolean,
): void {
  const lateMs = between(slotDueAt(learned, detector.slot + 1), now);
  const excused = detector.stalledMs > 0 || backlog ? pauseMs(detector) + detector.graceMs : 0;
  const grace = Math.min(Math.max(0, between(slotDueAt(learned, slot), now)), excused);
  take(learned, slot, after(now, -grace), lateMs, regular);
  detector.graceMs = grace;
}

/** The peer lives, as a sign of another kind has told: what was silence until now counts no longer. */
export function excuse(detector: Detector, now: Instant): void {
  stalled(detector, between(silentFrom(detector), now));
}

/** A new incarnation of the peer: silence counts from `now`, its slots start anywhere; what was learnt is kept. */
export function restarted(detector: Detector, now: Instant): void {
  detector.heardAt = now;
  detector.slot = -1;
  detector.stalledMs = 0;
  detector.graceMs = 0;
  if (detector.memory.kind === "learned") anchorLearned(detector.memory, -1, now);
}

/** The observer itself stood still for `lengthMs`: that is no silence of the peer, and nothing is learnt from it. */
export function stalled(detector: Detector, lengthMs: number): void {
  detector.stalledMs += Math.max(0, lengthMs);
}

/** How suspicious the silence is at `now`: at least 0, finite; while nothing arrives it never falls. */
export function phiAt(detector: Detector, now: Instant): number {
  const { memory, tuning } = detector;
  if (memory.kind === "learned") return learnedPhi(memory, dueAt(detector, memory), now);
  const silence = Math.max(0, between(silentFrom(detector), now));
  const gaps = judgedGaps(tuning, memory);
  return tuning.law === "normal" ? normalPhi(silence, gaps) : exponentialPhi(silence, gaps.mean);
}

/**
 * The first instant at which φ has reached `threshold` and at least `missed` heartbeats are late, if nothing arrives
 * until then. There φ is `threshold`, but for rounding, or more where `missed` decided. It knows no cap; see
 * {@link capAt}.
 */
export function crossingAt(detector: Detector, threshold: number): Instant {
  const { memory, tuning } = detector;
  if (memory.kind === "learned") {
    const due = dueAt(detector, memory);
    return latest(
      learnedCrossing(memory, due, threshold),
      after(due, (tuning.missed - 1) * tuning.intervalMs),
    );
  }
  const gaps = judgedGaps(tuning, memory);
  const normal = tuning.law === "normal";
  const silence = normal ? normalCrossing(threshold, gaps) : exponentialCrossing(threshold, gaps.mean);
  return after(silentFrom(detector), Math.max(silence, tuning.missed * tuning.intervalMs));
}

/** The instant at which the silence is too long whatever φ says: `capMs` after the newest heartbeat. */
export function capAt(detector: Detector): Instant {
  return after(silentFrom(detector), detector.tuning.capMs);
}

/**
 * Until then no threshold is crossed, whatever is learnt: fewer than `missed` heartbeats are late, and the cap is not
 * reached. It costs less than a crossing, and is all that most looks at a living peer need.
 */
export function quietUntil(detector: Detector): Instant {
  const { memory, tuning } = detector;
  const missed =
    memory.kind === "learned"
      ? after(dueAt(detector, memory), (tuning.missed - 1) * tuning.intervalMs)
      : after(silentFrom(detector), tuning.missed * tuning.intervalMs);
  const cap = capAt(detector);
  return missed < cap ? missed : cap;
}

/** From when the silence counts: the observer's own pause is taken out. */
function silentFrom(detector: Detector): Instant {
  return after(detector.heardAt, pauseMs(detector));
}

function dueAt(detector: Detector, learned: Learned): Instant {
  return after(slotDueAt(learned, detector.slot + 1), pauseMs(detector) + detector.graceMs);
}

/**
 * How much of the silence is the observer's own. Where its pause was longer than a period, a heartbeat may have come in
 * vain and been dropped by a full buffer: one more is granted.
 */
function pauseMs(detector: Detector): number {
  const { stalledMs, tuning } = detector;
  return stalledMs > tuning.intervalMs ? stalledMs + tuning.intervalMs : stalledMs;
}

function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function judgedGaps(tuning: DetectorTuning, arrivals: Arrivals): GapStats {
  const { mean, deviation } = gapStats(arrivals);
  if (tuning.law === "exponential") return { mean, deviation };
  const { intervalMs, deviationMsMin, acceptablePauseMs } = tuning;
  return {
    mean: mean + (acceptablePauseMs ?? 3 * intervalMs),
    deviation: Math.max(deviation, deviationMsMin ?? intervalMs / 10),
  };
}
