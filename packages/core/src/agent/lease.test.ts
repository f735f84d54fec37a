import * as fc from "fast-check";
import { expect, test } from "vitest";
import { epoch, groupId } from "../ids.ts";
import { type Instant, instant } from "../time.ts";
import type { LeaseGrant } from "../wire.ts";
import { type HeldLease, holds, renewed } from "./lease.ts";

const grant = (at: number): LeaseGrant => ({ group: groupId("db"), epoch: epoch(at), durationMs: 2_000 });
const held = (at: number, until: number): HeldLease => ({ epoch: epoch(at), until: instant(until) });

test("a lease ends a duration after its heartbeat was sent, however late the ack came", () => {
  expect(renewed(undefined, grant(7), instant(1_000), instant(1_010))).toEqual(held(7, 3_000));
  expect(renewed(undefined, grant(7), instant(1_000), instant(2_999))).toEqual(held(7, 3_000));
  expect(renewed(undefined, grant(7), instant(1_000), instant(3_000))).toBeUndefined();
});

test("a lease is over at its end, not after it", () => {
  expect(holds(held(7, 3_000), instant(2_999.999))).toBe(true);
  expect(holds(held(7, 3_000), instant(3_000))).toBe(false);
  expect(holds(undefined, instant(0))).toBe(false);
});

test("an ack that comes twice, or after a newer one, shortens nothing and lengthens nothing", () => {
  const lease = held(7, 3_500);
  expect(renewed(lease, grant(7), instant(1_500), instant(1_600))).toEqual(lease);
  expect(renewed(lease, grant(7), instant(1_000), instant(1_600))).toEqual(lease);
});

test("an ack of an earlier epoch adds nothing, and one of a later epoch replaces the lease", () => {
  const lease = held(7, 3_500);
  expect(renewed(lease, grant(6), instant(3_000), instant(3_100))).toEqual(lease);
  expect(renewed(lease, grant(8), instant(1_000), instant(1_600))).toEqual(held(8, 3_000));
});

test("whatever the order and the delays of the acks, the lease never outlives the newest request by its duration", () => {
  const ack = fc.record({
    sentAt: fc.integer({ min: 0, max: 10_000 }),
    delay: fc.integer({ min: 0, max: 5_000 }),
  });
  fc.assert(
    fc.property(fc.array(ack), (acks) => {
      let lease: HeldLease | undefined;
      let newest: Instant = instant(0);
      const arrivals = acks.toSorted((one, other) => one.sentAt + one.delay - other.sentAt - other.delay);
      for (const { sentAt, delay } of arrivals) {
        newest = instant(Math.max(newest, sentAt));
        lease = renewed(lease, grant(7), instant(sentAt), instant(sentAt + delay));
        expect(lease?.until ?? 0).toBeLessThanOrEqual(newest + 2_000);
      }
    }),
  );
});
