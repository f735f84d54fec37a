/** What the runs of the matrix come to, as a table for people and as the page in `docs`. */
import type { Kit } from "../src/kits/kit.ts";
import type { Run } from "./matrix-run.ts";
import { median, table } from "./statistics.ts";

export interface Cell {
  readonly kit: Kit;
  readonly fault: string;
  readonly runs: readonly Run[];
  /** What each run that did not come to its end said. */
  readonly failures: readonly string[];
}

export interface Measurement {
  readonly date: string;
  readonly runs: number;
  readonly machine: string;
  readonly versions: readonly string[];
  readonly cells: readonly Cell[];
}

const HEADING = [
  "service",
  "fault",
  "runs",
  "outage ms, median",
  "max",
  "overlaps",
  "acknowledged",
  "lost",
  "lag said, bytes",
  "rejoined",
] as const;

/** Two actives, a write that is there twice or against its refusal, a lost one that may not be, or a failed run. */
export function isUnsafe({ kit, runs, failures }: Cell): boolean {
  const unsafe = ({ overlaps, phantoms, lost }: Run): boolean =>
    overlaps.length > 0 || phantoms.length > 0 || (kit.keepsEverything && lost.length > 0);
  return failures.length > 0 || runs.some(unsafe);
}

export function tableOf(cells: readonly Cell[]): string {
  return table([HEADING, ...cells.map(rowOf)]);
}

function rowOf({ kit, fault, runs, failures }: Cell): readonly string[] {
  const outages = runs.map(({ outageMs }) => outageMs);
  const sum = (count: (run: Run) => number): string =>
    String(runs.reduce((total, run) => total + count(run), 0));
  const lags = runs.flatMap(({ lagBytes }) => (lagBytes === undefined ? [] : [lagBytes]));
  return [
    kit.title,
    fault,
    failures.length === 0 ? String(runs.length) : `${runs.length}, and ${failures.length} FAILED`,
    runs.length === 0 ? "" : median(outages).toFixed(0),
    runs.length === 0 ? "" : Math.max(...outages).toFixed(0),
    sum(({ overlaps, phantoms }) => overlaps.length + phantoms.length),
    sum(({ acknowledged }) => acknowledged),
    sum(({ lost }) => lost.length),
    lags.length === 0 ? "" : `at most ${Math.max(...lags)}`,
    runs.some(({ moved }) => moved)
      ? failures.length === 0
        ? "yes"
        : "not in every run"
      : "it stayed active",
  ];
}

/** The page, which `pnpm bench matrix --write` puts into `docs`. */
export function pageOf({ date, runs, machine, versions, cells }: Measurement): string {
  const rows = [HEADING, HEADING.map(() => "---"), ...cells.map(rowOf)];
  const failures = cells.flatMap(({ kit, fault, failures: all }) =>
    all.map((words) => `- ${kit.title}, ${fault}: ${words}`),
  );
  return `# Faults on real services

Written by \`pnpm bench matrix --write\`; not by hand. ${date}, ${runs} runs a cell, on ${machine}.
${versions.join(", ")}.

A coordinator and three hosts, each a container with a network and a disk of its own, set up as the examples are (lease 2 s, heartbeats
every 250 ms). The fault strikes the active's host. Clients outside and on that host write numbered values through every gate, each
every 5 and 20 ms; the checker looks for every acknowledged one afterwards.

- **outage**: the longest time in which no client outside got an acknowledgement. A fault that moves nothing has one too: the pace of
  the clients, and whatever the machine did meanwhile.
- **overlaps**: ways in which two actives were seen, and writes that are there twice or although they were refused.
- **lost**: acknowledged, and not in the database at the end. With asynchronous replication that is what had not reached the new active;
  **lag said** is what its failover's event says of that.
- **rejoined**: whether the old active became a standby with nobody's hand. A daemon that was killed, and a host that was off, are
  started again, as systemd or a power switch does it.

${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}
${failures.length === 0 ? "" : `\nRuns that failed:\n\n${failures.join("\n")}\n`}`;
}
