/** Groups: one row each, or all that is known of one. */
import type { CandidateRow, GroupSummary } from "@phidelity/client";
import { age, size, wallTime } from "./figures.ts";
import type { Colour, Paint } from "./paint.ts";
import { oneLine } from "./paint.ts";
import { type Cell, type Column, table } from "./table.ts";

const LEVEL_COLOUR: Readonly<Record<string, Colour>> = {
  redundant: "green",
  atLimit: "yellow",
  below: "red",
};
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  redundant: "redundant",
  atLimit: "at limit",
  below: "below",
};

export interface GroupView {
  readonly wide: boolean;
  readonly nowMs: number;
  readonly paint: Paint;
}

/** Titles and one row a group; `wide` adds what happens next, and why. */
export function groupLines(groups: readonly GroupSummary[], view: GroupView): string[] {
  const columns: readonly Column<GroupSummary>[] = [
    { title: "GROUP", cell: (row) => row.group },
    { title: "MODE", cell: (row) => row.mode },
    { title: "PHASE", cell: phaseCell },
    { title: "ACTIVE", cell: (row) => activesOf(row) },
    { title: "EPOCH", right: true, cell: (row) => row.epoch },
    { title: "STANDBYS", cell: (row) => listed(row.standbys) },
    { title: "CAPACITY", cell: capacityCell },
    { title: "LAST FAILOVER", cell: (row) => lastMoveShort(row, view.nowMs) },
    { title: "FAILOVER NOW", cell: failoverCell },
  ];
  const more: readonly Column<GroupSummary>[] = [
    { title: "PAUSED", cell: (row) => pauseWords(row) },
    { title: "INCIDENT", cell: (row) => row.incident || "-" },
    { title: "NEXT", cell: (row) => row.next || "-" },
  ];
  return table(view.wide ? [...columns, ...more] : columns, groups, view.paint);
}

/** Everything of one group, a line a fact, and its candidates. */
export function groupPage(group: GroupSummary, view: GroupView): string[] {
  const { paint } = view;
  const facts: readonly (readonly [string, string])[] = [
    ["GROUP", `${group.group}, ${group.mode}`],
    ["PHASE", painted(phaseCell(group), paint)],
    ["ACTIVE", activeWords(group)],
    ["EPOCH", group.epoch],
    ["STANDBYS", listed(group.standbys)],
    ["CAPACITY", `${painted(capacityCell(group), paint)}: ${oneLine(group.capacity.why)}`],
    ["FAILOVER", failoverWords(group, paint)],
    ["PAUSED", pauseWords(group)],
    ["LAST FAILOVER", lastMoveLong(group, view.nowMs)],
    ["LEFT ALONE", blockWords(group)],
    ["INCIDENT", group.incident === "" ? "-" : paint("red", oneLine(group.incident))],
    ["NEXT", oneLine(group.next) || "-"],
  ];
  const width = Math.max(...facts.map(([title]) => title.length));
  const lines = facts.map(([title, words]) => `${paint("dim", title.padEnd(width))}  ${words}`);
  const candidates = group.candidates.length === 0 ? [] : ["", ...table(CANDIDATES, group.candidates, paint)];
  const steps = group.steps.length === 0 ? [] : ["", ...table(STEPS, group.steps, paint)];
  return [...lines, ...candidates, ...steps];
}

/** The account of what was done for the group's moves: see the hooks in the README. */
const STEPS: readonly Column<GroupSummary["steps"][number]>[] = [
  { title: "STEP", cell: (row) => row.step },
  { title: "EPOCH", right: true, cell: (row) => row.epoch },
  { title: "NODE", cell: (row) => row.node },
  {
    title: "OUTCOME",
    cell: (row) => (row.outcome === "failed" ? { text: "failed", colour: "red" } : row.outcome),
  },
  { title: "AT", cell: (row) => wallTime(new Date(row.atMs).toISOString()) },
];

const CANDIDATES: readonly Column<CandidateRow>[] = [
  { title: "CANDIDATE", cell: (row) => row.node },
  {
    title: "FIT",
    cell: (row) => (row.fit ? { text: "yes", colour: "green" } : { text: "no", colour: "red" }),
  },
  { title: "POSITION", right: true, cell: (row) => row.position ?? "-" },
  { title: "LAG", right: true, cell: (row) => (row.lagBytes === null ? "-" : size(Number(row.lagBytes))) },
  { title: "IN SYNC", cell: (row) => (row.inSync ? "yes" : "no") },
  { title: "PRIORITY", right: true, cell: (row) => String(row.priority) },
  { title: "WHY NOT", cell: (row) => listed(row.refusals) },
];

function phaseCell(group: GroupSummary): Cell {
  if (group.phase === "held") return { text: group.phase, colour: "red" };
  const calm = group.phase === "serving" || group.phase === "sharing";
  return calm ? { text: group.phase } : { text: group.phase, colour: "yellow" };
}

function capacityCell(group: GroupSummary): Cell {
  const { level, available, required, unit } = group.capacity;
  const text = `${LEVEL_WORDS[level] ?? level} ${available}/${required}${unit === "" ? "" : ` ${unit}`}`;
  const colour = LEVEL_COLOUR[level];
  return colour === undefined ? { text } : { text, colour };
}

function failoverCell(group: GroupSummary): Cell {
  const { possible, to, why } = group.failoverNow;
  if (possible) return { text: to === "" ? "yes" : `to ${to}`, colour: "green" };
  return { text: `no: ${why}`, colour: "red" };
}

function failoverWords(group: GroupSummary, paint: Paint): string {
  const { possible, to, why } = group.failoverNow;
  const target = to === "" ? "" : `, to ${to}`;
  if (!possible) return `${paint("red", "would not succeed now")}: ${oneLine(why)}${target}`;
  return paint("green", `would succeed now${target}`) + (why === "" ? "" : `: ${oneLine(why)}`);
}

function activesOf(group: GroupSummary): string {
  if (group.mode === "active-active") return listed(group.serve);
  return group.active === "" ? "-" : group.active;
}

function activeWords(group: GroupSummary): string {
  if (group.mode === "active-active") return listed(group.serve);
  if (group.active === "") return "nobody";
  const address = group.activeAddress === "" ? "" : ` at ${oneLine(group.activeAddress)}`;
  const lease = group.leaseLeftMs > 0 ? `, lease ends in ${group.leaseLeftMs} ms unless renewed` : "";
  return `${group.active}${address}, ${group.serving ? "serves" : "does not serve yet"}${lease}`;
}

function pauseWords(group: GroupSummary): string {
  if (group.paused === null) return "-";
  const { by, reason, untilMs } = group.paused;
  const end = untilMs === 0 ? "until resumed" : `until ${wallTime(new Date(untilMs).toISOString())}`;
  return oneLine(`by ${by}, ${end}${reason === "" ? "" : `: ${reason}`}`);
}

function blockWords({ group, blocks }: GroupSummary): string {
  if (blocks.length === 0) return "-";
  const words = blocks.map(
    ({ node, forMs, failures, why }) =>
      `${node} for ${Math.ceil(forMs / 1_000)} s more, failures in a row: ${failures}: ${why}`,
  );
  return oneLine(`${words.join("; ")} (phi ack ${group} lifts that)`);
}

function lastMoveShort({ lastMove }: GroupSummary, nowMs: number): string {
  return lastMove === null ? "-" : `${lastMove.kind} ${age(lastMove.atMs, nowMs)} ago`;
}

function lastMoveLong({ lastMove }: GroupSummary, nowMs: number): string {
  if (lastMove === null) return "-";
  const { kind, because, from, to, epoch, atMs, tookMs } = lastMove;
  const way = `${from === "" ? "" : `from ${from} `}to ${to === "" ? "nobody" : to}`;
  return oneLine(
    `${kind} ${way}, epoch ${epoch}, ${age(atMs, nowMs)} ago, took ${tookMs.toFixed(0)} ms: ${because}`,
  );
}

function painted(cell: Cell, paint: Paint): string {
  return cell.colour === undefined ? oneLine(cell.text) : paint(cell.colour, oneLine(cell.text));
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "-" : names.join(", ");
}
