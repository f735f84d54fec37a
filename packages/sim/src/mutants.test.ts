/**
 * Each planted bug is caught by the checker and at the seed that docs/simulator.md names. With UPDATE=1 the first seed of
 * each is looked for anew, from 1 up, and the page's table written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { faithful } from "./rules.ts";
import { runSeed } from "./run.ts";
import { firstBroken } from "./swarm.ts";

const STEPS = 2_000;
const SEEDS_MAX = 2_000;
const page = join(import.meta.dirname, "../../../docs/simulator.md");
/** A row of the table: mutant, seed, checker, and what is wrong. */
const ROW = /^\| ([a-z-]+) +\| +(\d+) +\| ([a-z]+) +\| (.*?) +\|$/gm;

function caughtRows(): readonly (readonly string[])[] {
  return [...readFileSync(page, "utf8").matchAll(ROW)].map((row) => row.slice(1));
}

/** The table as the formatter leaves it. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const all = [["mutant", "seed", "caught by", "what is wrong"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [head = [], ...body] = all;
  return [line(head), rule, ...body.map(line)].join("\n");
}

if (process.env["UPDATE"] === "1") {
  const rows = mutants.map(({ name, breaks, rules }) => {
    const broken = firstBroken(SEEDS_MAX, STEPS, rules);
    return [name, String(broken?.seed ?? "none"), broken?.violation.split(":")[0] ?? "", breaks];
  });
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(/^\| mutant[^]*?\n(?!\|)/m, () => `${tableOf(rows)}\n`),
  );
}

const rows = caughtRows();

test("the page names every planted bug, once, with its rule", () => {
  const named = rows.map(([name, , , breaks]) => ({ name, breaks }));
  expect(named).toEqual(mutants.map(({ name, breaks }) => ({ name, breaks })));
});

test.each(mutants)("$name is caught: $breaks", ({ name, rules }) => {
  const [, seed = "0", checker] = rows.find((row) => row[0] === name) ?? [];
  const run = { seed: Number(seed), steps: STEPS };
  expect(run.seed).toBeLessThanOrEqual(SEEDS_MAX);
  expect(runSeed({ ...run, rules }).violation?.split(":")[0]).toBe(checker);
  expect(
    runSeed({ ...run, rules: faithful }).violation,
    "it is the bug that breaks the promise",
  ).toBeUndefined();
});

test("every checker is shown to catch something", () => {
  const checkers = readFileSync(page, "utf8").match(/^## What is checked$[^]*?^## /m)?.[0] ?? "";
  const names = [...checkers.matchAll(/^\| ([a-z]+) +\|/gm)]
    .map((row) => row[1])
    .filter((name) => name !== "checker");
  expect(names.length).toBeGreaterThan(10);
  expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(names));
});
