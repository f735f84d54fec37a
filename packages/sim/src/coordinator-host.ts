/** The coordinator's machine on its host: its store, its connections, its fence command. */
import {
  type ClusterEffect,
  type ClusterEvent,
  type ClusterState,
  type CoordinatorMessage,
  type DirectProbe,
  type Instant,
  type NodeMessage,
  type StoreChanges,
  type StoredCluster,
} from "@phidelity/core";
import { HostClock } from "./clock.ts";
import type { Connection, Host } from "./connection.ts";
import { Disk } from "./disk.ts";
import { runFence } from "./fence.ts";
import { type FreezePoint, Process } from "./process.ts";
import { applied, emptyStore } from "./store.ts";
import { inWords } from "./trace.ts";
import { Unread } from "./unread.ts";
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
  #unread: Unread;
  #frozenAt: number | undefined;
  /** What the wall clock shows at true time 0, in ms since 1970. */
  wallMs = 1_700_000_000_000;

  constructor(world: World, clock: HostClock) {
    this.#world = world;
    this.clock = clock;
    this.#unread = new Unread(world, clock);
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
    const unread = new Unread(world, this.clock);
    this.#unread = unread;
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
        woke: () => ({ type: "woke", readUntil: unread.readUntil() }),
        perform: (effect) => this.#perform(effect),
        drops: (event: ClusterEvent) => event.type === "saveFailed",
        turned: () => world.checkers.coordinatorTurned(this),
        lateness: () => world.lateness() + unread.roundMs,
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

  /** Until further notice it has more to read than it can, and is behind by so much. */
  fallBehind(ms: number): void {
    this.#unread.fallBehind(ms);
  }

  /** Since when something that a host has sent lies unread, by our own clock. */
  unreadSince(name: string): Instant | undefined {
    return this.#unread.since(name);
  }

  /** Something comes from a host, or from an operator. */
  tell(event: ClusterEvent, from: string): void {
    const process = this.#process;
    this.#unread.take(from, () => process?.reach(() => process.dispatch(event)));
  }

  /** A node opens a connection. */
  offered(connection: Connection): void {
    if (!this.isUp) {
      if (this.#hasPower) connection.refuse();
      return;
    }
    const process = this.#process;
    this.#unread.take("", () => process?.reach(() => this.#accept(connection)));
  }

  #accept(connection: Connection): void {
    if (!connection.isOpen("opener") && this.#world.dice.chance(0.5)) return;
    this.#lastSession += 1;
    const session = this.#lastSession;
    const { from } = connection;
    this.#sessions.set(session, connection);
    connection.accept({
      opened: () => undefined,
      received: (message) => this.tell({ type: "received", session, message: message as NodeMessage }, from),
      closed: () => {
        this.#sessions.delete(session);
        this.tell({ type: "disconnected", session }, "");
      },
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
        runFence(world, effect, this.#process);
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
}
