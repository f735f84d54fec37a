/**
 * Before the first end-to-end test: the programs' modules are compiled once, as on a host on which they ran before. A
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
  // The cache is written when a program ends in order, which the daemons of these tests seldom do.
  for (const main of [COORDINATOR_MAIN, NODE_MAIN]) execFileSync(process.execPath, [main, "--version"]);
  return () => rmSync(folder, { recursive: true, force: true });
}
