import { expect, test } from "vitest";
import { epoch, groupId, incarnation, nodeId, term } from "../../ids.ts";
import { type Instant, instant } from "../../time.ts";
import type { Role, ServiceReport } from "../../wire.ts";
import { createCluster, stepCluster } from "../coordinator.ts";
import type { ClusterEffect, ClusterEvent } from "../events.ts";
import type { ClusterSettings } from "../settings.ts";

const db = groupId("db");
const settings: ClusterSettings = {
  cluster: "test",
  coordinator: "c1",
  software: "1",
  protocol: { min: 1, max: 1 },
  intervalMs: 250,
  lease: { durationMs: 2_000, drift: 0.01 },
  // Nothing is ever suspected: what is decided here is decided by the lease alone.
  detector: { law: "normal", suspect: 1e6, down: 2e6, alone: 3e6, missed: 2, capMs: 1e9 },
  groups: [
    {
      group: db,
      mode: "active-passive",
      required: 1,
      unit: "",
      spare: 1,
      replication: { mode: "async", maxLagBytes: 1_000, writeQuorum: 0 },
      automatic: true,
      cooldownMs: 30_000,
      failback: false,
      onCoordinatorLoss: "fence",
    },
  ],
};

/** Two members with equal data; `a` has the better name, so that it is the first active. */
class Trial {
  readonly effects: { readonly at: Instant; readonly effect: ClusterEffect }[] = [];
  #state: ReturnType<typeof createCluster>["state"];
  #now = instant(0);
  #beats = 0;

  constructor() {
    const first = createCluster(settings, { term: term(0), groups: [], nodes: [] }, this.#now, 0);
    this.#state = first.state;
    this.#take(first.effects);
  }

  step(event: ClusterEvent): void {
    this.#take(stepCluster(this.#state, event, this.#now).effects);
  }

  hello(name: string, session: number): void {
    const membership = {
      group: db,
      address: `${name}:1`,
      capacity: 1,
      priority: 1,
      promoteTimeoutMs: 1_000,
      demoteTimeoutMs: 1_000,
      hasStatus: true,
    };
    this.step({
      type: "received",
      session,
      message: {
        type: "hello",
        protocolMin: 1,
        protocolMax: 1,
        software: "1",
        node: nodeId(name),
        incarnation: incarnation(1),
        zone: "",
        listen: `${name}:2`,
        intervalMs: 250,
        memberships: [membership],
      },
    });
  }

  /** A heartbeat of a member whose data is of the active at epoch `at`. */
  beat(name: string, session: number, role: Role, at: number, runs: number): void {
    this.#beats += 1;
    const service: ServiceReport = {
      group: db,
      role,
      epoch: epoch(role === "active" ? at : 0),
      seenEpoch: epoch(at),
      releasedEpoch: epoch(0),
      failedEpoch: epoch(0),
      followedEpoch: epoch(0),
      promisedEpoch: epoch(0),
      dataEpoch: epoch(at),
      health: "healthy",
      ready: true,
      checksPassing: 1,
      checksTotal: 1,
      why: "",
      replication: { role: "unknown", position: "100", run: runs },
    };
    this.step({
      type: "received",
      session,
      message: {
        type: "heartbeat",
        node: nodeId(name),
        incarnation: incarnation(1),
        sequence: this.#beats,
        slot: this.#beats,
        sentAtMs: 0,
        loopLagMs: 0,
        viewVersion: Number.MAX_SAFE_INTEGER, // It has taken in every view so far.
        report: { version: this.#beats, services: [service] },
      },
    });
  }

  pass(ms: number): void {
    this.#now = instant(this.#now + ms);
    this.step({ type: "woke" });
  }

  /** Who was chosen to become active, and when. */
  get chosen(): string[] {
    return this.effects.flatMap(({ at, effect }) =>
      effect.type === "record" && effect.entry.type === "candidateChosen"
        ? [`${String(effect.entry.node)} at ${at}`]
        : [],
    );
  }

  #take(effects: readonly ClusterEffect[]): void {
    for (const effect of effects) {
      this.effects.push({ at: this.#now, effect });
      if (effect.type === "save") this.step({ type: "saved", revision: effect.revision });
    }
  }
}

test("a holder that fell silent while it served is no candidate, whatever phi says, and is not waited for", () => {
  const trial = new Trial();
  trial.hello("a", 1);
  trial.hello("b", 2);
  trial.pass(3_000); // A new coordinator waits for the lease that the one before it may have acked.
  trial.beat("a", 1, "none", 0, 1);
  trial.beat("b", 2, "none", 0, 1);
  expect(trial.chosen).toEqual(["a at 3000"]);
  trial.beat("a", 1, "active", 1, 1);
  // That was the last of a; b goes on, and answers each question for its position.
  for (let turn = 1; turn <= 150; turn += 1) {
    trial.pass(20);
    trial.beat("b", 2, "standby", 1, 1 + turn);
  }
  expect(trial.chosen).toEqual(["a at 3000", "b at 5020"]);
});

test("a holder that lost its lease, and is sound and as far as the others, is chosen again", () => {
  const trial = new Trial();
  trial.hello("b", 2);
  trial.pass(9_000);
  trial.beat("b", 2, "none", 0, 1);
  trial.beat("b", 2, "active", 1, 1);
  trial.hello("a", 1);
  trial.beat("a", 1, "standby", 1, 1);
  for (let turn = 1; turn <= 150; turn += 1) {
    trial.pass(20);
    trial.beat("a", 1, "standby", 1, 1 + turn);
    trial.beat("b", 2, "none", 1, 1 + turn);
  }
  expect(trial.chosen.map((one) => one.split(" ")[0])).toEqual(["b", "b"]);
});
