import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import type { Database, Site } from "./database.ts";
import { descendantsOf } from "./descendants.ts";
import { EXAMPLES } from "./paths.ts";
import { until } from "./until.ts";
import { LIST } from "./write.ts";

const run = promisify(execFile);

/** The hook program under test. */
export const PHI_POSTGRESQL: string = join(EXAMPLES, "postgresql/phi-postgresql");

/** Where Debian's package has the programs of the version that the example names. */
const BIN = "/usr/lib/postgresql/15/bin";

/** PostgreSQL does not run as root: the package brings a user for it. */
const IS_ROOT = process.getuid?.() === 0;
const OWNER = "postgres";
const AS_OWNER = IS_ROOT ? ["setpriv", `--reuid=${OWNER}`, `--regid=${OWNER}`, "--init-groups"] : [];

/** Whether the tests of PostgreSQL can run here. Where they cannot, says so loudly; under CI they must: it throws. */
export function postgresIsHere(): boolean {
  if (existsSync(join(BIN, "postgres"))) return true;
  const words = "PostgreSQL 15 is not installed (Debian: apt-get install postgresql-15)";
  if (process.env["CI"] !== undefined) throw new Error(`${words}; under CI nothing is skipped`);
  console.error(`\n*** SKIPPED: the end-to-end tests on PostgreSQL, because ${words} ***\n`);
  return false;
}

const MEMORY = "/dev/shm";
const ROOM_BYTES = 2 ** 30;

/**
 * Where servers are quick: their programs wait for the disk often, and what the tests do to them, files in memory
 * outlive as well. Where there is little room in memory, the usual place.
 */
export function databaseRoot(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM_BYTES ? MEMORY : tmpdir();
}

/** One real PostgreSQL server on an address of its own, with the example's configuration. */
export class Postgres implements Database {
  readonly address: string;
  readonly port: number;
  /** Holds the data folder, what the hooks keep beside it, and the socket. */
  readonly folder: string;
  readonly data: string;
  readonly configFile: string;

  /** @param extra lines at the end of postgresql.conf */
  constructor({ address, port, home }: Site, extra = "") {
    this.address = address;
    this.port = port;
    this.folder = join(home, "pg");
    this.data = join(this.folder, "data");
    this.configFile = join(this.folder, "postgresql.conf");
    mkdirSync(this.folder, { recursive: true });
    for (const folder of [dirname(home), home]) chmodSync(folder, 0o755); // So that the owner gets through.
    writeFileSync(this.configFile, configFor(this, extra));
    writeFileSync(join(this.folder, "pg_hba.conf"), OPEN_DOOR);
  }

  /** Has its folder ready, and no data in it. */
  async prepare(): Promise<void> {
    if (IS_ROOT) await run("chown", ["-R", OWNER, this.folder]);
  }

  /** Gives it an empty database of its own. */
  async create(): Promise<void> {
    await this.prepare();
    const options = ["--auth=trust", "--no-sync", "--no-instructions", "--wal-segsize=1", "-U", "postgres"];
    await asOwner([join(BIN, "initdb"), ...options, "-D", this.data], this.folder);
  }

  /** Gives it a copy of another's data; that one must never have been started. */
  async copyOf(other: Postgres): Promise<void> {
    await this.prepare();
    await asOwner(["cp", "-a", other.data, this.data], this.folder);
  }

  /** Locked first, as the unit file of the example does it. */
  async start(): Promise<void> {
    await this.hook("lock");
    const log = join(this.folder, "data.log");
    const options = ["-s", "-w", "-D", this.data, "-l", log, "-o", `-c config_file=${this.configFile}`];
    await asOwner([join(BIN, "pg_ctl"), "start", ...options], this.folder);
  }

  get pid(): number {
    return Number(readFileSync(join(this.data, "postmaster.pid"), "utf8").split("\n")[0]);
  }

  /** Where the postmaster is killed, the others end by themselves; where all are to hang, each must be frozen. */
  signal(name: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void {
    const { pid } = this;
    const others = name === "SIGKILL" ? [] : descendantsOf(pid);
    for (const one of [pid, ...others]) process.kill(one, name);
  }

  get log(): string {
    return readFileSync(join(this.folder, "data.log"), "utf8");
  }

  /** The host's disk was changed for an empty one. */
  loseData(): void {
    rmSync(this.data, { recursive: true });
  }

  /** Asks past the gate, over a connection of its own; gives the first column of the last answer. */
  async ask(sql: string): Promise<string[]> {
    const client = new Client({
      host: this.address,
      port: this.port,
      user: "postgres",
      database: "postgres",
      connectionTimeoutMillis: 2_000,
      query_timeout: 10_000,
    });
    client.on("error", () => {}); // The query fails with it.
    try {
      await client.connect();
      const results = [await client.query<unknown[]>({ text: sql, rowMode: "array" })].flat();
      return (results.at(-1)?.rows ?? []).map(([first]) => String(first));
    } finally {
      await client.end().catch(() => {});
    }
  }

  async values(): Promise<number[]> {
    return (await this.ask(`SELECT value FROM "${LIST}"`)).map(Number);
  }

  async forgetValues(): Promise<void> {
    await this.ask(`DROP TABLE IF EXISTS "${LIST}"; CREATE TABLE "${LIST}" (value bigint)`);
  }

  async follows(active: Database): Promise<boolean> {
    const [found] = await this.ask(
      `SELECT count(*) FROM pg_stat_wal_receiver WHERE status = 'streaming' AND sender_host = '${active.address}'`,
    );
    return found === "1";
  }

  /** The arguments that make the hook program one for this host. */
  get hookOptions(): readonly string[] {
    const { data, configFile, folder, port } = this;
    const options = ["--data", data, "--config", configFile, "--socket", folder, "--port", String(port)];
    return [...options, "--upstream", "user=postgres"];
  }

  /** Runs the hook program for this host. */
  async hook(
    name: string,
    env: Readonly<Record<string, string>> = {},
    more: readonly string[] = [],
  ): Promise<string> {
    const { stdout } = await run(PHI_POSTGRESQL, [name, ...this.hookOptions, ...more], {
      cwd: this.folder,
      env: { ...process.env, PHI_NODE: this.address, ...env },
    });
    return stdout;
  }

  get running(): boolean {
    return existsSync(join(this.data, "postmaster.pid")) && existsSync(`/proc/${this.pid}`);
  }

  /** Until every process of a killed server has ended, and init has buried the postmaster: before, none starts. */
  async ended(): Promise<void> {
    const { folder, pid: postmaster } = this;
    const isOurs = (pid: string): boolean => {
      if (pid === String(postmaster)) return true;
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      } catch {
        return false; // It has just ended.
      }
    };
    await until(`PostgreSQL on ${this.address} has ended`, 10_000, () => !readdirSync("/proc").some(isOurs));
  }

  close(): void {}
}

const OPEN_DOOR = `local all all trust
host all all 127.0.0.0/8 trust
host replication all 127.0.0.0/8 trust
`;

/** The example's postgresql.conf, for an address of this machine and a folder of the test. */
function configFor({ address, port, folder, data }: Postgres, extra: string): string {
  const example = readFileSync(join(EXAMPLES, "postgresql/postgresql.conf"), "utf8");
  return [
    example
      .replace("'10.0.0.11,127.0.0.1'", `'${address}'`)
      .replace("port = 5432", `port = ${port}`)
      .replace("/var/lib/postgresql/15/main.conf", `${data}.conf`),
    `data_directory = '${data}'`,
    `hba_file = '${join(folder, "pg_hba.conf")}'`,
    `unix_socket_directories = '${folder}'`,
    "shared_buffers = 16MB",
    // In the data folder, and gone with it: of a server that is killed more would be left in /dev/shm.
    "dynamic_shared_memory_type = mmap",
    "max_wal_size = 64MB",
    "min_wal_size = 4MB",
    // Tests kill processes, not machines: what was written outlives them in the kernel.
    "fsync = off",
    extra,
    "",
  ].join("\n");
}

async function asOwner(command: readonly string[], cwd: string): Promise<void> {
  const [program = "", ...args] = [...AS_OWNER, ...command];
  await run(program, args, { cwd });
}
