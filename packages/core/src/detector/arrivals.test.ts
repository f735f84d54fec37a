import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Arrivals, addGap, gapStats, newArrivals } from "./arrivals.ts";

/** A window that has forgotten the two gaps it was born with. */
function holding(gaps: readonly number[], window: number = gaps.length): Arrivals {
  const arrivals = newArrivals(1_000, 250, window);
  for (const gap of gaps) addGap(arrivals, gap);
  return arrivals;
}

test("mean and variance are those that Akka's HeartbeatHistory asserts", () => {
  const stats = gapStats(holding([100, 200, 125, 340, 130]));
  expect(stats.mean).toBe(179);
  expect(stats.deviation ** 2).toBeCloseTo(7_584, 6);
  expect(gapStats(holding([100])).deviation).toBe(0);
  const sliding = holding([100, 110, 90]);
  expect(gapStats(sliding).mean).toBe(100);
  expect(gapStats(sliding).deviation ** 2).toBeCloseTo(66.6667, 4);
  addGap(sliding, 140);
  expect(gapStats(sliding).mean).toBeCloseTo(113.3333, 4);
  expect(gapStats(sliding).deviation ** 2).toBeCloseTo(422.2222, 4);
  addGap(sliding, 80);
  expect(gapStats(sliding).mean).toBeCloseTo(103.3333, 4);
  expect(gapStats(sliding).deviation ** 2).toBeCloseTo(688.8889, 4);
});

test("equal fractional gaps have no deviation, and never NaN", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 5_100, noNaN: true }), fc.nat(300), (gap, extra) => {
      const { mean, deviation } = gapStats(
        holding(
          Array.from({ length: 50 + extra }, () => gap),
          50,
        ),
      );
      expect(deviation).toBe(0);
      expect(Math.abs(mean - gap)).toBeLessThanOrEqual(0.0006);
    }),
  );
});

test("the running sums stay those of the window, whatever passed through it", () => {
  const gap = fc.oneof(
    fc.double({ min: 0, max: 10, noNaN: true }),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(gap, { minLength: 16, maxLength: 80 }), (gaps) => {
      const { mean, deviation } = gapStats(holding(gaps, 16));
      const last = gaps.slice(-16);
      const trueMean = last.reduce((sum, each) => sum + each, 0) / 16;
      const trueVariance = last.reduce((sum, each) => sum + (each - trueMean) ** 2, 0) / 16;
      expect(Math.abs(mean - trueMean)).toBeLessThan(0.001);
      expect(Math.abs(deviation - Math.sqrt(trueVariance))).toBeLessThan(1);
    }),
  );
});
