/** One node: the agent's machine, its data folder, its gates, and the services beside it. */
import {
  type AgentEffect,
  type AgentEvent,
  type AgentMemory,
  type AgentSettings,
  type AgentState,
  type CoordinatorMessage,
  type DirectProbe,
  type GateOrder,
  type ProbeOutcome,
  incarnation,
} from "@phidelity/core";
import type { HostClock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { Disk } from "./disk.ts";
import { HookRunner } from "./hook-runner.ts";
import type { Probed } from "./network.ts";
import { PeerLinks } from "./peer-links.ts";
import { type FreezePoint, Process } from "./process.ts";
import { inWords } from "./trace.ts";
import type { World } from "./world.ts";

export class NodeHost implements Probed {
  readonly name: string;
  readonly settings: AgentSettings;
  readonly clock: HostClock;
  readonly disk: Disk<AgentMemory> = new Disk<AgentMemory>({ groups: [] });
  readonly gates: Map<string, GateOrder> = new Map<string, GateOrder>();
  readonly #world: World;
  readonly #connections = new Map<number, Connection>();
  #incarnation = 0;
  #hasPower = true;
  #process: Process<AgentState, AgentEvent, AgentEffect> | undefined;
  #hooks: HookRunner | undefined;
  #peers: PeerLinks | undefined;

  constructor(world: World, settings: AgentSettings, clock: HostClock) {
    this.#world = world;
    this.name = settings.node;
    this.settings = settings;
    this.clock = clock;
  }

  get state(): AgentState | undefined {
    return this.isUp ? this.#process?.state : undefined;
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

  /** Whether its state runs ahead of what it has done. */
  get isMidTurn(): boolean {
    return this.#process?.isMidTurn === true;
  }

  start(): void {
    if (this.isUp) return;
    const world = this.#world;
    const { rules } = world;
    this.#incarnation += 1;
    const rebooted = !this.#hasPower;
    this.#hasPower = true;
    for (const data of world.groups.values()) data.of(this.name).isUp = true;
    const start = {
      incarnation: incarnation(this.#incarnation),
      memory: this.disk.durable,
      seed: world.dice.whole(0, 2 ** 31),
      rebooted,
    };
    const first = rules.createAgent(this.settings, start, this.clock.at(world.now));
    const process = new Process<AgentState, AgentEvent, AgentEffect>(
      world,
      this.clock,
      {
        step: (state, event, at) => {
          world.stepped(this.name, event);
          const step = rules.stepAgent(state, event, at);
          world.checkers.nodeStepped(this, event, step.effects, at);
          return step;
        },
        nextWake: rules.nextAgentWake,
        woke: () => ({ type: "woke" }),
        perform: (effect) => this.#perform(effect),
        drops: (event) => event.type === "saveFailed",
        turned: () => world.checkers.nodeTurned(this),
        lateness: () => world.lateness(),
      },
      first,
    );
    this.#process = process;
    const reach = (run: () => void): void => process.reach(run);
    this.#hooks = new HookRunner(world, this.name, (event) => reach(() => process.dispatch(event)), reach);
    this.#peers = new PeerLinks(world, this.name, reach, (event) => process.dispatch(event));
    process.start();
  }

  /** @param isPower the whole machine goes off: its services too, and nobody closes its connections */
  crash(isPower: boolean): void {
    if (isPower) this.#hasPower = false;
    if (isPower) for (const data of this.#world.groups.values()) data.of(this.name).isUp = false;
    if (this.isUp) this.#end(isPower);
  }

  #end(isSilent: boolean): void {
    this.#process?.end();
    this.#hooks?.end();
    this.disk.finish(this.#world.dice.chance(0.5));
    this.gates.clear();
    for (const connection of this.#connections.values()) connection.close("opener", isSilent);
    this.#connections.clear();
    this.#peers?.end(isSilent);
  }

  /** What comes of asking for this daemon at its own address. */
  answerTo(asked: number): ProbeOutcome {
    if (!this.#hasPower || this.isFrozen) return "silent";
    return this.isUp && asked === this.#incarnation ? "answered" : "gone";
  }

  freeze(point: FreezePoint): void {
    this.#process?.freeze(point);
  }

  thaw(): void {
    this.#process?.thaw(this.#world.dice.chance(0.5));
  }

  retime(): void {
    this.#process?.retime();
  }

  tell(event: AgentEvent): void {
    this.#process?.reach(() => this.#process?.dispatch(event));
  }

  /** A peer opens a connection. */
  offered(connection: Connection): void {
    if (!this.isUp) {
      if (this.#hasPower) connection.refuse();
      return;
    }
    const peers = this.#peers;
    this.#process?.reach(() => peers?.offered(connection));
  }

  #connect(attempt: number): void {
    const { network, coordinator } = this.#world;
    const connection = network.connect(this.name, coordinator.name, {
      opened: () => this.tell({ type: "linkOpened", attempt }),
      received: (message) => this.tell({ type: "received", attempt, message: message as CoordinatorMessage }),
      closed: (reason) => {
        this.#connections.delete(attempt);
        this.tell({ type: "linkClosed", attempt, reason });
      },
    });
    this.#connections.set(attempt, connection);
  }

  #perform(effect: AgentEffect): boolean {
    const world = this.#world;
    switch (effect.type) {
      case "connect":
        world.trace.say(world.now, this.name, `connects, attempt ${effect.attempt}`);
        this.#connect(effect.attempt);
        return false;
      case "disconnect":
        this.#connections.get(effect.attempt)?.close("opener", false);
        this.#connections.delete(effect.attempt);
        return false;
      case "fallSilent": // Nothing is planned here: a process says what it says when it says it.
        return false;
      case "send":
        if (world.trace.isDetailed) world.trace.say(world.now, this.name, `says ${inWords(effect.message)}`);
        this.#connections.get(effect.attempt)?.send("opener", effect.message);
        return false;
      case "save":
        this.#save(effect.memory);
        return world.rules.waitsForDisk;
      case "runHook":
        if (effect.hook !== "status" || world.trace.isDetailed) {
          const { hook, group, run, facts } = effect;
          world.trace.say(world.now, this.name, `runs ${hook} of ${group}, run ${run}, epoch ${facts.epoch}`);
        }
        this.#hooks?.run(effect);
        return false;
      case "stopHook":
        this.#hooks?.stop(effect.run);
        return false;
      case "runCheck":
        this.#hooks?.check(effect);
        return false;
      case "gate":
        if (world.trace.isDetailed)
          world.trace.say(world.now, this.name, `gate of ${effect.group}: ${inWords(effect.order)}`);
        this.gates.set(effect.group, effect.order);
        if (effect.order.mode === "serve")
          world.groups.get(effect.group)?.serves(this.name, effect.order.epoch);
        return false;
      case "role":
        return false;
      case "probeDirect":
        this.#probe(effect);
        return false;
      case "peerConnect":
      case "peerDisconnect":
      case "peerSend":
        this.#peers?.perform(effect);
        return false;
      case "log":
        world.trace.say(world.now, this.name, effect.text);
        return false;
      case "exit":
        world.trace.say(world.now, this.name, `exits: ${effect.reason}`);
        this.#end(false);
        world.planRestart(this);
        return false;
    }
  }

  #probe(question: DirectProbe): void {
    const process = this.#process;
    const { probe, node } = question;
    const world = this.#world;
    world.network.probe(this.name, question, world.nodeOf(node), (outcome) =>
      process?.reach(() => process.dispatch({ type: "probeEnded", probe, node, outcome })),
    );
  }

  #save(memory: AgentMemory): void {
    const world = this.#world;
    const process = this.#process;
    const { fails, tookEffect, lengthMs } = world.drawSave();
    this.disk.begin(memory);
    world.queue.plan(world.now + lengthMs, () => {
      if (process?.isAlive !== true) return;
      this.disk.finish(tookEffect);
      process.lift(fails ? { type: "saveFailed", detail: "disk error" } : { type: "saved" });
    });
  }
}
