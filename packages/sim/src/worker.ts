/** A thread that runs chunks of seeds for `main.ts`, or tells the story of one. */
import { parentPort } from "node:worker_threads";
import { mutantOf } from "./mutants.ts";
import { faithful } from "./rules.ts";
import { runSeed } from "./run.ts";
import { runSwarm } from "./swarm.ts";

interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly steps: number;
  /** Empty for the true rules. */
  readonly mutant: string;
}

/** Asks for the whole trace of one seed. */
interface Story {
  readonly told: number;
  readonly steps: number;
}

parentPort?.on("message", (order: Chunk | Story) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
  parentPort?.postMessage("told" in order ? storyOf(order) : sumOf(order));
});

function sumOf({ first, last, steps, mutant }: Chunk): ReturnType<typeof runSwarm> {
  return runSwarm(first, last, steps, mutantOf(mutant)?.rules ?? faithful);
}

function storyOf({ told, steps }: Story): string {
  const lines: string[] = [];
  runSeed({ seed: told, steps, rules: faithful, write: (line) => lines.push(line) });
  return lines.join("\n");
}
