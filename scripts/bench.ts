/** Measurements: `pnpm bench failover`. What follows the name is for the measurement itself. */
import { spawn } from "node:child_process";
import { join } from "node:path";

const programs: Readonly<Record<string, string>> = {
  failover: "../e2e/bench/failover.ts",
  matrix: "../e2e/bench/matrix.ts",
  pauses: "../e2e/bench/pauses.ts",
  detector: "../packages/core/bench/detector/main.ts",
  ingest: "../packages/runtime/bench/ingest/ingest.ts",
  stops: "../e2e/bench/stops.ts",
};

const [, , name = "", ...args] = process.argv;
const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
if (program === undefined) {
  console.error(`usage: pnpm bench ${Object.keys(programs).join("|")} [--help]`);
  process.exit(2);
}
const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], { stdio: "inherit" });
// Ctrl-C reaches the child too; it cleans up, and its end is ours.
process.on("SIGINT", () => {});
child.on("exit", (code) => process.exit(code ?? 1));
