/**
 * How late do heartbeats come, in each of twelve moods of the network?
 *
 * A mood is a factor of two of recent lateness, so that a bad minute is judged by bad minutes. Each mood keeps a
 * histogram. P(x), the share of heartbeats more than x periods late, is mixed with a prior that weighs as much as
 * {@link PRIOR_WEIGHT} of them and falls like a power of x, so that no silence is ever impossible.
 *
 * Priors, grid and moods were measured on many kinds of trace; the result hardly depends on them (the prior's weight
 * from 10 to 80, or three other sets of spans for the mood, change mistakes by less than 5 %). Smoothing the tail, or
 * lending one mood the counts of the others, makes more mistakes: it smears the steps at whole periods.
 */

/** Moods; 0 is the calmest: see {@link moodOf}. */
export const MOODS = 12;
/** Mood 0 is a mean lateness of 2^−7 periods. */
const MOOD_ZERO_LOG2 = -7;
const PRIOR_WEIGHT = 40;
const PRIOR_POWER = 1.5;
/** Weight at which a mood's counts are halved, so that it forgets. */
const HALVED_AT = 20_000;
/** Lateness beyond which one heartbeat alone is news. */
const NEWS = 0.5;
/** More than any count of heartbeats. */
const NEWS_MANY = 1e9;

/**
 * Lateness in periods: 0, four points an octave from 0.015 to 246, and finer just behind whole periods, where the
 * successors of lost heartbeats come. One point more only ends the last cell.
 */
export const GRID: Float64Array = gridPoints();
/** How many points there are, without that last one. */
export const POINTS: number = GRID.length - 1;

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

const PRIORS: readonly Prior[] = Array.from({ length: MOODS }, (_, mood) => {
  const badness = mood + MOOD_ZERO_LOG2 + 3;
  const height = Math.min(0.4, 0.08 * 2 ** (0.6 * badness));
  const scale = 0.3 + 0.3 * Math.max(0, badness);
  return { height, scale, atPoints: GRID.map((x) => height * (1 + x / scale) ** -PRIOR_POWER) };
});

function priorOf(mood: number): Prior {
  const prior = PRIORS[mood];
  if (prior === undefined) throw new RangeError(`no mood ${mood}`);
  return prior;
}

/** What one peer has taught in one mood. */
export interface MoodCounts {
  /** Weight of heartbeats later than one grid point and not later than the next, as far as any came: most are early ones. */
  readonly counts: number[];
  /** Their sum. */
  weight: number;
  /** Weight added since somebody last drew conclusions; set back by him. */
  news: number;
}

/** What one peer has taught, by mood; plain data. Most peers know two or three moods: of the others nothing is kept. */
export type Lateness = (MoodCounts | undefined)[];

/** Nothing seen: the prior alone. With `like`, what another peer has taught, at `weightMax` heartbeats a mood at most. */
export function newLateness(like: Lateness = [], weightMax: number = 0): Lateness {
  return like.map((known) => {
    if (known === undefined) return undefined;
    const share = known.weight > weightMax ? weightMax / known.weight : 1;
    return { counts: known.counts.map((count) => count * share), weight: known.weight * share, news: 0 };
  });
}

/** The mood, from 0 to {@link MOODS} − 1 with fractions, of a mean lateness of 2^`log2` periods. */
export function moodOf(log2: number): number {
  return Math.min(Math.max(0, log2 - MOOD_ZERO_LOG2), MOODS - 1);
}

/** Learns that a heartbeat came `late` periods after it was due (at least 0), shared between the two nearest moods. */
export function learn(lateness: Lateness, mood: number, late: number): void {
  const lower = Math.floor(mood);
  const share = mood - lower;
  const point = firstPointFrom(late);
  const news = late > NEWS ? NEWS_MANY : 1;
  add(lateness, lower, point, 1 - share, news);
  if (share > 0) add(lateness, lower + 1, point, share, news);
}

function add(lateness: Lateness, mood: number, point: number, weight: number, news: number): void {
  const known = lateness[mood] ?? enter(lateness, mood);
  const { counts } = known;
  while (counts.length <= point) counts.push(0);
  counts[point] = (counts[point] ?? 0) + weight;
  known.weight += weight;
  known.news += weight * news;
  if (known.weight <= HALVED_AT) return;
  known.weight /= 2;
  for (let each = 0; each < counts.length; each++) counts[each] = (counts[each] ?? 0) / 2;
}

/** The first heartbeat in a mood. The list is as long as it has to be, and has no holes. */
function enter(lateness: Lateness, mood: number): MoodCounts {
  while (lateness.length <= mood) lateness.push(undefined);
  return (lateness[mood] = { counts: [], weight: 0, news: 0 });
}

/** P at each grid point, in one mood. It falls from point to point, since the prior does. */
export function survival(lateness: Lateness, mood: number): Float64Array {
  const { atPoints } = priorOf(mood);
  const known = lateness[mood];
  const total = (known?.weight ?? 0) + PRIOR_WEIGHT;
  const shares = new Float64Array(POINTS);
  let later = 0;
  for (let point = POINTS - 1; point >= 0; point--) {
    shares[point] = (later + PRIOR_WEIGHT * (atPoints[point] ?? 0)) / total;
    later += known?.counts[point] ?? 0;
  }
  return shares;
}

/** Behind the grid P is the prior's share alone, and falls by 10^steepness · (1 + x / `scale`)^−`power` a period. */
export function tailOf(mood: number): { readonly scale: number; readonly power: number } {
  return { scale: priorOf(mood).scale, power: PRIOR_POWER + 1 };
}

/** The `steepness` of {@link tailOf}, after what was learnt. */
export function tailSteepnessLog10(lateness: Lateness, mood: number): number {
  const { height, scale } = priorOf(mood);
  const share = PRIOR_WEIGHT / ((lateness[mood]?.weight ?? 0) + PRIOR_WEIGHT);
  return Math.log10((share * height * PRIOR_POWER) / scale);
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
