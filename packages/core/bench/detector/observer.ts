/** Targets 4 and 5, as far as the detector alone can show them: the observer's stalls, quiet days, and a day of losses. */
import { arrived, capAt, crossingAt, newDetector } from "../../src/detector/detector.ts";
import { PERIOD, Watch } from "../../src/detector/watch.testing.ts";
import { type Random, seeded } from "../../src/rng.ts";
import { instant } from "../../src/time.ts";
import type { Target } from "./targets.ts";
import { exponential } from "./traces/dice.ts";

const DEFAULTS = { law: "learned", intervalMs: PERIOD, missed: 2, capMs: 5_000 } as const;
const SUSPECT = 3.5;
const DOWN = 6;
const BEATS_PER_DAY = 86_400_000 / PERIOD;
const LOSS = 0.1;

/** The observer stops `stalls` times, for 50 ms to 10 s; now and then its buffers overflow. */
export function stallTarget(stalls: number): Target {
  const random = seeded(407);
  const watch = new Watch("learned", 408);
  watch.run(200);
  let later = 0;
  for (let stall = 0; stall < stalls; stall++) {
    later = Math.max(later, watch.stall(50 * 200 ** random(), random() < 0.2));
    watch.run(1 + Math.floor(20 * random()));
  }
  return {
    name: `4. ${stalls} stalls of the observer`,
    asked: "no suspicion; detection at most one period later",
    reached: `${watch.suspicions} suspicions; at most ${(later / PERIOD).toFixed(2)} periods later`,
    met: watch.suspicions === 0 && later <= PERIOD + 1e-6,
  };
}

interface Day {
  readonly suspected: number;
  readonly down: number;
}

/** A day of one peer at the defaults; `delay` is undefined for a heartbeat that is lost. */
function dayOf(delay: () => number | undefined): Day {
  const detector = newDetector(DEFAULTS, instant(0));
  let [suspected, down] = [0, 0];
  for (let slot = 0; slot < BEATS_PER_DAY; slot++) {
    const ms = delay();
    if (ms === undefined) continue;
    const at = instant(slot * PERIOD + ms);
    // Nothing crosses before `missed` heartbeats are late, so that shorter gaps need no look.
    if (slot > 0 && at - detector.heardAt > PERIOD) {
      if (at >= crossingAt(detector, SUSPECT)) suspected += 1;
      if (at >= crossingAt(detector, DOWN) || at >= capAt(detector)) down += 1;
    }
    arrived(detector, slot, at);
  }
  return { suspected, down };
}

/** No loss but one in 100,000, and a collection of garbage now and then. */
function quiet(random: Random): () => number | undefined {
  return () => {
    if (random() < 1e-5) return undefined;
    return 0.2 + exponential(random, 0.1) + (random() < 0.01 ? exponential(random, 15) : 0);
  };
}

function lossy(random: Random): () => number | undefined {
  return () => (random() < LOSS ? undefined : 0.2 + exponential(random, 0.3));
}

/** Days one after the other, each another peer; none is told to the probes, which could only acquit. */
export function dayTargets(quietDays: number, lossyDays: number): readonly Target[] {
  const days = (count: number, network: (random: Random) => () => number | undefined): Day =>
    Array.from({ length: count }, (_, day) => dayOf(network(seeded(5_000 + day)))).reduce(
      (sum, { suspected, down }) => ({ suspected: sum.suspected + suspected, down: sum.down + down }),
      { suspected: 0, down: 0 },
    );
  const target = (name: string, { suspected, down }: Day): Target => ({
    name,
    asked: "nobody down by the detector alone",
    reached: `down ${down} times, suspected (and only asked) ${suspected} times`,
    met: down === 0,
  });
  return [
    target(`5. ${quietDays} quiet node-days`, days(quietDays, quiet)),
    target(`5. ${lossyDays} node-days at ${LOSS * 100} % loss`, days(lossyDays, lossy)),
  ];
}
