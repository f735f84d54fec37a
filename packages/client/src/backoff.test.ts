import { expect, test } from "vitest";
import { retryDelayMs } from "./backoff.ts";

test("the bound of the wait doubles with each failure and ends at five seconds", () => {
  const bounds = [0, 1, 2, 3, 4, 5, 6, 1_000].map((failures) => retryDelayMs(failures, 1));
  expect(bounds).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
});

test("any wait below the bound is as likely as another, none included", () => {
  expect(retryDelayMs(3, 0)).toBe(0);
  expect(retryDelayMs(3, 0.25)).toBe(500);
});
