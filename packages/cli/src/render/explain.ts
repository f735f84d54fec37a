/** Explanations for people: sentences first, then what comes next, then figures. */
import type { GroupExplanation, NodeExplanation, Replay } from "@phidelity/client";
import { type Paint, oneLine } from "./paint.ts";
import { type Column, table } from "./table.ts";

type Service = NodeExplanation["services"][number];

export function nodeWhy(answer: NodeExplanation, paint: Paint): string[] {
  const { node, status, forMs, why, next, silence } = answer;
  const { law, phi, thresholds, intervalMs, loopLagMs, peaks } = silence;
  const high = peaks.map((peak) => `${peak.phi.toFixed(2)} (${seconds(peak.agoMs)} ago)`).join(", ");
  return [
    `${paint("bold", node)} is ${status} for ${seconds(forMs)}`,
    ...why.map((words) => `  ${oneLine(words)}`),
    ...nextLines(next, paint),
    "",
    `${paint("dim", "PHI")}       ${phi.toFixed(2)} (${law}; suspect ${thresholds.suspect}, down ${thresholds.down}, alone ${thresholds.alone})`,
    `${paint("dim", "HIGHEST")}   ${high === "" ? "too few heartbeats yet" : high}`,
    `${paint("dim", "INTERVAL")}  ${intervalMs} ms; its own loop ran ${loopLagMs} ms late lately`,
    "",
    ...table(SERVICES, answer.services, paint),
  ];
}

const SERVICES: readonly Column<Service>[] = [
  { title: "GROUP", cell: (row) => row.group },
  { title: "ROLE", cell: (row) => row.role },
  { title: "EPOCH", right: true, cell: (row) => row.epoch },
  { title: "CHECKS", cell: (row) => row.checks },
  {
    title: "LEFT ALONE",
    cell: (row) => (row.leftAloneForMs === 0 ? "-" : `${seconds(row.leftAloneForMs)} more`),
  },
  { title: "TROUBLE", cell: (row) => row.trouble || "-" },
];

export function groupWhy(answer: GroupExplanation, paint: Paint): string[] {
  const { summary, why, next } = answer;
  return [
    `${paint("bold", summary.group)} is ${summary.phase}, ${summary.mode}, epoch ${summary.epoch}`,
    ...why.map((words) => `  ${oneLine(words)}`),
    ...nextLines(next, paint),
    ...(summary.candidates.length === 0 ? [] : [""]),
    ...summary.candidates.map(
      ({ node, fit, refusals }) =>
        `${paint(fit ? "green" : "red", fit ? "fit" : "not")}  ${node}${fit ? ": could take over now" : `: ${oneLine(refusals.join(", "))}`}`,
    ),
  ];
}

function nextLines(
  next: readonly { readonly inMs: number | null; readonly what: string }[],
  paint: Paint,
): string[] {
  if (next.length === 0) return [];
  return [
    paint("dim", "NEXT"),
    ...next.map(({ inMs, what }) => `  ${inMs === null ? "" : `in ${inMs} ms: `}${oneLine(what)}`),
  ];
}

export interface Calibration {
  readonly node: string;
  readonly heartbeats: number;
  readonly set: { readonly law: string; readonly threshold: number };
  readonly rows: readonly Replay[];
}

export function calibrationLines(answer: Calibration, paint: Paint): string[] {
  const { node, heartbeats, set, rows } = answer;
  const isSet = (row: Replay): boolean => row.law === set.law && row.threshold === set.threshold;
  const columns: readonly Column<Replay>[] = [
    { title: "", cell: (row) => (isSet(row) ? "set" : "") },
    { title: "LAW", cell: (row) => row.law },
    { title: "SUSPECT", right: true, cell: (row) => String(row.threshold) },
    { title: "WRONG", right: true, cell: (row) => String(row.mistakes) },
    { title: "DETECTED AFTER", right: true, cell: (row) => `${row.detectionMs.mean.toFixed(0)} ms` },
    { title: "P99", right: true, cell: (row) => `${row.detectionMs.p99.toFixed(0)} ms` },
    { title: "WORST", right: true, cell: (row) => `${row.detectionMs.worst.toFixed(0)} ms` },
  ];
  return [
    `${node}: ${heartbeats} heartbeats, ${rows[0]?.judged ?? 0} of them judged; WRONG is how often it would have been suspected while it lived`,
    "",
    ...table(columns, rows, paint),
    "",
    adviceOf(rows, isSet),
  ];
}

/** The setting that would have been fastest without a mistake more than the one that is set. */
function adviceOf(rows: readonly Replay[], isSet: (row: Replay) => boolean): string {
  const now = rows.find(isSet);
  if (now === undefined || now.judged === 0) return "too few heartbeats to say more";
  const better = rows
    .filter((row) => row.mistakes <= now.mistakes && row.detectionMs.mean < now.detectionMs.mean)
    .sort((one, other) => one.detectionMs.mean - other.detectionMs.mean)[0];
  if (better === undefined) return "nothing here would have been faster without more mistakes";
  const gain = (now.detectionMs.mean - better.detectionMs.mean).toFixed(0);
  return `${better.law} at ${better.threshold} would have been ${gain} ms faster with ${better.mistakes} mistakes (set: ${now.mistakes}); so few heartbeats show no rare event, so look again over days`;
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(0)} s`;
}
