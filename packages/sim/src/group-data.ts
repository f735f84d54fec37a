/**
 * The clients of one group and what they were promised: which writes were acknowledged, and by whom they are kept.
 *
 * A tick stands for what goes on all the time: clients write through every gate that passes, replicas copy, and what has
 * been copied far enough for the group's replication mode is acknowledged through the gate that took it.
 */
import type { GroupSettings } from "@phidelity/core";
import { endOf } from "./data-log.ts";
import { type ListKeeping, Service } from "./service.ts";
import { Violation } from "./violation.ts";

/** What the world tells about the hosts of the members. */
export interface Hosts {
  /** The epoch at which the member's gate passes now and its host runs; 0 where none. */
  servesAt(node: string, group: string): number;
  /** Whether data flows from one member's host to another's. */
  flows(from: string, to: string): boolean;
}

/** How a promotion was decided. */
export interface Choice {
  readonly node: string;
  readonly acceptDataLoss: boolean;
  /** How far the chosen member was said to be behind; undefined where nothing was said. */
  readonly lag: number | undefined;
}

export class GroupData {
  readonly settings: GroupSettings;
  readonly services: ReadonlyMap<string, Service>;
  /** How far the clients know their writes to be safe, by epoch. */
  readonly #acknowledged = new Map<number, number>();
  /** How far the active at an epoch has told the present coordinator that it was. */
  readonly #reported = new Map<number, number>();
  readonly #choices = new Map<number, Choice>();
  #lastChoice: { readonly epoch: number; readonly choice: Choice } | undefined;
  #lastServed = 0;
  #isBlind = false;
  writesLost = 0;

  constructor(settings: GroupSettings, nodes: readonly string[], list: ListKeeping) {
    this.settings = settings;
    this.services = new Map(nodes.map((node) => [node, new Service(node, list)]));
  }

  of(node: string): Service {
    const service = this.services.get(node);
    if (service === undefined) throw new Error(`there is no member ${node}`);
    return service;
  }

  /** A short while passes. */
  tick(hosts: Hosts, writes: number): void {
    const { group } = this.settings;
    for (const service of this.services.values()) {
      if (takesWrites(service, hosts, group))
        service.log = { ...service.log, position: service.log.position + writes };
    }
    for (const service of this.services.values()) {
      const { upstream } = service;
      if (upstream !== undefined && service.isUp && upstream.isUp && hosts.flows(upstream.node, service.node))
        service.pull();
    }
    for (const service of this.services.values()) {
      if (takesWrites(service, hosts, group)) this.#acknowledge(service, hosts);
    }
  }

  #acknowledge(primary: Service, hosts: Hosts): void {
    const epoch = primary.primaryAt;
    const from = primary.log.stretches.find((stretch) => stretch.epoch === epoch)?.from ?? 0;
    const until = this.#safeUntil(primary, epoch, hosts);
    if (until > from && until > (this.#acknowledged.get(epoch) ?? 0)) this.#acknowledged.set(epoch, until);
  }

  #safeUntil(primary: Service, epoch: number, hosts: Hosts): number {
    const { mode, writeQuorum } = this.settings.replication;
    const here = primary.log.position;
    if (mode === "async") return here;
    if (mode === "sync") {
      if (primary.inSync.size === 0) return primary.isAlone ? here : 0;
      return Math.min(
        here,
        ...[...primary.inSync].map((replica) =>
          isFed(replica, primary, hosts) ? endOf(replica.log, epoch) : 0,
        ),
      );
    }
    const copies = [...this.services.values()].filter((replica) => isFed(replica, primary, hosts));
    const ends = [here, ...copies.map((replica) => endOf(replica.log, epoch))].sort(
      (one, other) => other - one,
    );
    return ends[writeQuorum - 1] ?? 0;
  }

  /** The coordinator chose a member for an epoch. */
  chosen(epoch: number, choice: Choice): void {
    // Who was chosen at the cost of data, and did not come to serve, may be chosen again at that cost.
    const before = this.#lastChoice;
    const isAgain =
      before !== undefined && before.epoch > this.#lastServed && before.choice.node === choice.node;
    const accepted = isAgain && before.choice.acceptDataLoss ? { ...choice, acceptDataLoss: true } : choice;
    this.#lastChoice = { epoch, choice: accepted };
    this.#choices.set(epoch, accepted);
  }

  /** The store was lost, and with it who held the group: the first choice after that is made on what was heard alone. */
  storeLost(): void {
    this.#isBlind = true;
  }

  /** The coordinator has heard from the active how far it is. */
  reported(epoch: number, position: number): void {
    if (position > (this.#reported.get(epoch) ?? 0)) this.#reported.set(epoch, position);
  }

  /** The coordinator was started again and knows of no positions. */
  forgetReports(): void {
    this.#reported.clear();
  }

  /** A gate opens at an epoch: does the service behind it have what clients were promised? */
  serves(node: string, epoch: number): void {
    if (epoch <= this.#lastServed) return;
    this.#lastServed = epoch;
    const service = this.of(node);
    const known = this.#choices.get(epoch) ?? { node, acceptDataLoss: false, lag: undefined };
    const choice = this.#isBlind ? { ...known, acceptDataLoss: true } : known;
    this.#isBlind = false;
    let lostAsReported = 0;
    for (const [at, until] of this.#acknowledged) {
      const kept = endOf(service.log, at);
      if (kept >= until) continue;
      const from = Math.max(kept, this.#fromOf(at));
      this.writesLost += until - from;
      lostAsReported += Math.max(0, Math.min(until, this.#reported.get(at) ?? 0) - from);
      if (!choice.acceptDataLoss) this.#judge(node, epoch, at, { from, until });
      if (kept > 0) this.#acknowledged.set(at, kept);
      else this.#acknowledged.delete(at);
    }
    if (choice.acceptDataLoss || lostAsReported <= (choice.lag ?? 0)) return;
    throw this.#violation(
      `${node} serves at epoch ${epoch}, was said to be ${choice.lag ?? "?"} behind, and lacks ${lostAsReported} writes that the coordinator knew of`,
    );
  }

  #judge(
    node: string,
    epoch: number,
    at: number,
    lost: { readonly from: number; readonly until: number },
  ): void {
    if (this.settings.replication.mode === "async") return;
    throw this.#violation(
      `${node} serves at epoch ${epoch} without the acknowledged writes ${lost.from + 1}..${lost.until} of epoch ${at}`,
    );
  }

  #fromOf(epoch: number): number {
    for (const { log } of this.services.values()) {
      const stretch = log.stretches.find((one) => one.epoch === epoch);
      if (stretch !== undefined) return stretch.from;
    }
    return 0;
  }

  #violation(what: string): Violation {
    return new Violation("data", `${this.settings.group} (${this.settings.replication.mode}): ${what}`);
  }
}

function takesWrites(service: Service, hosts: Hosts, group: string): boolean {
  return service.isUp && service.primaryAt > 0 && hosts.servesAt(service.node, group) === service.primaryAt;
}

function isFed(replica: Service, primary: Service, hosts: Hosts): boolean {
  return replica.isUp && replica.upstream === primary && hosts.flows(replica.node, primary.node);
}
