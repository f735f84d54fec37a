/** The daemon put together: the machine, its driver, and everything that its effects reach. */
import { randomInt } from "node:crypto";
import {
  type AgentEffect,
  type AgentEvent,
  type AgentState,
  type GroupId,
  type Instant,
  createAgent,
  groupId,
  nextAgentWake,
  stepAgent,
} from "@phidelity/core";
import {
  type Clock,
  type DirectProbes,
  Driver,
  Listener,
  type Logger,
  answerMetrics,
  createRegistry,
} from "@phidelity/runtime";
import { AgentChecks } from "./agent-check.ts";
import { nameOf, settingsOf } from "./config.ts";
import { isOutOfReach } from "./config-checks.ts";
import type { NodeConfig } from "./config-schema.ts";
import { directProbesOf, tlsFilesOf } from "./direct-probes.ts";
import { type CommandStarter, guardedStarter } from "./command-starter.ts";
import { Effects } from "./effects.ts";
import type { Gate } from "./gate.ts";
import { openGates } from "./gates.ts";
import { Hooks } from "./hooks.ts";
import { Links } from "./links.ts";
import { Memory } from "./memory.ts";
import { NodeMetrics } from "./metrics.ts";
import { Peers } from "./peers.ts";
import { RoleEndpoints } from "./role-endpoints.ts";
import { statusWords } from "./status-words.ts";

/** How long the goodbye may take to leave once everything is given back. */
const GOODBYE_MS = 500;

export interface HostOptions {
  readonly config: NodeConfig;
  readonly clock: Clock;
  readonly log: Logger;
  readonly env: NodeJS.ProcessEnv;
}

/** Why the daemon ends. */
export interface HostEnd {
  readonly reason: string;
  /** 0 for a stop that was asked for and went as it should, else 1. */
  readonly status: 0 | 1;
}

export class Host {
  /** Fulfilled once everything is given back and closed. */
  readonly ended: Promise<HostEnd>;
  readonly #options: HostOptions;
  readonly #memory: Memory;
  readonly #groups: readonly GroupId[];
  readonly #gates = new Map<GroupId, Gate>();
  readonly #registry = createRegistry();
  readonly #roles: RoleEndpoints;
  readonly #agentChecks: AgentChecks;
  readonly #metrics: NodeMetrics;
  readonly #links: Links;
  readonly #peers: Peers;
  readonly #probes: DirectProbes;
  readonly #starter: CommandStarter;
  readonly #finish: (end: HostEnd) => void;
  #listener: Listener | undefined;
  #driver: Driver<AgentState, AgentEvent, AgentEffect> | undefined;
  #stopAsked = false;
  #saveFailed = false;

  private constructor(options: HostOptions, memory: Memory) {
    const { promise, resolve } = Promise.withResolvers<HostEnd>();
    this.ended = promise;
    this.#finish = resolve;
    this.#options = options;
    this.#memory = memory;
    this.#groups = options.config.services.map((service) => groupId(service.group));
    this.#roles = this.#createRoles();
    this.#agentChecks = new AgentChecks((group) => this.#roles.takesTraffic(group), options.log);
    this.#metrics = new NodeMetrics(this.#registry, {
      groups: this.#groups,
      leaseLeftMs: (group) => this.#roles.leaseLeftMs(group),
      servedEpoch: (group) => this.#roles.servedEpoch(group),
      gateCounts: (group) => this.#gates.get(group)?.counts,
    });
    this.#links = this.#createLinks();
    this.#peers = this.#createPeers();
    this.#probes = directProbesOf(options.config, (end) => this.#dispatch(end));
    this.#starter = guardedStarter(options.env, options.log);
  }

  /**
   * Takes the data folder, listens, and begins to look for a coordinator.
   *
   * @throws PhiError DATA_UNUSABLE, PORT_TAKEN or LISTEN_FAILED
   */
  static async start(options: HostOptions): Promise<Host> {
    const { config, clock } = options;
    const memory = await Memory.open(config.data, nameOf(config), Math.floor(clock.wallMs()));
    const host = new Host(options, memory);
    await host.#listen();
    host.#run();
    return host;
  }

  /** How it fares, in one line for people. */
  get words(): string {
    return this.#driver === undefined ? "starting" : statusWords(this.#driver.state);
  }

  /** Gives everything back, says goodbye, and ends. */
  stop(): void {
    this.#stopAsked = true;
    this.#dispatch({ type: "stopRequested" });
  }

  async #listen(): Promise<void> {
    const { config, clock, log } = this.#options;
    const tls = config.tls?.cert === undefined ? undefined : tlsFilesOf(config);
    this.#listener = await Listener.open({
      host: config.listen.host,
      port: config.listen.port,
      clock,
      log,
      ...(tls === undefined ? {} : { tls }),
      http: (request, response) => this.#roles.handle(request, response),
      sockets: { "/v1/peer": this.#peers },
    });
    await openGates(this.#gates, {
      services: config.services,
      clock,
      log,
      onTrouble: (group, detail) => this.#dispatch({ type: "gateTroubled", group, detail }),
    });
    await this.#agentChecks.open(config.services);
  }

  #run(): void {
    const { config, clock, log } = this.#options;
    const port = this.#listener?.port ?? config.listen.port;
    const settings = settingsOf(config, { host: config.listen.host, port });
    const { incarnation, found, rebooted } = this.#memory;
    // A 32-bit seed for jitter; two nodes that start together must not wait alike.
    const start = { incarnation, memory: found, seed: randomInt(2 ** 32), rebooted };
    const effects = this.#createEffects();
    this.#driver = new Driver<AgentState, AgentEvent, AgentEffect>({
      machine: { step: stepAgent, nextWake: nextAgentWake, woke: () => ({ type: "woke" }) },
      first: createAgent(settings, start, clock.now()),
      clock,
      perform: (effect) => effects.perform(effect),
      drops: (event) => event.type === "saveFailed",
    });
    this.#driver.start();
    this.#starter.keepReady();
    const { node, coordinators } = config;
    const { listen, software } = settings;
    log.info({ node, incarnation, listen, coordinators, software }, "started");
    if (isOutOfReach(config)) {
      const mend = "set listen.host to an address of this host, or advertise";
      log.warn({ listen, mend }, "peers on other hosts cannot reach this node, nor witness for it");
    }
  }

  #createRoles(): RoleEndpoints {
    const { config, clock } = this.#options;
    return new RoleEndpoints({
      node: nameOf(config),
      groups: this.#groups,
      clock,
      health: () => ({ node: config.node, incarnation: String(this.#memory.incarnation) }),
      metrics: (response) => void answerMetrics(this.#registry, response),
    });
  }

  #createLinks(): Links {
    const { config, clock, log } = this.#options;
    return new Links({
      clock,
      log,
      token: config.auth.token,
      tls: tlsFilesOf(config),
      intervalMs: config.heartbeat.interval,
      metrics: this.#metrics,
      dispatch: (event) => this.#driver?.dispatch(event),
    });
  }

  #createPeers(): Peers {
    const { config, clock, log } = this.#options;
    return new Peers({
      self: nameOf(config),
      clock,
      log,
      token: config.auth.token,
      tls: tlsFilesOf(config),
      secure: config.tls?.cert !== undefined,
      dispatch: (event, at) => this.#dispatch(event, at),
      onCount: (open) => this.#metrics.peersOpen(open),
    });
  }

  #createEffects(): Effects {
    const { config, log } = this.#options;
    const starter = this.#starter;
    return new Effects({
      log,
      services: config.services,
      links: this.#links,
      peers: this.#peers,
      probes: this.#probes,
      memory: this.#memory,
      hooks: new Hooks({ node: nameOf(config), starter }),
      checks: { node: config.node, services: config.services, starter },
      gates: this.#gates,
      roles: this.#roles,
      metrics: this.#metrics,
      dispatch: (event) => this.#dispatch(event),
      onExit: (reason) => void this.#close(reason),
    });
  }

  #dispatch(event: AgentEvent, at?: Instant): void {
    if (event.type === "saveFailed") this.#saveFailed = true;
    this.#links.drain();
    this.#driver?.dispatch(event, at);
  }

  /** The gates first: nothing passes any more. Then the goodbye has a moment to leave. */
  async #close(reason: string): Promise<void> {
    this.#driver?.stop();
    await Promise.all([...this.#gates.values()].map(async (gate) => gate.close()));
    this.#peers.close();
    this.#probes.stop();
    this.#starter.close();
    await this.#links.closed(GOODBYE_MS);
    await this.#links.stop();
    await this.#listener?.close();
    await this.#agentChecks.close();
    this.#memory.close();
    this.#finish({ reason, status: this.#stopAsked && !this.#saveFailed ? 0 : 1 });
  }
}
