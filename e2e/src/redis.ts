import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Database } from "./database.ts";
import { EXAMPLES, isInstalled } from "./paths.ts";
import { RespClient, wordsOf } from "./resp.ts";
import { until } from "./until.ts";
import { LIST } from "./write.ts";

const run = promisify(execFile);

/** The hook program under test. */
export const PHI_REDIS: string = join(EXAMPLES, "redis/phi-redis");

/**
 * Whether the tests of Redis can run here. Where they cannot, says so loudly; under CI they must, so there it throws.
 */
export function redisIsHere(): boolean {
  if (isInstalled("redis-server") && isInstalled("redis-cli")) return true;
  const words =
    "redis-server and redis-cli are not installed (Debian: apt-get install redis-server redis-tools)";
  if (process.env["CI"] !== undefined) throw new Error(`${words}; under CI nothing is skipped`);
  console.error(`\n*** SKIPPED: the end-to-end tests on Redis, because ${words} ***\n`);
  return false;
}

/** One real Redis on an address of its own, with the example's configuration. */
export class Redis implements Database {
  readonly address: string;
  readonly port: number;
  readonly folder: string;
  readonly configFile: string;
  #client: RespClient | undefined;

  constructor(address: string, port: number, folder: string) {
    this.address = address;
    this.port = port;
    this.folder = folder;
    this.configFile = join(folder, "redis.conf");
    mkdirSync(folder, { recursive: true });
    writeFileSync(this.configFile, configFor(address, port, folder));
  }

  /** How anybody starts it; it goes into the background once it listens. */
  get startCommand(): readonly string[] {
    return ["redis-server", this.configFile];
  }

  async start(): Promise<void> {
    await run("redis-server", [this.configFile], { cwd: this.folder });
    await until(`Redis on ${this.address} answers`, 5_000, async () => (await this.ask("PING")) === "PONG");
  }

  get pid(): number {
    return Number(readFileSync(join(this.folder, "redis.pid"), "utf8"));
  }

  signal(name: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void {
    process.kill(this.pid, name);
  }

  get log(): string {
    return readFileSync(join(this.folder, "redis.log"), "utf8");
  }

  /** Asks past the gate, over one connection that is opened again when it has ended. */
  async ask(...command: readonly string[]): Promise<string> {
    if (this.#client?.open !== true) this.#client = await RespClient.open(this.address, this.port, 1_000);
    return wordsOf(await this.#client.ask(...command));
  }

  async values(): Promise<number[]> {
    const client = await RespClient.open(this.address, this.port, 1_000);
    try {
      const reply = await client.ask("LRANGE", LIST, "0", "-1");
      return Array.isArray(reply) ? reply.map(Number) : [];
    } finally {
      client.close();
    }
  }

  async forgetValues(): Promise<void> {
    await this.ask("DEL", LIST);
  }

  /** What `INFO replication` says. */
  async replication(): Promise<Readonly<Record<string, string>>> {
    const lines = (await this.ask("INFO", "replication")).split("\r\n");
    return Object.fromEntries(
      lines.map((line): [string, string] => {
        const [key = "", value = ""] = line.split(":", 2);
        return [key, value];
      }),
    );
  }

  async follows(active: Database): Promise<boolean> {
    const info = await this.replication();
    return (
      info["role"] === "slave" &&
      info["master_host"] === active.address &&
      info["master_link_status"] === "up"
    );
  }

  /** Runs the hook program for this host. */
  async hook(
    name: string,
    env: Readonly<Record<string, string>> = {},
    more: readonly string[] = [],
  ): Promise<string> {
    const args = [name, "--host", this.address, "--port", String(this.port), ...more];
    const { stdout } = await run(PHI_REDIS, args, { cwd: this.folder, env: { ...process.env, ...env } });
    return stdout;
  }

  close(): void {
    this.#client?.close();
  }
}

/** The example's redis.conf, for an address of this machine and a folder of the test. */
function configFor(address: string, port: number, folder: string): string {
  const example = readFileSync(join(EXAMPLES, "redis/redis.conf"), "utf8");
  return [
    example
      .replace("bind 10.0.0.11 127.0.0.1", `bind ${address}`)
      .replace("port 6379", `port ${port}`)
      .replace("dir /var/lib/redis", `dir ${folder}`),
    "daemonize yes",
    `pidfile ${join(folder, "redis.pid")}`,
    `logfile ${join(folder, "redis.log")}`,
    "",
  ].join("\n");
}
