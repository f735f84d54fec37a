/** Who orders something is answered, once. */
import type { Action } from "@phidelity/core";
import { Violation } from "../violation.ts";
import { inWords } from "../trace.ts";

export class Orders {
  readonly #open = new Map<string, Action>();

  asked(request: string, action: Action): void {
    this.#open.set(request, action);
  }

  answered(request: string): void {
    if (!this.#open.delete(request)) throw new Violation("orders", `${request} is answered twice`);
  }

  /** The coordinator is gone, and with it who would answer. */
  forgotten(): void {
    this.#open.clear();
  }

  /** Asked once everything has settled. */
  checkAnswered(): void {
    for (const [request, action] of this.#open) {
      throw new Violation("orders", `${request} is never answered: ${inWords(action)}`);
    }
  }
}
