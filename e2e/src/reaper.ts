/**
 * A program that outlives the harness, to clean up after it. It waits for the end of its standard input, which comes
 * also when the harness was killed; then it removes the containers that are labelled with the folder's name, ends every
 * process that works inside the folder, removes the network namespaces that are named after it, and the folder.
 *
 *     node reaper.ts FOLDER
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
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

/** Containers and their network carry the folder's name as a label; a harness that has some leaves a mark. */
function removeContainers(): void {
  if (!existsSync(join(folder, "containers"))) return;
  const label = `label=phidelity.e2e=${basename(folder)}`;
  const docker = (...args: readonly string[]): string[] =>
    spawnSync("docker", args, { encoding: "utf8" })
      .stdout.trim()
      .split("\n")
      .filter((id) => id !== "");
  const containers = docker("ps", "--all", "--quiet", "--filter", label);
  if (containers.length > 0) docker("rm", "--force", "--volumes", ...containers);
  for (const network of docker("network", "ls", "--quiet", "--filter", label))
    docker("network", "rm", network);
}

/** Disks that were mounted for the folder. */
function unmountDisks(): void {
  const mounted = readFileSync("/proc/mounts", "utf8").split("\n");
  const places = mounted
    .map((line) => line.split(" ")[1] ?? "")
    .filter((place) => place.startsWith(`${folder}/`));
  for (const place of places) spawnSync("umount", ["--lazy", place], { stdio: "ignore" });
}

process.stdin.resume();
process.stdin.once("end", () => void reap());

async function reap(): Promise<void> {
  removeContainers();
  // Twice without an inhabitant: a process may have started another while it was being ended.
  for (let quiet = 0; quiet < 2;) {
    const found = inhabitants();
    found.forEach(kill);
    quiet = found.length === 0 ? quiet + 1 : 0;
    await sleep(20);
  }
  removeNamespaces();
  unmountDisks();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
