/** The page `docs/matrix.md`, made of everything that was recorded. */
import { HEADING, rowOf } from "./matrix-cells.ts";
import type { Cell, Entry, Pause } from "./matrix-record.ts";
import { median, table } from "./statistics.ts";

export const PAUSE_HEADING: readonly string[] = [
  "pause",
  "times",
  "longest ms",
  "outage ms, median",
  "max",
  "failovers",
];

export function pauseRow({ name, outagesMs, failovers, longestMs }: Pause): readonly string[] {
  return [
    name,
    String(outagesMs.length),
    longestMs.toFixed(0),
    median(outagesMs).toFixed(0),
    Math.max(...outagesMs).toFixed(0),
    String(failovers),
  ];
}

export function pageOf(entries: readonly Entry[]): string {
  const cells = entries.filter((one) => one.kind === "cell");
  const pauses = entries.filter((one) => one.kind === "pause");
  return `${ABOUT}${aboutCells(cells)}${aboutPauses(pauses)}
## Measured when, where, and with what

**load**: how many processes wanted to run on average over the minute before the end, those of other programs included.

${markdown([["what", "when (UTC)", "load"], ...entries.map(whenOf)])}

${distinct(entries.map(({ machine }) => machine))}

${distinct(entries.map(({ versions }) => versions))}
`;
}

const ABOUT = `# Faults on real services

Written by \`pnpm bench matrix --write\` and \`pnpm bench pauses --write\`; not by hand. What was not measured is not here.

A coordinator and three hosts, each a container with a network and a disk of its own, set up as the examples are (lease 2 s,
heartbeats every 250 ms), except that \`cooldown\` is 100 ms, and that PostgreSQL's check \`answers\` and its status hook run
every 3 s and may take 2.9 s, instead of 1 s and 0.9 s: all hosts share one machine with whatever else runs on it.
`;

function aboutCells(cells: readonly Cell[]): string {
  if (cells.length === 0) return "";
  const failures = cells.flatMap(({ title, fault, failures: all }) =>
    all.map((words) => `- ${title}, ${fault}: ${words}`),
  );
  return `
## Faults

The fault strikes the active's host. Clients outside and on that host write numbered values through every gate, every 5 ms
and every 20 ms; the checker looks for every acknowledged one afterwards.

- **outage**: the longest time in which no client outside got an acknowledgement. A fault that moves nothing has one too:
  the pace of the clients, and whatever the machine did meanwhile.
- **overlaps**: ways in which two actives were seen, and writes that are there twice or although they were refused.
- **lost**: acknowledged, and not in the database at the end. With asynchronous replication that is what had not reached
  the new active. **loss said** is the most that its failover's event says of that: bytes that the new active was behind the
  old one's last word, and for how long the old one may have served after that word. Every write that was lost is
  covered by what its event says, or the page says NOT SAID.
- **rejoined**: whether the old active became a standby with nobody's hand. A daemon that was killed, and a host that was
  off, are started again, as systemd or a power switch does it.

${markdown([HEADING, ...cells.map(rowOf)])}
${failures.length === 0 ? "" : `\nRuns that failed:\n\n${failures.join("\n")}\n`}`;
}

function aboutPauses(pauses: readonly Pause[]): string {
  if (pauses.length === 0) return "";
  return `
## What must move nothing

Redis. The active's daemon and database are frozen for a share of the lease, or busy programs on the active's host vie
with them for the processors; **longest** is how long the longest pause really was.

${markdown([PAUSE_HEADING, ...pauses.map(pauseRow)])}
`;
}

function whenOf(entry: Entry): readonly string[] {
  const what = entry.kind === "cell" ? `${entry.title}, ${entry.fault}` : entry.name;
  return [what, entry.at, entry.load.toFixed(1)];
}

/** A table of Markdown, each column as wide as its widest cell, as the formatter has it. */
function markdown([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? "").length)));
  const lineOf = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [lineOf(heading), lineOf(widths.map((width) => "-".repeat(width))), ...rows.map(lineOf)].join("\n");
}

function distinct(words: readonly string[]): string {
  return [...new Set(words)].map((one) => `- ${one}`).join("\n");
}

/** The same rows for a terminal. */
export function cellTable(cells: readonly Cell[]): string {
  return table([HEADING, ...cells.map(rowOf)]);
}
