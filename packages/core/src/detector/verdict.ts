/** What a silence means at one instant, from two thresholds. */
import type { Instant } from "../time.ts";
import { type Detector, capAt, crossingAt } from "./detector.ts";

export type Verdict = "alive" | "suspect" | "down";

/** Thresholds of φ; `suspect` is the lower. */
export interface Thresholds {
  readonly suspect: number;
  readonly down: number;
}

/**
 * How the peer stands at `now`. It compares instants, never φ: so the verdict changes exactly at {@link crossingAt}
 * (`down` also at {@link capAt}), and whoever sleeps until then need not look again.
 */
export function verdict(detector: Detector, thresholds: Thresholds, now: Instant): Verdict {
  if (now >= capAt(detector) || now >= crossingAt(detector, thresholds.down)) return "down";
  return now >= crossingAt(detector, thresholds.suspect) ? "suspect" : "alive";
}
