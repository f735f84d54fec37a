/** The observer stands still ten thousand times; whatever its law, it suspects nobody. */
import { expect, test } from "vitest";
import { seeded } from "../rng.ts";
import type { Law } from "./detector.ts";
import { PERIOD, Watch } from "./watch.testing.ts";

const STALLS = 10_000;
const laws: readonly Law[] = ["learned", "normal", "exponential"];

test.each(laws)("%s: 10,000 stalls of the observer, of 50 ms to 10 s, lead to no suspicion", (law) => {
  const random = seeded(7);
  const watch = new Watch(law, 8);
  watch.run(200);
  for (let stall = 0; stall < STALLS; stall++) {
    const later = watch.stall(50 * 200 ** random(), random() < 0.2);
    // Who died just before is known one period later than the stall explains, at most.
    expect(later).toBeLessThanOrEqual(PERIOD + 1e-6);
    watch.run(1 + Math.floor(20 * random()));
  }
  expect(watch.suspicions).toBe(0);
});

test.each(laws)("%s: all these stalls have not made it blunt", (law) => {
  const [stalling, calm] = [new Watch(law, 3), new Watch(law, 3)];
  for (let stall = 0; stall < 500; stall++) {
    stalling.run(20);
    stalling.stall(2_000, false);
    calm.run(20);
  }
  stalling.run(5);
  calm.run(5);
  expect(stalling.waitMs).toBeLessThan(1.5 * calm.waitMs);
});
