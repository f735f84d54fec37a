/** What the runs of the matrix come to, as rows of a table. */
import type { Cell } from "./matrix-record.ts";
import type { Run } from "./matrix-run.ts";
import { median } from "./statistics.ts";

export const HEADING: readonly string[] = [
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
];

/** Two actives, a write that is there twice or against its refusal, a lost one that may not be, or a failed run. */
export function isUnsafe({ keepsEverything, runs, failures }: Cell): boolean {
  const unsafe = ({ overlaps, phantoms, lost }: Run): boolean =>
    overlaps.length > 0 || phantoms.length > 0 || (keepsEverything && lost.length > 0);
  return failures.length > 0 || runs.some(unsafe);
}

export function rowOf({ title, fault, runs, failures }: Cell): readonly string[] {
  const outages = runs.map(({ outageMs }) => outageMs);
  const sum = (count: (run: Run) => number): string =>
    String(runs.reduce((total, run) => total + count(run), 0));
  const said = runs.filter(({ lagBytes }) => lagBytes !== undefined);
  const lag = Math.max(...said.map(({ lagBytes = 0 }) => lagBytes));
  const more = said.some(({ lagIsWhole }) => !lagIsWhole) ? ", and more" : "";
  return [
    title,
    fault,
    failures.length === 0 ? String(runs.length) : `${runs.length}, and ${failures.length} FAILED`,
    runs.length === 0 ? "" : median(outages).toFixed(0),
    runs.length === 0 ? "" : Math.max(...outages).toFixed(0),
    sum(({ overlaps, phantoms }) => overlaps.length + phantoms.length),
    sum(({ acknowledged }) => acknowledged),
    sum(({ lost }) => lost.length),
    said.length === 0 ? "" : `${lag}${more}`,
    rejoined(runs, failures),
  ];
}

function rejoined(runs: readonly Run[], failures: readonly string[]): string {
  if (runs.length === 0) return "";
  if (!runs.some(({ moved }) => moved)) return "it stayed active";
  return failures.length === 0 ? "yes" : "not in every run";
}
