/** A thread that runs chunks of seeds for `main.ts`, looks for the seed that shows a planted bug, or tells a story. */
import { parentPort } from "node:worker_threads";
import { mutantOf } from "./mutants.ts";
import { type Rules, faithful } from "./rules.ts";
import { runSeed } from "./run.ts";
import { firstBroken, runSwarm } from "./swarm.ts";

interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly steps: number;
  /** Empty for the true rules. */
  readonly mutant: string;
}

/** Asks for the first run that shows a planted bug. */
type Search = Omit<Chunk, "first">;

/** Asks for the whole trace of one seed. */
interface Story {
  readonly told: number;
  readonly steps: number;
}

parentPort?.on("message", (order: Chunk | Search | Story) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
  parentPort?.postMessage(answerTo(order));
});

function answerTo(order: Chunk | Search | Story): unknown {
  if ("told" in order) return storyOf(order);
  return "first" in order ? sumOf(order) : firstOf(order);
}

function firstOf({ last, steps, mutant }: Search): ReturnType<typeof firstBroken> {
  return firstBroken(last, steps, rulesOf(mutant), mutantOf(mutant)?.by);
}

function rulesOf(mutant: string): Rules {
  return mutantOf(mutant)?.rules ?? faithful;
}

function sumOf({ first, last, steps, mutant }: Chunk): ReturnType<typeof runSwarm> {
  return runSwarm(first, last, steps, rulesOf(mutant));
}

function storyOf({ told, steps }: Story): string {
  const lines: string[] = [];
  runSeed({ seed: told, steps, rules: faithful, write: (line) => lines.push(line) });
  return lines.join("\n");
}
