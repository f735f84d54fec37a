import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { faithful } from "./rules.ts";
import { runSeed } from "./run.ts";
import { runSwarm } from "./swarm.ts";

test("200 short seeds with all faults break no promise", () => {
  const { seeds, failovers, broken } = runSwarm(1, 200, 500, faithful);
  expect(broken).toEqual([]);
  expect(seeds).toBe(200);
  expect(failovers, "a swarm in which nothing fails over shows nothing").toBeGreaterThan(20);
}, 120_000);

function told(seed: number): string {
  const lines: string[] = [];
  runSeed({ seed, steps: 1_000, rules: faithful, write: (line) => lines.push(line) });
  return lines.join("\n");
}

test("one seed tells one story, to the last byte, whatever was told before it and in whichever thread", async () => {
  const first = told(11);
  expect(first.split("\n").length).toBeGreaterThan(1_000);
  told(12);
  expect(told(11)).toBe(first);
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
    worker.postMessage({ told: 11, steps: 1_000 });
    const [story] = (await once(worker, "message")) as [string];
    expect(story).toBe(first);
  } finally {
    await worker.terminate();
  }
});

test("two seeds tell two stories", () => {
  const [one, other] = [1, 2].map((seed) => runSeed({ seed, steps: 500, rules: faithful }));
  expect(one?.lengthMs).not.toBe(other?.lengthMs);
});
