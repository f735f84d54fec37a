/**
 * What a detector would have said to recorded arrivals: how often it would have been wrong, and how fast right.
 *
 * Each replay starts from nothing and judges only after {@link WARM_UP} arrivals, so that laws compare. A gap that
 * crossed is a mistake, for the heartbeat came after all. Had the peer died just after any of them instead, the crossing
 * says how long nobody would have known (T_D of Chen, Toueg and Aguilera, counted from the last heartbeat heard).
 */
import { type Instant, between, earliest } from "../time.ts";
import { type DetectorTuning, type Law, arrived, capAt, crossingAt, newDetector, phiAt } from "./detector.ts";
import type { Arrival } from "./recording.ts";

const WARM_UP = 16;

export interface Replay {
  readonly law: Law;
  readonly threshold: number;
  /** How many gaps were judged. */
  readonly judged: number;
  readonly mistakes: number;
  /** Times to detection in ms; 0 where nothing was judged. */
  readonly detectionMs: { readonly mean: number; readonly p99: number; readonly worst: number };
}

/** Judges recorded arrivals, oldest first, by one law and threshold. */
export function replay(arrivals: readonly Arrival[], tuning: DetectorTuning, threshold: number): Replay {
  const detection: number[] = [];
  let mistakes = 0;
  walk(arrivals, tuning, (detector, heardAt, next) => {
    const crossing = earliest(crossingAt(detector, threshold), capAt(detector));
    if (crossing === undefined) return;
    detection.push(between(heardAt, crossing));
    if (next >= crossing) mistakes += 1;
  });
  detection.sort((one, other) => one - other);
  const sum = detection.reduce((total, ms) => total + ms, 0);
  const detectionMs = {
    mean: detection.length === 0 ? 0 : sum / detection.length,
    p99: detection[Math.ceil(detection.length * 0.99) - 1] ?? 0,
    worst: detection.at(-1) ?? 0,
  };
  return { law: tuning.law, threshold, judged: detection.length, mistakes, detectionMs };
}

/** How high phi rose in each gap before the heartbeat that ended it. */
export function peaks(
  arrivals: readonly Arrival[],
  tuning: DetectorTuning,
): readonly { readonly at: Instant; readonly phi: number }[] {
  const found: { at: Instant; phi: number }[] = [];
  walk(arrivals, tuning, (detector, _, next) => found.push({ at: next, phi: phiAt(detector, next) }));
  return found;
}

function walk(
  arrivals: readonly Arrival[],
  tuning: DetectorTuning,
  judge: (detector: ReturnType<typeof newDetector>, heardAt: Instant, next: Instant) => void,
): void {
  const [first] = arrivals;
  if (first === undefined) return;
  const detector = newDetector(tuning, first[1]);
  for (const [index, [slot, at]] of arrivals.entries()) {
    if (index >= WARM_UP) judge(detector, detector.heardAt, at);
    arrived(detector, slot, at);
  }
}

const CANDIDATES: readonly (readonly [Law, readonly number[]])[] = [
  ["learned", [2.5, 3.5, 5, 6, 8]],
  ["normal", [3.5, 5, 8, 12]],
  ["exponential", [1, 2, 4, 8]],
];

/** The same arrivals under every law, at thresholds that people use, and at the one that is set. */
export function calibrate(
  arrivals: readonly Arrival[],
  tuning: DetectorTuning,
  threshold: number,
): readonly Replay[] {
  return CANDIDATES.flatMap(([law, usual]) => {
    const thresholds = law === tuning.law ? [...new Set([...usual, threshold])] : [...usual];
    return thresholds
      .sort((one, other) => one - other)
      .map((each) => replay(arrivals, { ...tuning, law }, each));
  });
}
