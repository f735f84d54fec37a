import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NODE } from "./paths.ts";
import { until } from "./until.ts";

/** One of the programs under test: started, killed, frozen, thawed and started again, always by its own pid. */
export class Program {
  readonly name: string;
  readonly folder: string;
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  readonly #inside: readonly string[];
  readonly #log: string;
  #child: ChildProcess | undefined;

  /**
   * @param args what Node is to run: a file and its arguments
   * @param inside a command that becomes the one that follows it, such as `ip netns exec`
   */
  constructor(
    name: string,
    folder: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = process.env,
    inside: readonly string[] = [],
  ) {
    this.name = name;
    this.folder = folder;
    this.#args = args;
    this.#env = env;
    this.#inside = inside;
    this.#log = join(folder, `${name}.log`);
    mkdirSync(folder, { recursive: true });
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error(`${this.name} was never started`);
    return this.#child.pid;
  }

  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  /** Everything that it wrote, of all its starts. */
  get output(): string {
    return existsSync(this.#log) ? readFileSync(this.#log, "utf8") : "";
  }

  get running(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  start(): void {
    if (this.running) throw new Error(`${this.name} runs already`);
    const log = openSync(this.#log, "a");
    const [command = NODE, ...args] = [...this.#inside, NODE, ...this.#args];
    this.#child = spawn(command, args, { cwd: this.folder, env: this.#env, stdio: ["ignore", log, log] });
    closeSync(log);
  }

  /** Sends a signal, and waits for the end where the signal ends programs. */
  async signal(name: "SIGKILL" | "SIGTERM" | "SIGINT" | "SIGSTOP" | "SIGCONT" | "SIGUSR2"): Promise<void> {
    process.kill(this.pid, name);
    if (name === "SIGKILL" || name === "SIGTERM" || name === "SIGINT") await this.ended();
  }

  async ended(deadlineMs = 20_000): Promise<void> {
    await until(`${this.name} has ended`, deadlineMs, () => !this.running);
  }
}
