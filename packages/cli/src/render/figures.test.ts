import { expect, test } from "vitest";
import { age, offset, size, wallTime } from "./figures.ts";

test("sizes have the unit that keeps them short", () => {
  expect([0, 1_023, 1_024, 1_572_864, 3 * 2 ** 40].map(size)).toEqual([
    "0 B",
    "1023 B",
    "1.0 KiB",
    "1.5 MiB",
    "3.0 TiB",
  ]);
});

test("ages have two units at most", () => {
  const now = 10 * 86_400_000;
  const ages = [0, 59_999, 60_000, 192_000, 3_600_000, 18_120_000, 86_400_000, 7 * 86_400_000 + 10_800_000];
  expect(ages.map((ms) => age(now - ms, now))).toEqual([
    "0s",
    "59s",
    "1m00s",
    "3m12s",
    "1h00m",
    "5h02m",
    "1d00h",
    "7d03h",
  ]);
});

test("what lies ahead by a clock that differs is now, and no time is none", () => {
  expect(age(2_000, 1_000)).toBe("0s");
  expect(age(Number.NaN, 1_000)).toBe("-");
});

test("times are those of the clock on the wall; what is none stays as it is", () => {
  expect(wallTime(new Date(2026, 10, 24, 3, 4, 5, 6).toISOString())).toBe("2026-11-24 03:04:05.006");
  expect(wallTime("soon")).toBe("soon");
});

test("steps are told by when they came", () => {
  expect(offset(1_290.4)).toBe("+1.290s");
});
