import { beforeEach, describe, expect, test } from "vitest";
import { epoch, groupId, incarnation, nodeId, term } from "../ids.ts";
import { type Instant, instant } from "../time.ts";
import type { Ack, CoordinatorMessage, GroupView, View } from "../wire.ts";
import { createAgent, nextAgentWake, stepAgent } from "./agent.ts";
import type { AgentEffect, AgentEvent, AgentMemory, HookEnd } from "./events.ts";
import type { AgentSettings } from "./settings.ts";
import type { AgentState } from "./state.ts";

const db = groupId("db");
const LEASE_MS = 2_000;

const settings: AgentSettings = {
  node: nodeId("n1"),
  software: "test",
  protocol: { min: 1, max: 1 },
  zone: "",
  listen: "127.0.0.1:7500",
  intervalMs: 250,
  coordinators: ["ws://c"],
  services: [
    {
      group: db,
      address: "n1:1",
      capacity: 1,
      priority: 100,
      checks: [],
      hooks: {
        promote: { timeoutMs: 5_000 },
        demote: { timeoutMs: 5_000 },
        follow: { timeoutMs: 5_000 },
        status: { timeoutMs: 1_000, intervalMs: 1_000 },
      },
      gateStandby: "refuse",
    },
  ],
};

const done: HookEnd = { ok: true, timedOut: false, exitCode: 0, durationMs: 1, output: "" };

/** One node, driven by hand: events in, effects out, time as told. */
class Node {
  state: AgentState;
  now: Instant = instant(0);
  effects: readonly AgentEffect[];
  #view = 0;

  constructor(memory: AgentMemory = { groups: [] }, rebooted: boolean = false) {
    const start = { incarnation: incarnation(1), memory, seed: 1, rebooted };
    const first = createAgent(settings, start, this.now);
    this.state = first.state;
    this.effects = first.effects;
  }

  at(ms: number, event: AgentEvent = { type: "woke" }): readonly AgentEffect[] {
    this.now = instant(ms);
    const { state, effects } = stepAgent(this.state, event, this.now);
    this.state = state;
    this.effects = effects;
    for (const effect of effects) if (effect.type === "save") this.memory = effect.memory;
    return effects;
  }

  hears(ms: number, message: CoordinatorMessage): readonly AgentEffect[] {
    return this.at(ms, { type: "received", attempt: this.state.attempt, message });
  }

  connect(ms: number): void {
    this.at(ms, { type: "linkOpened", attempt: this.state.attempt });
    const coordinator = { protocol: 1, software: "test", cluster: "c", coordinator: "c1", term: term(1) };
    this.hears(ms, { type: "welcome", ...coordinator });
  }

  view(ms: number, group: Partial<GroupView>): readonly AgentEffect[] {
    this.#view += 1;
    return this.hears(ms, viewOf(this.#view, group));
  }

  /** Acks the newest heartbeat with a lease. */
  grant(ms: number, at: number, over: Partial<Ack> = {}): readonly AgentEffect[] {
    const leases = [{ group: db, epoch: epoch(at), durationMs: LEASE_MS }];
    return this.hears(ms, { ...ackOf(this.state), leases, ...over });
  }

  /** Ends the hook that runs. */
  ends(
    ms: number,
    hook: "promote" | "demote" | "follow" | "status",
    end: HookEnd = done,
  ): readonly AgentEffect[] {
    const service = this.state.services.get(db);
    const run = hook === "status" ? service?.status.running : service?.running?.run;
    return this.at(ms, { type: "hookEnded", group: db, hook, run: run ?? -1, end });
  }

  makeActive(at = 1): void {
    this.connect(0);
    this.hears(0, ackOf(this.state));
    this.view(0, { epoch: epoch(at), active: nodeId("n1") });
    this.grant(10, at);
    this.ends(20, "promote");
  }

  /** What the disk holds after the turns so far. */
  memory: AgentMemory = { groups: [] };

  get role(): string {
    return this.state.services.get(db)?.role ?? "";
  }
}

function ackOf(state: AgentState): Ack {
  return {
    type: "ack",
    term: term(1),
    incarnation: incarnation(1),
    sequence: state.sequence,
    reportVersion: state.report.version,
    leases: [],
  };
}

function viewOf(version: number, group: Partial<GroupView>): View {
  const whole = {
    group: db,
    mode: "active-passive",
    epoch: epoch(0),
    active: "",
    activeAddress: "",
    serving: false,
    oldNode: "",
    order: "none",
    orderEpoch: epoch(0),
    orderNumber: 0,
    reason: "test",
    ...group,
  };
  return { type: "view", term: term(1), version, groups: [whole as GroupView], peers: [] };
}

const kinds = (effects: readonly AgentEffect[]): string[] => effects.map((effect) => effect.type);
const hooks = (effects: readonly AgentEffect[]): string[] =>
  effects.flatMap((effect) => (effect.type === "runHook" && effect.hook !== "status" ? [effect.hook] : []));
const gates = (effects: readonly AgentEffect[]): string[] =>
  effects.flatMap((effect) => (effect.type === "gate" ? [effect.order.mode] : []));

let node: Node;
beforeEach(() => {
  node = new Node();
});

describe("a lease", () => {
  test("lets the member promote, once what it saw is on the disk", () => {
    node.connect(0);
    node.view(0, { epoch: epoch(1), active: nodeId("n1") });
    const effects = node.grant(10, 1);
    expect(hooks(effects)).toEqual(["promote"]);
    expect(kinds(effects).indexOf("save")).toBeLessThan(kinds(effects).indexOf("runHook"));
  });

  test("opens the gate only after the promotion, and until the lease that counts from the heartbeat's sending", () => {
    node.connect(0);
    node.view(0, { epoch: epoch(1), active: nodeId("n1") });
    expect(gates(node.grant(700, 1))).toEqual([]);
    const opened = node.ends(720, "promote").find((effect) => effect.type === "gate");
    // The heartbeat left at 0; that its ack took 700 ms does not lengthen the lease.
    expect(opened).toMatchObject({ order: { mode: "serve", until: LEASE_MS } });
  });

  test("that ends unrenewed closes the gate first and demotes then, in the same turn", () => {
    node.makeActive();
    expect(nextAgentWake(node.state)).toBeLessThanOrEqual(LEASE_MS);
    expect(gates(node.at(LEASE_MS - 1))).toEqual([]);
    const effects = node.at(LEASE_MS);
    expect(effects[0]).toMatchObject({ type: "gate", order: { mode: "refuse" } });
    expect(hooks(effects)).toEqual(["demote"]);
  });

  test("that ended is not taken up again at the same epoch", () => {
    node.makeActive();
    node.at(LEASE_MS);
    node.grant(LEASE_MS + 10, 1);
    node.ends(LEASE_MS + 20, "demote");
    expect(node.role).toBe("none");
    expect(node.state.services.get(db)?.releasedEpoch).toBe(1);
  });

  test("of an ack that comes after its own end is none", () => {
    node.connect(0);
    node.view(0, { epoch: epoch(1), active: nodeId("n1") });
    node.state.directAckAt = instant(LEASE_MS);
    expect(hooks(node.grant(LEASE_MS, 1))).toEqual([]);
  });

  test("of a smaller epoch, term or another incarnation is dropped", () => {
    node.connect(0);
    node.view(0, { epoch: epoch(5), active: nodeId("n1") });
    expect(hooks(node.grant(10, 4))).toEqual([]);
    expect(hooks(node.grant(20, 5, { term: term(0) }))).toEqual([]);
    expect(hooks(node.grant(30, 5, { incarnation: incarnation(9) }))).toEqual([]);
    expect(node.state.staleMessages).toBe(2);
    node.at(250);
    expect(hooks(node.grant(260, 5))).toEqual(["promote"]);
  });
});

describe("giving back", () => {
  test("is reported only after the demote hook has succeeded", () => {
    node.makeActive();
    expect(gates(node.view(100, { epoch: epoch(1), order: "release", orderEpoch: epoch(1) }))).toEqual([
      "refuse",
    ]);
    expect(node.state.report.services[0]?.releasedEpoch).toBe(0);
    node.ends(150, "demote", { ...done, ok: false, exitCode: 1 });
    expect(node.state.report.services[0]?.releasedEpoch).toBe(0);
    node.at(2_000);
    node.ends(2_010, "demote");
    expect(node.state.report.services[0]?.releasedEpoch).toBe(1);
  });

  test("is done by a daemon that starts where an earlier one served", () => {
    const served = { group: db, seenEpoch: epoch(3), servedEpoch: epoch(3), releasedEpoch: epoch(2) };
    node = new Node({ groups: [{ ...served, dataEpoch: epoch(3) }] });
    expect(hooks(node.effects)).toEqual(["demote"]);
    expect(node.state.report.services[0]).toMatchObject({ role: "demoting", seenEpoch: 3, releasedEpoch: 2 });
    node.ends(10, "demote");
    expect(node.state.report.services[0]?.releasedEpoch).toBe(3);
  });

  test("comes before goodbye when the daemon is told to stop", () => {
    node.makeActive();
    const asked = node.at(100, { type: "stopRequested" });
    expect(gates(asked)).toEqual(["refuse"]);
    expect(kinds(asked)).not.toContain("exit");
    // Whoever is leaving is no candidate for what it gives back.
    expect(node.state.report.services[0]?.health).toBe("failed");
    const ended = node.ends(150, "demote");
    const said = ended.flatMap((effect) => (effect.type === "send" ? [effect.message.type] : []));
    expect(said.at(-1)).toBe("leave");
    expect(kinds(ended).at(-1)).toBe("exit");
    expect(nextAgentWake(node.state)).toBeUndefined();
  });
});

describe("a promotion", () => {
  test("that fails is reported, and its lease given back", () => {
    node.connect(0);
    node.view(0, { epoch: epoch(1), active: nodeId("n1") });
    node.grant(10, 1);
    expect(hooks(node.ends(20, "promote", { ...done, ok: false, exitCode: 3 }))).toEqual(["demote"]);
    node.ends(30, "demote");
    expect(node.state.report.services[0]).toMatchObject({ failedEpoch: 1, releasedEpoch: 1, epoch: 0 });
  });

  test("is stopped when the lease ends while it runs", () => {
    node.connect(0);
    node.view(0, { epoch: epoch(1), active: nodeId("n1") });
    node.grant(10, 1);
    expect(kinds(node.at(LEASE_MS))).toContain("stopHook");
    expect(hooks(node.ends(LEASE_MS + 5, "promote"))).toEqual(["demote"]);
  });
});

test("an active whose status says that it is a replica has failed by its own word", () => {
  node.makeActive();
  expect(node.state.report.services[0]?.health).toBe("healthy");
  node.at(600);
  node.ends(620, "status", { ...done, replication: { role: "replica", position: "7" } });
  expect(node.state.report.services[0]).toMatchObject({ role: "active", health: "failed" });
});

test("a standby follows a new active at once, whatever it did a moment before", () => {
  const other = { active: nodeId("n2"), activeAddress: "n2:1", serving: true } as const;
  node.connect(0);
  expect(hooks(node.view(0, { ...other, epoch: epoch(1) }))).toEqual(["follow"]);
  node.ends(10, "follow");
  expect(node.role).toBe("standby");
  expect(hooks(node.view(20, { ...other, active: nodeId("n3"), epoch: epoch(2) }))).toEqual(["follow"]);
});

test("an active that has not heard yet of its own epoch does not follow the one before it when its lease ends", () => {
  const other = { active: nodeId("n2"), activeAddress: "n2:1", serving: true } as const;
  node.connect(0);
  node.view(0, { ...other, epoch: epoch(1) });
  node.ends(10, "follow");
  node.grant(20, 2);
  node.ends(30, "promote");
  expect(node.role).toBe("active");
  expect(hooks(node.at(20 + LEASE_MS))).toEqual(["demote"]);
  expect(hooks(node.ends(40 + LEASE_MS, "demote"))).toEqual([]);
  expect(node.role).toBe("none");
});

describe("a daemon that starts again", () => {
  const other = { active: nodeId("n2"), activeAddress: "n2:1", serving: true, epoch: epoch(4) } as const;

  /** A standby that has followed epoch 4 to the end. */
  function following(): void {
    node.connect(0);
    node.view(0, other);
    node.ends(10, "follow");
  }

  function restart(rebooted = false): readonly AgentEffect[] {
    node = new Node(node.memory, rebooted);
    node.connect(0);
    return node.view(0, other);
  }

  const rounds = (effects: readonly AgentEffect[]): number[] =>
    effects.flatMap((effect) =>
      effect.type === "runHook" && effect.hook === "follow" ? [effect.facts.round] : [],
    );

  test("does not follow again where it had followed, and stands by at once", () => {
    following();
    expect(hooks(restart())).toEqual([]);
    expect(node.role).toBe("standby");
    expect(node.state.report.services[0]).toMatchObject({ role: "standby", followedEpoch: 4, dataEpoch: 4 });
  });

  test("follows again, as the same step, where it had not come to the end", () => {
    node.connect(0);
    node.view(0, other);
    expect(rounds(restart())).toEqual([0]);
  });

  test("follows a later active all the same", () => {
    following();
    node = new Node(node.memory);
    node.connect(0);
    expect(hooks(node.view(0, { ...other, epoch: epoch(5) }))).toEqual(["follow"]);
  });

  test("with its host follows again, as a step of its own: nobody knows as what the service was started", () => {
    following();
    expect(rounds(restart(true))).toEqual([1]);
    node.ends(10, "follow");
    expect(hooks(restart())).toEqual([]);
  });

  test("after a demotion to the end does not demote again, and does where it had not come to the end", () => {
    node.makeActive(3);
    node.at(LEASE_MS);
    expect(hooks(new Node(node.memory).effects)).toEqual(["demote"]);
    node.ends(LEASE_MS + 10, "demote");
    expect(hooks(new Node(node.memory).effects)).toEqual([]);
  });

  test("never promotes at an epoch at which it had begun to, whether it came to the end or not", () => {
    node.connect(0);
    node.view(0, { epoch: epoch(3), active: nodeId("n1") });
    node.grant(10, 3);
    node = new Node(node.memory);
    expect(hooks(node.effects)).toEqual(["demote"]);
    node.connect(0);
    node.view(0, { epoch: epoch(3), active: nodeId("n1") });
    node.ends(10, "demote");
    node.at(250);
    expect(hooks(node.grant(260, 3))).toEqual([]);
  });
});

test("a standby that says it is its own master has been restarted behind our back, and follows anew as a step of its own", () => {
  node.connect(0);
  node.view(0, { active: nodeId("n2"), activeAddress: "n2:1", serving: true, epoch: epoch(4) });
  node.ends(10, "follow");
  node.at(20);
  node.ends(30, "status", { ...done, replication: { role: "replica", position: "7" } });
  expect(node.role).toBe("standby");
  node.at(1_100);
  const effects = node.ends(1_120, "status", { ...done, replication: { role: "primary", position: "7" } });
  expect(effects).toContainEqual(expect.objectContaining({ type: "runHook", hook: "follow" }));
  const again = effects.find((effect) => effect.type === "runHook");
  expect(again).toMatchObject({ facts: { epoch: 4, round: 1 } });
});

test("a disk that does not take an epoch ends the daemon with every gate closed", () => {
  node.makeActive();
  const effects = node.at(100, { type: "saveFailed", detail: "disk full" });
  expect(gates(effects)).toEqual(["refuse"]);
  expect(effects.at(-1)).toMatchObject({ type: "exit" });
});

test("a daemon that had nobody to talk to for a while has not been late", () => {
  node.at(10, { type: "linkClosed", attempt: node.state.attempt, reason: "nobody listens" });
  node.at(15_590);
  node.connect(15_600);
  const [beat] = node.effects.filter((one) => one.type === "send" && one.message.type === "heartbeat");
  expect(beat).toMatchObject({ message: { loopLagMs: 0, slot: 62 } });
});

test("a daemon whose loop stood still until its connection was gone has been late, and says so to the next", () => {
  node.connect(0);
  node.at(3_100, { type: "linkClosed", attempt: node.state.attempt, reason: "reset" });
  node.at(8_990);
  node.connect(9_000);
  const [beat] = node.effects.filter((one) => one.type === "send" && one.message.type === "heartbeat");
  expect(beat).toMatchObject({ message: { loopLagMs: 3_100 - 250 } });
});

describe("a connection without acks", () => {
  test("is given up, and the next try waits a random part of a growing time", () => {
    node.connect(0);
    // What comes on it still counts; what was planned on it would say of a living main loop that it is silent.
    expect(kinds(node.at(1_250))).toContain("fallSilent");
    expect(nextAgentWake(node.state)).toBeLessThanOrEqual(1_250 + 250);
    expect(kinds(node.at(1_500))).toContain("connect");
  });

  test("of the holder of a lease is tried again at once, and then by halves of the time that the lease has left", () => {
    node.makeActive();
    const allowed = (ms: number): number => {
      node.at(ms, { type: "linkClosed", attempt: node.state.attempt, reason: "reset" });
      const effects = node.at(ms + 200);
      expect(kinds(effects)).toContain("connect");
      const { connection } = node.state;
      return connection.phase === "connecting" ? connection.deadline - node.now : 0;
    };
    expect(allowed(100)).toBeCloseTo((LEASE_MS - 300) / 2, 0);
    expect(allowed(1_300)).toBe(700);
    node.at(LEASE_MS);
    node.at(7_000, { type: "linkClosed", attempt: node.state.attempt, reason: "reset" });
    node.at(13_000);
    expect(node.state.connection).toEqual({ phase: "connecting", deadline: 13_000 + 10_000 });
  });

  test("still renews the lease with what comes on it late, and ends once another has taken its place", () => {
    node.makeActive();
    const first = node.state.attempt;
    node.at(250);
    const late = ackOf(node.state);
    for (const ms of [500, 750, 1_000, 1_260, 1_480]) node.at(ms);
    expect(node.state.attempt).toBe(first + 1);
    const leases = [{ group: db, epoch: epoch(1), durationMs: LEASE_MS }];
    node.at(1_500, { type: "received", attempt: first, message: { ...late, leases } });
    expect(node.state.services.get(db)?.lease?.until).toBe(250 + LEASE_MS);
    node.connect(1_510);
    expect(node.effects).toContainEqual(expect.objectContaining({ type: "disconnect", attempt: first }));
  });

  test("that knew of a report says nothing of what the next connection knows", () => {
    node.makeActive();
    node.at(250);
    const late = ackOf(node.state);
    for (const ms of [500, 750, 1_000, 1_260, 1_480]) node.at(ms);
    node.connect(1_510);
    node.hears(1_520, late);
    const beat = node.at(1_750).find((one) => one.type === "send" && one.message.type === "heartbeat");
    expect(beat).toHaveProperty("message.report");
  });
});

describe("programs of the service", () => {
  const started = (effects: readonly AgentEffect[]): string[] =>
    effects.flatMap((effect) => (effect.type === "runHook" ? [effect.hook] : []));

  test("start after what is to be said", () => {
    node.makeActive();
    const told = node.view(100, { epoch: epoch(1), order: "release", orderEpoch: epoch(1) });
    expect(started(told)).toEqual(["demote"]);
    expect(kinds(told).lastIndexOf("send")).toBeLessThan(kinds(told).indexOf("runHook"));
  });

  test("that nobody waits for leave the first moment after a promotion to clients", () => {
    node.makeActive();
    expect(started(node.at(400))).not.toContain("status");
    expect(started(node.at(600))).toContain("status");
  });

  test("say nothing of a position that is just changing", () => {
    node.makeActive();
    node.ends(30, "status");
    node.view(100, { epoch: epoch(1), order: "release", orderEpoch: epoch(1) });
    // It is long due, and asked for.
    expect(started(node.at(1_500))).toEqual([]);
    expect(
      started(node.view(1_510, { epoch: epoch(1), order: "release", orderEpoch: epoch(1), orderNumber: 1 })),
    ).toEqual([]);
    expect(nextAgentWake(node.state)).toBeGreaterThan(1_510);
    expect(started(node.ends(1_600, "demote"))).toEqual(["status"]);
  });
});

test("a coordinator that was started again counts its orders from the beginning, and is obeyed", () => {
  node.makeActive();
  node.ends(30, "status");
  const asks = { epoch: epoch(1), active: nodeId("n1"), order: "status" } as const;
  const runs = (effects: readonly AgentEffect[]): boolean =>
    effects.some((effect) => effect.type === "runHook" && effect.hook === "status");
  expect(runs(node.view(40, { ...asks, orderNumber: 7 }))).toBe(true);
  node.ends(50, "status");
  expect(runs(node.view(60, { ...asks, orderNumber: 1 }))).toBe(false);
  expect(runs(node.hears(70, { ...viewOf(9, { ...asks, orderNumber: 1 }), term: term(2) }))).toBe(true);
});
