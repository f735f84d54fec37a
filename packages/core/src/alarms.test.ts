import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Alarms, arm, nextAlarmAt, ring } from "./alarms.ts";
import { instant } from "./time.ts";

test("alarms ring in the order of their instants, whatever the order in which they were armed", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000 })), (times) => {
      const alarms: Alarms = [];
      times.forEach((at, index) => arm(alarms, instant(at), `key ${index}`));
      const rung: number[] = [];
      for (let next = nextAlarmAt(alarms); next !== undefined; next = nextAlarmAt(alarms)) {
        rung.push(next);
        expect(ring(alarms, next)).toBeDefined();
      }
      expect(rung).toEqual([...times].sort((one, other) => one - other));
    }),
  );
});

test("an alarm does not ring before its time", () => {
  const alarms: Alarms = [];
  arm(alarms, instant(10), "a");
  expect(ring(alarms, instant(9.9))).toBeUndefined();
  expect(ring(alarms, instant(10))).toBe("a");
  expect(ring(alarms, instant(99))).toBeUndefined();
});

test("alarms of one instant ring in the order of their keys", () => {
  const alarms: Alarms = [];
  for (const key of ["c", "a", "b"]) arm(alarms, instant(5), key);
  expect([1, 2, 3].map(() => ring(alarms, instant(5)))).toEqual(["a", "b", "c"]);
});
