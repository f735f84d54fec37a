/**
 * A whole cluster in invented time: one coordinator, its nodes, their services and clients, and all that goes wrong.
 *
 * Time is true time in ms. Everything that will happen is planned in one queue; everything that is left to chance comes
 * from one seed. So a run is a function of its seed.
 */
import {
  type Action,
  type AgentEvent,
  type ClusterEvent,
  type GroupSettings,
  type StoredCluster,
  groupId,
  nodeId,
} from "@phidelity/core";
import { Checkers } from "./checkers/checkers.ts";
import { HostClock } from "./clock.ts";
import { CoordinatorHost } from "./coordinator-host.ts";
import { Dice } from "./dice.ts";
import { GroupData, type Hosts } from "./group-data.ts";
import type { Host } from "./connection.ts";
import { Network } from "./network.ts";
import { NodeHost } from "./node-host.ts";
import { Queue } from "./queue.ts";
import type { Rules } from "./rules.ts";
import type { ListKeeping } from "./service.ts";
import { emptyStore } from "./store.ts";
import { type Shape, type Troubles, noTroubles } from "./shape.ts";
import { type Trace, inWords } from "./trace.ts";
import { calmWeather } from "./weather.ts";

/** Writes and replication move this often, in ms. */
const TICK_MS = 50;

/** How often somebody looks, in ms. */
const ATTEND_MS = 5_000;

/** Half of the seeds have standbys that speak for themselves, and of the others half a primary that may go on alone. */
function listOf(seed: number): ListKeeping {
  if (seed % 2 !== 0) return "standbys";
  return seed % 4 === 0 ? "alone" : "primary";
}

/** How one run of a hook or of the fence command goes. */
export interface DrawnHook {
  readonly ok: boolean;
  readonly timedOut: boolean;
  readonly takesEffect: boolean;
  readonly lengthMs: number;
}

export class World implements Hosts {
  readonly shape: Shape;
  readonly rules: Rules;
  readonly trace: Trace;
  readonly queue: Queue = new Queue();
  readonly dice: Dice;
  readonly network: Network;
  readonly coordinator: CoordinatorHost;
  readonly nodes: ReadonlyMap<string, NodeHost>;
  readonly groups: ReadonlyMap<string, GroupData>;
  readonly checkers: Checkers;
  troubles: Troubles;
  isCalm = false;
  now = 0;
  /** Events that a machine has taken in. */
  steps = 0;
  /** A copy of the coordinator's store, made some time ago. */
  backup: StoredCluster = emptyStore;
  #lastOrder = 0;

  constructor(shape: Shape, seed: number, rules: Rules, trace: Trace) {
    this.shape = shape;
    this.rules = rules;
    this.trace = trace;
    this.dice = new Dice(seed);
    this.network = new Network(this, this.dice, (name) => this.hostOf(name));
    this.network.weather = shape.weather;
    this.troubles = shape.troubles;
    const { drift } = shape.cluster.lease;
    const clock = (): HostClock => new HostClock(this.dice.between(0, 1e6), this.drawRate(drift));
    this.coordinator = new CoordinatorHost(this, clock());
    this.nodes = new Map(shape.nodes.map((node) => [node.node, new NodeHost(this, node, clock())]));
    const names = [...this.nodes.keys()];
    const dataOf = (group: GroupSettings): GroupData => new GroupData(group, names, listOf(seed));
    this.groups = new Map(shape.cluster.groups.map((group) => [group.group, dataOf(group)]));
    this.checkers = new Checkers(this);
  }

  /** Turns everything on. */
  start(): void {
    this.coordinator.start();
    for (const [index, node] of [...this.nodes.values()].entries()) {
      const afterMs = this.shape.startsAfterMs[index] ?? 0;
      this.queue.plan(afterMs + this.dice.between(0, 500), () => node.start());
    }
    this.queue.plan(TICK_MS, () => this.#tick());
  }

  /** Does what comes next. */
  advance(): void {
    const next = this.queue.take();
    if (next === undefined) throw new Error("a world never runs out of plans");
    this.now = next.at;
    next.run();
  }

  /** Clock rates of any two machines differ by the drift at most; both ends are drawn often. */
  drawRate(drift: number): number {
    return 1 + drift * this.dice.oneOf([0, 0, 0.999, 0.999, this.dice.between(0, 0.999)]);
  }

  dataOf(group: string): GroupData {
    const data = this.groups.get(group);
    if (data === undefined) throw new Error(`there is no group ${group}`);
    return data;
  }

  nodeOf(name: string): NodeHost {
    const node = this.nodes.get(name);
    if (node === undefined) throw new Error(`there is no node ${name}`);
    return node;
  }

  /** Whoever has that name: a node or the coordinator. */
  hostOf(name: string): Host & (CoordinatorHost | NodeHost) {
    return name === this.coordinator.name ? this.coordinator : this.nodeOf(name);
  }

  servesAt(name: string, group: string): number {
    const node = this.nodes.get(name);
    const order = node?.gates.get(group);
    if (node === undefined || order === undefined || order.mode !== "serve" || node.isFrozen) return 0;
    return this.rules.passes(order, node.clock.at(this.now)) ? order.epoch : 0;
  }

  flows(from: string, to: string): boolean {
    if (this.network.isCut(from, to)) return false;
    return !this.nodeOf(from).isFrozen && !this.nodeOf(to).isFrozen;
  }

  /** A machine takes an event in. */
  stepped(who: string, event: AgentEvent | ClusterEvent): void {
    this.steps += 1;
    if (this.trace.isDetailed && event.type !== "woke")
      this.trace.say(this.now, who, `takes ${inWords(event)}`);
  }

  lateness(): number {
    const { lateTimer } = this.troubles;
    return this.dice.chance(lateTimer) ? this.dice.spell(60) : this.dice.between(0, 0.5);
  }

  drawSave(): { readonly fails: boolean; readonly tookEffect: boolean; readonly lengthMs: number } {
    const { saveFails, saveSlow } = this.troubles;
    const fails = this.dice.chance(saveFails);
    const lengthMs = this.dice.chance(saveSlow) ? this.dice.spell(500) : this.dice.between(0.5, 4);
    // A flush that reports an error may have written all the same.
    return { fails, tookEffect: !fails || this.dice.chance(0.3), lengthMs };
  }

  drawHook(timeoutMs: number): DrawnHook {
    const { hookFails, hookHangs, hookMs } = this.troubles;
    const lengthMs = 1 + this.dice.spell(hookMs);
    const late = this.dice.chance(hookHangs) || lengthMs >= timeoutMs;
    const killed = { ok: false, timedOut: true, takesEffect: this.dice.chance(0.5), lengthMs: timeoutMs };
    if (late) return killed;
    if (this.dice.chance(hookFails))
      return { ok: false, timedOut: false, takesEffect: this.dice.chance(0.3), lengthMs };
    return { ok: true, timedOut: false, takesEffect: true, lengthMs };
  }

  /** The fence command took the power away; somebody turns it on again later. */
  powerOff(name: string): void {
    const node = this.nodeOf(name);
    node.crash(true);
    this.planRestart(node);
  }

  /** A supervisor starts the daemon, or the machine, again. */
  planRestart(node: NodeHost): void {
    this.queue.plan(this.now + this.dice.between(500, 3_000), () => node.start());
  }

  /** An operator orders something. */
  order(action: Action): void {
    if (!this.coordinator.isUp) return;
    this.#lastOrder += 1;
    const request = `r${this.#lastOrder}`;
    this.checkers.orders.asked(request, action);
    this.coordinator.tell({ type: "requested", request, by: "operator", dryRun: false, action }, "");
  }

  /** Faults stop: what is off is turned on, what is cut is mended, and an operator puts everything back. */
  calm(): void {
    this.isCalm = true;
    this.network.weather = calmWeather;
    this.troubles = noTroubles;
    this.network.mendAll();
    this.coordinator.thaw(false);
    this.coordinator.fallBehind(0);
    this.coordinator.start();
    for (const node of this.nodes.values()) {
      node.thaw();
      node.start();
    }
    for (const data of this.groups.values()) for (const service of data.services.values()) service.mend();
    this.trace.say(this.now, "", "calm: all faults are over");
    for (const group of this.groups.keys()) {
      this.order({ action: "resume", group: groupId(group) });
      this.order({ action: "ack", group: groupId(group) });
    }
    for (const node of this.nodes.keys()) this.order({ action: "undrain", node: nodeId(node) });
    this.#attend();
  }

  /** Once faults are over, an operator looks after groups that may not help themselves. */
  #attend(): void {
    for (const group of this.coordinator.state?.groups.values() ?? []) {
      if (group.phase !== "held" || group.settings.automatic) continue;
      this.order({
        action: "failover",
        group: group.settings.group,
        acceptDataLoss: false,
        nodeIsOff: false,
      });
    }
    this.queue.plan(this.now + ATTEND_MS, () => this.#attend());
  }

  #tick(): void {
    for (const data of this.groups.values()) data.tick(this, this.shape.writes);
    this.checkers.ticked();
    if (this.dice.chance(0.02)) this.backup = this.coordinator.disk.durable;
    this.queue.plan(this.now + TICK_MS, () => this.#tick());
  }
}
