/** One peer with some jitter, watched by an observer that now and then stops, and then reads what has waited. */
import { type Random, seeded } from "../rng.ts";
import { instant } from "../time.ts";
import { type Detector, type Law, arrived, crossingAt, newDetector, stalled } from "./detector.ts";
import { verdict } from "./verdict.ts";

export const PERIOD = 250;
/** A heartbeat is up to this long on its way, in ms. */
const JITTER = 15;
const THRESHOLDS = { suspect: 3.5, down: 6 };

export class Watch {
  readonly detector: Detector;
  readonly #random: Random;
  #slot = 0;
  /** How often a judgement was anything but `alive`. */
  suspicions = 0;

  constructor(law: Law, seed: number) {
    this.#random = seeded(seed);
    this.detector = newDetector({ law, intervalMs: PERIOD, missed: 2, capMs: 5_000 }, instant(0));
  }

  /** How long after the newest heartbeat the peer would be down, in ms. */
  get waitMs(): number {
    return crossingAt(this.detector, THRESHOLDS.down) - this.detector.heardAt;
  }

  /** Heartbeats come as they are sent. */
  run(beats: number): void {
    for (let beat = 0; beat < beats; beat++) {
      this.#slot += 1;
      this.#receive(this.#slot, this.#slot * PERIOD + JITTER * this.#random());
    }
  }

  /**
   * The observer stops for `lengthMs`, then judges, then reads; with `dropped`, its buffer had no room.
   *
   * @returns by how much longer than the stall a death just before it would have stayed unknown, in ms
   */
  stall(lengthMs: number, dropped: boolean): number {
    const endsAt = this.detector.heardAt + this.#random() * (PERIOD - JITTER - 1) + lengthMs;
    const before = this.waitMs;
    stalled(this.detector, lengthMs);
    const later = this.waitMs - before - lengthMs;
    this.#judge(endsAt);
    for (let read = 1; (this.#slot + 1) * PERIOD + JITTER < endsAt; read++) {
      this.#slot += 1;
      if (!dropped) this.#receive(this.#slot, endsAt + read / 100);
    }
    return later;
  }

  #receive(slot: number, at: number): void {
    this.#judge(at);
    arrived(this.detector, slot, instant(at));
    this.#judge(at);
  }

  #judge(at: number): void {
    if (verdict(this.detector, THRESHOLDS, instant(at)) !== "alive") this.suspicions += 1;
  }
}
