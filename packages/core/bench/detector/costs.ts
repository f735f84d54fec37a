/** Target 6: what scoring costs, in time and memory. Medians; the machine is named beside them. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Detector, arrived, crossingAt, newDetector, quietUntil } from "../../src/detector/detector.ts";
import { seeded } from "../../src/rng.ts";
import { after, instant } from "../../src/time.ts";
import type { Target } from "./targets.ts";
import { PERIOD, wifi } from "./traces/troubled.ts";

const NODES = 10_000;
const ROUNDS = 9;
const BEATS_PER_ROUND = 20;
const SUSPECT = 3.5;
const PER_SECOND = 1_000 / PERIOD;
/** As in `cluster/members/lineup.ts`, which the detector's room must not know: for so long nobody on time need be looked at. */
const CALM_MS = 1.5 * PERIOD;

interface Beat {
  readonly slot: number;
  readonly at: number;
}

/** Heartbeats of `nodes` peers in turn, so that each finds its memory cold. */
export function costTargets(nodes: number = NODES): readonly Target[] {
  const collect = collector();
  const beats = wifi(seeded(606), nodes + 2 * ROUNDS * BEATS_PER_ROUND + 2_000);
  collect();
  const before = bytesHeld();
  const tuning = { law: "learned", intervalMs: PERIOD, missed: 2, capMs: 5_000 } as const;
  // As in the product a new node starts with another's experience, which here is long.
  const known = newDetector(tuning, instant(0));
  for (const beat of beats) hear(known, beat);
  const detectors = Array.from({ length: nodes }, () => newDetector(tuning, instant(0), known));
  const each = medianUs(detectors, beats, 0, hear);
  const asProduct = medianUs(detectors, beats, ROUNDS, hearAsCoordinator);
  collect();
  const kib = (bytesHeld() - before) / nodes / 1_024;
  const share = (asProduct * nodes * PER_SECOND) / 1e4;
  return [
    {
      name: "6. learning a heartbeat and asking when it crosses",
      asked: "at most 1 us",
      reached: `${each.toFixed(2)} us, ${nodes} nodes in turn`,
      met: each <= 1,
    },
    { name: "6. memory", asked: "at most 12 KiB a node", reached: `${kib.toFixed(1)} KiB`, met: kib <= 12 },
    {
      name: `6. ${nodes} nodes at ${PER_SECOND} heartbeats a second`,
      asked: "under 5 % of a core",
      reached: `${share.toFixed(1)} %, ${asProduct.toFixed(2)} us each, asked as the coordinator asks`,
      met: share < 5,
    },
  ];
}

/** What a heartbeat costs by the median of the rounds from the n-th on. */
function medianUs(
  detectors: readonly Detector[],
  beats: readonly Beat[],
  firstRound: number,
  take: (detector: Detector, beat: Beat) => void,
): number {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const from = (firstRound + round) * BEATS_PER_ROUND;
    return usPerHeartbeat(() => {
      for (let turn = from; turn < from + BEATS_PER_ROUND; turn++)
        // Each peer is somewhere else on the trace, so that good and bad spells are met at any time.
        for (const [index, detector] of detectors.entries()) {
          const beat = beats[turn + index];
          if (beat !== undefined) take(detector, beat);
        }
    }, BEATS_PER_ROUND * detectors.length);
  });
  return times.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? 0;
}

/** Learns, and asks when it crosses. */
function hear(detector: Detector, { slot, at }: Beat): void {
  arrived(detector, slot, instant(at));
  crossingAt(detector, SUSPECT);
}

/** Learns, and asks when it crosses where that may be soon. */
function hearAsCoordinator(detector: Detector, { slot, at }: Beat): void {
  const now = instant(at);
  arrived(detector, slot, now);
  if (quietUntil(detector) < after(now, CALM_MS)) crossingAt(detector, SUSPECT);
}

/** CPU time: what other programs do on this machine does not count. */
function usPerHeartbeat(work: () => void, heartbeats: number): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / heartbeats;
}

function bytesHeld(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Node's own collector, which is only handed out on request. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
