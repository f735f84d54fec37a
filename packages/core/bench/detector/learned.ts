/** The learned law as it runs in the product, asked for its crossing times. */
import { arrived, crossingAt, newDetector } from "../../src/detector/detector.ts";
import { instant } from "../../src/time.ts";
import { promptDetection, qualityOf } from "./quality.ts";
import type { Trace } from "./traces/kinds.ts";

/** Thresholds that are looked at first; detection times between them are found by a straight line. */
const FIRST: readonly number[] = Array.from({ length: 30 }, (_, index) => 0.4 + index * 0.2);

export interface Learned {
  readonly threshold: number;
  /** Mean T_D, less that of a deadline which waits for nothing. */
  readonly margin: number;
  readonly deadlines: Float64Array;
}

/** Deadlines in periods for several thresholds in one run, since what is learnt does not depend on them. */
export function learnedDeadlines(trace: Trace, thresholds: readonly number[]): readonly Float64Array[] {
  const { period, slots, arrivals } = trace;
  // No cap and no least number of missed heartbeats: the law alone is judged.
  const tuning = { law: "learned", intervalMs: period, missed: 0, capMs: Infinity } as const;
  const detector = newDetector(tuning, instant(0));
  const deadlines = thresholds.map(() => new Float64Array(slots.length));
  for (let index = 0; index < slots.length; index++) {
    arrived(detector, slots[index] ?? 0, instant((arrivals[index] ?? 0) * period));
    for (const [which, threshold] of thresholds.entries()) {
      const row = deadlines[which];
      if (row !== undefined) row[index] = crossingAt(detector, threshold) / period;
    }
  }
  return deadlines;
}

/** The learned law at the margins asked for, as near as two looks come. */
export function learnedAt(trace: Trace, margins: readonly number[]): readonly Learned[] {
  const prompt = promptDetection(trace);
  const look = (thresholds: readonly number[]): Learned[] =>
    learnedDeadlines(trace, thresholds).map((deadlines, index) => {
      const margin = qualityOf(trace, deadlines).detection - prompt;
      return { threshold: thresholds[index] ?? 0, margin, deadlines };
    });
  const coarse = look(FIRST);
  const finer = look(margins.map((margin) => thresholdFor(coarse, margin)));
  return look(margins.map((margin) => thresholdFor([...coarse, ...finer], margin)));
}

/** By a straight line between the two neighbours; the nearest where there is only one. */
function thresholdFor(known: readonly Learned[], margin: number): number {
  const sorted = known.toSorted((one, other) => one.threshold - other.threshold);
  const above = sorted.findIndex((each) => each.margin >= margin);
  const [low, high] = [sorted[above - 1], sorted[above]];
  if (high === undefined) return sorted.at(-1)?.threshold ?? 0;
  if (low === undefined) return high.threshold;
  const share = (margin - low.margin) / (high.margin - low.margin);
  return low.threshold + share * (high.threshold - low.threshold);
}
