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
  "loss said",
  "rejoined",
];

/** Two actives, a write that is there twice or against its refusal, a lost one that may not be, or a failed run. */
export function isUnsafe({ keepsEverything, runs, failures }: Cell): boolean {
  const unsafe = ({ overlaps, phantoms, lost, unsaid }: Run): boolean =>
    overlaps.length > 0 || phantoms.length > 0 || unsaid.length > 0 || (keepsEverything && lost.length > 0);
  return failures.length > 0 || runs.some(unsafe);
}

export function rowOf({ title, fault, runs, failures }: Cell): readonly string[] {
  const outages = runs.map(({ outageMs }) => outageMs);
  const sum = (count: (run: Run) => number): string =>
    String(runs.reduce((total, run) => total + count(run), 0));
  return [
    title,
    fault,
    failures.length === 0 ? String(runs.length) : `${runs.length}, and ${failures.length} FAILED`,
    runs.length === 0 ? "" : median(outages).toFixed(0),
    runs.length === 0 ? "" : Math.max(...outages).toFixed(0),
    sum(({ overlaps, phantoms }) => overlaps.length + phantoms.length),
    sum(({ acknowledged }) => acknowledged),
    sum(({ lost }) => lost.length),
    lossWords(runs),
    rejoined(runs, failures),
  ];
}

/** The most that any run's event said may be lost. */
function lossWords(runs: readonly Run[]): string {
  const said = runs.flatMap((run) => (run.said?.lagBytes === undefined ? [] : [run.said]));
  if (said.length === 0) return "";
  const bytes = Math.max(...said.map(({ lagBytes = 0 }) => lagBytes));
  const unheard = Math.max(...said.map(({ lagIsWhole, unheardMs = 0 }) => (lagIsWhole ? 0 : unheardMs)));
  const unsaid = runs.flatMap((run) => run.unsaid).length;
  return `${bytes} B + ${unheard} ms${unsaid === 0 ? "" : `, and NOT SAID ${unsaid}`}`;
}

function rejoined(runs: readonly Run[], failures: readonly string[]): string {
  if (runs.length === 0) return "";
  if (!runs.some(({ moved }) => moved)) return "it stayed active";
  return failures.length === 0 ? "yes" : "not in every run";
}
