/**
 * Akka's and Pekko's PhiAccrualFailureDetector: phi = −log10 of a logistic fit to the tail of a normal distribution, with
 * mean + pause and the deviation of the last 1,000 gaps. A gap that crossed the threshold is not recorded, so that its
 * memory depends on the setting, and each setting is a run of its own.
 */
import type { Trace } from "../traces/kinds.ts";
import { DEVIATION_MIN } from "./gap-peers.ts";
import type { Deadlines, Peer } from "./peer.ts";
import { Window } from "./window.ts";

const WINDOW = 1_000;
/** The fit: phi = log10(1 + exp(y (A + B y²))) for y deviations. */
const A = 1.5976;
const B = 0.070566;

/** The y at which Akka's phi is `threshold`: the fit's exact inverse, Cardano's for one real root. */
export function akkaDeviations(threshold: number): number {
  const p = A / B;
  const tail = Math.log(Math.expm1(threshold * Math.LN10));
  return 2 * Math.sqrt(p / 3) * Math.sinh(Math.asinh(((3 * tail) / (2 * B * p)) * Math.sqrt(3 / p)) / 3);
}

/** Deadlines `pause` + `deviations` · deviation behind the mean gap. */
function run({ slots, arrivals }: Trace, pause: number, deviations: number): Float64Array {
  const gaps = new Window(WINDOW, [0.75, 1.25]);
  const deadlines = new Float64Array(slots.length);
  for (let index = 0; index < slots.length; index++) {
    const arrival = arrivals[index] ?? 0;
    const before = deadlines[index - 1] ?? -Infinity;
    if (arrival < before) gaps.add(arrival - (arrivals[index - 1] ?? 0));
    deadlines[index] = arrival + gaps.mean + pause + deviations * Math.max(gaps.deviation, DEVIATION_MIN);
  }
  return deadlines;
}

function akkaPeer(name: string, knob: string, at: (knob: number) => readonly [number, number]): Peer {
  const on =
    (trace: Trace): Deadlines =>
    (setting) =>
      run(trace, ...at(setting));
  return { name, knob, on };
}

/** The acceptable pause turned, at the usual threshold 8. */
export const akkaByPause: Peer = akkaPeer("Akka, pause", "pause at threshold 8", (pause) => [
  pause,
  akkaDeviations(8),
]);

/** The threshold turned, as deviations, with no pause: Hayashibara's detector. */
export const akkaByThreshold: Peer = akkaPeer("Akka, threshold", "deviations, no pause", (deviations) => [
  0,
  deviations,
]);
