/** What the node exports to Prometheus. Figures for people: nothing is decided by them. */
import type { GroupId, HookName } from "@phidelity/core";
import { Counter, Gauge, Histogram, type Registry } from "@phidelity/runtime";
import type { GateCounts } from "./gate.ts";

export interface MetricsSources {
  readonly groups: readonly GroupId[];
  readonly leaseLeftMs: (group: GroupId) => number;
  readonly servedEpoch: (group: GroupId) => number;
  /** Undefined for a group without a gate. */
  readonly gateCounts: (group: GroupId) => GateCounts | undefined;
}

/** Round trips on a LAN take a tenth of a millisecond, those round the world a third of a second. */
const ROUND_TRIP_BUCKETS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
/** From a script of a few ms to a replica that is rebuilt. */
const HOOK_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export class NodeMetrics {
  readonly #links: Counter<"what">;
  readonly #connected: Gauge;
  readonly #peers: Gauge;
  readonly #heartbeats: Counter<"what">;
  readonly #roundTrip: Histogram;
  readonly #checks: Counter<"group" | "check" | "result">;
  readonly #passing: Gauge<"group" | "check">;
  readonly #hooks: Histogram<"group" | "hook" | "result">;

  constructor(registry: Registry, sources: MetricsSources) {
    const registers = [registry];
    exportLeases(registers, sources);
    exportGates(registers, sources);
    this.#links = new Counter({
      name: "phi_node_links_total",
      help: "Connections to coordinators, by what became of them.",
      labelNames: ["what"],
      registers,
    });
    this.#connected = new Gauge({
      name: "phi_node_connected",
      help: "1 while a coordinator has taken this node in.",
      registers,
    });
    this.#peers = new Gauge({
      name: "phi_node_peers_connected",
      help: "Members of this node's groups with which a connection is open.",
      registers,
    });
    this.#heartbeats = new Counter({
      name: "phi_node_heartbeats_total",
      help: "Heartbeats sent, those that were acked, and pulses that were, which left while the main loop was late.",
      labelNames: ["what"],
      registers,
    });
    this.#roundTrip = new Histogram({
      name: "phi_node_heartbeat_round_trip_seconds",
      help: "From a heartbeat to its ack.",
      buckets: ROUND_TRIP_BUCKETS,
      registers,
    });
    this.#checks = new Counter({
      name: "phi_node_checks_total",
      help: "Runs of checks, by result.",
      labelNames: ["group", "check", "result"],
      registers,
    });
    this.#passing = new Gauge({
      name: "phi_node_check_passing",
      help: "1 where the last run of the check passed.",
      labelNames: ["group", "check"],
      registers,
    });
    this.#hooks = new Histogram({
      name: "phi_node_hook_duration_seconds",
      help: "How long hooks ran, by result.",
      labelNames: ["group", "hook", "result"],
      buckets: HOOK_BUCKETS,
      registers,
    });
  }

  linkOpened(): void {
    this.#links.inc({ what: "opened" });
  }

  welcomed(): void {
    this.#connected.set(1);
  }

  linkClosed(): void {
    this.#links.inc({ what: "closed" });
    this.#connected.set(0);
  }

  peersOpen(open: number): void {
    this.#peers.set(open);
  }

  heartbeatSent(): void {
    this.#heartbeats.inc({ what: "sent" });
  }

  /** @param sequence of the heartbeat that is acked, 0 for a pulse */
  acked(sequence: number, roundTripMs: number | undefined): void {
    this.#heartbeats.inc({ what: sequence === 0 ? "pulsed" : "acked" });
    if (roundTripMs !== undefined) this.#roundTrip.observe(roundTripMs / 1_000);
  }

  checkEnded(group: GroupId, check: string, ok: boolean): void {
    this.#checks.inc({ group, check, result: ok ? "passed" : "failed" });
    this.#passing.set({ group, check }, ok ? 1 : 0);
  }

  hookEnded(group: GroupId, hook: HookName, ok: boolean, durationMs: number): void {
    this.#hooks.observe({ group, hook, result: ok ? "succeeded" : "failed" }, durationMs / 1_000);
  }
}

function exportLeases(registers: Registry[], sources: MetricsSources): void {
  const left = new Gauge({
    name: "phi_node_lease_remaining_seconds",
    help: "How long the lease still runs; 0 where there is none.",
    labelNames: ["group"],
    registers,
    collect: () => {
      for (const group of sources.groups) left.set({ group }, sources.leaseLeftMs(group) / 1_000);
    },
  });
  const served = new Gauge({
    name: "phi_node_lease_epoch",
    help: "The epoch that the group is served at; 0 where it is not.",
    labelNames: ["group"],
    registers,
    collect: () => {
      for (const group of sources.groups) served.set({ group }, sources.servedEpoch(group));
    },
  });
}

function exportGates(registers: Registry[], sources: MetricsSources): void {
  const open = new Gauge({
    name: "phi_gate_connections_open",
    help: "Connections open through the gate.",
    labelNames: ["group"],
    registers,
    collect: () => eachGate(sources, (group, counts) => open.set({ group }, counts.open)),
  });
  const connections = new Counter({
    name: "phi_gate_connections_total",
    help: "Connections, by what became of them.",
    labelNames: ["group", "what"],
    registers,
    collect: () => {
      connections.reset();
      eachGate(sources, (group, counts) => {
        for (const what of CONNECTION_COUNTS) connections.inc({ group, what }, counts[what]);
      });
    },
  });
  const bytes = new Counter({
    name: "phi_gate_bytes_total",
    help: "Bytes passed on: in is from the clients to the service.",
    labelNames: ["group", "direction"],
    registers,
    collect: () => {
      bytes.reset();
      eachGate(sources, (group, counts) => {
        bytes.inc({ group, direction: "in" }, counts.bytesIn);
        bytes.inc({ group, direction: "out" }, counts.bytesOut);
      });
    },
  });
}

const CONNECTION_COUNTS = ["accepted", "refused", "closed", "connectFailures", "resets", "ended"] as const;

function eachGate(sources: MetricsSources, visit: (group: GroupId, counts: GateCounts) => void): void {
  for (const group of sources.groups) {
    const counts = sources.gateCounts(group);
    if (counts !== undefined) visit(group, counts);
  }
}
