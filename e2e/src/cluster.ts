import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CoordinatorApi, type HistoryEvent, type Member } from "./coordinator-api.ts";
import { Folder } from "./folder.ts";
import { COORDINATOR_MAIN, EXAMPLES, NODE_MAIN } from "./paths.ts";
import { freePort } from "./ports.ts";
import { Program } from "./program.ts";
import { PHI_REDIS, Redis } from "./redis.ts";
import { clockMs, until } from "./until.ts";
import { EPOCH_KEY, type GateAddress } from "./writers.ts";

export const GROUP = "redis";

/** Four programs start at once, on a machine that may do much else. */
const START_MS = 90_000;

const COORDINATOR_ADDRESS = "127.0.0.10";
const HOST_ADDRESSES = ["127.0.0.11", "127.0.0.12", "127.0.0.13"];
const TOKENS = { node: "node-secret", operator: "operator-secret", reader: "reader-secret" };

/** One host: an address of this machine with a Redis, a node's daemon and its gate. */
export interface Host {
  readonly name: string;
  readonly address: string;
  readonly redis: Redis;
  readonly daemon: Program;
  readonly configFile: string;
  readonly gate: GateAddress;
  /** Where the daemon listens for peers and load balancers. */
  readonly listenPort: number;
  /** Where its daemon answers HAProxy's agent check. */
  readonly agentPort: number;
}

interface Ports {
  readonly coordinator: number;
  readonly redis: number;
  readonly gate: number;
  readonly listen: number;
  readonly agent: number;
}

export interface ClusterOptions {
  /** How long leases last, where that is not the example's length. */
  readonly lease?: string;
}

/** A coordinator and three hosts with Redis, made of the files in `examples/redis`, in a temporary folder. */
export class Cluster {
  readonly folder: Folder;
  readonly hosts: readonly Host[];
  readonly coordinator: Program;
  readonly coordinatorFile: string;
  readonly api: CoordinatorApi;
  readonly startedAt: number = clockMs();

  private constructor(folder: Folder, ports: Ports, options: ClusterOptions) {
    this.folder = folder;
    const rename = renaming(folder.path, ports);
    for (const [name, secret] of Object.entries(TOKENS)) {
      writeFileSync(join(folder.path, `${name}.token`), `${secret}\n`);
    }
    this.coordinatorFile = join(folder.path, "coordinator.yaml");
    // Tests fell one member after the other; none is to be left alone for half a minute because of it.
    const coordinator = example("coordinator.yaml")
      .replace("cooldown: 30s", "cooldown: 100ms")
      .replace("duration: 2s", `duration: ${options.lease ?? "2s"}`);
    writeFileSync(this.coordinatorFile, rename(coordinator));
    this.coordinator = new Program("coordinator", join(folder.path, "coordinator"), [
      COORDINATOR_MAIN,
      "--config",
      this.coordinatorFile,
    ]);
    this.api = new CoordinatorApi(`http://${COORDINATOR_ADDRESS}:${ports.coordinator}`, TOKENS.operator);
    this.hosts = HOST_ADDRESSES.map((address, index) =>
      hostOf(`redis-${index + 1}`, address, folder.path, ports),
    );
  }

  /** Starts everything, and waits until one member is active and the others are its replicas. */
  static async start(name: string, options: ClusterOptions = {}): Promise<Cluster> {
    const folder = new Folder(name);
    const ports = {
      coordinator: await freePort([COORDINATOR_ADDRESS]),
      redis: await freePort(HOST_ADDRESSES),
      gate: await freePort(HOST_ADDRESSES),
      listen: await freePort(HOST_ADDRESSES),
      agent: await freePort(HOST_ADDRESSES),
    };
    const cluster = new Cluster(folder, ports, options);
    try {
      await Promise.all(cluster.hosts.map(({ redis }) => redis.start()));
      cluster.coordinator.start();
      for (const { daemon } of cluster.hosts) daemon.start();
      await cluster.settled(START_MS);
    } catch (error) {
      const diagnosis = await cluster.diagnosis();
      await cluster.stop();
      throw new Error(`the cluster did not come up\n${diagnosis}`, { cause: error });
    }
    return cluster;
  }

  /** The host whose member is active; throws where there is none, or more than one is said to be. */
  async active(): Promise<Host> {
    const { members } = await this.api.members();
    const active = members.filter(({ role }) => role === "active");
    const host = this.hosts.find(({ name }) => name === active[0]?.node);
    if (active.length !== 1 || host === undefined) throw new Error(`active: ${rolesOf(members)}`);
    return host;
  }

  /** The hosts that are not active. */
  async standbys(): Promise<readonly Host[]> {
    const active = await this.active();
    return this.hosts.filter((host) => host !== active);
  }

  /** Waits until one member is active, all others are alive standbys, and their Redis servers follow the active's. */
  async settled(deadlineMs = 20_000): Promise<Host> {
    return until("one member is active, and all others follow it", deadlineMs, async () => {
      const { members } = await this.api.members();
      if (members.length !== this.hosts.length) throw new Error(`members: ${rolesOf(members)}`);
      const active = await this.active();
      for (const { node, role, status, checks } of members) {
        const [passing, total] = checks.split("/");
        const well = status === "alive" && passing === total;
        const inPlace = well && (node === active.name || role === "standby");
        if (!inPlace) throw new Error(`members: ${rolesOf(members)}`);
      }
      for (const host of this.hosts) {
        if (host !== active && !(await host.redis.follows(active.redis)))
          throw new Error(`the Redis of ${host.name} does not follow that of ${active.name}`);
      }
      return active;
    });
  }

  /** What a person needs to find out why a test failed. */
  async diagnosis(): Promise<string> {
    const said = async (what: string, ask: () => Promise<unknown>): Promise<string> =>
      `--- ${what}\n${await ask().then(
        (answer) => JSON.stringify(answer, undefined, 1),
        (error: unknown) => String(error),
      )}`;
    const programs = [this.coordinator, ...this.hosts.map(({ daemon }) => daemon)];
    return [
      await said("members", () => this.api.members()),
      await said("events", async () => (await this.api.events()).map(lineOf)),
      ...programs.map(
        ({ name, output }) => `--- log of ${name}\n${output.split("\n").slice(-60).join("\n")}`,
      ),
    ].join("\n");
  }

  /** Ends everything and removes the folder. */
  async stop(): Promise<void> {
    for (const { redis } of this.hosts) redis.close();
    await this.folder.remove();
  }
}

function lineOf({ at, type, node, epoch, text, facts }: HistoryEvent): string {
  return `${at.slice(11, 23)} ${type} ${node ?? ""} ${epoch ?? ""}: ${text} ${JSON.stringify(facts)}`;
}

function rolesOf(members: readonly Member[]): string {
  return members
    .map(
      ({ node, role, status, epoch, checks }) => `${node} ${role} ${status} epoch ${epoch} checks ${checks}`,
    )
    .join(", ");
}

function hostOf(name: string, address: string, folder: string, ports: Ports): Host {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  const redis = new Redis(address, ports.redis, join(home, "redis"));
  const configFile = join(home, "node.yaml");
  writeFileSync(configFile, nodeYaml(name, redis, folder, ports));
  const daemon = new Program(name, home, [NODE_MAIN, "--config", configFile]);
  const gate = { name, host: address, port: ports.gate };
  return { name, address, redis, daemon, configFile, gate, listenPort: ports.listen, agentPort: ports.agent };
}

/** The example's node.yaml, for a host of this machine. */
function nodeYaml(name: string, redis: Redis, folder: string, ports: Ports): string {
  const hook = (action: string): string =>
    `${PHI_REDIS}, ${action}, --host, ${redis.address}, --port, "${redis.port}"`;
  return renaming(
    folder,
    ports,
  )(
    example("node.yaml")
      .replace("node: redis-1", `node: ${name}`)
      .replaceAll("10.0.0.11", redis.address)
      .replaceAll("127.0.0.1:6379", `${redis.address}:${redis.port}`)
      .replace('-h, 127.0.0.1, -p, "6379"', `-h, ${redis.address}, -p, "${redis.port}"`)
      .replace("/etc/phi/phi-redis, promote", `${hook("promote")}, --epoch-key, "${EPOCH_KEY}"`)
      .replaceAll(/\/etc\/phi\/phi-redis, (\w+)/g, (_, action: string) => hook(action))
      .replace("systemctl, start, redis-server", redis.startCommand.join(", "))
      .replace("    gate:", `    agentCheck: { listen: "${redis.address}:${ports.agent}" }\n    gate:`)
      .replace("data: /var/lib/phi/node", `data: ${join(folder, name, "data")}`),
  );
}

/** Puts this machine's addresses, ports and folders in the place of the example's. */
function renaming(folder: string, ports: Ports): (text: string) => string {
  return (text) => {
    const renamed = text
      .replaceAll("10.0.0.10", COORDINATOR_ADDRESS)
      .replaceAll(/\b7400\b/g, String(ports.coordinator))
      .replaceAll(/\b7500\b/g, String(ports.listen))
      .replaceAll(/\b6380\b/g, String(ports.gate))
      .replaceAll("/etc/phi", folder)
      .replaceAll("/var/lib/phi", folder);
    const left = /.*(?:10\.0\.0\.|\b6379\b).*/.exec(renamed.replaceAll(/^\s*#.*$/gm, ""));
    if (left !== null) throw new Error(`the example still names another machine: ${left[0]}`);
    return renamed;
  };
}

function example(file: string): string {
  return readFileSync(join(EXAMPLES, "redis", file), "utf8");
}
