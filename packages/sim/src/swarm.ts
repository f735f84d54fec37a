/** Many seeds, one after the other or on several cores, summed up. */
import { type RunResult, runSeed } from "./run.ts";
import type { Rules } from "./rules.ts";

export interface SwarmSum {
  readonly seeds: number;
  readonly steps: number;
  readonly failovers: number;
  /** Invented time, in ms. */
  readonly lengthMs: number;
  /** The seeds that broke a promise, in order. */
  readonly broken: readonly { readonly seed: number; readonly violation: string }[];
}

export const noSeeds: SwarmSum = { seeds: 0, steps: 0, failovers: 0, lengthMs: 0, broken: [] };

export function withResult(sum: SwarmSum, result: RunResult): SwarmSum {
  const { seed, violation } = result;
  return {
    seeds: sum.seeds + 1,
    steps: sum.steps + result.steps,
    failovers: sum.failovers + result.failovers,
    lengthMs: sum.lengthMs + result.lengthMs,
    broken: violation === undefined ? sum.broken : [...sum.broken, { seed, violation }],
  };
}

export function joined(one: SwarmSum, other: SwarmSum): SwarmSum {
  return {
    seeds: one.seeds + other.seeds,
    steps: one.steps + other.steps,
    failovers: one.failovers + other.failovers,
    lengthMs: one.lengthMs + other.lengthMs,
    broken: [...one.broken, ...other.broken].sort((a, b) => a.seed - b.seed),
  };
}

/** Runs the seeds from `first` to `last`, both included, in this thread. */
export function runSwarm(first: number, last: number, steps: number, rules: Rules): SwarmSum {
  let sum = noSeeds;
  for (let seed = first; seed <= last; seed += 1) sum = withResult(sum, runSeed({ seed, steps, rules }));
  return sum;
}

/**
 * The first run, from seed 1 up, that breaks a promise under these rules; undefined where none up to `last` does.
 *
 * @param by only what this checker caught counts
 */
export function firstBroken(last: number, steps: number, rules: Rules, by?: string): RunResult | undefined {
  for (let seed = 1; seed <= last; seed += 1) {
    const result = runSeed({ seed, steps, rules });
    const caught = result.violation?.split(":")[0];
    if (caught !== undefined && caught === (by ?? caught)) return result;
  }
  return undefined;
}
