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

/** Programs of the system that some tests need, what is not tested without them, and the package that brings them. */
const needs = [
  { programs: ["redis-server", "redis-cli"], without: "failover of real Redis", package: "redis-server" },
  { programs: ["openssl"], without: "TLS between nodes and the coordinator", package: "openssl" },
  { programs: ["haproxy"], without: "Redis behind HAProxy", package: "haproxy" },
  {
    programs: ["systemd-notify", "systemd-analyze"],
    without: "what the daemons tell systemd, and their units",
    package: "systemd",
  },
];

/**
 * What the machine lacks, each in one line that says what was skipped for it and how to mend it.
 *
 * @param path the folders in which programs are found, as in PATH
 */
export function lacking(path: string): readonly string[] {
  const folders = path.split(delimiter);
  const found = (program: string): boolean => folders.some((folder) => existsSync(join(folder, program)));
  return needs
    .filter(({ programs }) => !programs.every(found))
    .map(
      (need) =>
        `NOT TESTED: ${need.without}, since ${need.programs.join(" or ")} is missing. Mend: apt-get install ${need.package}`,
    );
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
