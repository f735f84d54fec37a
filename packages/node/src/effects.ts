/** Carries out what the node's machine orders, and hands what comes of it back as events. Decides nothing. */
import {
  type AgentEffect,
  type AgentEvent,
  type AgentMemory,
  type GroupId,
  type HookEnd,
  PhiError,
  assert,
  unreachable,
} from "@phidelity/core";
import type { DirectProbes, Logger } from "@phidelity/runtime";
import { type ChecksOptions, runCheck } from "./checks.ts";
import type { ServiceConfig } from "./config-schema.ts";
import type { Gate } from "./gate.ts";
import type { Hooks } from "./hooks.ts";
import type { Links } from "./links.ts";
import type { Memory } from "./memory.ts";
import type { Peers } from "./peers.ts";
import type { NodeMetrics } from "./metrics.ts";
import type { RoleEndpoints } from "./role-endpoints.ts";

export interface EffectsOptions {
  readonly log: Logger;
  readonly services: readonly ServiceConfig[];
  readonly links: Links;
  readonly peers: Peers;
  readonly probes: DirectProbes;
  readonly memory: Memory;
  readonly hooks: Hooks;
  readonly checks: ChecksOptions;
  readonly gates: ReadonlyMap<GroupId, Gate>;
  readonly roles: RoleEndpoints;
  readonly metrics: NodeMetrics;
  readonly dispatch: (event: AgentEvent) => void;
  /** The machine is done. */
  readonly onExit: (reason: string) => void;
}

type RunHook = Extract<AgentEffect, { type: "runHook" }>;
type RunCheck = Extract<AgentEffect, { type: "runCheck" }>;

export class Effects {
  readonly #options: EffectsOptions;
  /** Groups whose status hook failed last: told once, not every second. */
  readonly #statusFails = new Set<GroupId>();

  constructor(options: EffectsOptions) {
    this.#options = options;
  }

  /** Carries one effect out; a promise is a barrier (see the driver). */
  perform(effect: AgentEffect): Promise<AgentEvent> | undefined {
    if (effect.type === "save") return this.#save(effect.memory);
    this.#carryOut(effect);
    return undefined;
  }

  #carryOut(effect: Exclude<AgentEffect, { type: "save" }>): void {
    const { links, peers, probes, hooks, gates, roles, log } = this.#options;
    switch (effect.type) {
      case "connect":
        return links.connect(effect.attempt, effect.url);
      case "disconnect":
        return links.disconnect(effect.attempt, effect.reason);
      case "fallSilent":
        return links.fallSilent(effect.attempt);
      case "send":
        return links.send(effect.attempt, effect.message, effect.said);
      case "peerConnect":
        return peers.connect(effect.peer, effect.listen);
      case "peerDisconnect":
        return peers.disconnect(effect.peer);
      case "peerSend":
        return peers.send(effect.peer, effect.message);
      case "probeDirect":
        return probes.run(effect);
      case "runHook":
        return void this.#runHook(effect);
      case "stopHook":
        return hooks.stop(effect.run);
      case "runCheck":
        return void this.#runCheck(effect);
      case "gate":
        return gates.get(effect.group)?.order(effect.order);
      case "role":
        return roles.set(effect.group, effect.role);
      case "log":
        return log[effect.level](effect.facts, effect.text);
      case "exit":
        return this.#options.onExit(effect.reason);
      default:
        return unreachable(effect);
    }
  }

  async #save(memory: AgentMemory): Promise<AgentEvent> {
    try {
      await this.#options.memory.save(memory);
      return { type: "saved" };
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      return { type: "saveFailed", detail: error.message };
    }
  }

  async #runHook(effect: RunHook): Promise<void> {
    const { group, hook, run, timeoutMs, facts } = effect;
    const service = this.#options.services.find((one) => one.group === group);
    const command = service?.hooks[hook]?.command;
    assert(command !== undefined, "the machine names only hooks that it was given");
    if (hook !== "status")
      this.#options.log.info({ group, hook, epoch: facts.epoch }, `${group}: ${hook} starts`);
    const end = await this.#options.hooks.run({ group, hook, run, command, timeoutMs, facts });
    this.#options.metrics.hookEnded(group, hook, end.ok, end.durationMs);
    this.#logHook(effect, end);
    this.#options.dispatch({ type: "hookEnded", group, hook, run, end });
  }

  async #runCheck({ group, check, run, timeoutMs }: RunCheck): Promise<void> {
    const { ok, detail } = await runCheck(this.#options.checks, group, check, timeoutMs);
    this.#options.metrics.checkEnded(group, check, ok);
    this.#options.dispatch({ type: "checkEnded", group, check, run, ok, detail });
  }

  #logHook({ group, hook, facts }: RunHook, end: HookEnd): void {
    const { ok, timedOut, exitCode, durationMs, output } = end;
    const details = { group, hook, epoch: facts.epoch, timedOut, exitCode, durationMs, output };
    const text = `${group}: ${hook} ${ok ? "succeeded" : "failed"} after ${durationMs} ms`;
    this.#options.log[this.#levelOf(group, hook === "status", ok)](details, text);
  }

  #levelOf(group: GroupId, isStatus: boolean, ok: boolean): "debug" | "info" | "warn" {
    if (!isStatus) return ok ? "info" : "warn";
    const failedBefore = this.#statusFails.has(group);
    if (ok) this.#statusFails.delete(group);
    else this.#statusFails.add(group);
    return ok || failedBefore ? "debug" : "warn";
  }
}
