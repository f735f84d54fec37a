import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type BareOptions,
  type BareSite,
  COORDINATOR,
  COORDINATOR_PORT,
  NODE_PORT,
  TOKEN,
  coordinatorYaml,
  hookScript,
  nodeYaml,
} from "./bare-config.ts";
import { CoordinatorApi, type Member } from "./coordinator-api.ts";
import { Folder } from "./folder.ts";
import { Namespaces } from "./namespaces.ts";
import { COORDINATOR_MAIN, NODE_MAIN } from "./paths.ts";
import { Program } from "./program.ts";
import { clockMs, until } from "./until.ts";

const BUSY = join(import.meta.dirname, "busy.ts");
const BUSY_MS_FILE = "busy";

/** When a member's role endpoint answered that it is the active. */
export interface Sighting {
  readonly node: string;
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** A coordinator and nodes whose services are nothing but hooks that write down what they were told. */
export class BareCluster {
  readonly folder: Folder;
  readonly coordinator: Program;
  readonly daemons: ReadonlyMap<string, Program>;
  readonly api: CoordinatorApi;
  readonly #options: BareOptions;
  readonly #namespaces: Namespaces | undefined;
  readonly #site: BareSite;

  private constructor(options: BareOptions, folder: Folder, namespaces: Namespaces | undefined) {
    this.folder = folder;
    this.#options = options;
    this.#namespaces = namespaces;
    this.#site = { options, folder: folder.path, addressOf: (host) => this.addressOf(host) };
    writeFileSync(join(folder.path, "token"), TOKEN);
    writeFileSync(join(folder.path, "hook.sh"), hookScript(options.hookSeconds ?? 0), { mode: 0o755 });
    this.coordinator = this.#program(COORDINATOR, COORDINATOR_MAIN, coordinatorYaml(this.#site));
    this.daemons = new Map(
      options.nodes.map((node, index) => [
        node,
        this.#program(node, NODE_MAIN, nodeYaml(this.#site, node, index)),
      ]),
    );
    this.api = new CoordinatorApi(`http://${this.addressOf(COORDINATOR)}:${COORDINATOR_PORT}`, `${TOKEN}-o`);
  }

  /** Starts everything, and waits until the first node is active in every group and the others stand by. */
  static async start(options: BareOptions): Promise<BareCluster> {
    const folder = new Folder(options.name);
    const hosts = [COORDINATOR, ...options.nodes];
    const namespaces = options.apart ? Namespaces.make(folder.path, hosts) : undefined;
    const cluster = new BareCluster(options, folder, namespaces);
    try {
      cluster.coordinator.start();
      for (const daemon of cluster.daemons.values()) daemon.start();
      await cluster.settled();
    } catch (error) {
      const diagnosis = await cluster.diagnosis();
      await cluster.stop();
      throw new Error(`the cluster did not come up\n${diagnosis}`, { cause: error });
    }
    return cluster;
  }

  /** The links between hosts; only where they are apart. */
  get links(): Namespaces {
    if (this.#namespaces === undefined) throw new Error("these hosts are not apart");
    return this.#namespaces;
  }

  /** Waits until every group has one active and all other members are alive and stand by. */
  async settled(): Promise<void> {
    await until("every group has its active and standbys", 60_000, async () => {
      const { members } = await this.api.members();
      for (const group of Object.keys(this.#options.groups)) {
        const its = members.filter((member) => member.group === group && member.status === "alive");
        const active = its.filter(({ role }) => role === "active").length;
        const standby = its.filter(({ role }) => role === "standby").length;
        if (active !== 1 || standby !== this.#options.nodes.length - 1) throw new Error(wordsOf(members));
      }
      return true;
    });
  }

  /** The node that the coordinator calls the group's active. */
  async active(group: string): Promise<string> {
    const { members } = await this.api.members();
    const found = members.find((member) => member.group === group && member.role === "active");
    if (found === undefined) throw new Error(wordsOf(members));
    return found.node;
  }

  async member(group: string, node: string): Promise<Member> {
    const { members } = await this.api.members();
    const found = members.find((member) => member.group === group && member.node === node);
    if (found === undefined) throw new Error(wordsOf(members));
    return found;
  }

  /** The types of all events so far. */
  async happened(): Promise<readonly string[]> {
    return (await this.api.events()).map(({ type }) => type);
  }

  /** What the node's hooks were told, oldest first: `promote GROUP EPOCH`. */
  hooksOf(node: string): readonly string[] {
    try {
      return readFileSync(join(this.folder.path, node, "hooks"), "utf8")
        .trimEnd()
        .split("\n");
    } catch {
      return [];
    }
  }

  /** The steps that a host's commands began and brought to their end: `begun ID AT` and `done ID AT`, oldest first. */
  stepsOf(host: string): readonly string[] {
    const file = join(this.folder.path, host, "hooks.steps");
    return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  }

  /** The daemon's main loop does nothing else for so long from now on. */
  keepBusy(host: string, ms: number): void {
    const daemon = host === COORDINATOR ? this.coordinator : this.daemons.get(host);
    if (daemon === undefined) throw new Error(`no host ${host}`);
    writeFileSync(join(daemon.folder, BUSY_MS_FILE), String(ms));
    process.kill(daemon.pid, "SIGUSR2");
  }

  /** Asks every node, over and over, whether it is the group's active, until `enough` says so. */
  async watch(
    group: string,
    enough: (sightings: readonly Sighting[]) => Promise<boolean> | boolean,
    deadlineMs: number,
  ): Promise<readonly Sighting[]> {
    const sightings: Sighting[] = [];
    await until(`enough was seen of ${group}`, deadlineMs, async () => {
      await Promise.all(this.#options.nodes.map(async (node) => this.#sight(group, node, sightings)));
      return enough(sightings);
    });
    return sightings;
  }

  /** What a person needs to find out why a test failed. */
  async diagnosis(): Promise<string> {
    const said = async (ask: () => Promise<string>): Promise<string> => ask().catch(String);
    return [
      await said(async () => wordsOf((await this.api.members()).members)),
      await said(async () =>
        (await this.api.events()).map(({ type, node, text }) => `${type} ${node ?? ""}: ${text}`).join("\n"),
      ),
      ...[this.coordinator, ...this.daemons.values()].map(
        ({ name, output }) => `--- log of ${name}\n${output.split("\n").slice(-40).join("\n")}`,
      ),
    ].join("\n");
  }

  /** Ends everything, and removes the folder and the networks. */
  async stop(): Promise<void> {
    await this.folder.remove();
    this.#namespaces?.remove();
  }

  addressOf(host: string): string {
    if (this.#namespaces !== undefined) return this.#namespaces.addressOf(host);
    return `127.0.0.${30 + [COORDINATOR, ...this.#options.nodes].indexOf(host)}`;
  }

  async #sight(group: string, node: string, sightings: Sighting[]): Promise<void> {
    const askedAt = clockMs();
    const url = `http://${this.addressOf(node)}:${NODE_PORT}/role/${group}/active`;
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.status === 200) sightings.push({ node, askedAt, answeredAt: clockMs() });
  }

  #program(host: string, main: string, yaml: string): Program {
    const home = join(this.folder.path, host);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "config.yaml"), yaml);
    const args = [main, "--config", join(home, "config.yaml")];
    return new Program(host, home, args, this.#envOf(host), this.#namespaces?.insideOf(host));
  }

  #envOf(host: string): NodeJS.ProcessEnv {
    const env = { ...process.env, ...this.#options.env?.[host] };
    if (this.#options.canBeBusy !== true) return env;
    return { ...env, NODE_OPTIONS: `--import ${BUSY}`, BUSY_MS_FILE };
  }
}

function wordsOf(members: readonly Member[]): string {
  return members
    .map(({ node, group, role, status, epoch }) => `${node} ${group} ${role} ${status} epoch ${epoch}`)
    .join(", ");
}
