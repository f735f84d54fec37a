import { expect, test } from "vitest";
import { instant } from "../time.ts";
import { type Expectation, dueAt, newExpectation, observe } from "./expectation.ts";

const PERIOD = 250;

/** Slots 1 to `slots`, each exactly `delay` ms after its place on a grid of `period` ms. */
function steady(slots: number, period: number = PERIOD, delay: number = 0): Expectation {
  const expectation = newExpectation(PERIOD, 0, instant(delay));
  for (let slot = 1; slot <= slots; slot++) observe(expectation, slot, instant(slot * period + delay), true);
  return expectation;
}

test("a regular sender is expected on its grid, plus its usual delay", () => {
  expect(dueAt(steady(500, PERIOD, 40), 501)).toBeCloseTo(501 * PERIOD + 40, 6);
  expect(dueAt(steady(500, PERIOD, 40), 507)).toBeCloseTo(507 * PERIOD + 40, 6);
});

test("a period 3.5 % longer than configured is learnt", () => {
  const period = 1.035 * PERIOD;
  expect(dueAt(steady(3_000, period), 3_001)).toBeCloseTo(3_001 * period, -0.5);
});

test("delays that change for good are believed after three heartbeats, one late heartbeat is not", () => {
  const expectation = steady(500);
  observe(expectation, 501, instant(501 * PERIOD + 100), true);
  expect(dueAt(expectation, 502)).toBeLessThan(502 * PERIOD + 2);
  observe(expectation, 502, instant(502 * PERIOD + 100), true);
  observe(expectation, 503, instant(503 * PERIOD + 100), true);
  expect(dueAt(expectation, 504)).toBeCloseTo(504 * PERIOD + 100, -1);
});

test("a late heartbeat does not postpone the next", () => {
  const expectation = steady(500);
  observe(expectation, 501, instant(506 * PERIOD), true);
  expect(dueAt(expectation, 502)).toBeLessThan(502 * PERIOD + 5);
});

test("a sender that was suspended, and goes on in its old slots a minute later, is followed at once", () => {
  const expectation = steady(500);
  observe(expectation, 501, instant(501 * PERIOD + 60_000), true);
  expect(dueAt(expectation, 502)).toBe(502 * PERIOD + 60_000);
});

test("behind a backlog the newest heartbeat sets the grid, not the first that came through", () => {
  const expectation = steady(500);
  const through = 511 * PERIOD;
  observe(expectation, 501, instant(through), true);
  for (let slot = 502; slot <= 511; slot++) observe(expectation, slot, instant(through + slot - 501), false);
  expect(dueAt(expectation, 512)).toBeCloseTo(512 * PERIOD, -2);
});
