/** What broke the detectors of others, each under the name of its report; none of it may come back here. */
import { describe, expect, test } from "vitest";
import { instant } from "../time.ts";
import { type Detector, type Law, arrived, crossingAt, newDetector, phiAt, restarted } from "./detector.ts";
import { verdict } from "./verdict.ts";

const PERIOD = 250;
const THRESHOLDS = { suspect: 3.5, down: 6 };
const laws: readonly Law[] = ["learned", "normal", "exponential"];

/** Heartbeats 1 to `beats`, each `delay` ms after its slot on a clock that began at `epoch`. */
function steady(law: Law, beats: number, epoch: number = 0, delay: number = 0): Detector {
  const detector = newDetector({ law, intervalMs: PERIOD, missed: 2, capMs: 5_000 }, instant(epoch));
  for (let slot = 1; slot <= beats; slot++) arrived(detector, slot, instant(epoch + slot * PERIOD + delay));
  return detector;
}

describe.each(laws)("the %s law", (law) => {
  test("akka 1830, lost precision: a clock that has run for a century judges as a new one does", () => {
    const century = 3.2e12;
    const young = steady(law, 3_000, 0, 0.3);
    const old = steady(law, 3_000, century, 0.3);
    const wait = (detector: Detector): number => crossingAt(detector, 6) - detector.heardAt;
    expect(Math.abs(wait(old) - wait(young))).toBeLessThan(1);
  });

  test("akka 526, first heartbeats ignored: the first one ends the waiting, and its absence is noticed", () => {
    const detector = newDetector({ law, intervalMs: PERIOD, missed: 2, capMs: 5_000 }, instant(0));
    arrived(detector, 1, instant(4_900));
    expect(verdict(detector, THRESHOLDS, instant(5_100))).toBe("alive");
    expect(verdict(detector, THRESHOLDS, instant(9_900))).toBe("down");
  });

  test("chitchat 123 and scylla 8488: old heartbeats that go round for minutes keep no dead node alive", () => {
    const detector = steady(law, 2_000);
    const died = 2_000 * PERIOD;
    const verdicts = Array.from({ length: 1_200 }, (_, copy) => {
      const at = instant(died + copy * PERIOD);
      arrived(detector, 2_000 - (copy % 60), at);
      return verdict(detector, THRESHOLDS, at);
    });
    expect(new Set(verdicts.slice(5_000 / PERIOD))).toEqual(new Set(["down"]));
  });

  test("scylla 8488: heartbeats that were long on the way, and come after the death, teach no patience", () => {
    const detector = steady(law, 2_000);
    const patience = crossingAt(detector, 6) - detector.heardAt;
    // Sixty that waited for 15 s come at their own pace, the last of them long after the sender's end.
    for (let slot = 2_001; slot <= 2_060; slot++) arrived(detector, slot, instant(slot * PERIOD + 15_000));
    expect(crossingAt(detector, 6) - detector.heardAt).toBeLessThan(1.5 * patience);
  });

  test("chitchat 133, a reset node briefly alive: who starts anew and says nothing is suspected and then down", () => {
    const detector = steady(law, 2_000);
    const again = 2_000 * PERIOD + 60_000;
    restarted(detector, instant(again));
    expect(crossingAt(detector, 3.5)).toBeLessThan(again + 10 * PERIOD);
    expect(verdict(detector, THRESHOLDS, instant(again + 5_000))).toBe("down");
  });

  test("cockroach 16959, a clock jump: an arrival before the last one takes nothing back", () => {
    const detector = steady(law, 2_000);
    const heard = detector.heardAt;
    arrived(detector, 2_001, instant(heard - 3_600_000));
    expect(detector.heardAt).toBe(heard);
    expect(Number.isFinite(phiAt(detector, instant(heard + PERIOD)))).toBe(true);
    arrived(detector, 2_002, instant(heard + 2 * PERIOD));
    expect(verdict(detector, THRESHOLDS, instant(heard + 3 * PERIOD))).toBe("alive");
    expect(verdict(detector, THRESHOLDS, instant(heard + 2 * PERIOD + 5_000))).toBe("down");
  });
});
