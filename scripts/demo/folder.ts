import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Everything the demo writes. The CLI looks for `coordinator-url` in it. */
export const DEMO_FOLDER: string = join(tmpdir(), "phidelity-demo");

/** The demo's folder, held by one demo at a time. It goes with all of the demo's processes, however the demo ends. */
export class DemoFolder {
  readonly path: string = DEMO_FOLDER;
  readonly #keeper: ChildProcess;

  private constructor() {
    const file = join(import.meta.dirname, "keeper.ts");
    this.#keeper = spawn(process.execPath, [file, this.path], {
      stdio: ["pipe", "ignore", "inherit"],
      detached: true,
    });
    this.#keeper.stdin?.on("error", () => {}); // A keeper that somebody killed keeps nothing; the demo goes on.
  }

  /** Takes the folder; undefined, with the other's process id, where another demo has it. */
  static take(): DemoFolder | { readonly heldBy: number } {
    const held = holderOf(DEMO_FOLDER);
    if (held !== undefined) return { heldBy: held };
    rmSync(DEMO_FOLDER, { recursive: true, force: true });
    mkdirSync(DEMO_FOLDER, { mode: 0o700 }); // Fails where another demo starts at this very moment.
    writeFileSync(join(DEMO_FOLDER, "pid"), String(process.pid));
    return new DemoFolder();
  }

  started(pid: number): void {
    this.#keeper.stdin?.write(`+${pid}\n`);
  }

  ended(pid: number): void {
    this.#keeper.stdin?.write(`-${pid}\n`);
  }

  /** Ends what is left and removes the folder. */
  async release(): Promise<void> {
    if (this.#keeper.exitCode === null && this.#keeper.signalCode === null) {
      const gone = once(this.#keeper, "exit");
      this.#keeper.stdin?.end();
      await gone;
    }
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The demo that has the folder; undefined where there is none, or it died with its keeper. */
function holderOf(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
