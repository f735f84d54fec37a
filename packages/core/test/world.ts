/**
 * A coordinator and some nodes in virtual time, joined by links that a test can cut in either direction. Everything
 * works but the links: hooks and checks succeed, saves are durable at once. `packages/sim` has the world of all faults;
 * this one is for stories that are told step by step.
 */
import {
  type AgentEffect,
  type AgentEvent,
  type AgentMemory,
  type AgentState,
  type ClusterEffect,
  type ClusterEvent,
  type ClusterSettings,
  type ClusterState,
  type DirectProbe,
  type GroupSettings,
  type HookEnd,
  type HookFacts,
  type MemberRow,
  type NodeId,
  type NodeMessage,
  type Departure,
  type ProbeEnded,
  type ProbeOutcome,
  type StoredCluster,
  type StoredGroup,
  type StoredNode,
  createAgent,
  createCluster,
  departuresOf,
  groupId,
  groupOf,
  incarnation,
  instant,
  membersOf,
  nextAgentWake,
  nextClusterWake,
  nodeId,
  stepAgent,
  stepCluster,
  term,
} from "../src/index.ts";

export const DB = groupId("db");
export const INTERVAL_MS = 100;
export const LEASE_MS = 1_000;
export const DRIFT = 0.01;
const DELAY_MS = 1;
/** How often a coordinator that is behind gets around to what is due. */
const BUSY_ROUND_MS = 10;
const HOOK_MS = 5;

export interface WorldOptions {
  readonly nodes: readonly string[];
  readonly group?: Partial<GroupSettings>;
  readonly capMs?: number;
  readonly manyNodes?: number;
  /** Of the lease; {@link LEASE_MS} where it is left out. */
  readonly leaseMs?: number;
  /** How long hooks and the fence command take. */
  readonly hookMs?: number;
  /** What a node's status hook prints; without it there is no such hook. */
  readonly status?: (node: string, facts: HookFacts) => HookEnd["replication"];
}

/** One daemon: its machine, and what its shell would have done. */
export interface Daemon {
  readonly node: NodeId;
  state: AgentState;
  /** What its sending thread is to say, soonest first, and on which connection. */
  planned: Departure[];
  plannedOn: number;
  /** What came while its main loop is stuck; undefined where it is not. */
  missed: AgentEvent[] | undefined;
  memory: AgentMemory;
  starts: number;
  running: boolean;
  /** Until when its gate passes bytes; far in the past where it does not. */
  servesUntil: number;
  servedEpoch: number;
  readonly hooks: string[];
  /** Steps as they began and came to the end: `begun 4-promote`, `done 4-promote`. */
  readonly steps: string[];
}

export class World {
  now = 0;
  cluster: ClusterState;
  clusterRuns = true;
  readonly daemons = new Map<string, Daemon>();
  readonly history: {
    readonly at: number;
    readonly type: string;
    readonly text: string;
    readonly facts: Readonly<Record<string, string>>;
  }[] = [];
  /** The fence command's steps, as a daemon's. */
  readonly fences: string[] = [];
  /** Everything that was ever sent from one end to another, as `from>to type`. */
  readonly sent: { readonly at: number; readonly what: string }[] = [];
  /** Daemons whose own address is reached by another way than their connections. */
  readonly reached = new Set<string>();
  /** Daemons whose hooks fail. */
  readonly failing = new Set<string>();
  /** The coordinator's store takes nothing. */
  storeFails = false;
  /** The coordinator has more to read than it can: what comes to it lies unread for so long. */
  behindMs = 0;
  readonly #options: WorldOptions;
  readonly #cuts = new Set<string>();
  readonly #delays = new Map<string, number>();
  readonly #sessions = new Map<number, { readonly node: NodeId; readonly attempt: number }>();
  #lastSession = 0;
  #clusterStarts = 0;
  #clusterWokeAt = 0;
  #queue: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  #order = 0;
  #stored: StoredCluster = { term: term(0), groups: [], nodes: [] };

  constructor(options: WorldOptions) {
    this.#options = options;
    this.cluster = this.#createCluster();
    for (const name of options.nodes) this.#add(nodeId(name));
  }

  /** Cuts what goes from one end to the other; "c1" is the coordinator. Open connections are not told. */
  cut(from: string, to: string): void {
    this.#cuts.add(`${from}>${to}`);
  }

  cutBoth(one: string, other: string): void {
    this.cut(one, other);
    this.cut(other, one);
  }

  /** What goes from one end to the other takes so long from now on. */
  slow(from: string, to: string, ms: number): void {
    this.#delays.set(`${from}>${to}`, ms);
  }

  /** The link between two ends works again. */
  join(one: string, other: string): void {
    this.#cuts.delete(`${one}>${other}`);
    this.#cuts.delete(`${other}>${one}`);
  }

  /** Tells a daemon of something that nobody here would have sent. */
  inject(name: string, event: AgentEvent): void {
    this.#stepAgent(this.daemon(name), event);
  }

  /** The daemon's main loop does nothing any more; its sending thread and its host go on. */
  block(name: string): void {
    this.daemon(name).missed ??= [];
  }

  /** The main loop goes on, with all that has come meanwhile: what the sending thread read first, as its shell does. */
  unblock(name: string): void {
    const daemon = this.daemon(name);
    const missed = daemon.missed ?? [];
    daemon.missed = undefined;
    const isRead = ({ type }: AgentEvent): boolean => type === "received";
    for (const event of missed.filter(isRead)) this.#stepAgent(daemon, event);
    for (const event of missed.filter((one) => !isRead(one))) this.#stepAgent(daemon, event);
  }

  /** The main loop is held up for so long. */
  hold(name: string, ms: number): void {
    this.block(name);
    this.run(ms);
    this.unblock(name);
  }

  mend(): void {
    this.#cuts.clear();
  }

  /** Adds a node that was never seen. */
  add(name: string): void {
    this.#add(nodeId(name));
  }

  /** The daemon dies and is started again, with what it had on its disk. */
  restart(name: string): void {
    const daemon = this.daemon(name);
    this.#closeAll(daemon.node);
    daemon.starts += 1;
    daemon.servesUntil = -1;
    daemon.running = true;
    this.#create(daemon);
  }

  /** The daemon's process is killed: its host closes its connections, and refuses new ones. */
  kill(name: string): void {
    const daemon = this.daemon(name);
    this.#closeAll(daemon.node);
    this.#end(daemon);
  }

  /** Its host loses its power: nobody closes anything, and nothing answers any more. */
  powerOff(name: string): void {
    for (const other of ["c1", ...this.daemons.keys()]) if (other !== name) this.cutBoth(name, other);
    this.#end(this.daemon(name));
  }

  /** Something between the two ends closes their connection at both, though both live. */
  breakLink(one: string, other: string): void {
    const [from, to] = [this.daemons.get(one), this.daemons.get(other)];
    for (const [session, { node }] of this.#sessions) {
      if (node !== one || other !== "c1") continue;
      this.#closeSession(session, "reset");
      this.#stepCluster({ type: "disconnected", session });
    }
    if (from === undefined || to === undefined) return;
    this.#tell(from)({ type: "peerClosed", peer: to.node });
    this.#tell(to)({ type: "peerClosed", peer: from.node });
  }

  #end(daemon: Daemon): void {
    daemon.starts += 1;
    daemon.running = false;
    daemon.servesUntil = -1;
  }

  stopCoordinator(): void {
    this.clusterRuns = false;
    for (const session of this.#sessions.keys()) this.#closeSession(session, "the coordinator is gone");
  }

  startCoordinator(): void {
    this.clusterRuns = true;
    this.#clusterStarts += 1;
    this.cluster = this.#createCluster();
  }

  /** The coordinator's process stands still for so long, and everything waits for it. */
  pause(ms: number): void {
    this.now += ms;
  }

  order(action: Extract<ClusterEvent, { type: "requested" }>["action"]): void {
    this.#stepCluster({ type: "requested", request: `r${this.now}`, by: "ann", dryRun: false, action });
  }

  /** Runs on for so long; `watch` is called after everything that happens. */
  run(ms: number, watch: () => void = () => {}): void {
    const end = this.now + ms;
    for (;;) {
      const next = this.#nextAt();
      if (next > end) break;
      this.now = Math.max(this.now, next);
      this.#runDue();
      watch();
    }
    this.now = end;
  }

  /** Runs until it is so; fails after a minute of virtual time. */
  until(what: string, condition: () => boolean): number {
    const start = this.now;
    while (!condition()) {
      if (this.now - start > 60_000) throw new Error(`never came: ${what}\n${this.story()}`);
      this.run(1);
    }
    return this.now - start;
  }

  daemon(name: string): Daemon {
    const daemon = this.daemons.get(name);
    if (daemon === undefined) throw new Error(`no daemon ${name}`);
    return daemon;
  }

  serves(name: string): boolean {
    const { servesUntil, missed } = this.daemon(name);
    return this.now < servesUntil && missed === undefined;
  }

  /** Those whose gates pass bytes now. */
  serving(): string[] {
    return [...this.daemons.keys()].filter((name) => this.serves(name));
  }

  member(name: string): MemberRow {
    const rows = membersOf(this.cluster, instant(this.now), this.now).members;
    const row = rows.find((one) => one.node === name);
    if (row === undefined) throw new Error(`no member ${name}`);
    return row;
  }

  summary(): NonNullable<ReturnType<typeof groupOf>> {
    const summary = groupOf(this.cluster, DB, instant(this.now), this.now);
    if (summary === undefined) throw new Error("no group");
    return summary;
  }

  happened(type: string): boolean {
    return this.history.some((one) => one.type === type);
  }

  story(): string {
    return this.history.map(({ at, type, text }) => `${at} ${type}: ${text}`).join("\n");
  }

  #createCluster(): ClusterState {
    const settings: ClusterSettings = {
      cluster: "test",
      coordinator: "c1",
      software: "test",
      protocol: { min: 1, max: 1 },
      intervalMs: INTERVAL_MS,
      lease: { durationMs: this.#options.leaseMs ?? LEASE_MS, drift: DRIFT },
      detector: {
        law: "learned",
        suspect: 3.5,
        down: 6,
        alone: 8,
        missed: 2,
        capMs: this.#options.capMs ?? 1_500,
      },
      ...(this.#options.manyNodes === undefined ? {} : { manyNodes: this.#options.manyNodes }),
      groups: [
        {
          group: DB,
          mode: "active-passive",
          required: 1,
          unit: "",
          spare: 1,
          replication: { mode: "async", maxLagBytes: 1_000, writeQuorum: 0 },
          automatic: true,
          cooldownMs: 0,
          failback: false,
          onCoordinatorLoss: "fence",
          ...this.#options.group,
        },
      ],
    };
    const first = createCluster(settings, this.#stored, instant(this.now), this.now);
    this.cluster = first.state;
    for (const effect of first.effects) this.#doCluster(effect);
    return this.cluster;
  }

  #add(node: NodeId): void {
    const daemon: Daemon = {
      node,
      state: undefined as unknown as AgentState,
      planned: [],
      plannedOn: 0,
      missed: undefined,
      memory: { groups: [] },
      starts: 1,
      running: true,
      servesUntil: -1,
      servedEpoch: 0,
      hooks: [],
      steps: [],
    };
    this.daemons.set(node, daemon);
    this.#create(daemon);
  }

  #create(daemon: Daemon): void {
    const index = this.#options.nodes.indexOf(daemon.node);
    const service = {
      group: DB,
      address: `${daemon.node}:5432`,
      capacity: 1,
      priority: 100 - (index < 0 ? 50 : index),
      checks: [],
      hooks: {
        promote: { timeoutMs: 1_000 },
        demote: { timeoutMs: 1_000 },
        follow: { timeoutMs: 1_000 },
        ...(this.#options.status === undefined ? {} : { status: { timeoutMs: 500, intervalMs: 500 } }),
      },
      gateStandby: "refuse",
    } as const;
    const settings = {
      node: daemon.node,
      software: "test",
      protocol: { min: 1, max: 1 },
      zone: "",
      listen: `${daemon.node}:7500`,
      intervalMs: INTERVAL_MS,
      coordinators: ["ws://c1:7400"],
      services: [service],
    };
    daemon.planned = [];
    daemon.missed = undefined;
    const start = {
      incarnation: incarnation(daemon.starts),
      memory: daemon.memory,
      seed: index + 7,
      rebooted: false,
    };
    const first = createAgent(settings, start, instant(this.now));
    daemon.state = first.state;
    for (const effect of first.effects) this.#doAgent(daemon, effect);
  }

  #nextAt(): number {
    const wakes = [...this.daemons.values()].flatMap((one) => [
      wakeOf(one) ?? Infinity,
      senderWakeOf(one) ?? Infinity,
    ]);
    const cluster = this.clusterRuns ? this.#clusterWakesAt() : Infinity;
    const queued = this.#queue.reduce((first, one) => Math.min(first, one.at), Infinity);
    return Math.max(this.now, Math.min(queued, cluster, ...wakes));
  }

  #runDue(): void {
    const due = this.#queue.filter((one) => one.at <= this.now);
    this.#queue = this.#queue.filter((one) => one.at > this.now);
    due.sort((one, other) => one.at - other.at || one.order - other.order);
    for (const { run } of due) run();
    for (const daemon of this.daemons.values()) {
      const wake = wakeOf(daemon);
      if (wake !== undefined && wake <= this.now) this.#stepAgent(daemon, { type: "woke" });
      this.#sendDue(daemon);
    }
    if (this.clusterRuns && this.#clusterWakesAt() <= this.now) this.#wakeCluster();
  }

  /** What is due before all has been read that came by then is asked for again and again. */
  #clusterWakesAt(): number {
    const at = nextClusterWake(this.cluster);
    return this.behindMs === 0 ? at : Math.max(at, this.#clusterWokeAt + BUSY_ROUND_MS);
  }

  #wakeCluster(): void {
    this.#clusterWokeAt = this.now;
    this.#stepCluster({ type: "woke", readUntil: instant(this.now - this.behindMs) });
  }

  #later(ms: number, run: () => void): void {
    this.#order += 1;
    this.#queue.push({ at: this.now + ms, order: this.#order, run });
  }

  /** Hands something over unless that way is cut now or when it would arrive. */
  #carry(from: string, to: string, what: string, run: () => void): void {
    const way = `${from}>${to}`;
    this.sent.push({ at: this.now, what: `${way} ${what}` });
    if (this.#cuts.has(way)) return;
    const unreadMs = to === "c1" ? this.behindMs : 0;
    this.#later((this.#delays.get(way) ?? DELAY_MS) + unreadMs, () => {
      if (!this.#cuts.has(way)) run();
    });
  }

  #isOpen(one: string, other: string): boolean {
    return !this.#cuts.has(`${one}>${other}`) && !this.#cuts.has(`${other}>${one}`);
  }

  /** As the shell's `Timetable` does it: nothing overtakes a heartbeat, and pulses are not made up for. */
  #sendDue(daemon: Daemon): void {
    const due = daemon.running ? daemon.planned.filter(({ at }) => at <= this.now) : [];
    daemon.planned = daemon.planned.slice(due.length);
    for (const [index, { message }] of due.entries()) {
      const isLast = index === due.length - 1;
      if (message.type === "heartbeat" || isLast) this.#fromNode(daemon.node, daemon.plannedOn, message);
    }
  }

  #hasten(daemon: Daemon): void {
    const [first, ...rest] = daemon.planned;
    if (first?.message.type !== "heartbeat") return;
    daemon.planned = rest;
    this.#fromNode(daemon.node, daemon.plannedOn, first.message);
  }

  /** Nothing leaves on that link any more but the heartbeat that waits for its instant. */
  #sayNoMore(daemon: Daemon, attempt: number): void {
    if (attempt !== daemon.plannedOn) return;
    this.#hasten(daemon);
    daemon.planned = [];
  }

  #say(daemon: Daemon, { attempt, message, said }: Extract<AgentEffect, { type: "send" }>): void {
    this.#hasten(daemon);
    if (message.type !== "heartbeat" || said === undefined) {
      return this.#fromNode(daemon.node, attempt, message);
    }
    daemon.planned = departuresOf(message, said, INTERVAL_MS);
    daemon.plannedOn = attempt;
    this.#sendDue(daemon);
  }

  #stepAgent(daemon: Daemon, event: AgentEvent): void {
    if (event.type === "linkClosed" && event.attempt === daemon.plannedOn) daemon.planned = [];
    if (daemon.missed !== undefined) {
      daemon.missed.push(event);
      return;
    }
    const { state, effects } = stepAgent(daemon.state, event, instant(this.now));
    daemon.state = state;
    for (const effect of effects) this.#doAgent(daemon, effect);
  }

  /** Tells a daemon of something, unless it was started again since. */
  #tell(daemon: Daemon): (event: AgentEvent) => void {
    const start = daemon.starts;
    return (event) => {
      if (daemon.starts === start && daemon.running) this.#stepAgent(daemon, event);
    };
  }

  #doAgent(daemon: Daemon, effect: AgentEffect): void {
    const { node } = daemon;
    const tell = this.#tell(daemon);
    switch (effect.type) {
      case "connect":
        return this.#connect(daemon, effect.attempt, tell);
      case "disconnect":
        this.#sayNoMore(daemon, effect.attempt);
        return this.#endAttempt(node, effect.attempt);
      case "fallSilent":
        return this.#sayNoMore(daemon, effect.attempt);
      case "send":
        return this.#say(daemon, effect);
      case "peerConnect":
        return this.#connectPeers(daemon, this.daemon(effect.peer));
      case "probeDirect":
        return this.#probe(node, effect, tell);
      case "peerDisconnect":
        return this.#carry(node, effect.peer, "end", () =>
          this.#tell(this.daemon(effect.peer))({ type: "peerClosed", peer: node }),
        );
      case "peerSend": {
        const toPeer = this.#tell(this.daemon(effect.peer));
        const { message } = effect;
        return this.#carry(node, effect.peer, message.type, () =>
          toPeer({ type: "peerReceived", peer: node, message }),
        );
      }
      case "save":
        daemon.memory = effect.memory;
        return;
      case "runHook": {
        const { group, hook, run, facts } = effect;
        if (hook !== "status") daemon.hooks.push(`${hook} ${facts.epoch}`);
        const replication = hook === "status" ? this.#options.status?.(node, facts) : undefined;
        const hookMs = this.#options.hookMs ?? HOOK_MS;
        const end = {
          ok: !this.failing.has(node),
          timedOut: false,
          exitCode: 0,
          durationMs: hookMs,
          output: "",
          ...(replication === undefined ? {} : { replication }),
        };
        const step = `${facts.epoch}-${hook}`;
        const life = daemon.starts;
        daemon.steps.push(`begun ${step}`);
        return this.#later(hookMs, () => {
          if (end.ok && daemon.starts === life && daemon.running) daemon.steps.push(`done ${step}`);
          tell({ type: "hookEnded", group, hook, run, end });
        });
      }
      case "gate":
        daemon.servesUntil = effect.order.mode === "serve" ? effect.order.until : -1;
        daemon.servedEpoch = effect.order.mode === "serve" ? effect.order.epoch : daemon.servedEpoch;
        return;
      case "role":
      case "runCheck":
      case "stopHook":
      case "log":
      case "exit":
        return;
    }
  }

  #connect(daemon: Daemon, attempt: number, tell: (event: AgentEvent) => void): void {
    if (!this.clusterRuns) {
      return this.#later(DELAY_MS, () => tell({ type: "linkClosed", attempt, reason: "refused" }));
    }
    if (!this.#isOpen(daemon.node, "c1")) return; // Nothing answers; the machine gives up by itself.
    this.#lastSession += 1;
    this.#sessions.set(this.#lastSession, { node: daemon.node, attempt });
    this.#later(DELAY_MS, () => tell({ type: "linkOpened", attempt }));
  }

  /** What the daemon, or its host, answers at its own address. */
  #probe(from: string, probe: DirectProbe, tell: (event: ProbeEnded) => void): void {
    const { node, incarnation: asked, limitMs } = probe;
    this.sent.push({ at: this.now, what: `${from}>${node} probeDirect` });
    const ended = (outcome: ProbeOutcome) => (): void =>
      tell({ type: "probeEnded", probe: probe.probe, node, outcome });
    if (!this.#isOpen(from, node) && !this.reached.has(node)) return this.#later(limitMs, ended("silent"));
    const { running, starts } = this.daemon(node);
    this.#later(2 * DELAY_MS, ended(running && starts === asked ? "answered" : "gone"));
  }

  #endAttempt(node: NodeId, attempt: number): void {
    for (const [session, one] of this.#sessions) {
      if (one.node !== node || one.attempt !== attempt) continue;
      this.#carry(node, "c1", "end", () => this.#endSession(session));
    }
  }

  #endSession(session: number): void {
    if (this.#sessions.delete(session)) this.#stepCluster({ type: "disconnected", session });
  }

  #closeSession(session: number, reason: string): void {
    const one = this.#sessions.get(session);
    this.#sessions.delete(session);
    const daemon = one === undefined ? undefined : this.daemons.get(one.node);
    if (one === undefined || daemon === undefined) return;
    const tell = this.#tell(daemon);
    this.#later(DELAY_MS, () => tell({ type: "linkClosed", attempt: one.attempt, reason }));
  }

  /** The kernel of a dead process closes its sockets. */
  #closeAll(node: NodeId): void {
    for (const [session, one] of this.#sessions) {
      if (one.node === node) this.#carry(node, "c1", "end", () => this.#endSession(session));
    }
    for (const peer of this.daemons.values()) {
      const tell = this.#tell(peer);
      if (peer.node !== node)
        this.#carry(node, peer.node, "end", () => tell({ type: "peerClosed", peer: node }));
    }
  }

  #fromNode(node: NodeId, attempt: number, message: NodeMessage): void {
    for (const [session, one] of this.#sessions) {
      if (one.node !== node || one.attempt !== attempt) continue;
      this.#carry(node, "c1", message.type, () => {
        if (this.#sessions.has(session)) this.#stepCluster({ type: "received", session, message });
      });
    }
  }

  #connectPeers(from: Daemon, to: Daemon): void {
    const [tellFrom, tellTo] = [this.#tell(from), this.#tell(to)];
    const open = this.#isOpen(from.node, to.node) && to.running;
    this.#later(DELAY_MS, () => {
      tellFrom({ type: open ? "peerOpened" : "peerClosed", peer: to.node });
      if (open) tellTo({ type: "peerOpened", peer: from.node });
    });
  }

  #stepCluster(event: ClusterEvent): void {
    if (!this.clusterRuns) return;
    const { state, effects } = stepCluster(this.cluster, event, instant(this.now));
    this.cluster = state;
    for (const effect of effects) this.#doCluster(effect);
  }

  #doCluster(effect: ClusterEffect): void {
    switch (effect.type) {
      case "send": {
        const one = this.#sessions.get(effect.session);
        if (one === undefined) return;
        const tell = this.#tell(this.daemon(one.node));
        const { message } = effect;
        return this.#carry("c1", one.node, message.type, () =>
          tell({ type: "received", attempt: one.attempt, message }),
        );
      }
      case "disconnect":
        return this.#closeSession(effect.session, effect.reason);
      case "save":
        if (this.storeFails)
          return this.#later(0, () =>
            this.#stepCluster({ type: "saveFailed", revision: effect.revision, detail: "disk full" }),
          );
        this.#keep(effect.changes);
        return this.#later(0, () => this.#stepCluster({ type: "saved", revision: effect.revision }));
      case "record": {
        const { type, text, facts } = effect.entry;
        this.history.push({ at: this.now, type, text, facts });
        return;
      }
      case "probeDirect":
        return this.#probe("c1", effect, (event) => this.#stepCluster(event));
      case "fence":
        return this.#fence(effect);
      case "progress":
      case "answer":
        return;
    }
  }

  /** It succeeds always; a coordinator that died meanwhile is not told. */
  #fence({ group, epoch, node }: Extract<ClusterEffect, { type: "fence" }>): void {
    const life = this.#clusterStarts;
    this.fences.push(`begun ${epoch}-fence`);
    this.#later(this.#options.hookMs ?? HOOK_MS, () => {
      if (!this.clusterRuns || this.#clusterStarts !== life) return;
      this.fences.push(`done ${epoch}-fence`);
      this.#stepCluster({ type: "fenceEnded", group, epoch, ok: true, detail: `${node} is off` });
    });
  }

  #keep(changes: Extract<ClusterEffect, { type: "save" }>["changes"]): void {
    const merged = <Kind extends StoredGroup | StoredNode>(
      before: readonly Kind[],
      after: readonly Kind[],
      name: (one: Kind) => string,
    ): Kind[] => [...new Map([...before, ...after].map((one) => [name(one), one])).values()];
    this.#stored = {
      term: changes.term ?? this.#stored.term,
      groups: merged(this.#stored.groups, changes.groups ?? [], (one) => one.group),
      nodes: merged(this.#stored.nodes, changes.nodes ?? [], (one) => one.node),
    };
  }
}

function wakeOf({ running, missed, state }: Daemon): number | undefined {
  return running && missed === undefined ? nextAgentWake(state) : undefined;
}

function senderWakeOf({ running, planned }: Daemon): number | undefined {
  return running ? planned[0]?.at : undefined;
}

/** A cluster whose first node is active and whose others follow it, heard for long enough to be known. */
export function settledWorld(options: WorldOptions): World {
  const world = new World(options);
  const others = options.nodes.slice(1);
  world.until("everybody in place", () => {
    const first = options.nodes[0] ?? "";
    return world.serves(first) && others.every((name) => world.member(name).role === "standby");
  });
  world.run(5_000);
  return world;
}
