import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exponentialCrossing,
  exponentialPhi,
  lnNormalTail,
  normalCrossing,
  normalPhi,
  normalTailAt,
} from "./phi.ts";

const cdf = (silence: number, mean: number, deviation: number): number =>
  1 - 10 ** -normalPhi(silence, { mean, deviation });

describe("the normal law", () => {
  test("agrees with the values that Akka's own test asserts", () => {
    expect(cdf(0, 0, 10)).toBeCloseTo(0.5, 12);
    expect(cdf(6, 0, 10)).toBeCloseTo(0.7257, 4);
    expect(cdf(15, 0, 10)).toBeCloseTo(0.9332, 4);
    expect(cdf(20, 0, 10)).toBeCloseTo(0.97725, 5);
    expect(cdf(25, 0, 10)).toBeCloseTo(0.99379, 5);
    expect(cdf(35, 0, 10)).toBeCloseTo(0.99977, 5);
    expect(cdf(40, 0, 10)).toBeCloseTo(0.99997, 5);
    expect(cdf(22, 20, 3)).toBeCloseTo(0.7475, 4);
    expect(normalPhi(-25, { mean: 0, deviation: 1 })).toBeCloseTo(0, 12);
    const second = (silence: number): number => normalPhi(silence, { mean: 1_000, deviation: 100 });
    expect(second(0)).toBeCloseTo(0, 12);
    expect(second(500)).toBeCloseTo(0, 6);
    expect(second(1_000)).toBeCloseTo(0.30103, 5);
    expect(second(1_200)).toBeCloseTo(1.643, 3);
    expect(second(1_100)).toBeGreaterThan(normalPhi(1_100, { mean: 1_000, deviation: 500 }));
  });

  test("rises strictly from 0 to 40 as Akka asserts, and stays finite and rising where Akka's fit is Infinity", () => {
    const phis = Array.from({ length: 41 }, (_, silence) => normalPhi(silence, { mean: 0, deviation: 10 }));
    for (let silence = 1; silence <= 40; silence++)
      expect(phis[silence]).toBeGreaterThan(phis[silence - 1] ?? 0);
    const far = [30, 40, 1_000].map((deviations) => normalPhi(deviations, { mean: 0, deviation: 1 }));
    expect(far.every(Number.isFinite)).toBe(true);
    expect(far).toEqual(far.toSorted((one, other) => one - other));
  });

  test("is lower than Akka's logistic fit where that leaves the true tail", () => {
    // Akka asserts 4.7, 10.8 and 15.3 at 4, 6 and 7 deviations, and 38 at 10: its fit, not the normal law.
    const sigmas = (y: number): number => normalPhi(y, { mean: 0, deviation: 1 });
    expect(sigmas(4)).toBeCloseTo(4.4993, 4);
    expect(sigmas(5)).toBeCloseTo(6.5426, 4);
    expect(sigmas(6)).toBeCloseTo(9.0059, 4);
    expect(sigmas(7)).toBeCloseTo(11.8929, 4);
    expect(sigmas(10)).toBeCloseTo(23.1181, 4);
    expect(sigmas(20)).toBeCloseTo(88.56, 2);
  });

  test("is the true tail to twelve digits", () => {
    const known = [
      [0, 0.5],
      [1, 0.15865525393145707],
      [2.5, 0.006209665325776132],
      [3, 0.00134989803163009],
      [5, 2.86651571879194e-7],
      [10, 7.619853024160527e-24],
      [20, 2.753624118606234e-89],
    ] as const;
    for (const [y, tail] of known) expect(Math.exp(lnNormalTail(y)) / tail).toBeCloseTo(1, 12);
  });

  test("reaches 8, 10 and 12 at 5.612, 6.361 and 7.034 deviations", () => {
    const standard = { mean: 0, deviation: 1 };
    expect(normalCrossing(8, standard)).toBeCloseTo(5.612, 3);
    expect(normalCrossing(10, standard)).toBeCloseTo(6.361, 3);
    expect(normalCrossing(12, standard)).toBeCloseTo(7.034, 3);
  });

  test("is inverted to the last digits, from 1e-9 to 1000", () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 3, noNaN: true }), (exponent) => {
        const lnTail = -(10 ** exponent) * Math.LN10;
        // Left of the mean P is nearly 1, and its logarithm is exact only in absolute terms.
        const error = Math.abs(lnNormalTail(normalTailAt(lnTail)) - lnTail);
        expect(error).toBeLessThan(1e-14 * (1 - lnTail) + 1e-15);
      }),
    );
  });

  test("joins its two formulas without a step", () => {
    for (const y of [-2.5, 2.5]) {
      expect(lnNormalTail(y + 1e-9)).toBeLessThan(lnNormalTail(y - 1e-9));
      expect(lnNormalTail(y - 1e-13)).toBeCloseTo(lnNormalTail(y + 1e-13), 11);
    }
  });
});

test("the exponential law is Cassandra's: 0.4343 t / mean, 8 at 18.42 means", () => {
  expect(exponentialPhi(1_000, 1_000)).toBeCloseTo(0.4343, 4);
  expect(exponentialCrossing(8, 1_000)).toBeCloseTo(18_420.7, 1);
});

test("φ is finite and never falls, for any silence up to 1e300 ms", () => {
  const silence = fc.double({ min: -3, max: 300, noNaN: true }).map((exponent) => 10 ** exponent);
  fc.assert(
    fc.property(silence, silence, fc.double({ min: 0.1, max: 1e5, noNaN: true }), (one, other, deviation) => {
      const [short, long] = one < other ? [one, other] : [other, one];
      const gaps = { mean: 1_000, deviation };
      expect(normalPhi(long, gaps)).toBeGreaterThanOrEqual(normalPhi(short, gaps) - 1e-12);
      expect(exponentialPhi(long, 1e-3)).toBeGreaterThanOrEqual(exponentialPhi(short, 1e-3));
      expect(Number.isFinite(normalPhi(long, gaps) + exponentialPhi(long, 1e6))).toBe(true);
      expect(Number.isFinite(exponentialPhi(1e300, 1e-9))).toBe(true);
    }),
  );
});
