/**
 * How long is the next heartbeat worth waiting for?
 *
 * A deadline x periods after the due time costs P(x) in wrong suspicions and x in detection time. At a price of
 * 10^−φ mistakes for a period of waiting, the cheapest x is where P(x) + 10^−φ·x is least: the first vertex of P's lower
 * convex hull behind which the hull falls by less than 10^−φ a period.
 *
 * ```
 *  P │●                        ● vertices of the hull: the only deadlines worth having
 *    │ ╲                       steps of P: successors of lost heartbeats come one period late, two, …
 *    │  ●╶──────╮
 *    │    ╲     │              the edge from ● to ● falls by 10^−φ a period: along it φ stands
 *    │       ╲  ╰─────╮        still, since to stop in its middle is to have waited in vain
 *    │           ●╶────────
 *    └───┴──────┴──────┴──── x
 * ```
 *
 * So the **hull defines φ**: 10^−φ is what one more period of waiting still spares, in mistakes per heartbeat. It is
 * not −log₁₀ P(x): that rule would spend all of its patience on the bad hours, and a constant margin none. Equal
 * *marginal* risk in every mood makes the fewest mistakes for a given mean detection time (DETECTOR.md).
 *
 * A φ that jumped at each vertex could not be inverted. It climbs from one edge's value to the next across the one grid
 * cell behind the vertex, which is at most a fifth of x: continuous, it never falls, and has an exact inverse.
 */
import { GRID, type Lateness, MOODS, POINTS, survival, tailOf, tailSteepnessLog10 } from "./lateness.ts";

/** A hull is built anew after so much new evidence, or a share of what is known while that is little. */
const REBUILT_AFTER = 64;
const REBUILT_SHARE = 1 / 8;
/** Of φ, relative. */
const PHI_PRECISION = 1e-12;
/** No silence of a finite length reaches this φ. */
const PHI_ABOVE_ALL = 1_024;
/** Keeps waits finite: log₁₀ of the longest, in scales of the prior. */
const WAIT_LOG10_MAX = 306;

/** The hulls of all moods, row by row; plain data. */
export interface Hulls {
  /** Grid indices of the vertices, and how many they are. */
  readonly vertices: Uint8Array;
  readonly sizes: Uint8Array;
  /** φ along the edge that leaves each vertex; ascending. */
  readonly edges: Float32Array;
  /** log₁₀ of the steepness behind the last vertex, when the hull was built. */
  readonly tails: Float64Array;
}

/** Hulls that will be built when they are first asked for. */
export function newHulls(): Hulls {
  const cells = MOODS * POINTS;
  return {
    vertices: new Uint8Array(cells),
    sizes: new Uint8Array(MOODS),
    edges: new Float32Array(cells),
    tails: new Float64Array(MOODS),
  };
}

/** How many periods after the due time φ reaches `threshold` (at least 0): between those of the two nearest moods. */
export function waitFor(hulls: Hulls, lateness: Lateness, mood: number, threshold: number): number {
  const lower = Math.floor(mood);
  const share = mood - lower;
  const wait = waitIn(hulls, lateness, lower, threshold);
  return share > 0 ? wait * (1 - share) + waitIn(hulls, lateness, lower + 1, threshold) * share : wait;
}

/** φ at `late` periods after the due time: the inverse of {@link waitFor}, found by halving. */
export function phiOfWait(hulls: Hulls, lateness: Lateness, mood: number, late: number): number {
  if (!(late > 0)) return 0;
  let above = 1;
  while (above < PHI_ABOVE_ALL && waitFor(hulls, lateness, mood, above) <= late) above *= 2;
  let below = above > 1 ? above / 2 : 0;
  while (above - below > PHI_PRECISION * above) {
    const middle = (below + above) / 2;
    if (waitFor(hulls, lateness, mood, middle) <= late) below = middle;
    else above = middle;
  }
  return below;
}

function waitIn(hulls: Hulls, lateness: Lateness, mood: number, threshold: number): number {
  refresh(hulls, lateness, mood);
  const { edges, vertices } = hulls;
  const row = mood * POINTS;
  const last = row + (hulls.sizes[mood] ?? 0) - 1;
  if (threshold >= (edges[last] ?? 0)) return tailWait(hulls, mood, threshold);
  let at = row; // The first edge above the threshold lies in at..end.
  let end = last;
  while (at < end) {
    const middle = (at + end) >> 1;
    if ((edges[middle] ?? 0) > threshold) end = middle;
    else at = middle + 1;
  }
  const from = at > row ? Math.max(0, edges[at - 1] ?? 0) : 0;
  const climbed = (threshold - from) / ((edges[at] ?? 0) - from);
  const vertex = vertices[at] ?? 0;
  const start = GRID[vertex] ?? 0;
  return start + climbed * ((GRID[vertex + 1] ?? 0) - start);
}

function tailWait(hulls: Hulls, mood: number, threshold: number): number {
  const { scale, power } = tailOf(mood);
  const log10 = (threshold + (hulls.tails[mood] ?? 0)) / power;
  return scale * (10 ** Math.min(log10, WAIT_LOG10_MAX) - 1);
}

function refresh(hulls: Hulls, lateness: Lateness, mood: number): void {
  const enough = Math.min(REBUILT_AFTER, (lateness.weights[mood] ?? 0) * REBUILT_SHARE);
  const built = (hulls.sizes[mood] ?? 0) > 0;
  if (built && (lateness.news[mood] ?? 0) <= enough) return;
  lateness.news[mood] = 0;
  build(hulls, lateness, mood);
}

/** Walks the points from the left; a vertex that lies above the line from the one before it to the new one goes. */
function build(hulls: Hulls, lateness: Lateness, mood: number): void {
  const shares = survival(lateness, mood);
  const { vertices, edges } = hulls;
  const row = mood * POINTS;
  const slope = (from: number, to: number): number =>
    ((shares[from] ?? 0) - (shares[to] ?? 0)) / ((GRID[to] ?? 0) - (GRID[from] ?? 0));
  let last = row;
  vertices[row] = 0;
  for (let point = 1; point < POINTS; point++) {
    let fall = slope(vertices[last] ?? 0, point);
    while (last > row && fall >= slope(vertices[last - 1] ?? 0, vertices[last] ?? 0)) {
      last -= 1;
      fall = slope(vertices[last] ?? 0, point);
    }
    last += 1;
    vertices[last] = point;
  }
  for (let at = row; at < last; at++)
    edges[at] = -Math.log10(slope(vertices[at] ?? 0, vertices[at + 1] ?? 0));
  const { scale, power } = tailOf(mood);
  const steepness = tailSteepnessLog10(lateness, mood);
  edges[last] = power * Math.log10(1 + (GRID[POINTS] ?? 0) / scale) - steepness;
  hulls.tails[mood] = steepness;
  hulls.sizes[mood] = last - row + 1;
}
