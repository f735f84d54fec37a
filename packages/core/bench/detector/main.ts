/**
 * How good is the failure detector? `pnpm bench detector` compares the learned law with eleven peers on invented traces,
 * says which targets it met, and with `--write` puts tables and a chart into `docs/`.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, release } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chart } from "./chart.ts";
import { type Comparison, compare, together } from "./comparison.ts";
import { costTargets } from "./costs.ts";
import { dayTargets, stallTarget } from "./observer.ts";
import { type Origin, kindTable, page, targetTable } from "./page.ts";
import { readTrace } from "./recorded.ts";
import { type Target, qualityTargets } from "./targets.ts";
import { type Kind, kinds, traceOf } from "./traces/kinds.ts";

/** Seeds on which the law was never run before it was settled. */
const JUDGING_SEEDS = [101, 102];
/** Those that it was tuned on. */
const TUNING_SEEDS = [1, 2];
const DOCS = join(import.meta.dirname, "../../../../docs");

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    tuning: { type: "boolean", default: false },
    days: { type: "string" },
    recording: { type: "string" },
    json: { type: "string" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const quietDays = Number(options.days ?? (options.quick ? 3 : 100));
const misplaced = options.write && (options.recording !== undefined || options.tuning || options.quick);
if (options.help || misplaced || !Number.isSafeInteger(quietDays) || quietDays < 1) {
  console.error(`usage: pnpm bench detector [--quick] [--tuning] [--days 100] [--recording FILE] [--json FILE] [--write]
--quick           a fifth of the heartbeats, fewer days: a look, no verdict
--tuning          on the seeds that the law was tuned on
--days            how many quiet node-days are simulated for target 5
--recording FILE  compares on what phi explain NODE --record FILE wrote, instead of invented traces
--write           writes docs/detector-figures.md and docs/detector-quality.svg; only from a whole run`);
  process.exit(2);
}

const machine = `${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores, Linux ${release()}, Node ${process.version}`;
const date = new Date().toISOString().slice(0, 10);
console.log(`${machine}, ${date}\n`);

const findings = options.recording === undefined ? invented() : recorded(options.recording);
for (const kind of findings.found) console.log(`${kindTable(kind)}\n`);
if (findings.targets.length > 0) console.log(targetTable(findings.targets));
const origin: Origin = {
  machine,
  date,
  command: `pnpm bench detector${options.quick ? " --quick" : ""}${options.days === undefined ? "" : ` --days ${quietDays}`}`,
  traces: findings.traces,
};
if (options.json !== undefined)
  writeFileSync(options.json, `${JSON.stringify({ ...origin, ...findings }, undefined, 2)}\n`);
if (options.write) {
  writeFileSync(join(DOCS, "detector-figures.md"), page(origin, findings.targets, findings.found));
  writeFileSync(join(DOCS, "detector-quality.svg"), chart(findings.found));
}

interface Findings {
  readonly found: readonly Comparison[];
  readonly targets: readonly Target[];
  readonly traces: string;
}

function invented(): Findings {
  const beats = options.quick ? 20_000 : 100_000;
  const seeds = options.tuning ? TUNING_SEEDS : JUDGING_SEEDS;
  const single = kinds.map((kind) => onSeeds(kind, seeds, beats));
  const found = single.map((each, index) => together(kinds[index]?.name ?? "", each));
  const targets = [
    ...qualityTargets(single.flat(), found),
    stallTarget(10_000),
    ...dayTargets(quietDays, options.quick ? 1 : 10),
    ...costTargets(),
  ];
  return { found, targets, traces: `${beats} heartbeats of each of the seeds ${seeds.join(" and ")}.` };
}

function onSeeds(kind: Kind, seeds: readonly number[], beats: number): readonly Comparison[] {
  process.stderr.write(`${kind.name}\n`);
  return seeds.map((seed) => compare(traceOf(kind, seed, beats)));
}

function recorded(file: string): Findings {
  try {
    return { found: [compare(readTrace(file))], targets: [], traces: `The recording ${file}.` };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
