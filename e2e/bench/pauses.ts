/**
 * What must move nothing, on Redis in containers: `pnpm bench pauses`. The active's daemon and database are frozen for
 * a quarter, half and three quarters of the lease, again and again; then four busy processes on its host vie with them
 * for the processors, for a minute. Ends with exit status 1 where anything failed over.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ContainerCluster, DAEMON } from "../src/containers/container-cluster.ts";
import { engineIsHere } from "../src/containers/engine.ts";
import { Trial } from "../src/containers/trial.ts";
import { cpuBusy } from "../src/faults/cpu.ts";
import { Faults } from "../src/faults/faults.ts";
import { frozen } from "../src/faults/processes.ts";
import { redisKit } from "../src/kits/redis-kit.ts";
import { clockMs } from "../src/until.ts";
import { PAUSE_HEADING, pauseRow } from "./matrix-page.ts";
import { type Pause, circumstances, record } from "./matrix-record.ts";
import { table } from "./statistics.ts";

const LEASE_MS = 2_000;
const SETTLES_WITHIN_MS = 60_000;
const BUSY_MS = 60_000;
const BUSY_PROCESSES = 4;

type Figures = Pick<Pause, "name" | "outagesMs" | "failovers" | "longestMs">;

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const runs = Number(options.runs);
if (options.help || !Number.isSafeInteger(runs) || runs < 1) {
  console.error(
    "usage: pnpm bench pauses [--runs 10] [--write]\n--write puts the figures into docs/matrix.jsonl and docs/matrix.md",
  );
  process.exit(2);
}
if (!engineIsHere()) process.exit(1);

const cluster = await ContainerCluster.start(redisKit, "pauses");
const results: Pause[] = [];
try {
  for (const share of [0.25, 0.5, 0.75]) await note(await frozenFor(share));
  await note(await starved());
} catch (error) {
  console.error(await cluster.diagnosis());
  throw error;
} finally {
  await cluster.stop();
}
console.log(table([PAUSE_HEADING, ...results.map(pauseRow)]));
process.exitCode = results.some(({ failovers }) => failovers > 0) ? 1 : 0;

async function note(figures: Figures): Promise<void> {
  const pause: Pause = { kind: "pause", ...figures, ...(await circumstances(redisKit.version())) };
  results.push(pause);
  if (options.write) record(pause, []);
}

async function frozenFor(share: number): Promise<Figures> {
  const outagesMs: number[] = [];
  let failovers = 0;
  let longestMs = 0;
  for (let run = 0; run < runs; run += 1) {
    const { outageMs, moved, lastedMs } = await paused(async (faults, { old }) => {
      await faults.begin(frozen(old, redisKit.processes, DAEMON));
      await sleep(share * LEASE_MS);
    });
    outagesMs.push(outageMs);
    failovers += moved ? 1 : 0;
    longestMs = Math.max(longestMs, lastedMs);
  }
  return { name: `frozen for ${100 * share} % of the lease`, outagesMs, failovers, longestMs };
}

async function starved(): Promise<Figures> {
  const { outageMs, moved, lastedMs } = await paused(async (faults, { old }) => {
    await faults.begin(cpuBusy(old, BUSY_PROCESSES));
    await sleep(BUSY_MS);
  });
  const name = `${BUSY_PROCESSES} busy processes on its host`;
  return { name, outagesMs: [outageMs], failovers: moved ? 1 : 0, longestMs: lastedMs };
}

async function paused(
  pause: (faults: Faults, trial: Trial) => Promise<void>,
): Promise<{ readonly outageMs: number; readonly moved: boolean; readonly lastedMs: number }> {
  const trial = await Trial.begin(cluster, SETTLES_WITHIN_MS);
  const faults = new Faults();
  try {
    const begunAt = clockMs();
    await trial.strike(() => pause(faults, trial));
    await faults.undo();
    const lastedMs = clockMs() - begunAt;
    await trial.watched(LEASE_MS);
    const { verdict, outageMs } = await trial.end(SETTLES_WITHIN_MS);
    const { overlaps, phantoms, lost } = verdict;
    const moved = (await cluster.epoch()) !== trial.epoch;
    if (overlaps.length + phantoms.length > 0 || (lost.length > 0 && !moved))
      throw new Error(`unsafe: ${JSON.stringify({ overlaps, phantoms, lost })}`);
    process.stderr.write(
      `${lastedMs.toFixed(0)} ms: outage ${outageMs.toFixed(0)} ms${moved ? ", FAILED OVER" : ""}\n`,
    );
    return { outageMs, moved, lastedMs };
  } finally {
    await trial.stop();
    await faults.undo();
  }
}
