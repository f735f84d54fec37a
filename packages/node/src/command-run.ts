/**
 * One run of a command, without a shell and in a process group of its own, so that a timeout ends all that it started.
 *
 * It ends with the command itself, not with its output: a daemon that the command has left behind may hold the pipe
 * for ever. What such a daemon writes is read and dropped, since a closed pipe would kill it.
 */
import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import type { CommandStarter } from "./command-starter.ts";
import { OutputCapture } from "./output-capture.ts";

/** How long the output may lag behind the end of the command. */
const DRAIN_MS = 50;
/** How long a process group has between SIGTERM and SIGKILL, and then the system to carry SIGKILL out. */
const GRACE_MS = 1_000;

export interface CommandOptions {
  /** The program and its arguments; at least one. */
  readonly command: readonly string[];
  /** What it finds in its environment beside what the starter gives to all. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
  readonly starter: CommandStarter;
}

export interface CommandEnd {
  readonly ok: boolean;
  readonly timedOut: boolean;
  /** As a shell says it: 128 and the signal's number, 127 not found, 126 not startable. */
  readonly exitCode: number;
  readonly durationMs: number;
  /** Standard output and error together, cut to 8 KiB; where it could not start, why. */
  readonly output: string;
  /** Standard output alone, cut to 8 KiB. */
  readonly stdout: string;
}

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGTERM: 15,
};

export class CommandRun {
  /** Always fulfilled: a command that cannot start is an end as well. */
  readonly ended: Promise<CommandEnd>;
  readonly #options: CommandOptions;
  readonly #startedAt: number = performance.now();
  readonly #output: OutputCapture = new OutputCapture();
  readonly #stdout: OutputCapture = new OutputCapture();
  readonly #child: ChildProcess | undefined;
  readonly #finish: (end: CommandEnd) => void;
  #timer: NodeJS.Timeout | undefined;
  #timedOut = false;
  #stopping = false;
  #over = false;

  constructor(options: CommandOptions) {
    this.#options = options;
    const { promise, resolve } = Promise.withResolvers<CommandEnd>();
    this.ended = promise;
    this.#finish = resolve;
    this.#child = this.#start();
  }

  /** Ends it early: SIGTERM to the whole process group, then SIGKILL. Its end still comes. */
  stop(): void {
    if (this.#over || this.#stopping || this.#child?.pid === undefined) return;
    this.#stopping = true;
    clearTimeout(this.#timer);
    this.#signal("SIGTERM");
    this.#timer = setTimeout(() => this.#kill(), GRACE_MS);
  }

  #start(): ChildProcess | undefined {
    const { command, variables, starter } = this.#options;
    let child: ChildProcess;
    try {
      child = starter.start(command, variables);
    } catch (error) {
      // There is no such program, or an argument is none that a process can be given: an end like any other.
      this.#cannotStart(error as NodeJS.ErrnoException);
      return undefined;
    }
    child.on("error", (error) => {
      if (child.pid === undefined) this.#cannotStart(error);
    });
    if (child.pid === undefined) return child;
    this.#collect(child.stdout, [this.#output, this.#stdout]);
    this.#collect(child.stderr, [this.#output]);
    child.on("exit", (code, signal) => this.#onExit(child, exitCode(code, signal)));
    this.#timer = setTimeout(() => this.#onTimeout(), this.#options.timeoutMs);
    return child;
  }

  #collect(stream: Readable | null, captures: readonly OutputCapture[]): void {
    stream?.on("data", (chunk: Buffer) => {
      if (!this.#over) for (const capture of captures) capture.add(chunk);
    });
    // A pipe that breaks has nothing more to say; the command's end tells the rest.
    stream?.on("error", () => stream.destroy());
  }

  #onTimeout(): void {
    this.#timedOut = true;
    this.stop();
  }

  #kill(): void {
    this.#signal("SIGKILL");
    this.#timer = setTimeout(() => {
      this.#output.add(Buffer.from("\nIt does not end, not even by SIGKILL."));
      this.#end(128 + 9);
    }, GRACE_MS);
  }

  #onExit(child: ChildProcess, code: number): void {
    clearTimeout(this.#timer);
    if (this.#over) return;
    // What was told to stop leaves nothing behind; what ended by itself may leave its service running.
    if (this.#stopping) this.#signal("SIGKILL");
    this.#timer = setTimeout(() => this.#end(code), DRAIN_MS);
    child.on("close", () => this.#end(code));
  }

  #end(code: number): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    if (this.#child?.pid !== undefined) this.#options.starter.ended(this.#child.pid);
    letGo(this.#child?.stdout);
    letGo(this.#child?.stderr);
    this.#finish({
      ok: code === 0 && !this.#stopping,
      timedOut: this.#timedOut,
      exitCode: code,
      durationMs: Math.round(performance.now() - this.#startedAt),
      output: this.#output.text(),
      stdout: this.#stdout.text(),
    });
  }

  #cannotStart(error: NodeJS.ErrnoException): void {
    const reason = START_FAILURES[error.code ?? ""] ?? error.message;
    this.#output.add(Buffer.from(`cannot start ${this.#options.command[0] ?? ""}: ${reason}`));
    this.#end(error.code === "ENOENT" ? 127 : 126);
  }

  #signal(signal: NodeJS.Signals): void {
    const leader = this.#child?.pid;
    if (leader === undefined) return;
    try {
      process.kill(-leader, signal);
    } catch (error) {
      // ESRCH: the group is gone. EPERM: it runs as somebody else; the end comes without us, or is given up on.
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== "ESRCH" && code !== "EPERM") throw error;
    }
  }
}

const START_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: "no such file (ENOENT)",
  EACCES: "not executable, or not allowed (EACCES)",
  EINVAL: "an argument holds a zero byte (EINVAL)",
};

function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (SIGNAL_NUMBERS[signal ?? ""] ?? 0);
}

/** Goes on reading, so that whoever still writes is not blocked or killed, but no longer keeps this process alive. */
function letGo(stream: Readable | null | undefined): void {
  if (stream && "unref" in stream && typeof stream.unref === "function") stream.unref();
}
