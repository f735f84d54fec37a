/** What kind of cluster a seed gives: how many nodes and groups, their settings, and how their world misbehaves. */
import {
  type AgentSettings,
  type ClusterSettings,
  type GroupSettings,
  type ReplicationMode,
  type ServiceSettings,
  groupId,
  nodeId,
} from "@phidelity/core";
import { PROTOCOL_MAX, PROTOCOL_MIN } from "@phidelity/proto";
import { Dice } from "./dice.ts";
import type { Weather } from "./weather.ts";

/** How hooks, checks and disks behave while faults are on: probabilities for each run, and mean lengths in ms. */
export interface Troubles {
  readonly hookFails: number;
  readonly hookHangs: number;
  readonly saveFails: number;
  readonly saveSlow: number;
  readonly hookMs: number;
  readonly lateTimer: number;
}

export const noTroubles: Troubles = {
  hookFails: 0,
  hookHangs: 0,
  saveFails: 0,
  saveSlow: 0,
  hookMs: 20,
  lateTimer: 0,
};

export interface Shape {
  readonly cluster: ClusterSettings;
  readonly nodes: readonly AgentSettings[];
  /** How late each node is turned on, in ms of true time. */
  readonly startsAfterMs: readonly number[];
  /** How many writes the clients send in a tick. */
  readonly writes: number;
  readonly weather: Weather;
  readonly troubles: Troubles;
  /** Mean time between two faults, in ms of true time. */
  readonly faultEveryMs: number;
}

/** More nodes than any cluster here has: every heartbeat is acked. */
const MANY = 1_000;
const protocol = { min: PROTOCOL_MIN, max: PROTOCOL_MAX };

/** Draws a cluster. */
export function drawShape(dice: Dice): Shape {
  const intervalMs = dice.oneOf([100, 250, 250, 500]);
  const groups = ["db", ...(dice.chance(0.25) ? ["mq"] : []), ...(dice.chance(0.1) ? ["web"] : [])];
  const names = Array.from({ length: dice.oneOf([2, 3, 3, 3, 4, 5]) }, (_, index) => `n${index + 1}`);
  const cluster: ClusterSettings = {
    cluster: "sim",
    coordinator: "c1",
    software: "sim",
    protocol,
    intervalMs,
    lease: {
      durationMs: Math.max(dice.oneOf([1_000, 2_000, 3_000]), 4 * intervalMs),
      drift: dice.oneOf([0.01, 0.05, 0.2, 0.2]),
    },
    detector: {
      law: dice.oneOf(["learned", "normal", "exponential"]),
      suspect: 3.5,
      down: 6,
      alone: 8,
      missed: 2,
      capMs: 5_000,
    },
    // In half of the clusters not every heartbeat is acked.
    manyNodes: intervalMs === 250 ? MANY : 0,
    groups: groups.map((name) =>
      name === "web" ? sharedGroup(dice, name, names.length) : drawGroup(dice, name, names.length),
    ),
  };
  return {
    cluster,
    nodes: names.map((name) => drawNode(dice, name, groups, intervalMs)),
    startsAfterMs: names.map(() => (dice.chance(0.15) ? dice.between(0, 10_000) : 0)),
    writes: dice.whole(1, 20),
    weather: drawWeather(dice),
    troubles: drawTroubles(dice),
    faultEveryMs: dice.oneOf([300, 800, 2_000, 5_000]),
  };
}

/** A cluster without surprises, for stories that are told: one group `db`, and hooks that succeed. */
export function plainShape(nodes: number): Shape {
  const dice = new Dice(1);
  const drawn = drawShape(dice);
  const names = Array.from({ length: nodes }, (_, index) => `n${index + 1}`);
  const cluster: ClusterSettings = {
    ...drawn.cluster,
    intervalMs: 250,
    lease: { durationMs: 2_000, drift: 0.01 },
    detector: { ...drawn.cluster.detector, law: "learned" },
    manyNodes: MANY,
    groups: [plainGroup(nodes)],
  };
  const agents = names.map((name) => drawNode(dice, name, ["db"], 250));
  const services = (agent: AgentSettings): AgentSettings["services"] =>
    agent.services.map((one) => ({ ...one, priority: 100, gateStandby: "refuse" }));
  return {
    ...drawn,
    cluster,
    nodes: agents.map((agent) => ({ ...agent, services: services(agent) })),
    startsAfterMs: [],
    writes: 5,
  };
}

function plainGroup(members: number): GroupSettings {
  const { fenceTimeoutMs: _none, ...plain } = drawGroup(new Dice(1), "db", members);
  return { ...plain, onCoordinatorLoss: "fence" };
}

function drawGroup(dice: Dice, name: string, members: number): GroupSettings {
  const mode: ReplicationMode = dice.oneOf(["async", "sync", "quorum"]);
  return {
    group: groupId(name),
    mode: "active-passive",
    required: 1,
    unit: "",
    spare: 1,
    replication: {
      mode,
      maxLagBytes: dice.oneOf([0, 50, 100_000]),
      writeQuorum: mode === "quorum" ? Math.floor(members / 2) + 1 : 0,
    },
    automatic: !dice.chance(0.1),
    cooldownMs: 30_000,
    failback: false,
    onCoordinatorLoss: dice.oneOf(["fence", "failsafe"]),
    ...(dice.chance(0.3) ? { fenceTimeoutMs: dice.oneOf([500, 2_000]) } : {}),
  };
}

/** A group in which every member serves that is well, without a lease. */
function sharedGroup(dice: Dice, name: string, members: number): GroupSettings {
  const { fenceTimeoutMs: _none, ...group } = drawGroup(dice, name, members);
  return { ...group, mode: "active-active" };
}

function drawNode(dice: Dice, name: string, groups: readonly string[], intervalMs: number): AgentSettings {
  return {
    node: nodeId(name),
    software: "sim",
    protocol,
    zone: "",
    listen: `${name}:7500`,
    intervalMs,
    coordinators: ["c1"],
    services: groups.map((group) => drawService(dice, name, group)),
  };
}

function drawService(dice: Dice, name: string, group: string): ServiceSettings {
  const check = {
    name: "accepts",
    kind: "liveness",
    intervalMs: 500,
    timeoutMs: 200,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
    fastIntervalMs: 50,
  } as const;
  return {
    group: groupId(group),
    address: `${name}:${group}`,
    capacity: 1,
    priority: dice.oneOf([1, 100, 100]),
    checks: [check],
    hooks: {
      promote: { timeoutMs: dice.oneOf([500, 2_000]) },
      demote: { timeoutMs: dice.oneOf([500, 1_000]) },
      follow: { timeoutMs: 1_000 },
      status: { timeoutMs: 500, intervalMs: dice.oneOf([250, 1_000]) },
    },
    gateStandby: dice.oneOf(["refuse", "forward"]),
  };
}

function drawWeather(dice: Dice): Weather {
  const seldom = (): number => dice.oneOf([0, 0, 0.01, 0.05]);
  return {
    delayMs: dice.oneOf([0.2, 2, 20, 60]),
    jitterMs: dice.oneOf([0.1, 2, 20]),
    spike: seldom(),
    spikeMs: dice.oneOf([50, 500, 2_000]),
    loss: seldom(),
    stall: seldom(),
    resent: 0,
    duplicate: seldom(),
    reorder: seldom(),
  };
}

function drawTroubles(dice: Dice): Troubles {
  return {
    hookFails: dice.oneOf([0, 0.05, 0.3]),
    hookHangs: dice.oneOf([0, 0.02, 0.1]),
    saveFails: dice.oneOf([0, 0, 0.01, 0.1]),
    saveSlow: dice.oneOf([0, 0.01, 0.1]),
    hookMs: dice.oneOf([5, 20, 100, 400]),
    lateTimer: dice.oneOf([0, 0.01, 0.1]),
  };
}
