/**
 * φ for two laws of the gap between heartbeats, and its exact inverse.
 *
 * φ = −log₁₀ P(a living node stays silent for longer than this). At φ = 8 one silence in 10⁸ was innocent, if the law is
 * true. The two laws give different numbers for one silence, so their thresholds do not compare.
 *
 * The **normal** law (Hayashibara, Défago, Yared, Katayama, "The φ Accrual Failure Detector", SRDS 2004; Akka, Pekko):
 * the tail of a normal distribution. Akka computes it with a logistic fit that reads too high far out (y = 5, 10, 20
 * deviations: 7.30, 37.6, 259) and turns to Infinity near 323. Here ln P is computed itself (6.54, 23.1, 88.6): Akka's
 * threshold 8 stands at 5.226 deviations, ours at 5.612.
 *
 * The **exponential** law (Cassandra): φ = t / (mean · ln 10) = 0.4343 t / mean; threshold 8 is reached at 18.42 means.
 */
import { assert } from "../assert.ts";

/** Mean and standard deviation of past gaps, in ms; the deviation is above 0 where the normal law is asked. */
export interface GapStats {
  readonly mean: number;
  readonly deviation: number;
}

/** No φ is larger. */
const PHI_MAX = 1e300;

/** From here on the continued fraction is the better way to the tail; below it, the series. In deviations. */
const SERIES_UNTIL = 2.5;
/** Terms of the continued fraction: a / y² + b of them leave an error below 2e-14 at any y from there on. */
const FRACTION_TERMS = { a: 250, b: 12 } as const;
const HALF_LN_TWO_PI: number = Math.log(2 * Math.PI) / 2;

/** ln P(a standard normal variable exceeds `y`): from 0 (included, by rounding) downwards; −Infinity past y ≈ 1.8e154. */
export function lnNormalTail(y: number): number {
  if (y >= SERIES_UNTIL) return -(y * y) / 2 - HALF_LN_TWO_PI - Math.log(inverseMills(y));
  if (y <= -SERIES_UNTIL) return Math.log1p(-Math.exp(lnNormalTail(-y)));
  return Math.log(0.5 - massFromZero(y));
}

/**
 * The y at which {@link lnNormalTail} has fallen to `lnTail` (below 0).
 *
 * Newton's method. ln P is concave, so from the right of the root each step stays right of it and comes closer;
 * P(y) ≤ exp(−y²/2) / 2 gives a first point that is surely on the right.
 */
export function normalTailAt(lnTail: number): number {
  assert(lnTail < 0, "a tail is less likely than certain");
  let y = Math.sqrt(2 * Math.max(0, -lnTail - Math.LN2));
  for (let round = 0; round < 100; round++) {
    const here = lnNormalTail(y);
    // Density over tail: how fast ln P falls.
    const hazard = Math.exp(-(y * y) / 2 - HALF_LN_TWO_PI - here);
    const step = (here - lnTail) / hazard;
    if (!(step < -1e-15 * (1 + Math.abs(y)))) break;
    y += step;
  }
  return y;
}

/** φ under the normal law after `silence` ms; from 0 to {@link PHI_MAX}; never falls as the silence grows. */
export function normalPhi(silence: number, gaps: GapStats): number {
  return phiOf(lnNormalTail((silence - gaps.mean) / gaps.deviation));
}

/** The silence, in ms, at which {@link normalPhi} reaches `threshold`; at least 0. */
export function normalCrossing(threshold: number, gaps: GapStats): number {
  if (threshold <= 0) return 0;
  return Math.max(0, gaps.mean + gaps.deviation * normalTailAt(-threshold * Math.LN10));
}

/** φ under the exponential law after `silence` ms, for a mean above 0. */
export function exponentialPhi(silence: number, mean: number): number {
  return phiOf(-silence / mean);
}

/** The silence, in ms, at which {@link exponentialPhi} reaches `threshold`; at least 0. */
export function exponentialCrossing(threshold: number, mean: number): number {
  return Math.max(0, threshold * Math.LN10 * mean);
}

/** φ stays finite, so that it can be compared, summed and written as JSON. */
function phiOf(lnTail: number): number {
  return Math.min(Math.max(0, -lnTail / Math.LN10), PHI_MAX);
}

/** P(0 < Y < y), negative for a negative y: the density times y + y³/3 + y⁵/(3·5) + … */
function massFromZero(y: number): number {
  let term = y;
  let sum = y;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (y * y) / odd;
    sum += term;
  }
  return sum * Math.exp(-(y * y) / 2 - HALF_LN_TWO_PI);
}

/** Density over tail for y ≥ {@link SERIES_UNTIL}: y + 1/(y + 2/(y + 3/(y + …))). */
function inverseMills(y: number): number {
  const terms = Math.ceil(FRACTION_TERMS.a / (y * y)) + FRACTION_TERMS.b;
  let fraction = y;
  for (let term = terms; term > 0; term--) fraction = y + term / fraction;
  return fraction;
}
