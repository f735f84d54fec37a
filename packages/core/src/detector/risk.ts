/**
 * How likely is a heartbeat to be later than x periods, in each of twelve moods of the network; and how long is it
 * worth waiting?
 *
 * Each mood keeps a histogram of lateness. P(x) is the share of heartbeats later than x, mixed with a prior that weighs
 * as much as {@link PRIOR_WEIGHT} of them and falls like a power of x, so that no silence is ever impossible.
 *
 * A deadline x costs P(x) in wrong suspicions and x in detection time. At a price of λ = 10^−φ mistakes for a period of
 * waiting, the cheapest x is where P(x) + λx is least: the first vertex of P's lower convex hull after which the hull
 * falls by less than λ a period.
 *
 * ```
 *  P │●                        ● hull vertices: the only deadlines worth having
 *    │ ╲                       steps: lost heartbeats come one period later, two, …
 *    │  ●╶──────╮
 *    │    ╲     │              the edge from ● to ● falls by 10^−φ a period:
 *    │       ╲  ╰─────╮        along it φ stands still, since to stop in its middle
 *    │           ●╶────────    is to wait in vain
 *    └───┴──────┴──────┴──── x
 * ```
 *
 * So the **hull defines φ**: 10^−φ is what one more period of waiting still spares, in mistakes per heartbeat. It is not
 * −log₁₀ P(x) itself, which a network with one bad hour a day would satisfy by long deadlines in the bad hour; equal
 * *marginal* risk in all moods makes the fewest mistakes for a given mean detection time. So that φ(x) is continuous,
 * and crossing and φ are exact inverses, φ climbs from one edge's value to the next across the one grid cell behind the
 * vertex.
 */

/** Moods; 0 is the calmest: see {@link moodOf}. */
export const MOODS = 12;
const MOOD_ZERO_LOG2 = -7;
const PRIOR_WEIGHT = 40;
/** Weight at which a mood's counts are halved, so that it forgets. */
const HALVED_AT = 20_000;
/** A hull is built anew after so much new evidence, or a share of what was known while that is little. */
const REBUILT_AFTER = 64;
const REBUILT_SHARE = 1 / 8;

/** Lateness in periods: 0, four points an octave from 0.015 to 246, and finer just behind whole periods. */
const GRID: Float64Array = gridPoints();
const POINTS: number = GRID.length - 1; // The last point only ends the last cell.

function gridPoints(): Float64Array {
  const points = [0];
  for (let quarter = 0; quarter <= 57; quarter++) points.push(0.015 * 2 ** (quarter / 4));
  for (let whole = 1; whole <= 6; whole++) points.push(whole + 0.02, whole + 0.05, whole + 0.1);
  return Float64Array.from(points).sort();
}

/** Prior P(x) of one mood: height · (1 + x / scale)^−1.5. */
interface Prior {
  readonly height: number;
  readonly scale: number;
  readonly atPoints: Float64Array;
}
const PRIOR_POWER = 1.5;
const PRIORS: readonly Prior[] = Array.from({ length: MOODS }, (_, mood) => {
  const badness = mood + MOOD_ZERO_LOG2 + 3;
  const height = Math.min(0.4, 0.08 * 2 ** (0.6 * badness));
  const scale = 0.3 + 0.3 * Math.max(0, badness);
  return { height, scale, atPoints: GRID.map((x) => height * (1 + x / scale) ** -PRIOR_POWER) };
});

/** What one peer has taught; plain data. Rows of `counts`, `vertices` and `edges` are moods. */
export interface Risk {
  /** Weight of heartbeats whose lateness lies above one grid point and not above the next. */
  readonly counts: Float32Array;
  readonly weights: Float64Array;
  /** Weight added since the hull was built; it starts as if all were new. */
  readonly fresh: Float64Array;
  /** Grid indices of the hull's vertices, and how many they are. */
  readonly vertices: Uint8Array;
  readonly vertexCounts: Uint8Array;
  /** φ along the edge that leaves each vertex; ascending. */
  readonly edges: Float32Array;
}

/** Nothing seen: the prior alone. With `like`, what another peer has taught, at `weightMax` heartbeats a mood at most. */
export function newRisk(like?: Risk, weightMax: number = 0): Risk {
  const risk: Risk = {
    counts: new Float32Array(MOODS * POINTS),
    weights: new Float64Array(MOODS),
    fresh: new Float64Array(MOODS).fill(Infinity),
    vertices: new Uint8Array(MOODS * POINTS),
    vertexCounts: new Uint8Array(MOODS),
    edges: new Float32Array(MOODS * POINTS),
  };
  if (like === undefined) return risk;
  for (let mood = 0; mood < MOODS; mood++) {
    const weight = like.weights[mood] ?? 0;
    const scale = Math.min(1, weightMax / Math.max(weight, 1e-9));
    risk.weights[mood] = weight * scale;
    for (let at = mood * POINTS; at < (mood + 1) * POINTS; at++) {
      risk.counts[at] = (like.counts[at] ?? 0) * scale;
    }
  }
  return risk;
}

/** The mood, from 0 to {@link MOODS} − 1, fractions included, that belongs to a mean lateness of 2^`log2` periods. */
export function moodOf(log2: number): number {
  return Math.min(Math.max(0, log2 - MOOD_ZERO_LOG2), MOODS - 1);
}

/** Learns that a heartbeat came `late` periods after it was due (at least 0), shared between the two nearest moods. */
export function learn(risk: Risk, mood: number, late: number): void {
  const lower = Math.floor(mood);
  const share = mood - lower;
  const point = firstPointFrom(late);
  add(risk, lower, point, 1 - share, late);
  if (share > 0) add(risk, lower + 1, point, share, late);
}

function add(risk: Risk, mood: number, point: number, weight: number, late: number): void {
  const at = mood * POINTS + point;
  risk.counts[at] = (risk.counts[at] ?? 0) + weight;
  risk.weights[mood] = (risk.weights[mood] ?? 0) + weight;
  risk.fresh[mood] = late > 0.5 ? Infinity : (risk.fresh[mood] ?? 0) + weight;
  if ((risk.weights[mood] ?? 0) > HALVED_AT) halve(risk, mood);
}

function halve(risk: Risk, mood: number): void {
  for (let at = mood * POINTS; at < (mood + 1) * POINTS; at++) risk.counts[at] = (risk.counts[at] ?? 0) / 2;
  risk.weights[mood] = (risk.weights[mood] ?? 0) / 2;
}

/** How many periods after the due time φ reaches `threshold`: between those of the two nearest moods. */
export function waitFor(risk: Risk, mood: number, threshold: number): number {
  const lower = Math.floor(mood);
  const share = mood - lower;
  const wait = waitIn(risk, lower, threshold);
  return share > 0 ? wait * (1 - share) + waitIn(risk, lower + 1, threshold) * share : wait;
}

/** Above every φ that a finite silence reaches: 2.5 · log₁₀ of the largest number, and some room. */
const PHI_ABOVE_ALL = 1_024;

/** φ at `late` periods after the due time: the inverse of {@link waitFor}, by halving down to the last digit. */
export function phiOfWait(risk: Risk, mood: number, late: number): number {
  if (!(late > 0)) return 0;
  let below = 0;
  let above = PHI_ABOVE_ALL;
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return below;
    if (waitFor(risk, mood, middle) <= late) below = middle;
    else above = middle;
  }
}

function waitIn(risk: Risk, mood: number, threshold: number): number {
  refresh(risk, mood);
  const row = mood * POINTS;
  const last = (risk.vertexCounts[mood] ?? 0) - 1;
  if (threshold >= (risk.edges[row + last] ?? 0)) return tailWait(risk, mood, threshold);
  let low = 0;
  let high = last; // The first edge above the threshold lies in low..high.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((risk.edges[row + middle] ?? 0) > threshold) high = middle;
    else low = middle + 1;
  }
  const from = low > 0 ? Math.max(0, risk.edges[row + low - 1] ?? 0) : 0;
  const climbed = (threshold - from) / ((risk.edges[row + low] ?? 0) - from);
  const vertex = risk.vertices[row + low] ?? 0;
  const start = GRID[vertex] ?? 0;
  return start + climbed * ((GRID[vertex + 1] ?? 0) - start);
}

/** Behind the grid P is the prior alone, and its slope can be turned round by hand. */
function tailWait(risk: Risk, mood: number, threshold: number): number {
  const { scale } = priorOf(mood);
  const log10 = Math.min((threshold + tailSlopeLog10(risk, mood)) / (PRIOR_POWER + 1), 307);
  return scale * (10 ** log10 - 1);
}

/** log₁₀ of how fast the prior's share of P falls at x = 0, if it were alone. */
function tailSlopeLog10(risk: Risk, mood: number): number {
  const { height, scale } = priorOf(mood);
  const share = PRIOR_WEIGHT / ((risk.weights[mood] ?? 0) + PRIOR_WEIGHT);
  return Math.log10((share * height * PRIOR_POWER) / scale);
}

/** Builds the hull of a mood anew where enough has been learnt since. */
function refresh(risk: Risk, mood: number): void {
  const fresh = risk.fresh[mood] ?? 0;
  const weight = risk.weights[mood] ?? 0;
  if (fresh <= Math.min(REBUILT_AFTER, weight * REBUILT_SHARE)) return;
  risk.fresh[mood] = 0;
  buildHull(risk, mood, survival(risk, mood));
}

/** P at each grid point. */
function survival(risk: Risk, mood: number): Float64Array {
  const row = mood * POINTS;
  const { atPoints } = priorOf(mood);
  const total = (risk.weights[mood] ?? 0) + PRIOR_WEIGHT;
  const shares = new Float64Array(POINTS);
  let later = 0;
  for (let point = POINTS - 1; point >= 0; point--) {
    shares[point] = (later + PRIOR_WEIGHT * (atPoints[point] ?? 0)) / total;
    later += risk.counts[row + point] ?? 0;
  }
  return shares;
}

/** The lower convex hull, point by point from the left: a vertex above the line to the new point is taken out. */
function buildHull(risk: Risk, mood: number, shares: Float64Array): void {
  const row = mood * POINTS;
  const { vertices, edges } = risk;
  const fall = (from: number, to: number): number =>
    ((shares[from] ?? 0) - (shares[to] ?? 0)) / ((GRID[to] ?? 0) - (GRID[from] ?? 0));
  let last = 0;
  vertices[row] = 0;
  for (let point = 1; point < POINTS; point++) {
    let slope = fall(vertices[row + last] ?? 0, point);
    while (last > 0 && slope >= fall(vertices[row + last - 1] ?? 0, vertices[row + last] ?? 0)) {
      last -= 1;
      slope = fall(vertices[row + last] ?? 0, point);
    }
    edges[row + last] = -Math.log10(slope);
    last += 1;
    vertices[row + last] = point;
  }
  const { scale } = priorOf(mood);
  const end = GRID[POINTS] ?? 0;
  edges[row + last] = (PRIOR_POWER + 1) * Math.log10(1 + end / scale) - tailSlopeLog10(risk, mood);
  risk.vertexCounts[mood] = last + 1;
}

/** Index of the first grid point at or above `late`; the last one for what lies behind all. */
function firstPointFrom(late: number): number {
  let low = 0;
  let high = POINTS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((GRID[middle] ?? 0) >= late) high = middle;
    else low = middle + 1;
  }
  return low;
}

function priorOf(mood: number): Prior {
  const prior = PRIORS[mood];
  if (prior === undefined) throw new RangeError(`mood ${mood}`);
  return prior;
}
