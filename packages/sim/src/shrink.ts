/** Looks for a shorter story of the same broken promise: fewer steps, and none of the faults that it does not need. */
import { type RunOptions, runSeed } from "./run.ts";

/** Lines for people: how few steps, and which faults are left. */
export function shrunk(options: RunOptions): readonly string[] {
  const kind = kindOf(runSeed(options).violation);
  if (kind === undefined) return [];
  const breaks = (changed: Partial<RunOptions>): boolean =>
    kindOf(runSeed({ ...options, ...changed }).violation) === kind;
  const steps = fewestSteps(options.steps, (fewer) => breaks({ steps: fewer }));
  const told: string[] = [];
  runSeed({ ...options, steps, fault: (line) => told.push(line) });
  const left = new Set(told.keys());
  for (const index of told.keys()) {
    const without = new Set([...told.keys()].filter((one) => one === index || !left.has(one)));
    if (breaks({ steps, without })) left.delete(index);
  }
  const faults = told.filter((_line, index) => left.has(index)).map((line) => `  ${line}`);
  return [`${steps} steps and ${left.size} of ${told.length} faults are enough:`, ...faults];
}

/** Halves as long as the promise still breaks. */
function fewestSteps(steps: number, breaks: (steps: number) => boolean): number {
  let [low, high] = [0, steps];
  while (high - low > 10) {
    const middle = Math.floor((low + high) / 2);
    if (breaks(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function kindOf(violation: string | undefined): string | undefined {
  return violation?.split(":")[0];
}
