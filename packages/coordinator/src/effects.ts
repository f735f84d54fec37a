/** Carries out what the machine orders. */
import {
  type ClusterEffect,
  type ClusterEvent,
  type GroupId,
  type HistoryEntry,
  PhiError,
  type StoreChanges,
  unreachable,
} from "@phidelity/core";
import type { Clock, DirectProbes, Logger } from "@phidelity/runtime";
import type { FenceCommand, Fences } from "./fence.ts";
import type { CoordinatorMetrics } from "./metrics.ts";
import type { Orders } from "./orders.ts";
import type { Sessions } from "./sessions.ts";
import type { Store } from "./store/store.ts";
import type { Watchers } from "./watchers.ts";

export interface EffectsOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly watchers: Watchers;
  readonly orders: Orders;
  readonly fences: Fences;
  readonly probes: DirectProbes;
  readonly metrics: CoordinatorMetrics;
  /** The fence command of a group, as configured now. */
  readonly fenceOf: (group: GroupId) => FenceCommand | undefined;
  /** Told once a change is durable. */
  readonly onSaved: () => void;
}

export class Effects {
  readonly #options: EffectsOptions;

  constructor(options: EffectsOptions) {
    this.#options = options;
  }

  /** Carries one effect out; a `save` gives a promise, for which everything that follows waits. */
  perform(effect: ClusterEffect): Promise<ClusterEvent> | undefined {
    const { sessions, orders, fences, fenceOf, probes } = this.#options;
    switch (effect.type) {
      case "send":
        sessions.send(effect.session, effect.message);
        return undefined;
      case "disconnect":
        sessions.disconnect(effect.session, effect.reason);
        return undefined;
      case "save":
        return this.#save(effect.revision, effect.changes);
      case "record":
        this.#record(effect.entry);
        return undefined;
      case "fence":
        fences.run(effect, fenceOf(effect.group));
        return undefined;
      case "probeDirect":
        probes.run(effect);
        return undefined;
      case "progress":
        orders.progress(effect.request, effect.afterMs, effect.text);
        return undefined;
      case "answer":
        orders.answer(effect.outcome);
        return undefined;
      default:
        return unreachable(effect);
    }
  }

  /**
   * What a failed save has dropped. The machine keeps its decisions and saves them again, so what is for people is told
   * all the same; an order is answered with what is known: it was taken, and is not durable.
   */
  dropped(effects: readonly ClusterEffect[], because: ClusterEvent): void {
    const detail = because.type === "saveFailed" ? because.detail : because.type;
    for (const effect of effects) {
      if (effect.type === "record" || effect.type === "progress") void this.perform(effect);
      if (effect.type !== "answer") continue;
      const { text, ...outcome } = effect.outcome;
      const words = `not durable yet, and tried again: ${text} (${detail})`;
      this.#options.orders.answer({ ...outcome, status: "timedOut", text: words });
    }
  }

  async #save(revision: number, changes: StoreChanges): Promise<ClusterEvent> {
    const { clock, log, metrics, store, onSaved } = this.#options;
    const startedAt = clock.now();
    try {
      await store.save(changes);
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      metrics.saved(clock.now() - startedAt, false);
      log.error({ revision, reason: error.message }, "the store did not take a change");
      return { type: "saveFailed", revision, detail: error.message };
    }
    metrics.saved(clock.now() - startedAt, true);
    onSaved();
    return { type: "saved", revision };
  }

  #record(entry: HistoryEntry): void {
    const { clock, log, metrics, store, watchers } = this.#options;
    const row = store.append(entry, clock.wallMs());
    watchers.tell(row);
    metrics.event(row.type, row.group ?? "");
    const { type, text, facts, ...about } = entry;
    log.info({ event: type, ...about, facts }, text);
  }
}
