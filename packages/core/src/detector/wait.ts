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
import { GRID, type Lateness, POINTS, survival, tailOf, tailSteepnessLog10 } from "./lateness.ts";

/** A hull is built anew after so much new evidence, or a share of what is known while that is little. */
const REBUILT_AFTER = 64;
const REBUILT_SHARE = 1 / 8;
/** Of φ, relative. */
const PHI_PRECISION = 1e-12;
/** No silence of a finite length reaches this φ. */
const PHI_ABOVE_ALL = 1_024;
/** Keeps waits finite: log₁₀ of the longest, in scales of the prior. */
const WAIT_LOG10_MAX = 306;

/** The hull of one mood. */
interface Hull {
  /** Grid indices of the vertices. */
  readonly vertices: Uint8Array;
  /** φ along the edge that leaves each vertex; ascending. */
  readonly edges: Float32Array;
  /** log₁₀ of the steepness behind the last vertex, when the hull was built. */
  readonly tail: number;
}

/** Hulls by mood; plain data. Each is built when it is first asked for: of a peer that is always on time, never. */
export type Hulls = (Hull | undefined)[];

export function newHulls(): Hulls {
  return [];
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
  const { edges, tail, vertices } = hullOf(hulls, lateness, mood);
  const last = edges.length - 1;
  if (threshold >= (edges[last] ?? 0)) return tailWait(tail, mood, threshold);
  let at = 0; // The first edge above the threshold lies in at..end.
  let end = last;
  while (at < end) {
    const middle = (at + end) >> 1;
    if ((edges[middle] ?? 0) > threshold) end = middle;
    else at = middle + 1;
  }
  const from = at > 0 ? Math.max(0, edges[at - 1] ?? 0) : 0;
  const climbed = (threshold - from) / ((edges[at] ?? 0) - from);
  const vertex = vertices[at] ?? 0;
  const start = GRID[vertex] ?? 0;
  return start + climbed * ((GRID[vertex + 1] ?? 0) - start);
}

function tailWait(tail: number, mood: number, threshold: number): number {
  const { scale, power } = tailOf(mood);
  const log10 = (threshold + tail) / power;
  return scale * (10 ** Math.min(log10, WAIT_LOG10_MAX) - 1);
}

function hullOf(hulls: Hulls, lateness: Lateness, mood: number): Hull {
  const built = hulls[mood];
  const known = lateness[mood];
  const enough = Math.min(REBUILT_AFTER, (known?.weight ?? 0) * REBUILT_SHARE);
  if (built !== undefined && (known?.news ?? 0) <= enough) return built;
  if (known !== undefined) known.news = 0;
  while (hulls.length <= mood) hulls.push(undefined);
  return (hulls[mood] = build(lateness, mood));
}

/** Walks the points from the left; a vertex that lies above the line from the one before it to the new one goes. */
function build(lateness: Lateness, mood: number): Hull {
  const shares = survival(lateness, mood);
  const slope = (from: number, to: number): number =>
    ((shares[from] ?? 0) - (shares[to] ?? 0)) / ((GRID[to] ?? 0) - (GRID[from] ?? 0));
  const found = new Uint8Array(POINTS);
  let last = 0;
  for (let point = 1; point < POINTS; point++) {
    let fall = slope(found[last] ?? 0, point);
    while (last > 0 && fall >= slope(found[last - 1] ?? 0, found[last] ?? 0)) {
      last -= 1;
      fall = slope(found[last] ?? 0, point);
    }
    last += 1;
    found[last] = point;
  }
  const vertices = found.slice(0, last + 1);
  const edges = new Float32Array(last + 1);
  for (let at = 0; at < last; at++) edges[at] = -Math.log10(slope(vertices[at] ?? 0, vertices[at + 1] ?? 0));
  const { scale, power } = tailOf(mood);
  const tail = tailSteepnessLog10(lateness, mood);
  edges[last] = power * Math.log10(1 + (GRID[POINTS] ?? 0) / scale) - tail;
  return { vertices, edges, tail };
}
