/**
 * Before the first end-to-end test or measurement: the programs' modules are compiled once, as on a host on which they ran before. A
 * daemon that starts again is then back in half the time, which is what the tests of restarts are about.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COORDINATOR_MAIN, NODE_MAIN } from "./paths.ts";

/** Vitest calls it once, before it starts the processes that run the tests, and what it returns after them. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "phi-compile-cache-"));
  process.env["NODE_COMPILE_CACHE"] = folder;
  // The daemons write it 10 s after their start, which those of a test seldom live to see.
  for (const main of [COORDINATOR_MAIN, NODE_MAIN]) execFileSync(process.execPath, [main, "--version"]);
  return () => rmSync(folder, { recursive: true, force: true });
}
