import { expect, test } from "vitest";
import { faithful } from "./rules.ts";
import { runSeed } from "./run.ts";
import { runSwarm } from "./swarm.ts";

test("300 short seeds with all faults break no promise", () => {
  const { seeds, failovers, broken } = runSwarm(1, 300, 500, faithful);
  expect(broken).toEqual([]);
  expect(seeds).toBe(300);
  expect(failovers, "a swarm in which nothing fails over shows nothing").toBeGreaterThan(30);
}, 120_000);

test("one seed tells one story, to the last byte", () => {
  const told = (): string => {
    const lines: string[] = [];
    runSeed({ seed: 11, steps: 1_000, rules: faithful, write: (line) => lines.push(line) });
    return lines.join("\n");
  };
  const first = told();
  expect(first.split("\n").length).toBeGreaterThan(1_000);
  expect(told()).toBe(first);
});

test("two seeds tell two stories", () => {
  const [one, other] = [1, 2].map((seed) => runSeed({ seed, steps: 500, rules: faithful }));
  expect(one?.lengthMs).not.toBe(other?.lengthMs);
});
