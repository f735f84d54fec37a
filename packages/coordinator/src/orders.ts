/** Orders under way: from the number that the machine knows them by, back to whoever gave them. */
import type { Action, ClusterEvent, Outcome } from "@phidelity/core";

/** Whoever gave an order, as far as it is told what becomes of it. */
export interface Asker {
  /** Who it is, in words, for the history. */
  readonly by: string;
  onProgress(afterMs: number, text: string): void;
  onOutcome(outcome: Omit<Outcome, "request">): void;
}

/**
 * Gives each order a number of its own, since askers choose theirs freely, and hands steps and outcomes back. An asker who
 * has gone is forgotten; his order goes on.
 */
export class Orders {
  readonly #dispatch: (event: ClusterEvent) => void;
  readonly #askers = new Map<string, Asker>();
  #last = 0;

  constructor(dispatch: (event: ClusterEvent) => void) {
    this.#dispatch = dispatch;
  }

  /** Hands an order to the machine. Returns what makes its asker forgotten. */
  place(action: Action, dryRun: boolean, asker: Asker): () => void {
    this.#last += 1;
    const request = `o${this.#last}`;
    this.#askers.set(request, asker);
    this.#dispatch({ type: "requested", request, by: asker.by, dryRun, action });
    return () => void this.#askers.delete(request);
  }

  progress(request: string, afterMs: number, text: string): void {
    this.#askers.get(request)?.onProgress(afterMs, text);
  }

  /** Tells how an order ended; after that its asker is forgotten. */
  answer({ request, ...outcome }: Outcome): void {
    const asker = this.#askers.get(request);
    this.#askers.delete(request);
    asker?.onOutcome(outcome);
  }
}
