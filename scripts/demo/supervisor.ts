import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoFolder } from "./folder.ts";

/** One program of the demo. */
export interface Part {
  readonly name: string;
  /** What Node is to run: a file and its arguments. */
  readonly args: readonly string[];
  /** From its end to its next start, in ms: long enough to watch what the others do meanwhile. */
  readonly restartAfterMs: number;
}

const STOP_WITHIN_MS = 8_000;

/** Starts the parts, says so when one ends, and starts it again. */
export class Supervisor {
  readonly #folder: DemoFolder;
  readonly #running = new Map<string, ChildProcess>();
  readonly #restarts = new Set<NodeJS.Timeout>();
  #stopping = false;

  constructor(folder: DemoFolder) {
    this.#folder = folder;
  }

  /** Starts a part, with a folder of its own to work in, which also takes its log. */
  start(part: Part): void {
    const home = join(this.#folder.path, part.name);
    mkdirSync(home, { recursive: true });
    const log = openSync(this.#logOf(part), "a");
    // Detached: Ctrl-C is for the demo alone, which then ends its parts in order.
    const child = spawn(process.execPath, part.args, {
      cwd: home,
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    const { pid } = child;
    if (pid === undefined) throw new Error(`${part.name} could not be started`);
    this.#folder.started(pid);
    this.#running.set(part.name, child);
    child.once("exit", (code, signal) => {
      this.#folder.ended(pid);
      this.#running.delete(part.name);
      if (!this.#stopping) this.#restart(part, pid, signal ?? `exit status ${String(code)}`);
    });
  }

  pidOf(name: string): number | undefined {
    return this.#running.get(name)?.pid;
  }

  /** Asks each part to end, in the order given, and ends by force what has not done so in time. */
  async stop(order: readonly (readonly string[])[]): Promise<void> {
    this.#stopping = true;
    for (const timer of this.#restarts) clearTimeout(timer);
    const force = setTimeout(() => this.kill(), STOP_WITHIN_MS);
    for (const names of order) {
      const children = names.flatMap((name) => this.#running.get(name) ?? []);
      await Promise.all(children.map(end));
    }
    clearTimeout(force);
  }

  kill(): void {
    for (const child of this.#running.values()) child.kill("SIGKILL");
  }

  #logOf(part: Part): string {
    return join(this.#folder.path, part.name, "log");
  }

  #restart(part: Part, pid: number, how: string): void {
    const seconds = part.restartAfterMs / 1_000;
    console.log(`${part.name} (pid ${pid}) has ended: ${how}. It starts again in ${seconds} s.`);
    // Killed from outside, it has nothing to say; ended by itself, it has said why.
    if (how.startsWith("exit")) console.log(`  its last words: ${lastLineOf(this.#logOf(part))}`);
    const timer = setTimeout(() => {
      this.#restarts.delete(timer);
      this.start(part);
      console.log(`${part.name} runs again, pid ${String(this.pidOf(part.name))}.`);
    }, part.restartAfterMs);
    this.#restarts.add(timer);
  }
}

function lastLineOf(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").at(-1)?.slice(0, 300) ?? "";
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  child.kill("SIGCONT"); // One that somebody froze has to wake up to end.
  await gone;
}
