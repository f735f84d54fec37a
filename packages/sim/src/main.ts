/**
 * `pnpm sim`: one run of a seed, or a swarm of them, on all cores.
 *
 * Exit status 0: every promise held. 1: one was broken (the command that shows it again is printed), or a planted bug was
 * not found. 2: wrong usage.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { endure } from "./endurance.ts";
import { type Mutant, mutantOf, mutants } from "./mutants.ts";
import { searchRows, writeRows } from "./mutant-table.ts";
import { faithful } from "./rules.ts";
import { type RunResult, runSeed } from "./run.ts";
import { playScenario } from "./scenario.ts";
import { shrunk } from "./shrink.ts";
import { type SwarmSum, joined, noSeeds } from "./swarm.ts";

const STEPS = 2_000;
/** Seeds that a worker is given at once. */
const CHUNK = 50;
/** How many broken seeds are told in full. */
const TOLD_MAX = 5;

const usage = `usage: sim --seed N [--steps M] [--trace] [--mutant NAME]
       sim --seeds A..B [--steps M] [--mutant NAME]
       sim --scenario FILE
       sim --mutants
       sim --hours H [--nodes N] [--loss P] [--resent P] [--seed N]
  --seed     runs one seed; with --trace every step is printed
  --seeds    runs many, on all cores, and sums them up
  --steps    steps under faults before the calm (default ${STEPS})
  --scenario plays a story of scenarios/ and prints its trace
  --shrink   looks for fewer steps and fewer faults that still break the same promise
  --hours    nobody dies for so long, whom do we wrong? --loss: the share of messages that is lost;
             --resent: the share of packets that is lost, and that TCP sends again after 200 ms, 600 ms and so on
  --mutants  looks for the first seed that shows each planted bug, and writes the table of docs/simulator.md
  --mutant   runs wrong rules, to see them caught: ${mutants.map((one) => one.name).join(", ")}
`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<number> {
  const options = {
    seed: { type: "string" },
    seeds: { type: "string" },
    steps: { type: "string", default: String(STEPS) },
    trace: { type: "boolean", default: false },
    shrink: { type: "boolean", default: false },
    mutant: { type: "string" },
    mutants: { type: "boolean", default: false },
    scenario: { type: "string" },
    hours: { type: "string" },
    nodes: { type: "string", default: "3" },
    loss: { type: "string", default: "0" },
    resent: { type: "string", default: "0" },
    help: { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) {
    say(usage);
    return 0;
  }
  if (values.mutants) return updateTable();
  if (values.scenario !== undefined) return playFile(values.scenario);
  if (values.hours !== undefined) return runLong(values.hours, values);
  const steps = wholeNumber(values.steps);
  const seed = values.seed === undefined ? undefined : wholeNumber(values.seed);
  const range = values.seeds === undefined ? undefined : rangeOf(values.seeds);
  const mutant = values.mutant === undefined ? undefined : mutantOf(values.mutant);
  const isWrong = steps === undefined || (seed === undefined) === (range === undefined);
  if (isWrong || (values.mutant !== undefined && mutant === undefined)) {
    process.stderr.write(usage);
    return 2;
  }
  if (seed !== undefined) return runOne(seed, steps, values, mutant);
  return range === undefined ? 2 : runMany(range, steps, mutant);
}

async function updateTable(): Promise<number> {
  const rows = await searchRows(STEPS, ({ name, seed, checker }) => say(`${name}: seed ${seed}, ${checker}`));
  writeRows(rows);
  return rows.every(({ seed }) => seed > 0) ? 0 : 1;
}

function playFile(path: string): number {
  const { trace, unmet } = playScenario(readFileSync(path, "utf8"));
  process.stdout.write(trace);
  for (const expected of unmet) say(`not as told: expect ${expected}`);
  return unmet.length === 0 ? 0 : 1;
}

function runLong(
  hoursAsked: string,
  asked: { readonly nodes: string; readonly loss: string; readonly resent: string; readonly seed?: string },
): number {
  const hours = wholeNumber(hoursAsked) ?? 0;
  const nodes = wholeNumber(asked.nodes) ?? 0;
  const seed = wholeNumber(asked.seed ?? "1");
  const [loss, resent] = [shareOf(asked.loss), shareOf(asked.resent)];
  const isWrong = seed === undefined || loss === undefined || resent === undefined;
  if (isWrong || hours < 1 || nodes < 1 || nodes > 100) {
    process.stderr.write(usage);
    return 2;
  }
  const { failovers, down, suspected, unreachable } = endure({ nodes, hours, loss, resent, seed });
  say(
    `seed ${seed}: ${nodes} nodes for ${hours} h, ${loss * 100} % of all messages lost, ${resent * 100} % of all packets sent again, nobody died: ` +
      `${failovers} failovers, down ${down} times, suspected (and only asked) ${suspected} times, heard through a peer ${unreachable} times`,
  );
  return failovers + down === 0 ? 0 : 1;
}

function runOne(
  seed: number,
  steps: number,
  wishes: { readonly trace: boolean; readonly shrink: boolean },
  mutant: Mutant | undefined,
): number {
  const rules = mutant?.rules ?? faithful;
  const result = runSeed({ seed, steps, rules, ...(wishes.trace ? { write: say } : {}) });
  say(wordsOf(result));
  if (result.violation === undefined) return 0;
  say(replayOf(seed, steps, mutant));
  if (wishes.shrink) for (const line of shrunk({ seed, steps, rules })) say(line);
  return 1;
}

async function runMany(
  range: { readonly first: number; readonly last: number },
  steps: number,
  mutant: Mutant | undefined,
): Promise<number> {
  const startedAt = process.hrtime.bigint();
  const workers = Math.min(availableParallelism(), Math.ceil((range.last - range.first + 1) / CHUNK));
  let next = range.first;
  const take = (): { readonly first: number; readonly last: number } | undefined => {
    if (next > range.last) return undefined;
    const first = next;
    next = Math.min(first + CHUNK, range.last + 1);
    return { first, last: next - 1 };
  };
  const sums = await Promise.all(Array.from({ length: workers }, () => workOff(take, steps, mutant)));
  const sum = sums.reduce(joined, noSeeds);
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
  for (const { seed, violation } of sum.broken.slice(0, TOLD_MAX)) {
    say(`seed ${seed} broke a promise: ${violation}\n  ${replayOf(seed, steps, mutant)}`);
  }
  say(
    `${sum.seeds} seeds, ${sum.steps} steps, ${sum.failovers} failovers, ${(sum.lengthMs / 3_600_000).toFixed(1)} h of ` +
      `invented time in ${seconds.toFixed(1)} s: ${sum.broken.length === 0 ? "every promise held" : `${sum.broken.length} broken`}`,
  );
  return sum.broken.length === 0 ? 0 : 1;
}

/** One worker runs chunk after chunk until none is left. */
function workOff(
  take: () => { readonly first: number; readonly last: number } | undefined,
  steps: number,
  mutant: Mutant | undefined,
): Promise<SwarmSum> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  return new Promise((resolve, reject) => {
    let sum = noSeeds;
    const give = (): void => {
      const chunk = take();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
      if (chunk !== undefined) return worker.postMessage({ ...chunk, steps, mutant: mutant?.name ?? "" });
      void worker.terminate();
      resolve(sum);
    };
    worker.on("message", (part: SwarmSum) => {
      sum = joined(sum, part);
      give();
    });
    worker.on("error", reject);
    give();
  });
}

function wordsOf(result: RunResult): string {
  const { seed, steps, failovers, lengthMs, violation } = result;
  const end = violation === undefined ? "every promise held" : `a promise was broken: ${violation}`;
  return `seed ${seed}: ${steps} steps, ${failovers} failovers, ${(lengthMs / 1_000).toFixed(1)} s of invented time: ${end}`;
}

function replayOf(seed: number, steps: number, mutant: Mutant | undefined): string {
  const wrong = mutant === undefined ? "" : ` --mutant ${mutant.name}`;
  return `replay: pnpm sim --seed ${seed} --steps ${steps} --trace${wrong}`;
}

function wholeNumber(text: string): number | undefined {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A probability below 1. */
function shareOf(text: string): number | undefined {
  return /^0(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function rangeOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const [first, last] = text.split("..").map(wholeNumber);
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

// Whoever reads only the first lines of a trace closes the pipe.
process.stdout.on("error", () => process.exit(1));
process.exitCode = await main();
