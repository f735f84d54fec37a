/**
 * Loaded into a program before its own code (`--import`): on SIGUSR2 its main loop is held up for as many ms as the file
 * says that `BUSY_MS_FILE` names. It sleeps rather than spins, so that the other programs keep the processor.
 */
import { readFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env["BUSY_MS_FILE"];

if (isMainThread && file !== undefined) {
  const nobodyWrites = new Int32Array(new SharedArrayBuffer(4));
  process.on("SIGUSR2", () => void Atomics.wait(nobodyWrites, 0, 0, Number(readFileSync(file, "utf8"))));
}
