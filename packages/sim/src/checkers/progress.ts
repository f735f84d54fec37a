/** Once faults stop, nothing stays stuck: each group comes to exactly one active, and stays there. */
import type { ClusterState } from "@phidelity/core";
import { Violation } from "../violation.ts";
import { inWords } from "../trace.ts";
import type { World } from "../world.ts";

/**
 * Longest way back after the last fault: a hook that fails for the last time waits up to 30 s to be tried again, a member
 * that was quarantined 10 s and more, a promotion, a lease and a detector's cap some 3 s each.
 */
const CONVERGED_WITHIN_MS = 90_000;
/** It must stay well for this long. */
const STEADY_MS = 1_500;
/** What was overdue while the coordinator was frozen, or waited for a slow disk, is seen to within this. */
const CALM_FIRST_MS = 5_000;
/** Timers are a little late, saves take a few ms. */
const DEADLINE_SLACK_MS = 250;
const PASSING = new Set(["choosing", "committing", "promoting", "releasing", "demoting", "catchingUp"]);

type Group = ClusterState["groups"] extends ReadonlyMap<unknown, infer One> ? One : never;

export class Progress {
  readonly #world: World;
  #calmSince: number | undefined;
  #wellSince: number | undefined;
  isSettled = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** A phase that should pass has a deadline, and is left by then. */
  checkDeadlines(state: ClusterState): void {
    if (this.#calmSince === undefined || this.#world.now - this.#calmSince < CALM_FIRST_MS) return;
    const now = this.#world.coordinator.clock.at(this.#world.now);
    for (const [name, group] of state.groups) {
      if (!PASSING.has(group.phase) || group.settings.mode === "active-active") continue;
      if (group.deadline === undefined)
        throw new Violation("deadlines", `${name} is ${group.phase} without a deadline`);
      if (now < group.deadline + DEADLINE_SLACK_MS) continue;
      const late = Math.round(now - group.deadline);
      throw new Violation("deadlines", `${name} is still ${group.phase}, ${late} ms after its deadline`);
    }
  }

  checkConvergence(): void {
    const { now } = this.#world;
    this.#calmSince ??= now;
    const trouble = this.#trouble();
    if (trouble !== undefined) this.#wellSince = undefined;
    else this.#wellSince ??= now;
    this.isSettled = this.#wellSince !== undefined && now - this.#wellSince >= STEADY_MS;
    if (this.isSettled || trouble === undefined || now - this.#calmSince < CONVERGED_WITHIN_MS) return;
    throw new Violation(trouble.of, `${CONVERGED_WITHIN_MS} ms after the last fault: ${trouble.words}`);
  }

  /** The first thing that is not as it should be; undefined where all is well. */
  #trouble(): { readonly of: "convergence" | "orders"; readonly words: string } | undefined {
    const { state } = this.#world.coordinator;
    if (state === undefined) return { of: "convergence", words: "the coordinator is down" };
    for (const group of state.groups.values()) {
      const isShared = group.settings.mode === "active-active";
      const words = isShared ? this.#troubleOfShared(group) : this.#troubleOf(group);
      if (words !== undefined) return { of: "convergence", words };
    }
    const open = this.#world.checkers.orders.oneOpen;
    return open === undefined ? undefined : { of: "orders", words: `an order is not answered yet: ${open}` };
  }

  #troubleOf(group: Group): string | undefined {
    const name = group.settings.group;
    if (group.phase !== "serving" || group.asked !== undefined) {
      return `${name} is ${group.phase}: ${group.incident || inWords({ holder: group.holder, epoch: group.epoch })}`;
    }
    for (const node of this.#world.nodes.values()) {
      const service = node.state?.services.get(name);
      if (service === undefined) return `${node.name} is down`;
      const isActive = node.name === group.holder;
      const passes = this.#world.servesAt(node.name, name) === group.epoch;
      if (isActive && !passes)
        return `${node.name} should be the active of ${name}, and its gate does not pass`;
      // After a store was lost, a member may have seen a later epoch than the active's, and takes no notice of it.
      if (isActive || service.seenEpoch > group.epoch) continue;
      if (service.role !== "standby")
        return `${node.name} is ${service.role} of ${name}: ${service.hookTrouble}`;
      if (service.followedEpoch !== group.epoch)
        return `${node.name} follows epoch ${service.followedEpoch} of ${name}, not ${group.epoch}`;
    }
    return undefined;
  }

  #troubleOfShared(group: Group): string | undefined {
    const name = group.settings.group;
    for (const node of this.#world.nodes.values())
      if (node.gates.get(name)?.mode !== "open") return `${node.name} does not serve ${name}`;
    return undefined;
  }
}
