/** What `pnpm test` runs, in this order. */
import { spawnSync } from "node:child_process";
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
    { ...vitest(root, "unit", 900_000), quick: true },
    ...swarm(root),
    vitest(root, "e2e", 3_000_000),
  ];
}

/** Where Debian's package has the PostgreSQL that the tests want; it is not on the PATH. */
export const POSTGRESQL_PROGRAMS = "/usr/lib/postgresql/15/bin";

interface Need {
  readonly programs: readonly string[];
  readonly without: string;
  readonly package: string;
  /** What succeeds where the programs can work, and what is said where it does not. */
  readonly asks?: readonly [string, ...string[]];
  readonly trouble?: string;
}

/** Programs of the system that some tests need, what is not tested without them, and the package that brings them. */
const needs: readonly Need[] = [
  { programs: ["redis-server", "redis-cli"], without: "failover of real Redis", package: "redis-server" },
  {
    programs: ["postgres"],
    without: "failover of real PostgreSQL",
    package: "postgresql-15",
  },
  {
    programs: ["docker", "nsenter", "iptables", "busybox"],
    without: "hosts in containers, and faults on them",
    package: "docker.io iptables busybox-static",
    asks: ["docker", "version"],
    trouble: "no Docker engine answers. Mend: start dockerd, or set DOCKER_HOST",
  },
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
  return needs.flatMap(({ programs, without, package: mend, asks, trouble = "" }) => {
    if (!programs.every(found))
      return [
        `NOT TESTED: ${without}, since ${programs.join(" or ")} is missing. Mend: apt-get install ${mend}`,
      ];
    return asks === undefined || succeeds(asks, path) ? [] : [`NOT TESTED: ${without}, since ${trouble}`];
  });
}

function succeeds([program, ...args]: readonly [string, ...string[]], path: string): boolean {
  const options = { env: { ...process.env, PATH: path }, stdio: "ignore", timeout: 10_000 } as const;
  return spawnSync(program, args, options).status === 0;
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
