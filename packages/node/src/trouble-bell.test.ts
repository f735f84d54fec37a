import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TroubleBell } from "./trouble-bell.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

test("the first trouble is said at once, and those of the next 20 ms once together", () => {
  const rung: string[] = [];
  const bell = new TroubleBell((detail) => rung.push(detail));
  for (const detail of ["a", "b", "c"]) bell.trouble(detail);
  expect(rung).toEqual(["a"]);
  vi.advanceTimersByTime(19);
  expect(rung).toEqual(["a"]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual(["a", "c"]);
  vi.advanceTimersByTime(10_000);
  expect(rung).toEqual(["a", "c"]);
  bell.trouble("d");
  expect(rung).toEqual(["a", "c", "d"]);
});

test("a silenced bell says nothing more", () => {
  const rung: string[] = [];
  const bell = new TroubleBell((detail) => rung.push(detail));
  bell.trouble("a");
  bell.trouble("b");
  bell.silence();
  vi.advanceTimersByTime(10_000);
  expect(rung).toEqual(["a"]);
});
