/** The observer stands still ten thousand times; whatever its law, it suspects nobody. */
import { expect, test } from "vitest";
import { type Random, seeded } from "../rng.ts";
import { instant } from "../time.ts";
import { type Detector, type Law, arrived, crossingAt, newDetector, stalled } from "./detector.ts";
import { verdict } from "./verdict.ts";

const PERIOD = 250;
const STALLS = 10_000;
const laws: readonly Law[] = ["learned", "normal", "exponential"];

/** One peer with some jitter, watched by an observer that now and then stops, and then reads what has waited. */
class Watch {
  readonly detector: Detector;
  readonly #random: Random;
  #slot = 0;
  suspicions = 0;

  constructor(law: Law, seed: number) {
    this.#random = seeded(seed);
    this.detector = newDetector({ law, intervalMs: PERIOD, missed: 2, capMs: 5_000 }, instant(0));
  }

  /** Heartbeats come as they are sent. */
  run(beats: number): void {
    for (let beat = 0; beat < beats; beat++) {
      this.#slot += 1;
      this.#receive(this.#slot, this.#slot * PERIOD + 15 * this.#random());
    }
  }

  /** The observer stops for `lengthMs`, then judges, then reads; with `dropped`, its buffer had no room. */
  stall(lengthMs: number, dropped: boolean): void {
    const endsAt = this.detector.heardAt + this.#random() * (PERIOD - 16) + lengthMs;
    stalled(this.detector, lengthMs);
    this.#judge(endsAt);
    for (let read = 1; (this.#slot + 1) * PERIOD + 15 < endsAt; read++) {
      this.#slot += 1;
      if (!dropped) this.#receive(this.#slot, endsAt + read / 100);
    }
  }

  #receive(slot: number, at: number): void {
    this.#judge(at);
    arrived(this.detector, slot, instant(at));
    this.#judge(at);
  }

  #judge(at: number): void {
    if (verdict(this.detector, { suspect: 3.5, down: 6 }, instant(at)) !== "alive") this.suspicions += 1;
  }
}

test.each(laws)("%s: 10,000 stalls of the observer, of 50 ms to 10 s, lead to no suspicion", (law) => {
  const random = seeded(7);
  const watch = new Watch(law, 8);
  watch.run(200);
  for (let stall = 0; stall < STALLS; stall++) {
    watch.stall(50 * 200 ** random(), random() < 0.2);
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
  const wait = ({ detector }: Watch): number => crossingAt(detector, 6) - detector.heardAt;
  expect(wait(stalling)).toBeLessThan(1.5 * wait(calm));
});
