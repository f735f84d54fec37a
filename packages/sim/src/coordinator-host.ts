/** The coordinator's machine on its host: its store, its connections, its fence command. */
import {
  type ClusterEffect,
  type ClusterEvent,
  type ClusterState,
  type CoordinatorMessage,
  type DirectProbe,
  type NodeMessage,
  type StoreChanges,
  type StoredCluster,
} from "@phidelity/core";
import { HostClock } from "./clock.ts";
import type { Connection, Host } from "./connection.ts";
import { Disk } from "./disk.ts";
import { type FreezePoint, Process } from "./process.ts";
import { applied, emptyStore } from "./store.ts";
import { inWords } from "./trace.ts";
import type { World } from "./world.ts";

export class CoordinatorHost implements Host {
  readonly name = "c1";
  readonly clock: HostClock;
  readonly disk: Disk<StoredCluster> = new Disk<StoredCluster>(emptyStore);
  readonly #world: World;
  readonly #sessions = new Map<number, Connection>();
  #lastSession = 0;
  #hasPower = true;
  #process: Process<ClusterState, ClusterEvent, ClusterEffect> | undefined;
  #frozenAt: number | undefined;
  /** What the wall clock shows at true time 0, in ms since 1970. */
  wallMs = 1_700_000_000_000;

  constructor(world: World, clock: HostClock) {
    this.#world = world;
    this.clock = clock;
  }

  get state(): ClusterState | undefined {
    return this.#process?.isAlive === true ? this.#process.state : undefined;
  }

  get isUp(): boolean {
    return this.#process?.isAlive === true;
  }

  get hasPower(): boolean {
    return this.#hasPower;
  }

  get isFrozen(): boolean {
    return this.#process?.isFrozen === true;
  }

  start(): void {
    if (this.isUp) return;
    const world = this.#world;
    this.#frozenAt = undefined;
    this.#hasPower = true;
    const { rules } = world;
    const now = this.clock.at(world.now);
    const first = rules.createCluster(
      rules.settings(world.shape.cluster),
      this.disk.durable,
      now,
      this.wallMs + world.now,
    );
    this.#process = new Process(
      world,
      this.clock,
      {
        step: (state, event, at) => {
          world.stepped(this.name, event);
          const step = rules.stepCluster(state, event, at);
          world.checkers.coordinatorStepped(step.state, event, step.effects, at);
          return step;
        },
        nextWake: rules.nextClusterWake,
        woke: { type: "woke" },
        perform: (effect) => this.#perform(effect),
        drops: (event: ClusterEvent) => event.type === "saveFailed",
        turned: () => world.checkers.coordinatorTurned(this),
        lateness: () => world.lateness(),
      },
      first,
    );
    world.checkers.coordinatorStarted();
    this.#process.start();
  }

  /** @param isSilent the machine lost its power: nobody closes its connections */
  crash(isSilent: boolean): void {
    if (!this.isUp) return;
    this.#process?.end();
    this.#hasPower = !isSilent;
    this.disk.finish(this.#world.dice.chance(0.5));
    for (const connection of this.#sessions.values()) connection.close("acceptor", isSilent);
    this.#sessions.clear();
    this.#world.checkers.coordinatorCrashed();
  }

  freeze(point: FreezePoint): void {
    this.#frozenAt ??= this.#world.now;
    this.#process?.freeze(point);
  }

  /** @param wasSuspended the machine slept: its monotonic clock stood still */
  thaw(wasSuspended: boolean): void {
    const { now, dice } = this.#world;
    if (wasSuspended && this.isFrozen && this.#frozenAt !== undefined) {
      this.clock.shift(now, this.clock.at(this.#frozenAt) - this.clock.at(now));
    }
    this.#frozenAt = undefined;
    this.#process?.thaw(dice.chance(0.5));
  }

  retime(): void {
    this.#process?.retime();
  }

  /** Something reaches the process. */
  tell(event: ClusterEvent): void {
    this.#process?.reach(() => this.#process?.dispatch(event));
  }

  /** A node opens a connection. */
  offered(connection: Connection): void {
    if (!this.isUp) {
      if (this.#hasPower) connection.refuse();
      return;
    }
    this.#process?.reach(() => {
      if (!connection.isOpen("opener") && this.#world.dice.chance(0.5)) return;
      this.#lastSession += 1;
      const session = this.#lastSession;
      this.#sessions.set(session, connection);
      connection.accept({
        opened: () => undefined,
        received: (message) => this.tell({ type: "received", session, message: message as NodeMessage }),
        closed: () => {
          this.#sessions.delete(session);
          this.tell({ type: "disconnected", session });
        },
      });
    });
  }

  #perform(effect: ClusterEffect): boolean {
    const world = this.#world;
    switch (effect.type) {
      case "send": {
        const connection = this.#sessions.get(effect.session);
        this.#noteAck(connection?.from, effect.message);
        if (world.trace.isDetailed)
          this.#say(`to ${connection?.from ?? "nobody"}: ${inWords(effect.message)}`);
        connection?.send("acceptor", effect.message);
        return false;
      }
      case "disconnect":
        this.#sessions.get(effect.session)?.close("acceptor", false);
        this.#sessions.delete(effect.session);
        return false;
      case "save":
        return this.#save(effect.revision, effect.changes);
      case "record":
        this.#say(`${effect.entry.type}: ${effect.entry.text}`);
        world.checkers.recorded(effect.entry, this.state);
        return false;
      case "fence":
        this.#say(`fences ${effect.node}`);
        this.#fence(effect);
        return false;
      case "probeDirect":
        this.#probe(effect);
        return false;
      case "progress":
        return false;
      case "answer":
        this.#say(`answers ${effect.outcome.request}: ${effect.outcome.status}: ${effect.outcome.text}`);
        world.checkers.orders.answered(effect.outcome.request);
        return false;
    }
  }

  #save(revision: number, changes: StoreChanges): boolean {
    const world = this.#world;
    const process = this.#process;
    const { fails, tookEffect, lengthMs } = world.drawSave();
    this.disk.begin(applied(this.disk.durable, changes));
    if (!world.rules.waitsForDisk) {
      process?.reach(() => process.dispatch({ type: "saved", revision }));
      world.queue.plan(world.now + lengthMs, () => {
        if (process?.isAlive === true) this.disk.finish(true);
      });
      return false;
    }
    world.queue.plan(world.now + lengthMs, () => {
      if (process?.isAlive !== true) return;
      this.disk.finish(tookEffect);
      if (fails) world.checkers.orders.excused();
      process.lift(
        fails ? { type: "saveFailed", revision, detail: "disk error" } : { type: "saved", revision },
      );
    });
    return true;
  }

  #say(what: string): void {
    const { now, trace } = this.#world;
    trace.say(now, this.name, what);
  }

  #noteAck(session: string | undefined, message: CoordinatorMessage): void {
    const { checkers } = this.#world;
    if (message.type === "ack" && session !== undefined) checkers.acked(session, message);
    if (message.type === "relay" && message.message.type === "ack")
      checkers.acked(message.node, message.message);
  }

  #probe(question: DirectProbe): void {
    const world = this.#world;
    const process = this.#process;
    const { probe, node } = question;
    world.network.probe(this.name, question, world.nodeOf(node), (outcome) =>
      process?.reach(() => process.dispatch({ type: "probeEnded", probe, node, outcome })),
    );
  }

  #fence(effect: Extract<ClusterEffect, { readonly type: "fence" }>): void {
    const world = this.#world;
    const process = this.#process;
    const timeoutMs =
      world.shape.cluster.groups.find((one) => one.group === effect.group)?.fenceTimeoutMs ?? 0;
    const drawn = world.drawHook(timeoutMs);
    world.queue.plan(world.now + drawn.lengthMs, () => {
      if (drawn.takesEffect) world.powerOff(effect.node);
      const detail = drawn.ok ? "off" : "no answer";
      process?.reach(() =>
        process.dispatch({
          type: "fenceEnded",
          group: effect.group,
          epoch: effect.epoch,
          ok: drawn.ok,
          detail,
        }),
      );
    });
  }
}
