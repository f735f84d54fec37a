/** Who orders something is answered, once. */
import type { Action } from "@phidelity/core";
import { Violation } from "../violation.ts";
import { inWords } from "../trace.ts";

export class Orders {
  readonly #open = new Map<string, { readonly action: Action; isExcused: boolean }>();

  asked(request: string, action: Action): void {
    this.#open.set(request, { action, isExcused: false });
  }

  answered(request: string): void {
    if (!this.#open.delete(request)) throw new Violation("orders", `${request} is answered twice`);
  }

  /** The coordinator is gone, and with it who would answer. */
  forgotten(): void {
    this.#open.clear();
  }

  /** The store refused a save, and answers that waited for it were dropped: who asked learns that from a timeout. */
  excused(): void {
    for (const order of this.#open.values()) order.isExcused = true;
  }

  /** An order whose owner still waits; undefined where nobody does. */
  get oneOpen(): string | undefined {
    for (const [request, { action, isExcused }] of this.#open)
      if (!isExcused) return `${request}: ${inWords(action)}`;
    return undefined;
  }

  /** Asked once everything has settled. */
  checkAnswered(): void {
    for (const [request, { action, isExcused }] of this.#open) {
      if (!isExcused) throw new Violation("orders", `${request} is never answered: ${inWords(action)}`);
    }
  }
}
