/**
 * Invented heartbeat traces, each with the one trouble it is named after. The numbers are plausible, not fitted to any
 * detector: all were fixed before one was run on them.
 */
import type { Random } from "../src/rng.ts";

/** A heartbeat that arrived: its slot, and when, in ms. Slots ascend; repeats and late-comers are left out. */
export interface Beat {
  readonly slot: number;
  readonly at: number;
}

/** The heartbeat period of all traces, in ms. */
export const PERIOD = 250;

/** How long the heartbeat of `slot` is on its way, in ms; undefined where it is lost. */
type Path = (slot: number) => number | undefined;
type Pause = readonly [from: number, to: number];

function exponential(random: Random, mean: number): number {
  return -Math.log(1 - random()) * mean;
}

function pareto(random: Random, least: number, power: number): number {
  return least / (1 - random()) ** (1 / power);
}

/** Turns to and fro between two states; each turn has the chance given for the state it leaves. */
function switching(random: Random, intoBad: number, outOfBad: number): () => boolean {
  let bad = false;
  return () => {
    if (random() < (bad ? outOfBad : intoBad)) bad = !bad;
    return bad;
  };
}

/** Sends one heartbeat a period. What falls into a pause of the sender goes out at its end, and only the last of it. */
function send(beats: number, path: Path, pauses: readonly Pause[] = []): Beat[] {
  const sent: Beat[] = [];
  let next = 0;
  for (let slot = 1; slot <= beats; slot++) {
    let at = slot * PERIOD;
    while ((pauses[next]?.[1] ?? Infinity) <= at) next += 1;
    const [from, to] = pauses[next] ?? [Infinity, Infinity];
    if (from <= at && to >= at + PERIOD) continue;
    if (from <= at) at = to;
    const delay = path(slot);
    if (delay !== undefined) sent.push({ slot, at: at + delay });
  }
  let newest = 0;
  return sent
    .sort((one, other) => one.at - other.at)
    .filter(({ slot }) => slot > newest && (newest = slot) > 0);
}

/** A radio link: mostly quick, with bad spells of retries and losses. */
function wifi(random: Random, beats: number): Beat[] {
  const inBadSpell = switching(random, 1 / 1_500, 1 / 120);
  return send(beats, () => {
    const bad = inBadSpell();
    if (random() < (bad ? 0.12 : 0.003)) return undefined;
    const retry = random() < (bad ? 0.1 : 0.02) ? exponential(random, bad ? 250 : 30) : 0;
    return 3 + exponential(random, bad ? 60 : 3) + retry;
  });
}

/** Spells of ten seconds in which every second heartbeat is lost. */
function burstyLoss(random: Random, beats: number): Beat[] {
  const inBadSpell = switching(random, 1 / 2_000, 1 / 40);
  return send(beats, () =>
    random() < (inBadSpell() ? 0.5 : 0.001) ? undefined : 20 + exponential(random, 4),
  );
}

/** A link that fills up once in 10,000 s: delays, then losses. */
function dailyCongestion(random: Random, beats: number): Beat[] {
  let queue = 0;
  return send(beats, (slot) => {
    const load = Math.max(0, Math.sin((2 * Math.PI * slot) / 40_000)) ** 3;
    queue = 0.9 * queue + 0.1 * exponential(random, 300 * load + 1e-9);
    if (random() < 0.0005 + 0.05 * load) return undefined;
    return 20 + exponential(random, 3) + queue + exponential(random, 150 * load + 0.1);
  });
}

/** A virtual machine whose processor is taken away: seldom in quiet quarters of an hour, often in busy minutes. */
function stolenProcessor(random: Random, beats: number): Beat[] {
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
  return send(beats, () => 0.5 + exponential(random, 0.5), pauses);
}

/** TCP over a lossy path: nothing is lost, but what is sent again holds up all that follows. */
function lossyTcp(random: Random, beats: number): Beat[] {
  const inBadSpell = switching(random, 1 / 3_000, 1 / 100);
  let lineFreeAt = 0;
  return send(beats, (slot) => {
    const loss = inBadSpell() ? 0.15 : 0.002;
    let delay = 15 + exponential(random, 2);
    for (let timeout = 220; random() < loss; timeout *= 2) delay += timeout;
    lineFreeAt = Math.max(lineFreeAt + 0.05, slot * PERIOD + delay);
    return lineFreeAt - slot * PERIOD;
  });
}

/** The kinds of trace by name: from a random source and a number of slots. */
export const traces: Readonly<Record<string, (random: Random, beats: number) => Beat[]>> = {
  wifi,
  burstyLoss,
  dailyCongestion,
  stolenProcessor,
  lossyTcp,
};
