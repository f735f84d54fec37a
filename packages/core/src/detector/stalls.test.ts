/** The observer stands still ten thousand times; whatever its law, it suspects nobody. */
import { expect, test } from "vitest";
import { seeded } from "../rng.ts";
import type { Law } from "./detector.ts";
import { PERIOD, Watch } from "./watch.testing.ts";

const STALLS = 10_000;
const laws: readonly Law[] = ["learned", "normal", "exponential"];

test.each(laws)(
  "%s: 10,000 stalls of the observer, of 50 ms to 10 s, lead to no suspicion",
  (law) => {
    const random = seeded(7);
    const watch = new Watch(law, 8);
    watch.run(200);
    let later = 0;
    for (let stall = 0; stall < STALLS; stall++) {
      later = Math.max(later, watch.stall(50 * 200 ** random(), random() < 0.2));
      watch.run(1 + Math.floor(20 * random()));
    }
    expect(watch.suspicions).toBe(0);
    // Who died just before one is known at most a period later than the stall explains.
    expect(later).toBeLessThanOrEqual(PERIOD + 1e-6);
  },
  30_000,
);

test.each(laws)(
  "%s: all these stalls have not made it blunt",
  (law) => {
    const [stalling, calm] = [new Watch(law, 3), new Watch(law, 3)];
    for (let stall = 0; stall < 500; stall++) {
      stalling.run(20);
      stalling.stall(2_000, false);
      calm.run(20);
    }
    stalling.run(5);
    calm.run(5);
    expect(stalling.waitMs).toBeLessThan(1.5 * calm.waitMs);
  },
  30_000,
);
