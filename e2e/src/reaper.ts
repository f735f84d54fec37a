/**
 * A program that outlives the harness, to clean up after it. It waits for the end of its standard input, which comes
 * also when the harness was killed; then it ends every process that works inside the folder, and removes the folder.
 *
 *     node reaper.ts FOLDER
 */
import { readdirSync, readlinkSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const [, , folder = ""] = process.argv;
if (folder === "") throw new Error("usage: node reaper.ts FOLDER");

// Ctrl-C reaches the whole terminal; the reaper's turn comes when the harness has ended.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

/** The processes whose working folder is the folder, or lies in it: everything that the harness started has one. */
function inhabitants(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && livesIn(pid));
}

function livesIn(pid: number): boolean {
  try {
    const home = readlinkSync(`/proc/${pid}/cwd`);
    return home === folder || home.startsWith(`${folder}/`);
  } catch {
    return false; // It has just ended, or is not ours.
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}

process.stdin.resume();
process.stdin.once("end", () => void reap());

async function reap(): Promise<void> {
  // Twice without an inhabitant: a process may have started another while it was being ended.
  for (let quiet = 0; quiet < 2;) {
    const found = inhabitants();
    found.forEach(kill);
    quiet = found.length === 0 ? quiet + 1 : 0;
    await sleep(20);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
