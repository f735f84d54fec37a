/**
 * A program that outlives the demo, to clean up after it also when it is killed. On its standard input it reads
 * which processes there are, `+PID` and `-PID` a line; at the end of the input it ends those that are left, and
 * removes the folder.
 *
 *     node keeper.ts FOLDER
 */
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";

const [, , folder = ""] = process.argv;
if (folder === "") throw new Error("usage: node keeper.ts FOLDER");

// Ctrl-C reaches every process of the terminal; the keeper's turn comes when the demo has ended.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

const pids = new Set<number>();
createInterface({ input: process.stdin })
  .on("line", (line) => {
    const pid = Number(line.slice(1));
    if (line.startsWith("+")) pids.add(pid);
    else pids.delete(pid);
  })
  .once("close", () => {
    pids.forEach(kill);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
