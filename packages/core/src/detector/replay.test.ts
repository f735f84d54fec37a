import { describe, expect, test } from "vitest";
import { instant } from "../time.ts";
import type { DetectorTuning } from "./detector.ts";
import { type Arrival, arrivalsOf, forgetArrivals, newRecording, note } from "./recording.ts";
import { calibrate, peaks, replay } from "./replay.ts";

const tuning: DetectorTuning = { law: "normal", intervalMs: 100, missed: 2, capMs: 5_000 };

/** One heartbeat in 100 ms; the gap before slot 60 is longer. */
function steady(longGapMs: number): Arrival[] {
  return Array.from({ length: 100 }, (_, slot): Arrival => [
    slot,
    instant(slot * 100 + (slot >= 60 ? longGapMs - 100 : 0)),
  ]);
}

describe("a recording", () => {
  test("keeps the newest, oldest first", () => {
    const recording = newRecording(3);
    for (const slot of [1, 2, 3, 4, 5]) note(recording, slot, instant(slot * 10));
    expect(arrivalsOf(recording)).toEqual([
      [3, 30],
      [4, 40],
      [5, 50],
    ]);
    forgetArrivals(recording);
    expect(arrivalsOf(recording)).toEqual([]);
  });
});

test("a recording keeps what was before an outage of a minute, and begins anew after one of minutes", () => {
  const recording = newRecording();
  const all = [
    [1, 0.1],
    [2, 250.3],
    [250, 62_250.7],
    [251, 62_500.2],
  ] as const;
  for (const [slot, at] of all) note(recording, slot, instant(at));
  expect(arrivalsOf(recording)).toEqual(all);
  note(recording, 2_000, instant(500_000));
  expect(arrivalsOf(recording)).toEqual([[2_000, 500_000]]);
});

describe("a replay", () => {
  test("counts a gap that crossed as one mistake, and none where the threshold is higher", () => {
    const arrivals = steady(600);
    expect(replay(arrivals, tuning, 3.5).mistakes).toBe(1);
    expect(replay(arrivals, { ...tuning, acceptablePauseMs: 900 }, 3.5).mistakes).toBe(0);
  });

  test("detects later at a higher threshold, and never later than the cap", () => {
    const [low, high] = [replay(steady(100), tuning, 2), replay(steady(100), tuning, 12)];
    expect(low.detectionMs.mean).toBeLessThan(high.detectionMs.mean);
    expect(replay(steady(100), { ...tuning, law: "learned" }, 300).detectionMs.worst).toBeLessThanOrEqual(
      5_000,
    );
  });

  test("shows the long gap as the highest peak of phi", () => {
    const found = peaks(steady(350), tuning).toSorted((one, other) => other.phi - one.phi);
    expect(found[0]?.at).toBe(60 * 100 + 250);
  });

  test("of nothing says nothing", () => {
    expect(replay([], tuning, 3.5)).toMatchObject({
      judged: 0,
      mistakes: 0,
      detectionMs: { mean: 0, p99: 0 },
    });
  });

  test("goes over every law, and over the threshold that is set, once each", () => {
    const rows = calibrate(steady(100), { ...tuning, law: "learned" }, 4.2);
    expect(new Set(rows.map(({ law }) => law))).toEqual(new Set(["learned", "normal", "exponential"]));
    expect(rows.filter(({ law, threshold }) => law === "learned" && threshold === 4.2)).toHaveLength(1);
  });
});
