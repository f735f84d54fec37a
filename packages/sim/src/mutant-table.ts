/** The table of docs/simulator.md: which planted bug is caught at which seed, by which checker. */
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { mutants } from "./mutants.ts";
import type { RunResult } from "./run.ts";

/** No planted bug may need more seeds than this. */
export const SEEDS_MAX = 2_000;

export interface CaughtRow {
  readonly name: string;
  /** The first seed that shows it; 0 for none. */
  readonly seed: number;
  readonly checker: string;
  readonly breaks: string;
}

const page = join(import.meta.dirname, "../../../docs/simulator.md");
const ROW = /^\| ([a-z-]+) +\| +(\d+) +\| ([a-z]+) +\| (.*?) +\|$/gm;

/** What the page says. */
export function readRows(): readonly CaughtRow[] {
  return [...readFileSync(page, "utf8").matchAll(ROW)].map(
    ([, name = "", seed, checker = "", breaks = ""]) => ({
      name,
      seed: Number(seed),
      checker,
      breaks,
    }),
  );
}

/** The checkers that the page describes. */
export function readCheckers(): readonly string[] {
  const section = readFileSync(page, "utf8").match(/^## What is checked$[^]*?^## /m)?.[0] ?? "";
  return [...section.matchAll(/^\| ([a-z]+) +\|/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "checker");
}

export function writeRows(rows: readonly CaughtRow[]): void {
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(/^\| mutant[^]*?\n(?!\|)/m, () => `${tableOf(rows)}\n`),
  );
}

/** The table as the formatter leaves it. */
function tableOf(rows: readonly CaughtRow[]): string {
  const cells = rows.map(({ name, seed, checker, breaks }) => [name, String(seed), checker, breaks]);
  const all = [["mutant", "seed", "caught by", "what is wrong"], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [head = [], ...body] = all;
  return [line(head), rule, ...body.map(line)].join("\n");
}

/** Looks for the first seed that shows each planted bug, from 1 up to {@link SEEDS_MAX}, on all cores. */
export async function searchRows(steps: number, found: (row: CaughtRow) => void): Promise<CaughtRow[]> {
  const rows = new Map<string, CaughtRow>();
  const open = [...mutants];
  const search = async (): Promise<void> => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    for (let mutant = open.shift(); mutant !== undefined; mutant = open.shift()) {
      const { name, breaks } = mutant;
      const broken = await firstOf(worker, name, steps);
      const checker = broken?.violation?.split(":")[0] ?? "none";
      const row = { name, seed: broken?.seed ?? 0, checker, breaks };
      rows.set(name, row);
      found(row);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, search));
  return mutants.flatMap(({ name }) => rows.get(name) ?? []);
}

async function firstOf(worker: Worker, mutant: string, steps: number): Promise<RunResult | undefined> {
  const answered = once(worker, "message");
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
  worker.postMessage({ mutant, last: SEEDS_MAX, steps });
  const [result] = (await answered) as [RunResult | undefined];
  return result;
}
