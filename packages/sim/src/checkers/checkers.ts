/** All that must hold, asked after every turn of every machine. */
import type {
  Ack,
  AgentEffect,
  AgentEvent,
  ClusterEffect,
  ClusterEvent,
  ClusterState,
  HistoryEntry,
  Instant,
} from "@phidelity/core";
import type { CoordinatorHost } from "../coordinator-host.ts";
import type { NodeHost } from "../node-host.ts";
import type { World } from "../world.ts";
import { Cooldown } from "./cooldown.ts";
import { Epochs } from "./epochs.ts";
import { checkGates } from "./gates.ts";
import { checkLeases } from "./leases.ts";
import { Members } from "./members.ts";
import { Orders } from "./orders.ts";
import { Progress } from "./progress.ts";
import { Promises } from "./promises.ts";
import { Rights } from "./rights.ts";
import { Silence } from "./silence.ts";

export class Checkers {
  readonly orders: Orders = new Orders();
  readonly #world: World;
  readonly #epochs: Epochs;
  readonly #progress: Progress;
  readonly #rights: Rights;
  readonly #promises: Promises;
  readonly #members = new Members();
  readonly #silence: Silence;
  readonly #cooldown: Cooldown;
  failovers = 0;
  #isForgotten = false;
  readonly #chosen = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
    this.#epochs = new Epochs(world);
    this.#progress = new Progress(world);
    this.#rights = new Rights(world.shape.cluster.lease.durationMs);
    this.#promises = new Promises(world);
    this.#silence = new Silence(world.shape.cluster.intervalMs, (node) =>
      world.coordinator.unreadSince(node),
    );
    this.#cooldown = new Cooldown(world);
  }

  /** A node's machine has taken an event in; nothing of what it ordered is done yet. */
  nodeStepped(node: NodeHost, event: AgentEvent, effects: readonly AgentEffect[], at: Instant): void {
    this.#members.stepped(node, event);
    this.#rights.stepped(node, event, effects, at);
    this.#promises.stepped(node, event, effects, at);
  }

  /** The same of the coordinator's machine. */
  coordinatorStepped(
    state: ClusterState,
    event: ClusterEvent,
    effects: readonly ClusterEffect[],
    at: Instant,
  ): void {
    this.#silence.stepped(state, event, effects, at);
    this.#cooldown.stepped(state, effects, at);
    // The same step may choose another one, before anybody is told of either.
    this.#isForgotten ||= effects.some(
      (effect) => effect.type === "record" && effect.entry.type === "forgotten",
    );
  }

  nodeTurned(node: NodeHost): void {
    if (node.state === undefined) return;
    checkLeases(this.#world, node);
    checkGates(this.#world, node);
  }

  coordinatorTurned(coordinator: CoordinatorHost): void {
    const { state } = coordinator;
    if (state === undefined) return;
    this.#noteReports(state);
    this.#noteChoices(state);
    if (this.#world.isCalm) this.#progress.checkDeadlines(state);
  }

  /** What the coordinator knows of how far the actives are. */
  #noteReports(state: ClusterState): void {
    for (const [name, group] of state.groups) {
      const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
      const service = holder?.report.services.find((one) => one.group === name);
      if (service?.role !== "active" || service.epoch !== group.epoch) continue;
      const { replication } = service;
      if (replication?.role !== "primary" || replication.position === undefined) continue;
      this.#world.groups.get(name)?.reported(group.epoch, Number(replication.position));
    }
  }

  acked(node: string, ack: Ack): void {
    for (const { group, epoch } of ack.leases) this.#members.granted(group, epoch);
    if (ack.leases.length > 0) this.#epochs.granted(node, ack);
  }

  recorded(entry: HistoryEntry, state: ClusterState | undefined): void {
    if (entry.type === "failoverDone") this.failovers += 1;
    if (entry.type !== "candidateChosen" || entry.group === undefined || entry.epoch === undefined) return;
    if (state !== undefined) this.#epochs.chosen(entry.group, entry.epoch, state);
  }

  /** On what terms the coordinator chose; from its memory, since what it says goes down with a save that fails. */
  #noteChoices(state: ClusterState): void {
    for (const [name, group] of state.groups) {
      if (this.#chosen.get(name) === group.epoch) continue;
      this.#chosen.set(name, group.epoch);
      const members = [...state.nodes.values()].filter((node) =>
        node.memberships.some((one) => one.group === name),
      );
      this.#members.chosen(
        group,
        members.map((node) => node.node),
      );
      const acceptDataLoss = this.#isBlind(state) || group.move?.acceptDataLoss === true;
      const lagBytes = group.move?.lagBytes ?? "";
      const lag = lagBytes === "" ? undefined : Number(lagBytes);
      this.#world.groups.get(name)?.chosen(group.epoch, { node: group.holder, acceptDataLoss, lag });
    }
  }

  /** A member whose record was lost with the store, or forgotten by order, may be all that has a write. */
  #isBlind(state: ClusterState): boolean {
    if (!this.#epochs.isLost && !this.#isForgotten) return false;
    return [...this.#world.nodes.keys()].some((name) => !state.nodes.has(name as never));
  }

  coordinatorStarted(): void {
    for (const data of this.#world.groups.values()) data.forgetReports();
    this.#silence.forget();
    this.#cooldown.forget();
  }

  coordinatorCrashed(): void {
    this.orders.forgotten();
  }

  storeReplaced(isLost: boolean): void {
    this.#epochs.storeReplaced(isLost);
    this.#members.forget();
    if (isLost) for (const data of this.#world.groups.values()) data.storeLost();
  }

  ticked(): void {
    if (this.#world.isCalm) this.#progress.checkConvergence();
  }

  /** Whether the calm has lasted, and the cluster is well. */
  get isSettled(): boolean {
    return this.#progress.isSettled;
  }
}
