import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../rng.ts";
import { type Lateness, MOODS, learn, moodOf, newLateness } from "./lateness.ts";
import { newHulls, phiOfWait, waitFor } from "./wait.ts";

const CALM = 2;

function taught(lates: readonly number[], mood: number = CALM): Lateness {
  const lateness = newLateness();
  for (const late of lates) learn(lateness, mood, late);
  return lateness;
}

const periods = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 60, noNaN: true }));
const situation = fc.record({
  lates: fc.array(periods, { maxLength: 200 }),
  mood: fc.double({ min: 0, max: MOODS - 1, noNaN: true }),
});

test("the wait grows with the threshold, and φ is its inverse", () => {
  const phi = fc.double({ min: 0, max: 300, noNaN: true });
  fc.assert(
    fc.property(situation, phi, phi, ({ lates, mood }, one, other) => {
      const lateness = taught(lates, mood);
      const hulls = newHulls();
      const [lower, higher] = one < other ? [one, other] : [other, one];
      const wait = waitFor(hulls, lateness, mood, higher);
      expect(waitFor(hulls, lateness, mood, lower)).toBeLessThanOrEqual(wait);
      expect(phiOfWait(hulls, lateness, mood, wait)).toBeCloseTo(higher, 7);
    }),
  );
});

test("the inverse holds though evidence came in since the hull was built", () => {
  fc.assert(
    fc.property(situation, fc.double({ min: 1, max: 20, noNaN: true }), ({ lates, mood }, threshold) => {
      const lateness = taught(lates, mood);
      const hulls = newHulls();
      for (const late of [0, 0.01, 0, 0.02]) {
        const wait = waitFor(hulls, lateness, mood, threshold);
        expect(phiOfWait(hulls, lateness, mood, wait)).toBeCloseTo(threshold, 7);
        learn(lateness, mood, late);
      }
    }),
  );
});

test("φ never falls and is finite, for waits up to 1e300 periods", () => {
  const wait = fc.double({ min: -3, max: 300, noNaN: true }).map((exponent) => 10 ** exponent);
  fc.assert(
    fc.property(situation, wait, wait, ({ lates, mood }, one, other) => {
      const lateness = taught(lates, mood);
      const hulls = newHulls();
      const sooner = phiOfWait(hulls, lateness, mood, Math.min(one, other));
      const later = phiOfWait(hulls, lateness, mood, Math.max(one, other));
      expect(sooner).toBeGreaterThanOrEqual(0);
      expect(later).toBeGreaterThanOrEqual(sooner);
      expect(later).toBeLessThan(1_000);
    }),
  );
});

test("where heartbeats get lost, deadlines stand just behind whole periods", () => {
  const random = seeded(1);
  const lates = Array.from({ length: 20_000 }, () => {
    let lost = 0;
    while (random() < 0.1) lost += 1;
    return lost + 0.015 * random();
  });
  const lateness = taught(lates);
  const hulls = newHulls();
  for (let threshold = 1.3; threshold <= 4.2; threshold += 0.05) {
    const wait = waitFor(hulls, lateness, CALM, threshold);
    expect(wait % 1).toBeLessThan(0.06);
  }
  expect(waitFor(hulls, lateness, CALM, 1.3)).toBeGreaterThan(1);
  expect(waitFor(hulls, lateness, CALM, 4.2)).toBeGreaterThan(3);
});

test("no other constant deadline is much cheaper on what was learnt", () => {
  const random = seeded(2);
  const lates = Array.from({ length: 20_000 }, () =>
    random() < 0.9 ? 0.02 * random() : -Math.log(1 - random()),
  );
  const lateness = taught(lates);
  const hulls = newHulls();
  for (const threshold of [1, 2, 3]) {
    const cost = (wait: number): number =>
      lates.filter((late) => late > wait).length / lates.length + 10 ** -threshold * wait;
    const chosen = cost(waitFor(hulls, lateness, CALM, threshold));
    const others = Array.from({ length: 200 }, (_, step) => cost(step / 20));
    expect(chosen).toBeLessThan(1.03 * Math.min(...others));
  }
});

test("a bad mood does not lengthen the waits of a calm one", () => {
  const calm = taught(Array.from({ length: 5_000 }, () => 0.01));
  const alone = waitFor(newHulls(), calm, CALM, 4);
  for (let beat = 0; beat < 5_000; beat++) learn(calm, moodOf(1), (beat % 40) / 10);
  expect(waitFor(newHulls(), calm, CALM, 4)).toBe(alone);
  expect(waitFor(newHulls(), calm, moodOf(1), 4)).toBeGreaterThan(alone);
});

test("what is old is forgotten", () => {
  const lateness = taught(Array.from({ length: 1_000 }, () => 3.5));
  const before = waitFor(newHulls(), lateness, CALM, 4);
  for (let beat = 0; beat < 300_000; beat++) learn(lateness, CALM, 0.01);
  expect(before).toBeGreaterThan(3.5);
  expect(waitFor(newHulls(), lateness, CALM, 4)).toBeLessThan(1);
});
