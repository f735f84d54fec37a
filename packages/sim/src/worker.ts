/** A thread that runs chunks of seeds for `main.ts`. */
import { parentPort } from "node:worker_threads";
import { mutantOf } from "./mutants.ts";
import { faithful } from "./rules.ts";
import { runSwarm } from "./swarm.ts";

interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly steps: number;
  /** Empty for the true rules. */
  readonly mutant: string;
}

parentPort?.on("message", ({ first, last, steps, mutant }: Chunk) => {
  const rules = mutantOf(mutant)?.rules ?? faithful;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
  parentPort?.postMessage(runSwarm(first, last, steps, rules));
});
