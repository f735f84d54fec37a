/**
 * A real systemd that runs the example's units: its user manager, in a mount namespace and a cgroup of its own, so that
 * it sees and touches nothing of this machine's. It needs root and cgroup2.
 */
import { execFile, execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Folder } from "./folder.ts";
import { COORDINATOR_MAIN, EXAMPLES, NODE, NODE_MAIN, isInstalled } from "./paths.ts";
import { until } from "./until.ts";

const run = promisify(execFile);
const MANAGER = "/lib/systemd/systemd";

/**
 * Enters a cgroup of its own first; only then is the manager let near any. The manager works in no folder, so its end is
 * tied to that of the shell before it, which works in the harness's.
 */
const START = `set -e
mount -t cgroup2 none "$1/cgroup"
mkdir "$1/cgroup/$2"
echo $$ > "$1/cgroup/$2/cgroup.procs"
exec unshare --cgroup --mount bash -ec '
  mount -t cgroup2 none /sys/fs/cgroup
  grep -q "^0::/$" /proc/self/cgroup
  mount -t tmpfs none /run
  mkdir -p /run/systemd/system
  setpriv --pdeathsig KILL ${MANAGER} --user & wait'
`;
const SWEEP = `mount -t cgroup2 none /mnt && find "/mnt/$1" -depth -type d -exec rmdir {} +`;

/** Whether the programs of systemd are here. Where not, says so aloud; under CI they must be, so there it throws. */
export function systemdIsHere(): boolean {
  if (["systemd-notify", "systemd-analyze"].every((program) => isInstalled(program))) return true;
  return skipped("systemd is not installed (Debian: apt-get install systemd)");
}

/** Whether its manager can run here as well. */
export function managerIsHere(): boolean {
  if (!systemdIsHere()) return false;
  try {
    const trial = `mount -t cgroup2 none /mnt && test -w /mnt/cgroup.procs && unshare --cgroup true`;
    execFileSync("unshare", ["--mount", "sh", "-c", trial], { stdio: "pipe", timeout: 20_000 });
    return true;
  } catch (error) {
    return skipped(`a systemd of its own cannot be started here: ${String(error)}`);
  }
}

function skipped(words: string): boolean {
  if (process.env["CI"] !== undefined) throw new Error(`${words}; under CI nothing is skipped`);
  console.error(`\n*** SKIPPED: end-to-end tests of the systemd units, because ${words} ***\n`);
  return false;
}

/** The example's units, for programs and files of this machine. */
export function writeUnits(folder: string, hook: string): string {
  const units = join(folder, "units");
  mkdirSync(units, { recursive: true });
  for (const name of ["phi-node.service", "phi-coordinator.service"]) {
    const text = readFileSync(join(EXAMPLES, "systemd", name), "utf8")
      .replaceAll("/opt/phidelity/node_modules/.bin/node", NODE)
      .replaceAll("/opt/phidelity/packages/node/src/main.ts", NODE_MAIN)
      .replaceAll("/opt/phidelity/packages/coordinator/src/main.ts", COORDINATOR_MAIN)
      .replaceAll("/etc/phi/phi-demote", join(EXAMPLES, "systemd/phi-demote"))
      .replaceAll("/etc/phi/phi-redis demote", hook)
      .replaceAll("--node redis-1 --group redis", "--node n1 --group db")
      .replaceAll("/etc/phi", folder);
    writeFileSync(join(units, name), text);
  }
  return units;
}

export class Systemd {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#env = env;
  }

  /** Starts both units of {@link writeUnits}, and ends with the folder. */
  static async start(folder: Folder): Promise<Systemd> {
    const home = folder.path;
    for (const name of ["cgroup", "runtime"]) mkdirSync(join(home, name), { mode: 0o700 });
    const target = (name: string, text: string): void =>
      writeFileSync(join(home, "units", `${name}.target`), `[Unit]\nDefaultDependencies=no\n${text}\n`);
    for (const name of ["basic", "shutdown"]) target(name, "");
    target("default", "Wants=phi-coordinator.service phi-node.service");
    const env = {
      PATH: process.env["PATH"],
      HOME: home,
      XDG_RUNTIME_DIR: join(home, "runtime"),
      SYSTEMD_UNIT_PATH: join(home, "units"),
      SYSTEMD_LOG_TARGET: "console",
    };
    const log = openSync(join(home, "systemd.log"), "a");
    spawn("unshare", ["--mount", "bash", "-c", START, "start", home, basename(home)], {
      cwd: home,
      env,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    const systemd = new Systemd(home, env);
    await until("systemd answers", 60_000, () => systemd.mainPid("phi-node"));
    return systemd;
  }

  /** The daemon of a unit; undefined while it has none. */
  async mainPid(unit: string): Promise<number | undefined> {
    const pid = Number((await this.show(unit, "MainPID")) || "0");
    return pid === 0 ? undefined : pid;
  }

  async show(unit: string, property: string): Promise<string> {
    return this.systemctl("show", "--value", "-p", property, unit);
  }

  async systemctl(...args: readonly string[]): Promise<string> {
    const { stdout } = await run("systemctl", ["--user", ...args], { env: this.#env, timeout: 60_000 });
    return stdout.trim();
  }

  /** What a person needs to find out why a test failed. */
  async diagnosis(): Promise<string> {
    const status = await this.systemctl("status", "--no-pager", "-l", "phi-node", "phi-coordinator").catch(
      String,
    );
    return `${status}\n${readFileSync(join(this.#folder, "systemd.log"), "utf8")}`;
  }

  /** Removes its cgroup, once all of its processes have ended with the folder. */
  sweep(): void {
    execFileSync("unshare", ["--mount", "bash", "-c", SWEEP, "sweep", basename(this.#folder)], {
      stdio: "pipe",
    });
  }
}
