/**
 * Measures faults on real services, each host a container: `pnpm bench matrix`. Every cell is a fault on a kit.
 *
 * Clients outside and on the struck host write numbered values through every gate; each run is judged. Two actives at
 * once, a lost write where none may be, or a run that fails, end the measurement with exit status 1, and it goes on.
 */
import { parseArgs } from "node:util";
import { ContainerCluster } from "../src/containers/container-cluster.ts";
import { engineIsHere } from "../src/containers/engine.ts";
import type { Kit } from "../src/kits/kit.ts";
import { kits } from "../src/kits/kits.ts";
import { isUnsafe } from "./matrix-cells.ts";
import { type MatrixFault, matrixFaults } from "./matrix-faults.ts";
import { cellTable } from "./matrix-page.ts";
import { type Cell, cellName, circumstances, record } from "./matrix-record.ts";
import { type Run, runOnce } from "./matrix-run.ts";

const { values: options } = parseArgs({
  options: {
    kit: { type: "string", multiple: true },
    fault: { type: "string", multiple: true },
    runs: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const runs = Number(options.runs);
const chosenKits = chosen(kits, options.kit);
const chosenFaults = chosen(matrixFaults, options.fault);
if (
  options.help ||
  !Number.isSafeInteger(runs) ||
  runs < 1 ||
  chosenKits === undefined ||
  chosenFaults === undefined
) {
  const names = (all: readonly { readonly name: string }[]): string =>
    all.map(({ name }) => `"${name}"`).join(", ");
  console.error(
    `usage: pnpm bench matrix [--runs 5] [--kit KIT]... [--fault FAULT]... [--write]
--write puts each cell, as soon as it is measured, into docs/matrix.jsonl and docs/matrix.md
kits: ${names(kits)}
faults: ${names(matrixFaults)}`,
  );
  process.exit(2);
}
if (!engineIsHere()) process.exit(1);

const order = kits.flatMap((kit) => matrixFaults.map((fault) => cellName(kit.name, fault.name)));
const cells: Cell[] = [];
for (const kit of chosenKits) cells.push(...(await measureKit(kit, chosenFaults)));

console.log(`\n${cellTable(cells)}`);
process.exitCode = cells.some(isUnsafe) ? 1 : 0;

/** All faults on one cluster, which is made anew where a run left it unusable. */
async function measureKit(kit: Kit, faults: readonly MatrixFault[]): Promise<Cell[]> {
  let cluster: ContainerCluster | undefined;
  const found: Cell[] = [];
  try {
    for (const fault of faults) {
      const done: Run[] = [];
      const failures: string[] = [];
      for (let run = 0; run < runs; run += 1) {
        try {
          cluster ??= await ContainerCluster.start(kit, "matrix");
          const one = await runOnce(cluster, fault);
          done.push(one);
          process.stderr.write(`${kit.name}: ${fault.name}: ${wordsOf(one)}\n`);
        } catch (error) {
          failures.push(firstLines(error));
          process.stderr.write(`${kit.name}: ${fault.name}: FAILED\n${fullWordsOf(error)}\n`);
          await cluster?.stop();
          cluster = undefined;
        }
      }
      found.push(await noted(kit, fault, done, failures));
    }
  } finally {
    await cluster?.stop();
  }
  return found;
}

async function noted(
  kit: Kit,
  { name: fault }: MatrixFault,
  done: readonly Run[],
  failures: readonly string[],
): Promise<Cell> {
  const { name, title, keepsEverything } = kit;
  const about = await circumstances(kit.version());
  const cell: Cell = {
    kind: "cell",
    kit: name,
    title,
    keepsEverything,
    fault,
    runs: done,
    failures,
    ...about,
  };
  if (options.write) record(cell, order);
  return cell;
}

function wordsOf({ outageMs, lost, unsaid, overlaps, phantoms, acknowledged, rejoinedMs }: Run): string {
  const unsafe = [
    ...overlaps,
    ...phantoms.map((value) => `${value} is there and should not be`),
    ...unsaid.map((value) => `${value} is lost, and nobody said so`),
  ];
  const missing = lost.length === 0 ? "" : `, lost ${lost.slice(0, 10).join(", ")} (${lost.length})`;
  const trouble = unsafe.length === 0 ? "" : `, UNSAFE: ${unsafe.join("; ")}`;
  return `outage ${outageMs.toFixed(0)} ms, ${acknowledged} acknowledged${missing}, whole again ${rejoinedMs.toFixed(0)} ms later${trouble}`;
}

function firstLines(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? `: ${firstLines(error.cause)}` : "";
  return `${String(error).split("\n")[0] ?? ""}${cause}`;
}

function fullWordsOf(error: unknown): string {
  const cause =
    error instanceof Error && error.cause !== undefined ? `\ncause: ${fullWordsOf(error.cause)}` : "";
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}${cause}`;
}

/** Those that were named, or all; undefined where a name is unknown. */
function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  names: readonly string[] | undefined,
): readonly T[] | undefined {
  if (names === undefined) return all;
  if (!names.every((one) => all.some(({ name }) => name === one))) return undefined;
  return all.filter(({ name }) => names.includes(name));
}
