/**
 * The last gaps between heartbeats, with their mean and deviation, for the normal and the exponential law.
 *
 * The textbook variance, mean of squares less squared mean, goes slightly negative for equal fractional gaps; its root
 * is NaN, NaN compares as false with every threshold, and the peer is dead or immortal for ever. So each gap is kept in
 * whole µs, as its difference from the configured interval: the sums of such small whole numbers are exact (up to a
 * root mean square of 3 s). Where they are not, they are summed afresh once per turn of the window, and the variance
 * does not go below 0.
 */
import type { GapStats } from "./phi.ts";

/** How many gaps are remembered: Akka's and Cassandra's number. */
const WINDOW = 1_000;
const US_PER_MS = 1_000;
const DIFFERENCE_US_MAX = 2 ** 31 - 1;

/** A ring of gaps. */
export interface Arrivals {
  readonly kind: "arrivals";
  readonly intervalMs: number;
  /** Each gap less the interval, in whole µs. */
  readonly differencesUs: Int32Array;
  size: number;
  next: number;
  sum: number;
  sumOfSquares: number;
  /** Whether the last gap had crossed the line that parts a gap from an outage. */
  outage: boolean;
}

/** A window that holds two gaps, `interval` ∓ `spread`: what is believed before anything was seen. */
export function newArrivals(intervalMs: number, spreadMs: number, window: number = WINDOW): Arrivals {
  const differencesUs = new Int32Array(window);
  const arrivals: Arrivals = {
    kind: "arrivals",
    intervalMs,
    differencesUs,
    size: 0,
    next: 0,
    sum: 0,
    sumOfSquares: 0,
    outage: false,
  };
  addGap(arrivals, intervalMs - spreadMs);
  addGap(arrivals, intervalMs + spreadMs);
  return arrivals;
}

/** Remembers a gap of `gapMs`; the oldest is forgotten where the window is full. */
export function addGap(arrivals: Arrivals, gapMs: number): void {
  const exact = Math.round((gapMs - arrivals.intervalMs) * US_PER_MS);
  const added = Math.min(Math.max(exact, -DIFFERENCE_US_MAX), DIFFERENCE_US_MAX);
  const { differencesUs, next } = arrivals;
  const forgotten = differencesUs[next] ?? 0;
  differencesUs[next] = added;
  arrivals.size = Math.min(arrivals.size + 1, differencesUs.length);
  arrivals.next = (next + 1) % differencesUs.length;
  arrivals.sum += added - forgotten;
  arrivals.sumOfSquares += added * added - forgotten * forgotten;
  if (arrivals.next === 0) sumAfresh(arrivals);
}

/** Mean and standard deviation (of the whole population, as Akka takes it) of the gaps remembered, in ms. */
export function gapStats(arrivals: Arrivals): GapStats {
  const { intervalMs, size, sum, sumOfSquares } = arrivals;
  const meanDifference = sum / size;
  const variance = Math.max(0, sumOfSquares / size - meanDifference * meanDifference);
  return { mean: intervalMs + meanDifference / US_PER_MS, deviation: Math.sqrt(variance) / US_PER_MS };
}

function sumAfresh(arrivals: Arrivals): void {
  arrivals.sum = 0;
  arrivals.sumOfSquares = 0;
  for (const difference of arrivals.differencesUs) {
    arrivals.sum += difference;
    arrivals.sumOfSquares += difference * difference;
  }
}
