import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NODE } from "./paths.ts";

/** A temporary folder that goes, with every process that works in it, when the harness is done with it or dies. */
export class Folder {
  readonly path: string;
  readonly #reaper: ChildProcess;

  constructor(name: string, root: string = tmpdir()) {
    this.path = realpathSync(mkdtempSync(join(root, `phi-e2e-${name}-`)));
    this.#reaper = spawn(NODE, [join(import.meta.dirname, "reaper.ts"), this.path], {
      stdio: ["pipe", "ignore", "inherit"],
      detached: true,
    });
  }

  /** Ends what works in the folder and removes it. Safe to call twice. */
  async remove(): Promise<void> {
    if (this.#reaper.exitCode !== null) return;
    const gone = once(this.#reaper, "exit");
    this.#reaper.stdin?.end();
    await gone;
  }
}
