/**
 * Measures the time from a fault to writes accepted again, on real Redis servers: `pnpm bench failover`.
 *
 * Numbered writes go through all gates every 5 ms, and are tried again every 20 ms where a gate refuses, so the figures are
 * good to about that. Every run is also judged:
 * two actives at once, or a write that was acknowledged and is lost, end the measurement with exit status 1.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, release } from "node:os";
import { setTimeout as pass } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Cluster } from "../src/cluster.ts";
import keepCompiled from "../src/compile-cache.ts";
import type { Database } from "../src/database.ts";
import { Ordeal, silenceMs } from "../src/ordeal.ts";
import { redis } from "../src/redis-recipe.ts";
import { redisIsHere } from "../src/redis.ts";
import { type MeasuredFault, measuredFaults } from "./measured-faults.ts";
import { redisAlone } from "./redis-alone.ts";
import { median, table } from "./statistics.ts";

const GIVE_UP_MS = 30_000;
/** Runs before the first that counts: the programs of a cluster that has been up for days are compiled by then. */
const WARM_UP_RUNS = 5;
/** Between two faults: a cluster at rest has long done what comes after a failover, and its clients have been back for long. */
const REST_MS = 2_000;
const HEADING = ["fault", "median ms", "max ms", "target", ""] as const;

interface Figures {
  readonly fault: string;
  readonly timesMs: readonly number[];
  /** What the times are held against, in ms. */
  readonly limitMs: number;
  readonly target: string;
}

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    json: { type: "string" },
    only: { type: "string" },
    explain: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const runs = Number(options.runs);
const chosen = measuredFaults.filter(({ name }) => options.only === undefined || name === options.only);
if (options.help || !Number.isSafeInteger(runs) || runs < 1 || chosen.length === 0) {
  const names = measuredFaults.map(({ name }) => `"${name}"`).join(", ");
  console.error(
    `usage: pnpm bench failover [--runs 10] [--json FILE] [--only FAULT] [--explain]\n--explain prints the logs and events of a run that took too long\nfaults: ${names}`,
  );
  process.exit(2);
}
if (!redisIsHere()) process.exit(1);

const machine = {
  cpu: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  kernel: release(),
  node: process.version,
};
console.log(
  `${machine.cpu}, ${machine.cores} cores, Linux ${machine.kernel}, Node ${machine.node}; ${runs} runs each, after ${WARM_UP_RUNS} that do not count`,
);

const results: Figures[] = [];
const forget = keepCompiled();
try {
  for (const fault of chosen) results.push(...(await measure(fault)));
} finally {
  forget();
}

console.log(`\n${table([HEADING, ...results.map(rowOf)])}`);
if (options.json !== undefined) {
  writeFileSync(options.json, `${JSON.stringify({ machine, runs, results }, undefined, 2)}\n`);
}

async function measure(fault: MeasuredFault): Promise<Figures[]> {
  const own = fault.planned ? await redisAlone(runs) : [];
  const limitMs = fault.targetMs + (own.length === 0 ? 0 : median(own));
  const timesMs: number[] = [];
  const cluster = await Cluster.start("bench", redis);
  try {
    for (let run = 0; run < WARM_UP_RUNS; run += 1) await once(fault, cluster);
    for (let run = 0; run < runs; run += 1) {
      timesMs.push(await once(fault, cluster));
      const last = timesMs.at(-1) ?? 0;
      process.stderr.write(`${fault.name}: ${last.toFixed(0)} ms\n`);
      if (options.explain && last > limitMs) process.stderr.write(`${await cluster.diagnosis()}\n`);
    }
  } catch (error) {
    console.error(await cluster.diagnosis());
    throw error;
  } finally {
    await cluster.stop();
  }
  const alone = { fault: "  of which Redis alone", timesMs: own, limitMs: Number.NaN, target: "" };
  return [
    { fault: fault.name, timesMs, limitMs, target: fault.target },
    ...(own.length === 0 ? [] : [alone]),
  ];
}

/** One fault, from a cluster at rest to a cluster at rest; gives the time that counts. */
async function once(fault: MeasuredFault, cluster: Cluster<Database>): Promise<number> {
  await cluster.settled(GIVE_UP_MS);
  const ordeal = await Ordeal.begin(cluster);
  await pass(REST_MS);
  const sinceFaultMs = await ordeal.untilWritable(() => fault.strike(ordeal.old, cluster), GIVE_UP_MS);
  await fault.heal(ordeal.old);
  const { active, writes, verdict } = await ordeal.end();
  const { overlaps, phantoms, lost } = verdict;
  if (overlaps.length + phantoms.length + lost.length > 0) {
    throw new Error(`unsafe: ${JSON.stringify({ overlaps, phantoms, lost })}`);
  }
  return fault.planned ? silenceMs(writes, `${active.address}:${active.database.port}`) : sinceFaultMs;
}

function rowOf({ fault, timesMs, limitMs, target }: Figures): readonly string[] {
  const max = Math.max(...timesMs);
  const verdict = Number.isNaN(limitMs) ? "" : max <= limitMs ? "met" : `missed (${limitMs.toFixed(0)} ms)`;
  return [fault, median(timesMs).toFixed(1), max.toFixed(1), target, verdict];
}
