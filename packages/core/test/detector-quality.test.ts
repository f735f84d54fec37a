/**
 * Is the learned law worth its lines? The comparison is with Chen's constant margin (Chen, Toueg, Aguilera, "On the
 * Quality of Service of Failure Detectors", IEEE ToC 2002): the mean offset of the last 1,000 heartbeats, plus alpha.
 *
 * For each threshold alpha is set so that both detect a crash equally fast in the mean, which Chen could only do in
 * hindsight. Then mistakes are counted: heartbeats that came behind their deadline.
 */
import { expect, test } from "vitest";
import { arrived, crossingAt, newDetector } from "../src/detector/detector.ts";
import { seeded } from "../src/rng.ts";
import { instant } from "../src/time.ts";
import type { Beat } from "../bench/detector/traces/sending.ts";
import * as troubled from "../bench/detector/traces/troubled.ts";

const { PERIOD } = troubled;
const BEATS = 100_000;
const WARM_UP = 2_000;
const CHEN_WINDOW = 1_000;
const THRESHOLDS = [2.5, 3, 3.5] as const;

/** The time between two heartbeats that arrived, and until when each rule waited for the second. */
interface Silence {
  /** The first one's slot on the sender's grid, in ms. */
  readonly sentAt: number;
  /** How many slots later the second one was sent. */
  readonly slots: number;
  readonly endsAt: number;
  /** One deadline for each of {@link THRESHOLDS}. */
  readonly learned: readonly number[];
  /** Chen's deadline, for alpha = 0. */
  readonly chen: number;
}

function silences(beats: readonly Beat[]): Silence[] {
  const tuning = { law: "learned", intervalMs: PERIOD, missed: 0, capMs: 3_600_000 } as const;
  const detector = newDetector(tuning, instant(0));
  const offsets: number[] = [];
  const all: Silence[] = [];
  let learned: readonly number[] = [];
  let [sum, slotBefore, chen] = [0, 0, 0];
  for (const { slot, at } of beats) {
    all.push({ sentAt: slotBefore * PERIOD, slots: slot - slotBefore, endsAt: at, learned, chen });
    offsets.push(at - slot * PERIOD);
    sum += at - slot * PERIOD;
    if (offsets.length > CHEN_WINDOW) sum -= offsets.shift() ?? 0;
    arrived(detector, slot, instant(at));
    slotBefore = slot;
    learned = THRESHOLDS.map((threshold) => crossingAt(detector, threshold));
    chen = (slot + 1) * PERIOD + sum / offsets.length;
  }
  return all.slice(WARM_UP);
}

/** Mean time from the last heartbeat's slot to its deadline: but for a constant, the mean detection time of a crash. */
function detectionMs(all: readonly Silence[], deadline: (silence: Silence) => number): number {
  let sum = 0;
  let slots = 0;
  for (const silence of all) {
    sum += silence.slots * (deadline(silence) - silence.sentAt);
    slots += silence.slots;
  }
  return sum / slots;
}

test.each([
  { kind: "wifi", make: troubled.wifi, share: 1 / 2 },
  { kind: "burstyLoss", make: troubled.burstyLoss, share: 1 / 2 },
  { kind: "dailyCongestion", make: troubled.dailyCongestion, share: 1 / 2 },
  { kind: "lossyTcp", make: troubled.lossyTcp, share: 1 / 2 },
  // No past foretells well when a processor is stolen.
  { kind: "stolenProcessor", make: troubled.stolenProcessor, share: 1 },
])(
  "on $kind the learned law makes less than $share of Chen's mistakes, at equal detection time",
  ({ make, share }) => {
    const all = silences(make(seeded(2_024), BEATS));
    const chenMs = detectionMs(all, ({ chen }) => chen);
    for (const index of THRESHOLDS.keys()) {
      const learnedAt = ({ learned }: Silence): number => learned[index] ?? 0;
      const alpha = detectionMs(all, learnedAt) - chenMs;
      const ours = all.filter((silence) => silence.endsAt > learnedAt(silence)).length;
      const chens = all.filter(({ endsAt, chen }) => endsAt > chen + alpha).length;
      expect(chens).toBeGreaterThan(40);
      expect(ours).toBeLessThan(share * chens);
    }
  },
  30_000,
);
