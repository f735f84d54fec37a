/**
 * Loaded into a program before its own code (`--import`): on SIGUSR2 its main loop does nothing else for as many ms as
 * the file says that `BUSY_MS_FILE` names.
 */
import { readFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env["BUSY_MS_FILE"];

if (isMainThread && file !== undefined) {
  process.on("SIGUSR2", () => {
    const end = performance.now() + Number(readFileSync(file, "utf8"));
    while (performance.now() < end);
  });
}
