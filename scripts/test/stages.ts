/** What `pnpm test` runs, in this order. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Stage } from "./stage.ts";

/** How many seeds of the simulator each push runs; thousands on demand with `pnpm sim --seeds A..B`. */
const SWARM_SEEDS = 300;

/** The projects that `tsc -b` checks: the packages, then what is checked but never built. */
const TYPE_PROJECTS = [".", "e2e", "examples", "scripts"];

/** The stages of a whole run; the quick ones are marked. */
export function allStages(root: string): readonly Stage[] {
  return [
    gate("types", ["tsc", "-b", ...TYPE_PROJECTS], { quick: true, stopsAll: true }),
    gate("lint", ["oxlint", "--type-aware", "--type-check", "--deny-warnings"], { quick: true }),
    gate("format", ["oxfmt", "--check"], { quick: true }),
    gate("unused", ["knip"], {}),
    gate("schema", ["buf", "lint", "packages/proto/proto"], {}),
    { ...vitest(root, "unit", 300_000), quick: true },
    ...swarm(root),
    vitest(root, "e2e", 1_500_000),
  ];
}

/** What the machine lacks that some end-to-end tests need; each in one line that says how to mend it. */
export function lacking(path: string): readonly string[] {
  const folders = path.split(delimiter);
  const found = (program: string): boolean => folders.some((folder) => existsSync(join(folder, program)));
  if (["redis-server", "redis-cli"].every(found)) return [];
  return [
    "NOT TESTED: Redis is missing, so the end-to-end tests that need it were skipped. Mend: apt-get install redis-server",
  ];
}

function gate(name: string, command: readonly string[], more: Partial<Stage>): Stage {
  return { name, command, quick: false, timeoutMs: 300_000, ...more };
}

function vitest(root: string, project: string, timeoutMs: number): Stage {
  const report = join(root, "out", `vitest-${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name: project,
    command: ["vitest", "run", "--project", project, ...reporters],
    quick: false,
    timeoutMs,
    report,
  };
}

function swarm(root: string): readonly Stage[] {
  const main = "packages/sim/src/main.ts";
  if (!existsSync(join(root, main))) return [];
  return [gate("swarm", ["node", main, "--seeds", `1..${SWARM_SEEDS}`], { timeoutMs: 600_000 })];
}
