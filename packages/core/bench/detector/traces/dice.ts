/** Distributions that networks are made of, from a source of random numbers. */
import type { Random } from "../../../src/rng.ts";

/** Waiting for something that has no memory, with the mean given. */
export function exponential(random: Random, mean: number): number {
  return -Math.log(1 - random()) * mean;
}

/** At least `least`; P(more than x) falls like x^−power. */
export function pareto(random: Random, least: number, power: number): number {
  return least / (1 - random()) ** (1 / power);
}

/** Bell-shaped around 0 (Box and Muller). */
export function normal(random: Random, deviation: number): number {
  return deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Turns to and fro between two states; each turn has the chance given for the state it leaves. */
export function switching(random: Random, intoBad: number, outOfBad: number): () => boolean {
  let bad = false;
  return () => {
    if (random() < (bad ? outOfBad : intoBad)) bad = !bad;
    return bad;
  };
}
