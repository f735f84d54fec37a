/** What the learned law must show, and what it reached, on traces that nobody tuned on. */
import { CLOSE_UP, type Comparison, LEARNED, MARGINS } from "./comparison.ts";

export interface Target {
  readonly name: string;
  readonly asked: string;
  readonly reached: string;
  readonly met: boolean;
}

/** Mistakes that are forgiven against the best of all peers at a point: it was chosen in hindsight. */
const FORGIVEN = 3;
/** Kinds on which half of the best peer's mistakes are asked. */
const HALVED: readonly string[] = ["wifi", "stolen-cpu", "daily-congestion", "bursty-loss"];
/** Fewer mistakes than this say nothing of a ratio. */
const TELLING = 20;

/** One point of one trace: our mistakes, those of each peer, and the least of theirs. */
interface Duel {
  readonly trace: string;
  readonly at: number;
  readonly ours: number;
  readonly best: number;
  readonly theirs: ReadonlyMap<string, number>;
}

function duelsOf({ trace, rows }: Comparison): readonly Duel[] {
  const ours = rows.find(({ rule }) => rule === LEARNED)?.points ?? [];
  const others = rows.filter(({ rule }) => rule !== LEARNED);
  return ours.map(({ mistakes }, at) => {
    const theirs = new Map(others.map(({ rule, points }) => [rule, points[at]?.mistakes ?? 0]));
    return { trace, at, ours: mistakes, best: Math.min(...theirs.values()), theirs };
  });
}

/**
 * Targets 1 to 3.
 *
 * @param single each trace for itself
 * @param kinds the traces of each kind together
 */
export function qualityTargets(
  single: readonly Comparison[],
  kinds: readonly Comparison[],
): readonly Target[] {
  const duels = single.flatMap(duelsOf);
  const all = kinds.flatMap(duelsOf);
  return [
    neverWorse(duels),
    halfOfTheBest(all),
    meanRatio(all, "Chen NFD-E", 0.4),
    meanRatio(all, "Akka, threshold", 0.55),
  ];
}

function neverWorse(duels: readonly Duel[]): Target {
  const factor = ({ ours, best }: Duel): number => (ours - FORGIVEN) / Math.max(best, 0.5);
  const behind = duels.filter(({ ours, best }) => ours > best + FORGIVEN);
  const worst = duels.toSorted((one, other) => factor(other) - factor(one))[0];
  const where =
    worst === undefined
      ? ""
      : `; ${worst.trace} at ${MARGINS[worst.at]}: ${worst.ours} against ${worst.best}`;
  return {
    name: "1. against the best peer of each point",
    asked: "at most 1.00 x + 3 everywhere",
    reached: `${duels.length - behind.length} of ${duels.length} points; the worst ${factor(worst ?? nobody).toFixed(2)} x + 3${where}`,
    met: behind.length === 0,
  };
}

const nobody: Duel = { trace: "", at: 0, ours: 0, best: 1, theirs: new Map() };

function halfOfTheBest(duels: readonly Duel[]): Target {
  const asked = duels.filter(({ trace, at }) => at === CLOSE_UP && HALVED.includes(trace));
  return {
    name: `2. at ${MARGINS[CLOSE_UP]} periods of margin`,
    asked: "at most 0.50 of the best peer on four kinds",
    reached: asked
      .map(({ trace, ours, best }) => `${trace} ${(ours / Math.max(best, 0.5)).toFixed(2)}`)
      .join(", "),
    met: asked.length === HALVED.length && asked.every(({ ours, best }) => ours <= best / 2),
  };
}

function meanRatio(duels: readonly Duel[], peer: string, limit: number): Target {
  const logs = duels
    .map(({ ours, theirs }) => [Math.max(ours, 0.5), theirs.get(peer) ?? 0] as const)
    .filter(([, other]) => other >= TELLING)
    .map(([ours, other]) => Math.log(ours / other));
  const ratio = Math.exp(logs.reduce((sum, each) => sum + each, 0) / logs.length);
  return {
    name: `3. geometric mean against ${peer}`,
    asked: `at most ${limit.toFixed(2)}`,
    reached: `${ratio.toFixed(2)}, over ${logs.length} points at which it made ${TELLING} mistakes or more`,
    met: ratio <= limit,
  };
}
