/**
 * A program that outlives the harness, to clean up after it. It waits for the end of its standard input, which comes
 * also when the harness was killed; then it ends every process that works inside the folder, removes the network
 * namespaces that are named after it, and the folder.
 *
 *     node reaper.ts FOLDER
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const [, , folder = ""] = process.argv;
const NAMESPACES = "/run/netns";
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

/** Network namespaces that were made for the folder have its name in front. */
function removeNamespaces(): void {
  const names = existsSync(NAMESPACES) ? readdirSync(NAMESPACES) : [];
  for (const name of names.filter((one) => one.startsWith(`${basename(folder)}-`))) {
    spawnSync("ip", ["netns", "del", name], { stdio: "ignore" });
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
  removeNamespaces();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
