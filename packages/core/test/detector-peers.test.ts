/** The benchmark's peers are what they are called: their own published numbers, and margins that one can work out. */
import { expect, test } from "vitest";
import { akkaByPause, akkaDeviations } from "../bench/detector/peers/akka.ts";
import { cassandra, fixedTimeout, satzger } from "../bench/detector/peers/gap-peers.ts";
import { bertier, chen, twoWindows } from "../bench/detector/peers/grid-peers.ts";
import type { Peer } from "../bench/detector/peers/peer.ts";
import { type Trace, traceFrom } from "../bench/detector/traces/kinds.ts";
import { normalCrossing } from "../src/detector/phi.ts";

/** Heartbeats of a period of 100 ms; the delay of each slot in ms. */
function trace(beats: number, lateBy: (slot: number) => number): Trace {
  const sent = Array.from({ length: beats }, (_, slot) => ({ slot, at: slot * 100 + lateBy(slot) }));
  return traceFrom("a test's", 100, sent);
}

/** How many periods after its newest arrival the peer gives up. */
function patience(peer: Peer, on: Trace, knob: number): number {
  return (peer.on(on)(knob).at(-1) ?? 0) - (on.arrivals.at(-1) ?? 0);
}

test("Akka's fit reaches the phi that its specification asserts where that is asserted", () => {
  // N(1000, 100): 4.7 at 1,400, 10.8 at 1,600, 15.3 at 1,700, each to a tenth; 38 to one at ten deviations.
  expect(akkaDeviations(4.7)).toBeCloseTo(4, 1);
  expect(akkaDeviations(10.8)).toBeCloseTo(6, 1);
  expect(akkaDeviations(15.3)).toBeCloseTo(7, 1);
  expect(akkaDeviations(37.6)).toBeCloseTo(10, 1);
});

test("Akka's thresholds 8, 10 and 12 stand at 5.226, 5.799 and 6.292 deviations, those of the true tail further out", () => {
  const pairs = [8, 10, 12].map((phi) => [
    akkaDeviations(phi),
    normalCrossing(phi, { mean: 0, deviation: 1 }),
  ]);
  const known = [
    [5.226, 5.612],
    [5.799, 6.361],
    [6.292, 7.034],
  ];
  for (const [row, pair] of pairs.entries())
    for (const [column, value] of pair.entries()) expect(value).toBeCloseTo(known[row]?.[column] ?? 0, 3);
});

test("Cassandra convicts at 18.42 mean gaps for its threshold of 8", () => {
  const even = trace(3_000, () => 5);
  expect(patience(cassandra, even, 8 * Math.LN10)).toBeCloseTo(18.42, 2);
});

test("on even gaps each rule waits one period and its margin", () => {
  const even = trace(3_000, () => 5);
  expect(patience(chen, even, 0.5)).toBeCloseTo(1.5, 9);
  expect(patience(twoWindows, even, 0.5)).toBeCloseTo(1.5, 9);
  expect(patience(bertier, even, 4)).toBeCloseTo(1, 9);
  expect(patience(fixedTimeout, even, 1.5)).toBeCloseTo(1.5, 9);
  expect(patience(satzger, even, 1.5)).toBeCloseTo(1.5, 9);
  expect(patience(akkaByPause, even, 3)).toBeCloseTo(1 + 3 + 0.1 * akkaDeviations(8), 6);
});

test("a late heartbeat postpones the next deadline of rules that know gaps, and not of Chen's", () => {
  const late = trace(3_000, (slot) => (slot === 2_999 ? 85 : 5));
  const deadline = (peer: Peer): number => (peer.on(late)(1).at(-1) ?? 0) - 3_000;
  expect(deadline(chen)).toBeLessThan(1.1);
  expect(deadline(fixedTimeout)).toBeCloseTo(0.85, 2);
  expect(deadline(twoWindows)).toBeGreaterThan(1.8);
});
