/**
 * Invented traces, each with the one trouble it is named after, at the product's period. The numbers are plausible, not
 * fitted to any detector: all were fixed before one was run on them.
 */
import type { Random } from "../../../src/rng.ts";
import { exponential, pareto, switching } from "./dice.ts";
import { type Beat, type Pause, inOrder, send } from "./sending.ts";

/** The heartbeat period of these traces, in ms. */
export const PERIOD = 250;

/** A radio link: mostly quick, with bad spells of retries and losses. */
export function wifi(random: Random, beats: number): Beat[] {
  const inBadSpell = switching(random, 1 / 1_500, 1 / 120);
  return send(beats, PERIOD, () => {
    const bad = inBadSpell();
    if (random() < (bad ? 0.12 : 0.003)) return undefined;
    const retry = random() < (bad ? 0.1 : 0.02) ? exponential(random, bad ? 250 : 30) : 0;
    return 3 + exponential(random, bad ? 60 : 3) + retry;
  });
}

/** A mobile network: waking the radio takes time, coverage fades, and a change of cell holds all up, in order. */
export function cellular(random: Random, beats: number): Beat[] {
  const faded = switching(random, 1 / 2_400, 1 / 200);
  let blockedUntil = 0;
  return send(
    beats,
    PERIOD,
    inOrder(PERIOD, (slot) => {
      if (random() < 1 / 1_200) blockedUntil = slot * PERIOD + Math.min(6_000, pareto(random, 120, 1.3));
      const waking = random() < 0.15 ? 45 * random() : 0;
      const fade = faded() ? exponential(random, 90) : 0;
      return Math.max(40 + exponential(random, 8) + waking + fade, blockedUntil - slot * PERIOD);
    }),
  );
}

/** Every twentieth heartbeat is lost, and no loss knows of another. */
export function evenLoss(random: Random, beats: number): Beat[] {
  return send(beats, PERIOD, () => (random() < 0.05 ? undefined : 20 + exponential(random, 5)));
}

/** Spells of ten seconds in which every second heartbeat is lost. */
export function burstyLoss(random: Random, beats: number): Beat[] {
  const inBadSpell = switching(random, 1 / 2_000, 1 / 40);
  return send(beats, PERIOD, () =>
    random() < (inBadSpell() ? 0.5 : 0.001) ? undefined : 20 + exponential(random, 4),
  );
}

/** A link that fills up once in 10,000 s: delays, then losses. */
export function dailyCongestion(random: Random, beats: number): Beat[] {
  let queue = 0;
  return send(beats, PERIOD, (slot) => {
    const load = Math.max(0, Math.sin((2 * Math.PI * slot) / 40_000)) ** 3;
    queue = 0.9 * queue + 0.1 * exponential(random, 300 * load + 1e-9);
    if (random() < 0.0005 + 0.05 * load) return undefined;
    return 20 + exponential(random, 3) + queue + exponential(random, 150 * load + 0.1);
  });
}

/** A virtual machine whose processor is taken away: seldom in quiet quarters of an hour, often in busy minutes. */
export function stolenProcessor(random: Random, beats: number): Beat[] {
  const pauses: Pause[] = [];
  let busy = true;
  let turnsAt = 0;
  for (let at = 0; at < beats * PERIOD;) {
    if (at >= turnsAt) {
      busy = !busy;
      turnsAt = at + exponential(random, busy ? 120_000 : 900_000);
    }
    at += exponential(random, busy ? 3_000 : 60_000);
    const length = Math.min(20_000, pareto(random, busy ? 60 : 20, 1.6));
    pauses.push([at, at + length]);
    at += length;
  }
  return send(beats, PERIOD, () => 0.5 + exponential(random, 0.5), pauses);
}

/** A quick network and a sender that collects its garbage: often a little, seldom for long, more under load. */
export function lanGc(random: Random, beats: number): Beat[] {
  const pauses: Pause[] = [];
  for (let at = 0; at < beats * PERIOD;) {
    const busy = Math.sin((2 * Math.PI * at) / 3_600_000) > 0.5;
    at += exponential(random, busy ? 1_000 : 4_000);
    const full = random() < (busy ? 0.04 : 0.01);
    const length = full ? Math.min(9_000, pareto(random, 180, 1.5)) : 4 + exponential(random, 12);
    pauses.push([at, at + length]);
    at += length;
  }
  return send(beats, PERIOD, () => 0.2 + exponential(random, 0.1), pauses);
}

/** TCP over a lossy path: nothing is lost, but what is sent again holds up all that follows. */
export function lossyTcp(random: Random, beats: number): Beat[] {
  const inBadSpell = switching(random, 1 / 3_000, 1 / 100);
  return send(
    beats,
    PERIOD,
    inOrder(PERIOD, () => {
      const loss = inBadSpell() ? 0.15 : 0.002;
      let delay = 15 + exponential(random, 2);
      for (let timeout = 220; random() < loss; timeout *= 2) delay += timeout;
      return delay;
    }),
  );
}
