/**
 * The learned law: no curve is fitted; lateness is counted, mood by mood.
 *
 *     arrival ─→ expectation: when was it due? ─→ lateness, in periods ─→ mood: how late have they been lately?
 *                                                      │                      │
 *                                                      ╰──→ histogram of that mood ──→ hull
 *     crossing(φ) = due time of the next slot + the wait at which that hull falls by 10^−φ a period
 *
 * Lateness counts from when the *next* slot was due, so that delay, loss and pause are one number: after one lost
 * heartbeat it is 1 and some. The mood is the mean log₂ of four moving averages of lateness, so that bad seconds, bad
 * minutes and bad hours all show.
 */
import { type Instant, after, between } from "../time.ts";
import { type Expectation, anchor, dueAt, newExpectation, observe } from "./expectation.ts";
import { type Lateness, learn, moodOf, newLateness } from "./lateness.ts";
import { type Hulls, newHulls, phiOfWait, waitFor } from "./wait.ts";

/** Spans of the moving averages, in heartbeats. */
const SPANS: readonly number[] = [5, 25, 150, 1_000];
/** What they start from: a fiftieth of a period. */
const LATENESS_FIRST = 0.02;
/** Each heartbeat moves the averages as at least and at most this many periods. */
const LATENESS_MIN = 0.001;
const LATENESS_MAX = 16;
/** What comes later than this many periods was away, not late. */
const OUTAGE = 64;
/** A mood taken over from another peer weighs as this many heartbeats at most. */
const WARM_WEIGHT = 200;

/** All that the learned law keeps of a peer: about 9 KiB of plain data. */
export interface Learned {
  readonly kind: "learned";
  readonly expectation: Expectation;
  readonly averages: Float64Array;
  mood: number;
  readonly lateness: Lateness;
  readonly hulls: Hulls;
}

/** Expects the first heartbeat one period from `now`; with `like`, it is judged at first as that peer is. */
export function newLearned(intervalMs: number, now: Instant, like?: Learned): Learned {
  const averages = like?.averages.slice() ?? new Float64Array(SPANS.length).fill(LATENESS_FIRST);
  return {
    kind: "learned",
    expectation: newExpectation(intervalMs, -1, now),
    averages,
    mood: moodFrom(averages),
    lateness: newLateness(like?.lateness, WARM_WEIGHT),
    hulls: newHulls(),
  };
}

/** Starts the grid afresh: `slot` was due at `at`. What was learnt of lateness is kept. */
export function anchorLearned(learned: Learned, slot: number, at: Instant): void {
  anchor(learned.expectation, slot, at);
}

/** When `slot` is due. */
export function slotDueAt(learned: Learned, slot: number): Instant {
  return dueAt(learned.expectation, slot);
}

/**
 * Takes in that `slot` arrived at `now`, `lateMs` after the slot behind the last one was due. What is not `regular`
 * teaches nothing, nor does an outage.
 */
export function take(learned: Learned, slot: number, now: Instant, lateMs: number, regular: boolean): void {
  const late = Math.max(0, lateMs / learned.expectation.intervalMs);
  const learnable = regular && late <= OUTAGE;
  if (learnable) {
    learn(learned.lateness, learned.mood, late);
    average(learned.averages, Math.min(Math.max(late, LATENESS_MIN), LATENESS_MAX));
    learned.mood = moodFrom(learned.averages);
  }
  observe(learned.expectation, slot, now, learnable);
}

/** φ at `now`, if the next heartbeat is due at `due`. */
export function learnedPhi(learned: Learned, due: Instant, now: Instant): number {
  const late = between(due, now) / learned.expectation.intervalMs;
  return phiOfWait(learned.hulls, learned.lateness, learned.mood, late);
}

/** When φ reaches `threshold`, if the next heartbeat is due at `due`. */
export function learnedCrossing(learned: Learned, due: Instant, threshold: number): Instant {
  const wait = waitFor(learned.hulls, learned.lateness, learned.mood, threshold);
  return after(due, wait * learned.expectation.intervalMs);
}

function average(averages: Float64Array, late: number): void {
  for (const [index, span] of SPANS.entries()) {
    const before = averages[index] ?? 0;
    averages[index] = before + (late - before) / span;
  }
}

function moodFrom(averages: Float64Array): number {
  let product = 1;
  for (const each of averages) product *= each;
  return moodOf(Math.log2(product) / averages.length);
}
