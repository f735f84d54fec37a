/** Folders, scripts and processes for the tests of this package. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommandGuard } from "./command-starter.ts";

/** A guard that only remembers. */
export class IdleGuard implements CommandGuard {
  readonly running: Set<number> = new Set();

  started(processGroup: number): void {
    this.running.add(processGroup);
  }

  ended(processGroup: number): void {
    this.running.delete(processGroup);
  }
}

/** A folder of its own under the system's temporary folder. */
export class ScratchFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), "phi-node-test-"));

  file(name: string): string {
    return join(this.path, name);
  }

  /** The text of a file; empty while there is none. */
  read(name: string): string {
    return existsSync(this.file(name)) ? readFileSync(this.file(name), "utf8") : "";
  }

  write(name: string, text: string): string {
    writeFileSync(this.file(name), text);
    return this.file(name);
  }

  /** An executable shell script. */
  script(name: string, body: string): string {
    const path = this.write(name, `#!/bin/sh\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** True while a process runs; one that has ended and waits for its parent counts as gone. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
}
