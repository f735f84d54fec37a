/** A container that stands for a host: an address that it keeps, processes that can be struck one by one, a power switch. */
import { execFile } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { promisify } from "node:util";
import { GenericContainer, type StartedTestContainer, Wait } from "testcontainers";
import type { HostFile } from "../kits/kit.ts";
import { BOOTED } from "./boot.ts";
import type { Disk } from "./disk.ts";
import { OWNER_LABEL, docker, engine } from "./engine.ts";

const run = promisify(execFile);

/** Three containers begin at once, on a machine that may be busy with others. */
const BOOT_WITHIN_MS = 60_000;
const SHARED_MEMORY_BYTES = 256 * 1024 * 1024;
/** The weight of eight processes beside the machine's others: about as many as a host has that want to run at once. */
const CPU_SHARES = 8 * 1024;

export interface HostPlan {
  readonly name: string;
  readonly image: string;
  readonly network: string;
  readonly address: string;
  /** The name of the harness's folder. */
  readonly owner: string;
  readonly files: readonly HostFile[];
  /** The disk for the service's data, and where the host has it. */
  readonly disk: Disk;
  readonly dataFolder: string;
}

type Signal = "SIGKILL" | "SIGSTOP" | "SIGCONT" | "SIGTERM";

/** testcontainers gives no container an address or a weight of our choice. */
class PlacedContainer extends GenericContainer {
  constructor(image: string, network: string, address: string, cgroupParent: string | undefined) {
    super(image);
    this.withNetworkMode(network);
    this.hostConfig.CpuShares = CPU_SHARES;
    if (cgroupParent !== undefined) this.hostConfig.CgroupParent = cgroupParent;
    this.createOpts.NetworkingConfig = {
      EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: address } } },
    };
  }
}

export class ContainerHost {
  readonly plan: HostPlan;
  readonly #container: StartedTestContainer;
  #pid: number;

  private constructor(plan: HostPlan, container: StartedTestContainer, pid: number) {
    this.plan = plan;
    this.#container = container;
    this.#pid = pid;
  }

  /** Makes and starts it; returns once it has started its services. */
  static async start(plan: HostPlan): Promise<ContainerHost> {
    const container = await new PlacedContainer(
      plan.image,
      plan.network,
      plan.address,
      await groupOfContainers(),
    )
      .withName(`${plan.owner}-${plan.name}`)
      .withHostname(plan.name)
      .withLabels({ [OWNER_LABEL]: plan.owner })
      .withEntrypoint(["/usr/local/bin/boot"])
      .withSharedMemorySize(SHARED_MEMORY_BYTES)
      .withBindMounts([{ source: plan.disk.place, target: plan.dataFolder }])
      .withCopyContentToContainer(
        plan.files.map(({ path, text, mode = 0o644 }) => ({ target: path, content: text, mode })),
      )
      .withWaitStrategy(Wait.forLogMessage(BOOTED))
      .withStartupTimeout(BOOT_WITHIN_MS)
      .start();
    return new ContainerHost(plan, container, await pidOf(container.getId()));
  }

  get name(): string {
    return this.plan.name;
  }

  get address(): string {
    return this.plan.address;
  }

  get id(): string {
    return this.#container.getId();
  }

  get disk(): Disk {
    return this.plan.disk;
  }

  /** The id of the host's first process, as this machine counts. */
  get firstPid(): number {
    return this.#pid;
  }

  /** The command that runs another one of this machine in the host's network. */
  get inNetwork(): readonly [string, ...string[]] {
    return ["nsenter", "-t", String(this.#pid), "-n"];
  }

  /** The ids, as this machine counts, of the host's processes whose command line fits. */
  pidsOf(commandLine: RegExp): readonly number[] {
    const home = namespaceOf(this.#pid);
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter(
        (pid) => pid !== this.#pid && namespaceOf(pid) === home && commandLine.test(commandLineOf(pid)),
      );
  }

  /** Sends a signal to all of them at once; throws where there is none. */
  signal(commandLine: RegExp, signal: Signal): void {
    const pids = this.pidsOf(commandLine);
    if (pids.length === 0) throw new Error(`nothing on ${this.name} is called ${String(commandLine)}`);
    for (const pid of pids) signalTo(pid, signal);
  }

  /** Runs a command inside; gives what it printed, and throws where it fails. */
  async run(...command: readonly string[]): Promise<string> {
    const { exitCode, output } = await this.#container.exec([...command]);
    if (exitCode !== 0) throw new Error(`${command.join(" ")} on ${this.name}: ${output}`);
    return output;
  }

  /** Runs a command of this machine in the host's network. */
  async runInNetwork(...command: readonly string[]): Promise<string> {
    const [program, ...args] = [...this.inNetwork, ...command] as const;
    return (await run(program, args)).stdout;
  }

  async freeze(): Promise<void> {
    await (await this.#inEngine()).pause();
  }

  async thaw(): Promise<void> {
    await (await this.#inEngine()).unpause();
  }

  async isFrozen(): Promise<boolean> {
    return (await (await this.#inEngine()).inspect()).State.Paused;
  }

  async isOn(): Promise<boolean> {
    return (await (await this.#inEngine()).inspect()).State.Running;
  }

  /** As if the power went: everything ends at once, and what the kernel had taken for the disk stays. */
  async powerOff(): Promise<void> {
    await (await this.#inEngine()).kill({ signal: "SIGKILL" });
  }

  async powerOn(): Promise<void> {
    await (await this.#inEngine()).start();
    this.#pid = await pidOf(this.id);
  }

  /** How much of one processor all of the host may use; 0 for no limit. */
  async limitCpu(share: number): Promise<void> {
    await (
      await this.#inEngine()
    ).update({ CpuPeriod: 100_000, CpuQuota: share === 0 ? -1 : share * 100_000 });
  }

  async #inEngine(): Promise<ReturnType<Awaited<ReturnType<typeof engine>>["container"]["getById"]>> {
    return (await engine()).container.getById(this.id);
  }
}

/**
 * Where the engine makes control groups itself, it puts all containers into one, and on a machine whose other processes
 * are in none, that one counts as much as a single process of them: whole clusters would starve beside a few busy programs.
 */
async function groupOfContainers(): Promise<string | undefined> {
  return (await docker("info", "--format", "{{.CgroupDriver}}")) === "cgroupfs" ? "/" : undefined;
}

async function pidOf(id: string): Promise<number> {
  const { container } = await engine();
  return (await container.inspect(container.getById(id))).State.Pid;
}

function namespaceOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined; // It has just ended.
  }
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return ""; // It has just ended.
  }
}

/** One that has ended meanwhile, as the server process of a client that left, hears nothing and needs nothing. */
function signalTo(pid: number, signal: Signal): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
