/**
 * Starts commands from small shells that wait for one.
 *
 * To start a process is to copy the tables of the memory of the one that starts it: for a daemon of a hundred megabytes
 * that takes 7 to 14 ms, in which it carries nothing through its gates, and what it touches afterwards is copied page by
 * page. A failover starts its hooks just when clients come back. So a few shells are started in quiet moments; a command
 * is handed to one of them in one write, and the shell becomes that command: same process, same process group.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { type Logger, ProcessGuard } from "@phidelity/runtime";

/** The most that one service starts within REFILL_MS: demote or promote, follow, status, and a check. */
const READY = 4;
/** A shell that was taken is replaced so much later: a failover has taken its steps by then. */
const REFILL_MS = 1_000;

/** Who ends what still runs when this process dies. */
export interface CommandGuard {
  started(processGroup: number): void;
  ended(processGroup: number): void;
}

export interface CommandStarterOptions {
  /** What every command finds in its environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told of each process group while it runs: see ProcessGuard. */
  readonly guard: CommandGuard;
}

export class CommandStarter {
  readonly #options: CommandStarterOptions;
  readonly #waiting = new Set<ChildProcess>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: CommandStarterOptions) {
    this.#options = options;
  }

  /** Has shells wait from REFILL_MS on; without this each command starts a shell of its own. */
  keepReady(): void {
    for (let nth = 0; nth < READY; nth += 1) this.#addLater();
  }

  /**
   * Starts a command in a process group of its own. As with `spawn`, a process without `pid` could not be started.
   *
   * @param command the program and its arguments; they reach it as they are
   * @param variables what it finds in its environment besides; names as a shell takes them
   * @throws NodeJS.ErrnoException ENOENT or EACCES where the program is a path at which there is none, EINVAL where an
   *   argument or a variable holds a zero byte
   */
  start(command: readonly string[], variables: Readonly<Record<string, string | undefined>>): ChildProcess {
    const script = becoming(command, variables);
    const [program = ""] = command;
    if (program.includes("/")) accessSync(program, constants.X_OK);
    const shell = this.#take() ?? this.#spawn();
    if (shell.pid !== undefined) this.#options.guard.started(shell.pid);
    shell.stdin?.end(script);
    return shell;
  }

  /** The processes that wait, for tests. */
  get waiting(): readonly number[] {
    return [...this.#waiting].flatMap((shell) => shell.pid ?? []);
  }

  /** To be told once a command that was started has ended. */
  ended(processGroup: number): void {
    this.#options.guard.ended(processGroup);
  }

  /** Lets the waiting shells go. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    for (const shell of this.#waiting) shell.stdin?.end();
    this.#waiting.clear();
  }

  #take(): ChildProcess | undefined {
    const [shell] = this.#waiting;
    if (shell === undefined) return undefined;
    this.#waiting.delete(shell);
    this.#addLater();
    return shell;
  }

  #addLater(): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#add();
    }, REFILL_MS);
    this.#timers.add(timer);
  }

  #add(): void {
    const shell = this.#spawn();
    this.#waiting.add(shell);
    const gone = (): void => {
      if (this.#waiting.delete(shell)) this.#addLater();
    };
    shell.on("error", gone);
    shell.on("exit", gone);
  }

  #spawn(): ChildProcess {
    // By its own name: a shell that is one program of many (busybox) knows by it which of them it is.
    const shell = spawn("/bin/sh", [], {
      detached: true,
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...this.#options.env },
    });
    // A shell that is gone reads nothing; its end says so.
    shell.stdin?.on("error", () => {});
    return shell;
  }
}

/** A daemon's own starter: what it has started ends with it, also where it is killed. */
export function guardedStarter(env: NodeJS.ProcessEnv, log: Logger): CommandStarter {
  const guard = new ProcessGuard((reason) => {
    log.warn({ reason }, "no shell to guard the hooks: one that runs when this daemon is killed goes on");
  });
  return new CommandStarter({ env: inheritedEnv(env), guard });
}

/**
 * The environment of the daemon without its own settings: what is named `PHI_...` may be a secret, and where compiled
 * code is kept is for this program alone.
 */
export function inheritedEnv(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const own = (name: string): boolean => name.startsWith("PHI_") || name === "NODE_COMPILE_CACHE";
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own(name)));
}

/**
 * What a shell reads to become a command. It is one compound command, so that a shell whose daemon dies in the middle of
 * the write finds it incomplete and does nothing.
 */
export function becoming(
  command: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): string {
  const exports = Object.entries(variables)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `export ${name}=${quoted(value ?? "")}; `);
  const words = command.map(quoted);
  return `{ exec </dev/null; ${exports.join("")}exec ${words.join(" ")}; }\n`;
}

/** A word as a shell reads it back unchanged. */
function quoted(word: string): string {
  if (word.includes("\0"))
    throw Object.assign(new Error("an argument holds a zero byte"), { code: "EINVAL" });
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
