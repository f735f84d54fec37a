/**
 * All tests, or with `--quick` the fast part of them. Each stage shows its own output; the last line counts everything.
 * Exit status 1 if anything failed. With CI=true what was skipped counts as failed.
 */
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { runStage } from "./test/stage.ts";
import { POSTGRESQL_PROGRAMS, allStages, lacking } from "./test/stages.ts";
import { type Tally, closingLine, nothing, plus, strict } from "./test/tally.ts";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
// Programs of this repository first, and above all its own Node.
process.env["PATH"] = [join(root, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter);

const stages = allStages(root).filter((stage) => stage.quick || !values.quick);
let tally: Tally = nothing;
for (const [index, stage] of stages.entries()) {
  const found = await runStage(stage, root);
  tally = plus(tally, found);
  if (found.failed > 0 && stage.stopsAll === true) {
    const left = stages.slice(index + 1);
    process.stdout.write(`SKIPPED, since ${stage.name} failed: ${left.map(({ name }) => name).join(", ")}\n`);
    tally = plus(tally, { ...nothing, skipped: left.length });
    break;
  }
}

process.stdout.write("\n");
const programs = [process.env["PATH"], POSTGRESQL_PROGRAMS].join(delimiter);
for (const line of lacking(programs)) process.stdout.write(`${line}\n`);
const counted = strict(tally, process.env["CI"] === "true");
process.stdout.write(`${closingLine(counted)}\n`);
process.exitCode = counted.failed > 0 ? 1 : 0;
