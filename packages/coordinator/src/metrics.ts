/** What Prometheus reads off a coordinator. Gauges are taken from the machine's state when they are asked for. */
import type { GroupSummary, MembersUpdate, NodeStatus } from "@phidelity/core";
import { Counter, Gauge, Histogram, LoopLag, type Registry, createRegistry } from "@phidelity/runtime";

const STATUSES: readonly NodeStatus[] = [
  "joining",
  "alive",
  "suspect",
  "unreachable",
  "down",
  "left",
  "draining",
];
const LEVELS = ["redundant", "atLimit", "below"];
/** From a fast disk's commit to one that is about to fail. */
const SAVE_BUCKETS_S = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What the gauges are read from. */
export interface MetricsSources {
  members(): MembersUpdate;
  groups(): readonly GroupSummary[];
}

export class CoordinatorMetrics {
  readonly #registry: Registry = createRegistry();
  readonly #lag = new LoopLag();
  #heartbeats = 0;
  readonly #strangers: Counter;
  readonly #events: Counter<"type" | "group">;
  readonly #saves: Histogram;
  readonly #saveFailures: Counter;

  constructor() {
    const registers = [this.#registry];
    this.#countHeartbeats(registers);
    this.#strangers = new Counter({
      name: "phi_refused_total",
      help: "Frames, requests and connections that could not be read or were not let in.",
      registers,
    });
    this.#events = new Counter({
      name: "phi_events_total",
      help: "What happened, by type (failovers among it) and group.",
      labelNames: ["type", "group"],
      registers,
    });
    this.#saves = new Histogram({
      name: "phi_save_seconds",
      help: "How long the store took to make a change durable.",
      buckets: SAVE_BUCKETS_S,
      registers,
    });
    this.#saveFailures = new Counter({
      name: "phi_save_failures_total",
      help: "Changes that the store did not take.",
      registers,
    });
  }

  heartbeat(): void {
    this.#heartbeats += 1;
  }

  stranger(): void {
    this.#strangers.inc();
  }

  event(type: string, group: string): void {
    this.#events.inc({ type, group });
  }

  saved(tookMs: number, ok: boolean): void {
    this.#saves.observe(tookMs / 1_000);
    if (!ok) this.#saveFailures.inc();
  }

  /** Adds the gauges; called once, when there is a state to read. */
  watch(sources: MetricsSources): void {
    this.#watchNodes(sources);
    this.#watchGroups(sources);
    const lag = this.#lag;
    this.#gauge(
      "phi_event_loop_lag_seconds",
      "The worst lag of the event loop since it was last asked for.",
      [],
      (set) => set({}, lag.takeWorstMs() / 1_000),
    );
    this.#gauge("phi_term", "The term of this coordinator.", [], (set) => set({}, sources.members().term));
  }

  /** `GET /metrics`. */
  async page(): Promise<{ readonly text: string; readonly type: string }> {
    return { text: await this.#registry.metrics(), type: this.#registry.contentType };
  }

  stop(): void {
    this.#lag.stop();
  }

  /** Counted in a number, which is put into the counter when that is read: they come by the ten thousand. */
  #countHeartbeats(registers: Registry[]): void {
    let told = 0;
    const counter: Counter = new Counter({
      name: "phi_heartbeats_total",
      help: "Heartbeats received.",
      registers,
      collect: () => {
        counter.inc(this.#heartbeats - told);
        told = this.#heartbeats;
      },
    });
  }

  #watchNodes(sources: MetricsSources): void {
    this.#gauge("phi_node_phi", "How surprising the node's present silence is.", ["node"], (set) => {
      for (const { node, phi } of sources.members().members) set({ node }, phi);
    });
    this.#gauge("phi_node_status", "1 for the status that the node has.", ["node", "status"], (set) => {
      for (const row of sources.members().members)
        for (const status of STATUSES) set({ node: row.node, status }, Number(row.status === status));
    });
    this.#gauge(
      "phi_member_role",
      "1 for the role that the node has in the group.",
      ["group", "node", "role"],
      (set) => {
        for (const { group, node, role } of sources.members().members) set({ group, node, role }, 1);
      },
    );
    this.#gauge("phi_member_lag_bytes", "How far the member's data is behind.", ["group", "node"], (set) => {
      for (const { group, node, lagBytes } of sources.members().members)
        if (lagBytes !== undefined) set({ group, node }, lagBytes);
    });
  }

  #watchGroups(sources: MetricsSources): void {
    this.#gauge("phi_group_epoch", "The epoch of the group.", ["group"], (set) => {
      for (const { group, epoch } of sources.groups()) set({ group }, Number(epoch));
    });
    this.#gauge("phi_group_serving", "1 while the group serves.", ["group"], (set) => {
      for (const { group, serving, serve } of sources.groups())
        set({ group }, Number(serving || serve.length > 0));
    });
    this.#gauge("phi_group_paused", "1 while automatic failover is paused.", ["group"], (set) => {
      for (const { group, paused } of sources.groups()) set({ group }, Number(paused !== null));
    });
    this.#gauge(
      "phi_group_capacity_level",
      "1 for the level that the group has.",
      ["group", "level"],
      (set) => {
        for (const { group, capacity } of sources.groups())
          for (const level of LEVELS) set({ group, level }, Number(capacity.level === level));
      },
    );
    this.#gauge("phi_group_capacity", "Required and available capacity.", ["group", "what"], (set) => {
      for (const { group, capacity } of sources.groups()) {
        set({ group, what: "required" }, capacity.required);
        set({ group, what: "available" }, capacity.available);
        set({ group, what: "afterLoss" }, capacity.afterLoss);
      }
    });
  }

  /** A gauge whose rows are set afresh each time that it is read, so that what has gone does not stay. */
  #gauge(
    name: string,
    help: string,
    labelNames: string[],
    read: (set: (labels: Record<string, string>, value: number) => void) => void,
  ): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.#registry],
      collect: () => {
        gauge.reset();
        read((labels, value) => gauge.set(labels, value));
      },
    });
  }
}
