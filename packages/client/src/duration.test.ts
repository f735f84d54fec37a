import { expect, test } from "vitest";
import { durationMs } from "./duration.ts";

test("lengths of time are read as they are written in configurations", () => {
  expect(["250ms", "2s", "1m", "1h", "30d"].map(durationMs)).toEqual([
    250, 2_000, 60_000, 3_600_000, 2_592_000_000,
  ]);
});

test("what is none is undefined", () => {
  expect(["", "5", "0s", "-1s", "1 week"].map(durationMs)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});
