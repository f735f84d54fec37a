/** Anti-flapping: a member that failed is left alone for a while, unless an operator says otherwise. */
import type { ClusterEffect, ClusterState, HistoryEntry, Instant } from "@phidelity/core";
import { Violation } from "../violation.ts";
import type { World } from "../world.ts";

/** The first wait of a member that could not be promoted, in ms. */
const PROMOTION_MS = 10_000;

export class Cooldown {
  readonly #world: World;
  /** By group and member: until when it is left alone, on the coordinator's clock. */
  readonly #until = new Map<string, Instant>();
  /** The groups whose move an operator ordered, or began with the goodbye of the active: nobody failed there. */
  readonly #planned = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A coordinator begins: what the one before it remembered went by another clock. */
  forget(): void {
    this.#until.clear();
    this.#planned.clear();
  }

  /** Asked after each step of the coordinator. */
  stepped(state: ClusterState, effects: readonly ClusterEffect[], at: Instant): void {
    for (const effect of effects) if (effect.type === "record") this.#happened(effect.entry, at);
    this.#planned.clear();
    for (const [name, { move }] of state.groups) if (move?.planned === true) this.#planned.add(name);
  }

  #happened(entry: HistoryEntry, at: Instant): void {
    const { type, facts } = entry;
    const group: string = entry.group ?? "";
    const node: string = entry.node ?? "";
    const from = facts["from"] ?? "";
    const isFailure = type === "failoverDone" && from !== "" && from !== facts["to"];
    if (isFailure && !this.#planned.has(group)) this.#block(group, from, at, this.#cooldownOf(group));
    if (type === "promotionFailed") this.#block(group, node, at, PROMOTION_MS);
    if (type === "acknowledged" || type === "forgotten") this.#until.clear();
    if (type !== "candidateChosen") return;
    const until = this.#until.get(`${group} ${node}`) ?? at;
    if (at >= until) return;
    const words = `${node} is chosen for ${group}, and is to be left alone for ${Math.round(until - at)} ms more`;
    throw new Violation("cooldown", words);
  }

  #block(group: string, node: string, at: Instant, forMs: number): void {
    this.#until.set(`${group} ${node}`, (at + forMs) as Instant);
  }

  #cooldownOf(group: string): number {
    return this.#world.shape.cluster.groups.find((one) => one.group === group)?.cooldownMs ?? 0;
  }
}
