import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { names, pointInTime } from "./options.ts";

const now = new Date(2026, 10, 24, 12, 0, 0).getTime();

test("a time of day is the next one", () => {
  expect(pointInTime("12:01", now)).toBe(now + 60_000);
  expect(pointInTime("12:00:30", now)).toBe(now + 30_000);
  expect(new Date(pointInTime("11:59", now)).getDate()).toBe(25);
  expect(new Date(pointInTime("12:00", now)).getDate()).toBe(25);
});

test("a point in time is itself, and lies ahead", () => {
  const ahead = new Date(now + 1_000).toISOString();
  expect(pointInTime(ahead, now)).toBe(now + 1_000);
  expect(() => pointInTime(new Date(now).toISOString(), now)).toThrow(InvalidArgumentError);
  expect(() => pointInTime("25:00", now)).toThrow(InvalidArgumentError);
});

test("several nodes have commas between them", () => {
  expect(names("a, b-1")).toEqual(["a", "b-1"]);
  expect(() => names("a b")).toThrow(InvalidArgumentError);
});
