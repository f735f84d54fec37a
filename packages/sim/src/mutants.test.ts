/** Each planted bug is caught by the checker and at the seed that docs/simulator.md names. */
import { expect, test } from "vitest";
import { SEEDS_MAX, readCheckers, readRows } from "./mutant-table.ts";
import { mutants } from "./mutants.ts";
import { faithful } from "./rules.ts";
import { runSeed } from "./run.ts";

const STEPS = 2_000;
/** Two runs, of which one may look for 90 s of invented time at a cluster that never gets well: up to 18 s at a load of 25 on 2 cores. */
const TIMEOUT_MS = 60_000;
const rows = readRows();

test("the page names every planted bug, once, with its rule", () => {
  const named = rows.map(({ name, breaks }) => ({ name, breaks }));
  expect(named).toEqual(mutants.map(({ name, breaks }) => ({ name, breaks })));
});

test.each(mutants)(
  "$name is caught: $breaks",
  ({ name, rules }) => {
    const { seed = 0, checker } = rows.find((row) => row.name === name) ?? {};
    expect(seed).toBeGreaterThan(0);
    expect(seed).toBeLessThanOrEqual(SEEDS_MAX);
    const run = { seed, steps: STEPS };
    expect(runSeed({ ...run, rules }).violation?.split(":")[0]).toBe(checker);
    expect(
      runSeed({ ...run, rules: faithful }).violation,
      "it is the bug that breaks the promise",
    ).toBeUndefined();
  },
  TIMEOUT_MS,
);

test("every checker is shown to catch something", () => {
  const checkers = readCheckers();
  expect(checkers.length).toBeGreaterThan(10);
  expect(new Set(rows.map(({ checker }) => checker))).toEqual(new Set(checkers));
});
