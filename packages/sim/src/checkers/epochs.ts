/** Epochs only rise; each belongs to one start of one node, and is durable before it is granted. */
import type { Ack, ClusterState } from "@phidelity/core";
import { Violation } from "../violation.ts";
import type { World } from "../world.ts";

interface Grant {
  readonly epoch: number;
  readonly to: string;
}

export class Epochs {
  readonly #world: World;
  /** The last grant of each group, over the whole run. */
  readonly #last = new Map<string, Grant>();

  /** Whether the store was lost at some time. */
  isLost = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** An ack that carries leases leaves the coordinator. */
  granted(node: string, ack: Ack): void {
    const to = `${node}#${ack.incarnation}`;
    for (const { group, epoch } of ack.leases) {
      this.#checkDurable(group, epoch, ack.incarnation);
      const last = this.#last.get(group);
      if (last !== undefined && (epoch < last.epoch || (epoch === last.epoch && to !== last.to))) {
        throw new Violation(
          "epochs",
          `${group}: epoch ${epoch} is granted to ${to} after epoch ${last.epoch} to ${last.to}`,
        );
      }
      if (last === undefined || epoch > last.epoch) this.#last.set(group, { epoch, to });
    }
  }

  #checkDurable(group: string, epoch: number, incarnation: number): void {
    const stored = this.#world.coordinator.disk.durable.groups.find((one) => one.group === group);
    if (stored !== undefined && stored.epoch >= epoch && stored.holderIncarnation === incarnation) return;
    const words = `${group}: epoch ${epoch} is granted, and the store has epoch ${stored?.epoch ?? 0} for incarnation ${stored?.holderIncarnation ?? 0}`;
    throw new Violation("durable", words);
  }

  /** A store that is lost takes the epochs with it; nodes remember them, and what they report counts from then on. */
  storeReplaced(isLost: boolean): void {
    if (!isLost) return;
    this.isLost = true;
    this.#last.clear();
  }

  /** An epoch is chosen: it lies above all that any node has told this coordinator. */
  chosen(group: string, epoch: number, state: ClusterState): void {
    for (const node of state.nodes.values()) {
      const seen = node.report.services.find((one) => one.group === group)?.seenEpoch ?? 0;
      if (seen < epoch) continue;
      throw new Violation(
        "epochs",
        `${group}: epoch ${epoch} is chosen, and ${node.node} has reported ${seen}`,
      );
    }
  }
}
