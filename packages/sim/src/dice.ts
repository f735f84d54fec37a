/** Everything that is left to chance, from one seed. */
import { type Random, seeded } from "@phidelity/core";

/** A die with its own sequence of numbers. */
export class Dice {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  /** A number from `low` (included) to `high` (excluded). */
  between(low: number, high: number): number {
    return low + (high - low) * this.#random();
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  /** True with this probability. It throws no die for 0, so that what never happens does not change what does. */
  chance(probability: number): boolean {
    return probability > 0 && this.#random() < probability;
  }

  /** One of the list, which is not empty. */
  oneOf<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  /** A length of time that is mostly short and now and then long: exponential, with this mean, in ms. */
  spell(meanMs: number): number {
    return -meanMs * Math.log(1 - this.#random());
  }
}
