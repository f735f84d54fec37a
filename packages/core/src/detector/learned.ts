/**
 * The learned law: no distribution is assumed; lateness is counted, mood by mood.
 *
 *     arrival ─→ expectation: when was it due? ─→ late, in periods ─→ mood: how late have they been lately?
 *                                                      │                  │
 *                                                      ╰──→ risk: the histogram of that mood
 *     deadline(φ) = due time of the next slot + the wait at which the risk of that mood is not worth waiting for
 *
 * Lateness counts from when the *next* slot was due, so that delay, loss and pause are one number: after one lost
 * heartbeat it is 1 and some. The mood is the mean log₂ of four moving averages of lateness (over 5, 25, 150 and 1,000
 * heartbeats): bad seconds, bad minutes and bad hours all show.
 */
import { type Instant, after, between } from "../time.ts";
import { type Expectation, anchor, dueAt, newExpectation, observe } from "./expectation.ts";
import { type Risk, learn, moodOf, newRisk, phiOfWait, waitFor } from "./risk.ts";

/** Spans of the moving averages, in heartbeats. */
const SPANS = [5, 25, 150, 1_000] as const;
/** What they start from: a fiftieth of a period. */
const LATENESS_FIRST = 0.02;
/** Each heartbeat moves the averages as at least and at most this many periods. */
const LATENESS_MIN = 0.001;
const LATENESS_MAX = 16;
/** What comes later than this many periods was away, not late. */
const OUTAGE = 64;
/** A mood taken over from another peer weighs as this many heartbeats at most. */
const WARM_WEIGHT = 200;

/** All that the learned law keeps of a peer; plain data. */
export interface Learned {
  readonly kind: "learned";
  readonly expectation: Expectation;
  readonly averages: Float64Array;
  mood: number;
  readonly risk: Risk;
}

/** Expects the first heartbeat one period from `now`; with `like`, lateness is judged as that peer's at first. */
export function newLearned(intervalMs: number, now: Instant, like?: Learned): Learned {
  const averages =
    like === undefined ? new Float64Array(SPANS.length).fill(LATENESS_FIRST) : like.averages.slice();
  return {
    kind: "learned",
    expectation: newExpectation(intervalMs, -1, now),
    averages,
    mood: moodFrom(averages),
    risk: newRisk(like?.risk, WARM_WEIGHT),
  };
}

/** Starts the grid afresh: `slot` was due at `at`. */
export function anchorLearned(learned: Learned, slot: number, at: Instant): void {
  anchor(learned.expectation, slot, at);
}

/** When the slot after `slot` is due. */
export function nextDueAt(learned: Learned, slot: number): Instant {
  return dueAt(learned.expectation, slot + 1);
}

/** When `slot` itself was due. */
export function slotDueAt(learned: Learned, slot: number): Instant {
  return dueAt(learned.expectation, slot);
}

/** Takes in that `slot` arrived at `now`, `lateMs` after the next one was due; what is not `regular` teaches nothing. */
export function take(learned: Learned, slot: number, now: Instant, lateMs: number, regular: boolean): void {
  const periods = Math.max(0, lateMs / learned.expectation.intervalMs);
  const learnable = regular && periods <= OUTAGE;
  if (learnable) {
    learn(learned.risk, learned.mood, periods);
    const bounded = Math.min(Math.max(periods, LATENESS_MIN), LATENESS_MAX);
    SPANS.forEach((span, index) => {
      const average = learned.averages[index] ?? 0;
      learned.averages[index] = average + (bounded - average) / span;
    });
    learned.mood = moodFrom(learned.averages);
  }
  observe(learned.expectation, slot, now, learnable);
}

/** φ at `now`, if the next heartbeat is due at `due`. */
export function learnedPhi(learned: Learned, due: Instant, now: Instant): number {
  return phiOfWait(learned.risk, learned.mood, between(due, now) / learned.expectation.intervalMs);
}

/** When φ reaches `threshold`, if the next heartbeat is due at `due`. */
export function learnedCrossing(learned: Learned, due: Instant, threshold: number): Instant {
  return after(due, waitFor(learned.risk, learned.mood, threshold) * learned.expectation.intervalMs);
}

function moodFrom(averages: Float64Array): number {
  let product = 1;
  for (const average of averages) product *= average;
  return moodOf(Math.log2(product) / averages.length);
}
