/** The figures as a table, and the page in `docs` that holds them. */
import type { Load, Sample } from "./lane.ts";
import { LEASE_INTERVALS, groupsOf } from "./node.ts";
import type { Kind } from "./servers.ts";
import { type Storm, TOO_LATE, UNWANTED, unwanted } from "./storm.ts";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly kernel: string;
  readonly node: string;
  /** How many processes wanted a core when it began. */
  readonly load: number;
  readonly date: string;
}

/** What was measured of one server with so many nodes; the n-th sample is of the same round as the n-th of the bare server. */
export interface Figures extends Load {
  readonly kind: Kind;
  readonly samples: readonly Sample[];
  readonly bare: readonly Sample[];
  readonly heaps: readonly number[];
  /** How often a node was suspected or called down, though all lived, from the first connection on. */
  readonly suspicions: number;
}

const RATIO_MAX = 1.5;
const CORE_PERCENT_MAX = 60;
const RSS_MB_MAX = 300;
/** From so many nodes on the ratio has a target. */
const TARGET_NODES = 1_000;
const MANY_NODES = 10_000;
/** What the targets of a whole core ask for. */
export const FULL_INTERVAL_MS = 250;
const HEARTBEATS_PER_SECOND = 1_000 / FULL_INTERVAL_MS;
/** Of the heartbeats that were due; below it the machine was too busy to send them. */
const FULL_SHARE = 0.95;

const HEADING = [
  "nodes",
  "server",
  "CPU a heartbeat, µs",
  "of which user",
  "to bare",
  "heartbeats/s",
  "one core, %",
  "RSS, MB",
  "heap a node, KiB",
  "loop delay p99, ms",
] as const;

const NAMES: Readonly<Record<Kind, string>> = {
  bare: "bare `ws`, decodes",
  echo: "the same, answers each",
  coordinator: "**phi-coordinator**",
};

/** Rows of a table in Markdown, with its heading. */
export function linesOf(results: readonly Figures[]): string {
  const rows = results.map(rowOf);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(HEADING), line(HEADING.map((_, at) => (at === 1 ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}

function rowOf(figures: Figures): readonly string[] {
  const { kind, nodes, samples, heaps } = figures;
  const of = (pick: (sample: Sample) => number): number => median(samples.map(pick));
  return [
    nodes.toLocaleString("en"),
    NAMES[kind],
    of((one) => one.cpuUsPerHeartbeat).toFixed(1),
    of((one) => one.userUsPerHeartbeat).toFixed(1),
    ratioOf(figures).toFixed(2),
    Math.round(of((one) => one.heartbeatsPerSecond)).toLocaleString("en"),
    of((one) => one.corePercent).toFixed(1),
    of((one) => one.rssMb).toFixed(0),
    median(heaps).toFixed(1),
    of((one) => one.delayP99Ms).toFixed(1),
  ];
}

/** The median of the ratios within one round. */
function ratioOf({ samples, bare }: Figures): number {
  return median(
    samples.map((sample, at) => sample.cpuUsPerHeartbeat / (bare[at]?.cpuUsPerHeartbeat ?? Number.NaN)),
  );
}

/** The whole page. */
export function pageOf(machine: Machine, results: readonly Figures[], storm: Storm | undefined): string {
  return `# What a heartbeat costs

Written by \`npx pnpm@12 bench ingest --write\`; not by hand. ${machine.date}, ${machine.cpu}, ${machine.cores} cores, Linux
${machine.kernel}, Node ${machine.node}; ${machine.load.toFixed(0)} other processes wanted those cores when it began.

Nodes are real WebSocket connections on loopback from a process of their own, each with a heartbeat every 250 ms, and
10,000 also with one every second, spread evenly. Groups have three members, so that every third heartbeat renews a lease; the
coordinator acks these, and where there are 256 nodes or more every second of them, and of the others, which have nothing
to say, every sixth. It runs as it does in production, with its store in memory where there is a disk of memory: no disk has
a part in a heartbeat. The bare server only receives and decodes, in a process of its own, from the same load. Processor time
is the kernel's account of the whole process, user and system. The servers run in turn, round by round, each with its load
alone; all figures are medians over the rounds, the ratio that of figures of one round.

${linesOf(results)}

${verdictsOf(results, storm)
  .map((line) => `- ${line}`)
  .join("\n")}
`;
}

function verdictsOf(results: readonly Figures[], storm: Storm | undefined): readonly string[] {
  const coordinators = results.filter(({ kind, nodes }) => kind === "coordinator" && nodes >= TARGET_NODES);
  const ratios = coordinators.map((figures) => {
    const ratio = ratioOf(figures);
    return `${loadOf(figures)}, CPU a heartbeat to that of the bare server: ${ratio.toFixed(2)}, target ${RATIO_MAX}: ${met(ratio, RATIO_MAX)}`;
  });
  const often = coordinators.filter(({ intervalMs }) => intervalMs === FULL_INTERVAL_MS);
  const many = often.filter(({ nodes }) => nodes >= MANY_NODES).flatMap(totalsOf);
  return [...ratios, ...often.map(capacityOf), ...many, ...(storm === undefined ? [] : [stormLine(storm)])];
}

function loadOf({ nodes, intervalMs }: Load): string {
  return `${nodes.toLocaleString("en")} nodes with a heartbeat every ${intervalMs} ms`;
}

/** What they take of one core, and of the memory. */
function totalsOf(figures: Figures): readonly string[] {
  const { nodes, samples, bare, suspicions } = figures;
  const core = median(samples.map((one) => one.corePercent));
  const bareCore = median(bare.map((one) => one.corePercent));
  const rss = median(samples.map((one) => one.rssMb));
  const share = median(samples.map((one) => one.heartbeatsPerSecond)) / (nodes * HEARTBEATS_PER_SECOND);
  return [
    ...(share < FULL_SHARE ? [shortfallOf(nodes, share)] : []),
    `${loadOf(figures)}: ${core.toFixed(0)} % of one core, target ${CORE_PERCENT_MAX} %: ${met(core, CORE_PERCENT_MAX)}; the bare server alone takes ${bareCore.toFixed(0)} %`,
    `the same, memory: ${rss.toFixed(0)} MB, target ${RSS_MB_MAX} MB: ${met(rss, RSS_MB_MAX)}`,
    `the same, nodes suspected or called down in all ${samples.length} rounds, from the first connection on: ${suspicions}, target 0: ${met(suspicions, 0)}`,
  ];
}

/** The rate is the load's own: what it could not send, no coordinator could take. */
function shortfallOf(nodes: number, share: number): string {
  return `${nodes.toLocaleString("en")} nodes: the load, which shares the machine with the coordinator, sent ${(100 * share).toFixed(0)} % of its heartbeats`;
}

/** At a cost that grows with the number of nodes, this is a little less than what fewer nodes would allow. */
function capacityOf({ nodes, samples }: Figures): string {
  const costUs = median(samples.map((one) => one.cpuUsPerHeartbeat));
  const most = Math.floor(1e6 / costUs / HEARTBEATS_PER_SECOND / 100) * 100;
  return `at what a heartbeat costs with ${nodes.toLocaleString("en")} nodes, one core is full with ${most.toLocaleString("en")}`;
}

function stormLine({ nodes, intervalMs, backMs, settledMs, delayMaxMs, events }: Storm): string {
  const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
  const each = UNWANTED.map((type) => `${events.get(type) ?? 0} ${type}`);
  return (
    `${nodes.toLocaleString("en")} connections, with a heartbeat every ${intervalMs} ms each, are reset at one instant, and the nodes return as daemons do: all were back after ` +
    `${seconds(backMs)} s and settled after ${seconds(settledMs)} s, the loop stood still for ${delayMaxMs.toFixed(0)} ms at most; ` +
    `${each.join(", ")}, target 0: ${met(unwanted(events), 0)}; of ${groupsOf(nodes).toLocaleString("en")} groups ${events.get(TOO_LATE) ?? 0} moved, since their holder was let in when its lease of ${seconds(LEASE_INTERVALS * intervalMs)} s had ended`
  );
}

function met(figure: number, most: number): string {
  return figure <= most ? "met" : "**missed**";
}

/** The middle of the values, or the mean of the two that are in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
