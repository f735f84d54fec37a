import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CoordinatorApi, type HistoryEvent, type Member } from "./coordinator-api.ts";
import type { Database, Example, Recipe } from "./database.ts";
import { Folder } from "./folder.ts";
import { COORDINATOR_MAIN, EXAMPLES, NODE_MAIN } from "./paths.ts";
import { freePort } from "./ports.ts";
import { Program } from "./program.ts";
import { clockMs, until } from "./until.ts";
import type { GateAddress } from "./write.ts";

const COORDINATOR_ADDRESS = "127.0.0.10";
const HOST_ADDRESSES = ["127.0.0.11", "127.0.0.12", "127.0.0.13"];
/** Seconds on a machine of its own; on a very busy one a program alone may take half a minute to start. */
const COMES_UP_MS = 90_000;
const TOKENS = { node: "node-secret", operator: "operator-secret", reader: "reader-secret" };

/** One host: an address of this machine with a database, a node's daemon and its gate. */
export interface Host<D extends Database> {
  readonly name: string;
  readonly address: string;
  readonly database: D;
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
  readonly database: number;
  readonly gate: number;
  readonly listen: number;
  readonly agent: number;
}

export interface ClusterOptions {
  /** How long leases last, where that is not the example's length. */
  readonly lease?: string;
}

/** A coordinator and three hosts with a database, made of the files of an example, in a temporary folder. */
export class Cluster<D extends Database> {
  readonly recipe: Recipe<D>;
  readonly folder: Folder;
  readonly hosts: readonly Host<D>[];
  readonly coordinator: Program;
  readonly coordinatorFile: string;
  readonly api: CoordinatorApi;
  readonly startedAt: number = clockMs();

  private constructor(
    recipe: Recipe<D>,
    folder: Folder,
    ports: Ports,
    databases: readonly D[],
    options: ClusterOptions,
  ) {
    this.recipe = recipe;
    this.folder = folder;
    const rename = renaming(folder.path, recipe, ports);
    for (const [name, secret] of Object.entries(TOKENS)) {
      writeFileSync(join(folder.path, `${name}.token`), `${secret}\n`);
    }
    this.coordinatorFile = join(folder.path, "coordinator.yaml");
    // Tests fell one member after the other; none is to be left alone for half a minute because of it.
    const coordinator = example(recipe, "coordinator.yaml")
      .replace("cooldown: 30s", "cooldown: 100ms")
      .replace("duration: 2s", `duration: ${options.lease ?? "2s"}`);
    writeFileSync(this.coordinatorFile, rename(recipe.adaptCoordinator(coordinator)));
    this.coordinator = new Program("coordinator", join(folder.path, "coordinator"), [
      COORDINATOR_MAIN,
      "--config",
      this.coordinatorFile,
    ]);
    this.api = new CoordinatorApi(`http://${COORDINATOR_ADDRESS}:${ports.coordinator}`, TOKENS.operator);
    this.hosts = databases.map((database, index) =>
      hostOf(recipe, nameOf(recipe, index), database, folder.path, ports),
    );
  }

  /** Starts everything, and waits until one member is active and the others are its replicas. */
  static async start<D extends Database>(
    name: string,
    recipe: Recipe<D>,
    options: ClusterOptions = {},
  ): Promise<Cluster<D>> {
    const folder = new Folder(name, recipe.root);
    const ports = {
      coordinator: await freePort([COORDINATOR_ADDRESS]),
      database: await freePort(HOST_ADDRESSES),
      gate: await freePort(HOST_ADDRESSES),
      listen: await freePort(HOST_ADDRESSES),
      agent: await freePort(HOST_ADDRESSES),
    };
    const sites = HOST_ADDRESSES.map((address, index) => ({
      address,
      port: ports.database,
      home: homeOf(folder.path, nameOf(recipe, index)),
    }));
    const cluster = new Cluster(recipe, folder, ports, await recipe.make(sites), options);
    try {
      await Promise.all(cluster.hosts.map(({ database }) => database.start()));
      cluster.coordinator.start();
      for (const { daemon } of cluster.hosts) daemon.start();
      await cluster.settled(COMES_UP_MS);
    } catch (error) {
      const diagnosis = await cluster.diagnosis();
      await cluster.stop();
      throw new Error(`the cluster did not come up\n${diagnosis}`, { cause: error });
    }
    return cluster;
  }

  /** The host whose member is active; throws where there is none, or more than one is said to be. */
  async active(): Promise<Host<D>> {
    const { members } = await this.api.members();
    const active = members.filter(({ role }) => role === "active");
    const host = this.hosts.find(({ name }) => name === active[0]?.node);
    if (active.length !== 1 || host === undefined) throw new Error(`active: ${rolesOf(members)}`);
    return host;
  }

  /** The hosts that are not active. */
  async standbys(): Promise<readonly Host<D>[]> {
    const active = await this.active();
    return this.hosts.filter((host) => host !== active);
  }

  /** Waits until one member is active, all others are alive standbys, and their databases follow the active's. */
  async settled(deadlineMs = 20_000): Promise<Host<D>> {
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
        if (host !== active && !(await host.database.follows(active.database)))
          throw new Error(`the database of ${host.name} does not follow that of ${active.name}`);
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
    for (const { database } of this.hosts) database.close();
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

function nameOf({ group }: Example, index: number): string {
  return `${group}-${index + 1}`;
}

function homeOf(folder: string, name: string): string {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  return home;
}

function hostOf<D extends Database>(
  recipe: Recipe<D>,
  name: string,
  database: D,
  folder: string,
  ports: Ports,
): Host<D> {
  const home = homeOf(folder, name);
  const { address } = database;
  const configFile = join(home, "node.yaml");
  const yaml = example(recipe, "node.yaml")
    .replace(`node: ${nameOf(recipe, 0)}`, `node: ${name}`)
    .replaceAll("10.0.0.11", address)
    .replace("    gate:", `    agentCheck: { listen: "${address}:${ports.agent}" }\n    gate:`)
    .replace("data: /var/lib/phi/node", `data: ${join(home, "data")}`);
  writeFileSync(configFile, renaming(folder, recipe, ports)(recipe.adaptNode(yaml, database)));
  const daemon = new Program(name, home, [NODE_MAIN, "--config", configFile]);
  const gate = { name, host: address, port: ports.gate };
  return {
    name,
    address,
    database,
    daemon,
    configFile,
    gate,
    listenPort: ports.listen,
    agentPort: ports.agent,
  };
}

/** Puts this machine's addresses, ports and folders in the place of the example's. */
function renaming(folder: string, recipe: Example, ports: Ports): (text: string) => string {
  const left = new RegExp(String.raw`.*(?:10\.0\.0\.|\b${recipe.ports.database}\b).*`);
  return (text) => {
    const renamed = text
      .replaceAll("10.0.0.10", COORDINATOR_ADDRESS)
      .replaceAll(/\b7400\b/g, String(ports.coordinator))
      .replaceAll(/\b7500\b/g, String(ports.listen))
      .replaceAll(new RegExp(String.raw`\b${recipe.ports.gate}\b`, "g"), String(ports.gate))
      .replaceAll("/etc/phi", folder)
      .replaceAll("/var/lib/phi", folder);
    const found = left.exec(renamed.replaceAll(/^\s*#.*$/gm, ""));
    if (found !== null) throw new Error(`the example still names another machine: ${found[0]}`);
    return renamed;
  };
}

function example({ group }: Example, file: string): string {
  return readFileSync(join(EXAMPLES, group, file), "utf8");
}
