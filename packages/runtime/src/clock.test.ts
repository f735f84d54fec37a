import { expect, test } from "vitest";
import { monotonicClock, suspendAwareClock } from "./clock.ts";

/** Two clocks that a test sets by hand. */
function handSetReadings(): { monotonic: number; wall: number; monotonicMs(): number; wallMs(): number } {
  return {
    monotonic: 1_000,
    wall: 1_700_000_000_000,
    monotonicMs() {
      return this.monotonic;
    },
    wallMs() {
      return this.wall;
    },
  };
}

test("a suspended machine's lost time counts as passed", () => {
  const hands = handSetReadings();
  const clock = suspendAwareClock(hands);
  const before = clock.now();
  hands.monotonic += 5;
  hands.wall += 60_005;
  expect(clock.now() - before).toBe(60_005);
  hands.monotonic += 10;
  hands.wall += 10;
  expect(clock.now() - before).toBe(60_015);
});

test("a suspension counts from 100 ms on, and only what is in excess", () => {
  const hands = handSetReadings();
  const clock = suspendAwareClock(hands);
  const before = clock.now();
  hands.wall += 100;
  expect(clock.now() - before).toBe(0);
  hands.wall += 1;
  expect(clock.now() - before).toBe(101);
});

test("many short suspensions add up to a long one", () => {
  const hands = handSetReadings();
  const clock = suspendAwareClock(hands);
  const before = clock.now();
  for (let round = 0; round < 20; round += 1) {
    hands.monotonic += 10;
    hands.wall += 60;
    clock.now();
  }
  expect(clock.now() - before).toBeGreaterThan(1_000);
});

test("a wall clock that drifts slowly away is no suspension, however long it goes on", () => {
  const hands = handSetReadings();
  const clock = suspendAwareClock(hands);
  const before = clock.now();
  for (let second = 0; second < 3_600; second += 1) {
    hands.monotonic += 1_000;
    hands.wall += 1_000.5;
    clock.now();
  }
  expect(clock.now() - before).toBe(3_600_000);
});

test("a wall clock that is set back neither turns time back nor hides the next suspension", () => {
  const hands = handSetReadings();
  const clock = suspendAwareClock(hands);
  const before = clock.now();
  hands.monotonic += 10;
  hands.wall -= 3_600_000;
  expect(clock.now() - before).toBe(10);
  hands.wall += 2_000;
  expect(clock.now() - before).toBe(2_010);
});

test("the machine's own clocks run forward", () => {
  for (const clock of [monotonicClock(), suspendAwareClock()]) {
    const first = clock.now();
    expect(clock.now()).toBeGreaterThanOrEqual(first);
    expect(Math.abs(clock.wallMs() - Date.now())).toBeLessThan(1_000);
  }
});
