/** Randomness as an argument: each call to the function gives a number from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * A small seeded generator (mulberry32, Tommy Ettinger, public domain): the same seed gives the same numbers on every
 * engine. For jitter and simulation only, never for secrets.
 *
 * @param state the generator's state, changed in place so that it can be stored with the machine that uses it
 * @returns the next number, from 0 (included) to 1 (excluded)
 */
export function nextRandom(state: { seed: number }): number {
  state.seed = (state.seed + 0x6d2b79f5) >>> 0;
  let mixed = state.seed;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** A {@link Random} that starts from a seed (a whole number from 0 to 2^32 - 1). */
export function seeded(seed: number): Random {
  const state = { seed: seed >>> 0 };
  return () => nextRandom(state);
}
