/** What a member promised to an active, it keeps: until then it takes no other epoch, also after a new start. */
import type { AgentEffect, AgentEvent, Instant } from "@phidelity/core";
import type { NodeHost } from "../node-host.ts";
import { viewIn } from "./members.ts";
import { Violation } from "../violation.ts";
import type { World } from "../world.ts";

interface Given {
  readonly epoch: number;
  readonly to: string;
  /** On the clock of the member that gave it. */
  readonly until: number;
}

export class Promises {
  readonly #world: World;
  /** By member and group. */
  readonly #given = new Map<string, Given>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Asked after each step of a node. */
  stepped(node: NodeHost, event: AgentEvent, effects: readonly AgentEffect[], at: Instant): void {
    for (const { group, releasedEpoch } of viewIn(node.name, event)?.groups ?? [])
      this.#freed(node, group, releasedEpoch);
    for (const effect of effects) {
      if (effect.type !== "peerSend" || effect.message.type !== "peerPromise") continue;
      for (const { group, epoch } of effect.message.groups)
        this.#gives(node, group, { epoch, to: effect.peer }, at);
    }
    for (const [group, { lease }] of node.state?.services ?? []) {
      if (lease !== undefined && at < lease.until) this.#check(node, group, lease.epoch, at);
    }
  }

  /** The coordinator says that what was promised its time was given back. */
  #freed(node: NodeHost, group: string, releasedEpoch: number): void {
    const key = keyOf(node, group);
    if ((this.#given.get(key)?.epoch ?? 0) <= releasedEpoch) this.#given.delete(key);
  }

  #gives(node: NodeHost, group: string, { epoch, to }: { epoch: number; to: string }, at: Instant): void {
    // Whoever asks anew at a later epoch was granted that, and lives by what he was promised before no longer.
    if (this.#given.get(keyOf(node, group))?.to !== to) this.#check(node, group, epoch, at);
    const { durationMs, drift } = this.#world.shape.cluster.lease;
    this.#given.set(keyOf(node, group), { epoch, to, until: at + durationMs * (1 + drift) });
  }

  #check(node: NodeHost, group: string, epoch: number, at: Instant): void {
    const given = this.#given.get(keyOf(node, group));
    if (given === undefined || given.epoch === epoch || at >= given.until) return;
    const words = `${node.name} takes ${group} at epoch ${epoch}, and has promised ${given.to} its time at epoch ${given.epoch} for ${(given.until - at).toFixed(3)} ms more`;
    throw new Violation("promises", words);
  }
}

function keyOf(node: NodeHost, group: string): string {
  return `${node.name} ${group}`;
}
