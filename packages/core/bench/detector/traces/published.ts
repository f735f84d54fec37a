/**
 * Invented traces with the statistics that were published of recorded ones; the recordings themselves are not at hand.
 */
import type { Random } from "../../../src/rng.ts";
import { exponential, normal, pareto, switching } from "./dice.ts";
import { type Beat, type Pause, send } from "./sending.ts";

/** JAIST to EPFL, Hayashibara et al., SRDS 2004: one heartbeat in 103.5 ms over half the world. */
export const WAN_PERIOD = 103.501;
/** PlanetLab, Xiong et al., 2012: one in 12 to 20 ms. */
export const PLANETLAB_PERIOD = 16;
/** A LAN, Tomsic et al., "2W-FD", 2015: one in 20 ms. */
export const LAN_PERIOD = 20;

/** Half of the least round trip, 270.2 ms. */
const WAN_DELAY_MIN = 135;

/** One way of a round trip with a mean of 283.3 and a deviation of 27.3 ms. */
function wanDelay(random: Random): number {
  const jitter = exponential(random, random() < 0.03 ? 60 : 4);
  return WAN_DELAY_MIN + jitter + Math.abs(normal(random, 0.189));
}

/** Losses in bursts: 814 of them in 5.8 million heartbeats, 28 in the mean and 1,093 at most. */
function wanLoss(random: Random): () => boolean {
  let left = 0;
  return () => {
    if (left === 0 && random() < 1 / 7_180) left = Math.ceil(Math.min(1_093, pareto(random, 1, 0.55)));
    if (left === 0) return false;
    left -= 1;
    return true;
  };
}

export function wanEpfl(random: Random, beats: number): Beat[] {
  const lost = wanLoss(random);
  return send(beats, WAN_PERIOD, () => (lost() ? undefined : wanDelay(random)));
}

/** The same way as Tomsic cut it: calm, a stretch of bursts, a worm that fills the lines, calm. */
export function wanRegimes(random: Random, beats: number): Beat[] {
  const lost = wanLoss(random);
  const inBurst = switching(random, 1 / 400, 1 / 25);
  return send(beats, WAN_PERIOD, (slot) => {
    const part = slot / beats;
    if (lost()) return undefined;
    const calm = wanDelay(random);
    if (part > 0.4 && part <= 0.5) return inBurst() && random() < 0.5 ? undefined : calm;
    if (part <= 0.5 || part > 0.65) return calm;
    return random() < 0.03 ? undefined : calm + 40 + exponential(random, 50);
  });
}

/** Hosts that many share, over lines that lose up to 5 %: short losses, long queues, and a sender that must wait. */
export function planetLab(random: Random, beats: number): Beat[] {
  const inLoss = switching(random, 1 / 120, 1 / 2);
  const crowded = switching(random, 1 / 5_000, 1 / 1_500);
  const pauses: Pause[] = [];
  for (let at = 0; at < beats * PLANETLAB_PERIOD;) {
    at += exponential(random, 6_000);
    const length = Math.min(3_000, pareto(random, 12, 1.4));
    pauses.push([at, at + length]);
    at += length;
  }
  const path = (): number | undefined => {
    const busy = crowded();
    if (inLoss()) return undefined;
    return 45 + exponential(random, busy ? 9 : 1.5) + (random() < 0.01 ? exponential(random, 30) : 0);
  };
  return send(beats, PLANETLAB_PERIOD, path, pauses);
}

/** Nothing is lost, little is late, and once there is a gap of 1.5 s. */
export function lan(random: Random, beats: number): Beat[] {
  const gapAt = (0.3 + 0.6 * random()) * beats * LAN_PERIOD;
  const path = (): number =>
    0.1 + exponential(random, 0.05) + (random() < 0.001 ? exponential(random, 4) : 0);
  return send(beats, LAN_PERIOD, path, [[gapAt, gapAt + 1_500]]);
}
