/** Target 6: what scoring costs, in time and memory. Medians; the machine is named beside them. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Detector, arrived, crossingAt, newDetector } from "../../src/detector/detector.ts";
import { seeded } from "../../src/rng.ts";
import { instant } from "../../src/time.ts";
import type { Target } from "./targets.ts";
import { PERIOD, wifi } from "./traces/troubled.ts";

const NODES = 10_000;
const ROUNDS = 9;
const BEATS_PER_ROUND = 20;
const SUSPECT = 3.5;
const PER_SECOND = 1_000 / PERIOD;

/** Heartbeats of `nodes` peers in turn, so that each finds its memory cold; the crossing is asked for after each. */
export function costTargets(nodes: number = NODES): readonly Target[] {
  const collect = collector();
  const beats = wifi(seeded(606), nodes + ROUNDS * BEATS_PER_ROUND + 2_000);
  collect();
  const before = bytesHeld();
  const tuning = { law: "learned", intervalMs: PERIOD, missed: 2, capMs: 5_000 } as const;
  // As in the product a new node starts with another's experience, which here is long.
  const known = newDetector(tuning, instant(0));
  for (const beat of beats) hear(known, beat);
  const detectors = Array.from({ length: nodes }, () => newDetector(tuning, instant(0), known));
  const times = Array.from({ length: ROUNDS }, (_, round) =>
    usPerHeartbeat(() => {
      for (let beat = 0; beat < BEATS_PER_ROUND; beat++)
        // Each peer is somewhere else on the trace, so that good and bad spells are met at any time.
        for (const [index, detector] of detectors.entries())
          hear(detector, beats[round * BEATS_PER_ROUND + beat + index]);
    }, BEATS_PER_ROUND * nodes),
  );
  collect();
  const kib = (bytesHeld() - before) / nodes / 1_024;
  const us = times.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? 0;
  const share = (us * nodes * PER_SECOND) / 1e4;
  return [
    {
      name: "6. learning a heartbeat and asking when it crosses",
      asked: "at most 1 us",
      reached: `${us.toFixed(2)} us, ${nodes} nodes in turn`,
      met: us <= 1,
    },
    { name: "6. memory", asked: "at most 12 KiB a node", reached: `${kib.toFixed(1)} KiB`, met: kib <= 12 },
    {
      name: `6. ${nodes} nodes at ${PER_SECOND} heartbeats a second`,
      asked: "under 5 % of a core",
      reached: `${share.toFixed(1)} %`,
      met: share < 5,
    },
  ];
}

function hear(detector: Detector, beat: { readonly slot: number; readonly at: number } | undefined): void {
  if (beat === undefined) return;
  arrived(detector, beat.slot, instant(beat.at));
  crossingAt(detector, SUSPECT);
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
