import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Instant, instant } from "./time.ts";
import { grantableFrom, holderUntil } from "./timing.ts";

/** A clock that was set at random and runs at its own rate: what it shows at a true time, and the other way round. */
interface Clock {
  readonly showsAt: (trueMs: number) => Instant;
  readonly trueAt: (shown: Instant) => number;
}

const clock = fc
  .record({ startsAt: fc.integer({ min: 0, max: 1e9 }), wander: fc.double({ min: -1, max: 1, noNaN: true }) })
  .map(({ startsAt, wander }) => (drift: number): Clock => {
    // Two clocks differ by at most `drift` when each is off by at most half of it.
    const rate = (1 + drift) ** (wander / 2);
    return {
      showsAt: (trueMs) => instant(startsAt + trueMs * rate),
      trueAt: (shown) => (shown - startsAt) / rate,
    };
  });

test("whatever the delays and the clocks, the holder stops before the group may be granted again", () => {
  const ms = fc.double({ min: 0, max: 10_000, noNaN: true });
  const drift = fc.constantFrom(0, 0.01, 0.1);
  fc.assert(
    fc.property(ms, ms, fc.integer({ min: 1, max: 60_000 }), drift, clock, clock, (...drawn) => {
      const [sentAt, delay, durationMs, rho, oneClock, otherClock] = drawn;
      const [holder, coordinator] = [oneClock(rho), otherClock(rho)];
      const stopsAt = holder.trueAt(holderUntil(holder.showsAt(sentAt), durationMs));
      const ackedAt = coordinator.showsAt(sentAt + delay);
      const grantedAt = coordinator.trueAt(grantableFrom(ackedAt, { durationMs, drift: rho }));
      // A thousandth of a ms for the arithmetic of large instants.
      expect(grantedAt - stopsAt).toBeGreaterThan(-1e-3);
    }),
  );
});

test("a lease counts from its request, not from the answer", () => {
  expect(holderUntil(instant(1_000), 2_000)).toBe(3_000);
  expect(grantableFrom(instant(1_000), { durationMs: 2_000, drift: 0.01 })).toBe(3_020);
});
