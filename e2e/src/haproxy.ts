import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Cluster } from "./cluster.ts";
import type { Redis } from "./redis.ts";
import { EXAMPLES, isInstalled } from "./paths.ts";
import { freePort } from "./ports.ts";
import { until } from "./until.ts";

const ADDRESS = "127.0.0.20";

/** The backends of the example: the one asks the role endpoints, the other the agent checks. */
export const BACKENDS = ["redis", "redis-by-agent"] as const;
export type Backend = (typeof BACKENDS)[number];

/** Whether HAProxy can run here. Where not, says so aloud; under CI it must, so there it throws. */
export function haproxyIsHere(): boolean {
  if (isInstalled("haproxy")) return true;
  const words = "haproxy is not installed (Debian: apt-get install haproxy)";
  if (process.env["CI"] !== undefined) throw new Error(`${words}; under CI nothing is skipped`);
  console.error(`\n*** SKIPPED: the end-to-end tests behind HAProxy, because ${words} ***\n`);
  return false;
}

/** A real HAProxy with the example's configuration, before the gates of a cluster whose members answer agent checks. */
export class Haproxy {
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #ports: Readonly<Record<Backend, number>>;

  private constructor(folder: string, child: ChildProcess, ports: Readonly<Record<Backend, number>>) {
    this.#folder = folder;
    this.#child = child;
    this.#ports = ports;
  }

  /** Starts it in a folder of the cluster, which ends it; done once it takes connections. */
  static async start(cluster: Cluster<Redis>): Promise<Haproxy> {
    const folder = join(cluster.folder.path, "haproxy");
    mkdirSync(folder);
    const ports = { redis: await freePort([ADDRESS]), "redis-by-agent": await freePort([ADDRESS]) };
    const file = join(folder, "haproxy.cfg");
    writeFileSync(file, configFor(cluster, folder, ports));
    const log = openSync(join(folder, "log"), "a");
    // In the foreground, and in its folder: so it is found and ended also when the harness dies.
    const child = spawn("haproxy", ["-db", "-f", file], { cwd: folder, stdio: ["ignore", log, log] });
    closeSync(log);
    const haproxy = new Haproxy(folder, child, ports);
    await until("HAProxy listens", 10_000, async () => {
      if (child.exitCode !== null) throw new Error(haproxy.log);
      return (await haproxy.up("redis")) !== undefined;
    });
    return haproxy;
  }

  /** Where clients of the group go. */
  entrance(backend: Backend): { readonly host: string; readonly port: number } {
    return { host: ADDRESS, port: this.#ports[backend] };
  }

  /** The servers that it takes for usable, by name. */
  async up(backend: Backend): Promise<readonly string[]> {
    const rows = (await this.#ask("show stat")).split("\n").map((row) => row.split(","));
    const status = rows[0]?.indexOf("status") ?? -1;
    return rows
      .filter(([proxy, server = ""]) => proxy === backend && server.startsWith("redis-"))
      .filter((row) => row[status]?.startsWith("UP"))
      .map(([, server = ""]) => server);
  }

  get log(): string {
    const file = join(this.#folder, "log");
    return `exit status ${this.#child.exitCode}\n${existsSync(file) ? readFileSync(file, "utf8") : ""}`;
  }

  /** One command on its own socket. */
  async #ask(command: string): Promise<string> {
    const socket = connect(join(this.#folder, "admin.sock"));
    let answer = "";
    socket.setTimeout(2_000, () => socket.destroy(new Error("HAProxy does not answer")));
    socket.on("data", (bytes: Buffer) => (answer += bytes.toString()));
    socket.write(`${command}\n`);
    await once(socket, "close");
    return answer;
  }
}

/** The example with this machine's addresses, ports and folder. */
function configFor(
  cluster: Cluster<Redis>,
  folder: string,
  ports: Readonly<Record<Backend, number>>,
): string {
  let text = readFileSync(join(EXAMPLES, "haproxy/haproxy.cfg"), "utf8")
    .replaceAll(/^\s*#.*$/gm, "")
    // A machine that does much else may take long for an answer.
    .replaceAll("timeout check 400ms", "timeout check 4s")
    .replace("/run/haproxy/admin.sock", join(folder, "admin.sock"))
    .replace("10.0.0.20:6390", `${ADDRESS}:${ports.redis}`)
    .replace("10.0.0.20:6391", `${ADDRESS}:${ports["redis-by-agent"]}`);
  cluster.hosts.forEach(({ gate, listenPort, agentPort }, index) => {
    text = text
      .replaceAll(`10.0.0.1${index + 1}:6380`, `${gate.host}:${gate.port}`)
      .replaceAll(/\bport 7500\b/g, `port ${listenPort}`)
      .replaceAll(/\bagent-port 7600\b/g, `agent-port ${agentPort}`);
  });
  const left = /.*(?:10\.0\.0\.|\b7500\b|\b7600\b|\/run\/).*/.exec(text);
  if (left !== null) throw new Error(`the example still names another machine: ${left[0]}`);
  return text;
}
