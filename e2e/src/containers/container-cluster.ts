/** A coordinator and three hosts with a service, each in a container, made of the example's files. */
import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CoordinatorApi, type HistoryEvent, type Member } from "../coordinator-api.ts";
import { Folder } from "../folder.ts";
import type { HostFile, Kit, Place } from "../kits/kit.ts";
import { until } from "../until.ts";
import type { GateAddress } from "../write.ts";
import { ContainerHost } from "./container-host.ts";
import { Disk } from "./disk.ts";
import { OWNER_LABEL, engine } from "./engine.ts";
import { imageWith } from "./image.ts";

/** The node's daemon, by its command line and by the name under which a host starts it. */
export const DAEMON = /packages\/node\/src\/main\.ts/;
export const PHI_NODE = "phi-node";

const TOKENS = { node: "node-secret", operator: "operator-secret", reader: "reader-secret" };
const PORT = 7400;
const HOSTS = [1, 2, 3];
/** Two standbys copy a whole PostgreSQL, a thousand files, on a machine that may be busy with others. */
const SETTLES_AT_FIRST_MS = 150_000;

/** The file of {@link Folder} whose presence tells the reaper to look into the engine. */
export const CONTAINERS_MARK = "containers";

export class ContainerCluster {
  readonly kit: Kit;
  readonly folder: Folder;
  readonly api: CoordinatorApi;
  readonly #subnet: string;
  #coordinator: ContainerHost | undefined;
  #hosts: readonly ContainerHost[] = [];

  private constructor(kit: Kit, name: string) {
    this.kit = kit;
    this.folder = new Folder(name);
    this.#subnet = `10.${randomInt(214, 250)}.${randomInt(0, 256)}`;
    this.api = new CoordinatorApi(`http://${this.#subnet}.10:${PORT}`, TOKENS.operator);
    writeFileSync(join(this.folder.path, CONTAINERS_MARK), "");
  }

  /** Starts everything, and waits until one member is active and the others follow it. */
  static async start(kit: Kit, name: string): Promise<ContainerCluster> {
    const cluster = new ContainerCluster(kit, name);
    try {
      await cluster.#build();
      await cluster.settled(SETTLES_AT_FIRST_MS);
      return cluster;
    } catch (error) {
      const diagnosis = await cluster.diagnosis();
      await cluster.stop();
      throw new Error(`the cluster did not come up\n${diagnosis}`, { cause: error });
    }
  }

  get coordinator(): ContainerHost {
    if (this.#coordinator === undefined) throw new Error("the coordinator was never started");
    return this.#coordinator;
  }

  get hosts(): readonly ContainerHost[] {
    return this.#hosts;
  }

  /** The entrances of all members. */
  get gates(): readonly GateAddress[] {
    return this.#hosts.map(({ name, address }) => ({ name, host: address, port: this.kit.gatePort }));
  }

  placeOf({ name, address }: ContainerHost): Place {
    return { name, address, number: Number(address.at(-1)) };
  }

  async active(): Promise<ContainerHost> {
    const { members } = await this.api.members();
    const active = members.filter(({ role }) => role === "active");
    const host = this.#hosts.find(({ name }) => name === active[0]?.node);
    if (active.length !== 1 || host === undefined) throw new Error(`active: ${rolesOf(members)}`);
    return host;
  }

  async epoch(): Promise<number> {
    return Number((await this.api.group(this.kit.group)).epoch);
  }

  /** Waits until one member is active, and each of the others is alive, follows it, and could take over as the kit has it. */
  settled(deadlineMs: number): Promise<ContainerHost> {
    return until("one member is active, and all others follow it", deadlineMs, async () => {
      const { members } = await this.api.members();
      const active = await this.active();
      const wellMembers = members.filter((member) => isInPlace(member, active.name));
      if (wellMembers.length !== HOSTS.length) throw new Error(`members: ${rolesOf(members)}`);
      for (const host of this.#hosts) {
        if (host !== active && !(await this.kit.follows(this.placeOf(host), this.placeOf(active))))
          throw new Error(`the service of ${host.name} does not follow that of ${active.name}`);
      }
      const { candidates } = await this.api.group(this.kit.group);
      const standbys = candidates.filter(({ node }) => node !== active.name);
      const enough = this.kit.onlyTheFurthest ? 1 : standbys.length;
      if (standbys.filter(({ fit }) => fit).length < enough)
        throw new Error(standbys.map(({ node, refusals }) => `${node}: ${refusals.join(", ")}`).join("; "));
      return active;
    });
  }

  /** What a person needs to find out why something failed. */
  async diagnosis(): Promise<string> {
    const logs = `shopt -s nullglob; tail -n 40 /var/log/*.log ${this.kit.dataFolder}/*.log`;
    const said = async (what: string, ask: () => Promise<string>): Promise<string> =>
      `--- ${what}\n${await ask().catch(String)}`;
    return [
      await said("members", async () => rolesOf((await this.api.members()).members)),
      await said("events", async () => (await this.api.events()).slice(-40).map(lineOf).join("\n")),
      ...(await Promise.all(
        [...(this.#coordinator === undefined ? [] : [this.#coordinator]), ...this.#hosts].map((host) =>
          said(`logs of ${host.name}`, () => host.run("bash", "-c", logs)),
        ),
      )),
    ].join("\n");
  }

  /** Ends everything; the reaper does it, as it would if the harness died. */
  async stop(): Promise<void> {
    await this.folder.remove();
  }

  async #build(): Promise<void> {
    const image = await imageWith(this.kit.packages);
    const owner = basename(this.folder.path);
    const { network } = await engine();
    await network.create({
      Name: owner,
      Driver: "bridge",
      Labels: { [OWNER_LABEL]: owner },
      IPAM: { Driver: "default", Config: [{ Subnet: `${this.#subnet}.0/24` }] },
    });
    const start = (name: string, address: string, files: readonly HostFile[]): Promise<ContainerHost> => {
      const disk = Disk.make(join(this.folder.path, name, "disk"));
      const { dataFolder } = this.kit;
      return ContainerHost.start({ name, image, network: owner, address, owner, files, disk, dataFolder });
    };
    this.#coordinator = await start("coordinator", `${this.#subnet}.10`, this.#coordinatorFiles());
    this.#hosts = await Promise.all(
      HOSTS.map((number) => {
        const place = { name: `${this.kit.group}-${number}`, number, address: `${this.#subnet}.1${number}` };
        return start(place.name, place.address, this.#hostFiles(place));
      }),
    );
  }

  #coordinatorFiles(): readonly HostFile[] {
    // Faults fell one member after the other; none is to be left alone for half a minute because of it.
    const yaml = this.kit.coordinatorYaml().replace(/cooldown: \w+/, "cooldown: 100ms");
    return [
      { path: "/etc/phi/coordinator.yaml", text: this.#placed(yaml, undefined) },
      { path: "/var/lib/phi/.keep", text: "" },
      ...tokenFiles(),
      unit("phi-coordinator", "coordinator"),
    ];
  }

  #hostFiles(place: Place): readonly HostFile[] {
    const own = this.kit.files(place).map((file) => ({ ...file, text: this.#placed(file.text, place) }));
    return [...own, { path: "/var/lib/phi/.keep", text: "" }, ...tokenFiles(), unit(PHI_NODE, "node")];
  }

  /** The example's text with this cluster's addresses; the example's first host becomes `place`. */
  #placed(text: string, place: Place | undefined): string {
    return text
      .replaceAll("10.0.0.11", place?.address ?? "10.0.0.11")
      .replaceAll(/10\.0\.0\.(1\d|0\/24)/g, `${this.#subnet}.$1`)
      .replace("zone: a", `zone: ${"-abc"[place?.number ?? 1] ?? "a"}`);
  }
}

/** What starts a program of ours with its host, as a systemd unit would. */
function unit(program: string, config: string): HostFile {
  const cache = `NODE_COMPILE_CACHE=/var/cache/${program}`;
  const start = `${cache} nohup ${program} --config /etc/phi/${config}.yaml >>/var/log/${program}.log 2>&1 </dev/null &`;
  return { path: `/etc/phi-host/units/50-${program}`, text: `#!/bin/bash\n${start}\n`, mode: 0o755 };
}

function tokenFiles(): readonly HostFile[] {
  return Object.entries(TOKENS).map(([name, secret]) => ({
    path: `/etc/phi/${name}.token`,
    text: `${secret}\n`,
  }));
}

function isInPlace({ node, role, status, checks }: Member, active: string): boolean {
  const [passing, total] = checks.split("/");
  return status === "alive" && passing === total && role === (node === active ? "active" : "standby");
}

function rolesOf(members: readonly Member[]): string {
  return members
    .map(
      ({ node, role, status, epoch, checks }) => `${node} ${role} ${status} epoch ${epoch} checks ${checks}`,
    )
    .join(", ");
}

function lineOf({ at, type, node, epoch, text, facts }: HistoryEvent): string {
  return `${at.slice(11, 23)} ${type} ${node ?? ""} ${epoch ?? ""}: ${text} ${JSON.stringify(facts)}`;
}
