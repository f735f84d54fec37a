import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { playScenario } from "./scenario.ts";

const folder = join(import.meta.dirname, "../scenarios");
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

test.each(names)("the story of %s ends as told, and goes as it did", (name) => {
  const { trace, unmet } = playScenario(readFileSync(join(folder, name), "utf8"));
  const golden = join(folder, name.replace(/\.txt$/, ".trace"));
  if (process.env["UPDATE"] === "1") writeFileSync(golden, trace);
  expect(unmet, trace).toEqual([]);
  expect(trace).toBe(readFileSync(golden, "utf8"));
});

test("a line that is none of a scenario's is refused", () => {
  expect(() => playScenario("sometimes crash n1 power 1s")).toThrow("is no line of a scenario");
  expect(() => playScenario("at 1s explode n1")).toThrow("nobody knows how to");
});
