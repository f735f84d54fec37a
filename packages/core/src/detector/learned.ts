/**
 * The learned law: no curve is fitted; lateness is counted, mood by mood.
 *
 *     arrival ─→ expectation: when was it due? ─→ lateness, in periods ─→ mood: how late have they been lately?
 *                                                      │                      │
 *                                                      ╰──→ histogram of that mood ──→ hull
 *     crossing(φ) = due time of the next slot + the wait at which that hull falls by 10^−φ a period
 *
 * Lateness counts from when the *next* slot was due, so that delay, loss and pause are one number: after one lost
 * heartbeat it is 1 and some. The mood is a forecast of it, from four moving averages that remember a second, six, half a
 * minute and some minutes. Which of them foretells differs: on a radio link the last seconds do, and where pauses know
 * nothing of each other the last seconds are noise. So each is weighted by how well it has foretold lately.
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
/** How well an average has foretold is remembered for about this many heartbeats… */
const CREDIT_SPAN = 500;
/** …and this much of it counts, so that about 300 heartbeats are one piece of evidence: they resemble one another. */
const CREDIT_GAIN = 1 / 300;
/** Nothing that came later says more against an average than this many periods. */
const CREDIT_LATENESS_MAX = 4;
/** A mood taken over from another peer weighs as this many heartbeats at most. */
const WARM_WEIGHT = 200;

/** All that the learned law keeps of a peer: about 2 KiB of plain data, with what the engine adds. */
export interface Learned {
  readonly kind: "learned";
  readonly expectation: Expectation;
  readonly averages: number[];
  /** Their natural logarithms, since those are dear. */
  readonly logs: number[];
  /** Of each average: its log-likelihood, as the mean of an exponential law, over what came lately. */
  readonly credits: number[];
  mood: number;
  readonly lateness: Lateness;
  readonly hulls: Hulls;
}

/** Expects the first heartbeat one period from `now`; with `like`, it is judged at first as that peer is. */
export function newLearned(intervalMs: number, now: Instant, like?: Learned): Learned {
  const averages = like?.averages.slice() ?? SPANS.map(() => LATENESS_FIRST);
  const credits = like?.credits.slice() ?? SPANS.map(() => 0);
  return {
    kind: "learned",
    expectation: newExpectation(intervalMs, -1, now),
    averages,
    logs: averages.map(Math.log),
    credits,
    mood: forecast(averages.map(Math.log), credits),
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
    const counted = Math.max(late, LATENESS_MIN);
    credit(learned, Math.min(counted, CREDIT_LATENESS_MAX));
    average(learned, Math.min(counted, LATENESS_MAX));
    learned.mood = forecast(learned.logs, learned.credits);
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

/** Each average gets ln of the density that an exponential law with that mean gives to `late`. */
function credit({ averages, credits, logs }: Learned, late: number): void {
  for (let index = 0; index < SPANS.length; index++) {
    const likelihood = -(logs[index] ?? 0) - late / (averages[index] ?? 1);
    credits[index] = (credits[index] ?? 0) * (1 - 1 / CREDIT_SPAN) + CREDIT_GAIN * likelihood;
  }
}

function average({ averages, logs }: Learned, late: number): void {
  for (let index = 0; index < SPANS.length; index++) {
    const before = averages[index] ?? 0;
    const moved = before + (late - before) / (SPANS[index] ?? 1);
    averages[index] = moved;
    logs[index] = Math.log(moved);
  }
}

/** The mean logarithm of the averages, each weighted by e to its credit. */
function forecast(logs: readonly number[], credits: readonly number[]): number {
  let best = -Infinity;
  for (let index = 0; index < SPANS.length; index++) best = Math.max(best, credits[index] ?? 0);
  let [sum, weights] = [0, 0];
  for (let index = 0; index < SPANS.length; index++) {
    const weight = Math.exp((credits[index] ?? 0) - best);
    sum += weight * (logs[index] ?? 0);
    weights += weight;
  }
  return moodOf(sum / weights / Math.LN2);
}
