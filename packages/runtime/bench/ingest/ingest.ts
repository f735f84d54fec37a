/**
 * Measures what a heartbeat costs the whole coordinator: `pnpm bench ingest`.
 *
 * The real program is held against a bare `ws` server in a process of its own that receives and decodes the same
 * heartbeats from the same load, and does nothing else; for information also against one that answers each. What counts
 * is processor time by the kernel's account, not time on the wall, and the ratio within one round.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release } from "node:os";
import { parseArgs } from "node:util";
import { FULL_INTERVAL_MS, type Figures, type Machine, linesOf, pageOf } from "./figures.ts";
import { Lane, type Load, type Sample } from "./lane.ts";
import type { Kind } from "./servers.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { type Storm, measureStorm, unwanted } from "./storm.ts";

/** How one number of nodes is measured. */
interface Plan extends Load {
  readonly kinds: readonly Kind[];
  /** In each the servers run one after the other: on its host a coordinator shares the cores with no other server. */
  readonly rounds: number;
  readonly warmMs: number;
  readonly windowMs: number;
}

/** At a heartbeat a second each a small machine has room beside them for what else a coordinator has to do: a storm. */
const MANY: Load = { nodes: 10_000, intervalMs: 1_000 };
/** At four they and the program that sends for them nearly fill two cores, and with a server that answers each, more. */
const MANY_AND_OFTEN: Load = { nodes: 10_000, intervalMs: FULL_INTERVAL_MS };
/** A machine that others share is faster in one minute than in the next: what is held against each other is measured one behind the other. */
const KINDS: readonly Kind[] = ["bare", "coordinator", "echo"];
const FULL: readonly Plan[] = [
  { nodes: 100, intervalMs: FULL_INTERVAL_MS, kinds: KINDS, rounds: 3, warmMs: 10_000, windowMs: 4_000 },
  { nodes: 1_000, intervalMs: FULL_INTERVAL_MS, kinds: KINDS, rounds: 7, warmMs: 6_000, windowMs: 4_000 },
  { ...MANY, kinds: KINDS, rounds: 5, warmMs: 8_000, windowMs: 4_000 },
  { ...MANY_AND_OFTEN, kinds: ["bare", "coordinator"], rounds: 3, warmMs: 8_000, windowMs: 8_000 },
];
const QUICK: readonly Plan[] = [
  { nodes: 100, intervalMs: FULL_INTERVAL_MS, kinds: KINDS, rounds: 3, warmMs: 3_000, windowMs: 2_000 },
  { nodes: 1_000, intervalMs: FULL_INTERVAL_MS, kinds: KINDS, rounds: 3, warmMs: 3_000, windowMs: 2_000 },
];
const PAGE = new URL("../../../../docs/ingest.md", import.meta.url);

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    nodes: { type: "string" },
    storm: { type: "boolean", default: false },
    json: { type: "string" },
    write: { type: "boolean", default: false },
    profile: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.error(
    `usage: pnpm bench ingest [--quick] [--nodes N] [--storm] [--json FILE] [--write] [--profile FOLDER]
about sixteen minutes on a quiet machine; ${MANY.nodes} connections want ulimit -n of ${MANY.nodes + 100} or more
--quick    up to 1,000 nodes, and fewer windows
--nodes    this number of nodes alone
--storm    the reconnect storm alone
--write    also writes docs/ingest.md
--profile  also writes processor profiles of the coordinator`,
  );
  process.exit(2);
}

const machine: Machine = {
  cpu: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  kernel: release(),
  node: process.version,
  load: loadavg()[0] ?? 0,
  date: new Date().toISOString().slice(0, 10),
};
const all = options.quick ? QUICK : FULL;
const plans = options.storm
  ? []
  : all.filter(({ nodes }) => options.nodes === undefined || nodes === Number(options.nodes));
const results: Figures[] = [];
for (const plan of plans) {
  results.push(...(await measure(plan)));
  console.log(linesOf(results.slice(-plan.kinds.length)));
}
const withStorm = options.storm || (!options.quick && options.nodes === undefined);
const storm: Storm | undefined = withStorm ? await measureStorm(MANY) : undefined;
console.log(pageOf(machine, results, storm));
if (options.write) writeFileSync(PAGE, pageOf(machine, results, storm));
if (options.json !== undefined) {
  const plain = storm && { ...storm, events: Object.fromEntries(storm.events) };
  writeFileSync(options.json, `${JSON.stringify({ machine, results, storm: plain }, undefined, 2)}\n`);
}

async function measure(plan: Plan): Promise<readonly Figures[]> {
  const found = new Map<Kind, { samples: Sample[]; heaps: number[]; suspicions: number }>(
    plan.kinds.map((kind) => [kind, { samples: [], heaps: [], suspicions: 0 }]),
  );
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [kind, one] of found) {
      const lane = await Lane.start(kind, plan, options.profile);
      try {
        await sleep(plan.warmMs);
        one.samples.push(await lane.window(plan.windowMs));
        one.heaps.push(await lane.heapKibPerNode());
        one.suspicions += unwanted(lane.server.events());
      } finally {
        await lane.end();
      }
    }
    process.stderr.write(`${plan.nodes} nodes: round ${round + 1} of ${plan.rounds} measured\n`);
  }
  const bare = found.get("bare")?.samples ?? [];
  const { nodes, intervalMs } = plan;
  return [...found].map(([kind, one]) => ({ kind, nodes, intervalMs, bare, ...one }));
}
