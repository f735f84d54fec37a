/** In a failsafe group nobody is chosen whom the last active did not know: it may be going on without his promise. */
import type { AgentEvent, ClusterState, CoordinatorMessage } from "@phidelity/core";
import type { NodeHost } from "../node-host.ts";
import { Violation } from "../violation.ts";

interface Term {
  readonly epoch: number;
  readonly holder: string;
  /** Whom it knew when it was chosen, and whom it was told of since. */
  readonly known: Set<string>;
}

type Group = ClusterState["groups"] extends ReadonlyMap<unknown, infer One> ? One : never;

export class Members {
  /** By group: who was chosen last, and who was granted the lease last. */
  readonly #chosen = new Map<string, Term>();
  readonly #granted = new Map<string, Term>();

  /** The coordinator has begun a new epoch. */
  chosen(group: Group, members: readonly string[]): void {
    const { settings, epoch, holder } = group;
    const last = this.#granted.get(settings.group);
    const isFree = last === undefined || last.known.size === 0 || group.releasedBefore >= last.epoch;
    if (
      settings.onCoordinatorLoss === "failsafe" &&
      !isFree &&
      holder !== last.holder &&
      !last.known.has(holder)
    ) {
      const words = `${holder} is chosen for ${settings.group} at epoch ${epoch}, and ${last.holder}, active at epoch ${last.epoch}, knew only ${[...last.known].join(", ")}`;
      throw new Violation("members", words);
    }
    const isAdopted = group.members.length === 0;
    this.#chosen.set(settings.group, { epoch, holder, known: new Set(isAdopted ? [] : members) });
  }

  /** An ack carries the lease. */
  granted(group: string, epoch: number): void {
    const chosen = this.#chosen.get(group);
    if (chosen?.epoch === epoch) this.#granted.set(group, chosen);
  }

  /** Asked after each step of a node. */
  stepped(node: NodeHost, event: AgentEvent): void {
    const view = viewIn(node.name, event);
    for (const { group, members } of view?.groups ?? []) {
      for (const terms of [this.#chosen, this.#granted]) {
        const term = terms.get(group);
        if (term?.holder === node.name) for (const member of members) term.known.add(member);
      }
    }
  }

  /** The store was replaced by another, which knows nothing of this. */
  forget(): void {
    this.#chosen.clear();
    this.#granted.clear();
  }
}

/** The view that an event brings, by the node's own link or through a peer. */
export function viewIn(
  node: string,
  event: AgentEvent,
): Extract<CoordinatorMessage, { readonly type: "view" }> | undefined {
  if (event.type === "received") return event.message.type === "view" ? event.message : undefined;
  if (event.type !== "peerReceived" || event.message.type !== "relay") return undefined;
  const { node: to, message } = event.message;
  return to === node && message.type === "view" ? message : undefined;
}
