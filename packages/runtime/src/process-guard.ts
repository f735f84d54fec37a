/**
 * Ends the commands that still run when the daemon dies without a word (SIGKILL, a crash, out of memory).
 *
 * A small shell process holds the other end of a pipe and is told which process groups run. When the pipe ends, it
 * sends them SIGTERM, and SIGKILL one second later. A promotion that outlived its daemon, and with it its lease, would
 * otherwise go on unseen, and a fence command would come to an end that nobody has heard of, beside the one that the next
 * coordinator runs. The gate needs no guard: it is part of the daemon's process.
 */
import { type ChildProcess, spawn } from "node:child_process";

const SCRIPT = `
trap '' HUP INT TERM
running=
while read -r line; do running=$line; done
[ -n "$running" ] || exit 0
for one in $running; do kill -s TERM -- "-$one"; done 2>/dev/null
sleep 1
for one in $running; do kill -s KILL -- "-$one"; done 2>/dev/null
`;

export class ProcessGuard {
  readonly #running = new Set<number>();
  readonly #onMissing: (reason: string) => void;
  #shell: ChildProcess | undefined;
  #missing = false;

  /** @param onMissing told once where no shell can be started: commands then outlive a daemon that is killed */
  constructor(onMissing: (reason: string) => void) {
    this.#onMissing = onMissing;
    // Before the first command, so that it is told of each within the turn that starts it.
    this.#shell = this.#start();
  }

  started(processGroup: number): void {
    this.#running.add(processGroup);
    this.#tell();
  }

  ended(processGroup: number): void {
    this.#running.delete(processGroup);
    this.#tell();
  }

  /** The guard's own process, for tests; undefined while none runs. */
  get pid(): number | undefined {
    return this.#shell?.pid;
  }

  #tell(): void {
    if (this.#missing) return;
    this.#shell ??= this.#start();
    this.#shell.stdin?.write(`${[...this.#running].join(" ")}\n`);
  }

  #start(): ChildProcess {
    const shell = spawn("/bin/sh", ["-c", SCRIPT], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
    shell.unref();
    const stdin = shell.stdin;
    if (stdin !== null && "unref" in stdin && typeof stdin.unref === "function") stdin.unref();
    // A broken pipe means that the shell is gone: "exit" says so, and the next command starts another.
    stdin?.on("error", () => {});
    shell.on("error", (error) => {
      this.#missing = true;
      this.#onMissing(error.message);
    });
    shell.on("exit", () => {
      if (this.#shell === shell) this.#shell = undefined;
    });
    return shell;
  }
}
