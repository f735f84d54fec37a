/** The house rules that no compiler knows, held over every file of this repository. Each check is proven in tidy/. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { deadFaults } from "./tidy/dead.ts";
import { importFaults } from "./tidy/imports.ts";
import { invariantFaults, pageFaults } from "./tidy/pages.ts";
import { placeFaults } from "./tidy/places.ts";
import { indexFaults, lengthFaults, nameFaults, sleepFaults, timerFaults, todoFaults } from "./tidy/rules.ts";
import { readTree } from "./tidy/tree.ts";

const tree = readTree(join(import.meta.dirname, ".."));

test("packages, and the rooms of core, import only whom the table allows", () => {
  expect(importFaults(tree)).toEqual([]);
});

test("no file is longer than a person reads at once", () => {
  expect(lengthFaults(tree)).toEqual([]);
});

test("every file is reached by a program, an index or a test of something else", () => {
  expect(deadFaults(tree)).toEqual([]);
});

test("no test sleeps", () => {
  expect(sleepFaults(tree)).toEqual([]);
});

test("timers that invented time cannot reach stay in the shells", () => {
  expect(timerFaults(tree)).toEqual([]);
});

test("names are kebab-case and say something", () => {
  expect(nameFaults(tree)).toEqual([]);
});

test("an index names what it exports, and does nothing else", () => {
  expect(indexFaults(tree)).toEqual([]);
});

test("nothing is left to be finished without an issue", () => {
  expect(todoFaults(tree)).toEqual([]);
});

test("nothing names a machine, a person's folder or a registry", () => {
  expect(placeFaults(tree)).toEqual([]);
});

test("what the pages name is there, and each invariant names its test", () => {
  expect([...pageFaults(tree), ...invariantFaults(tree)]).toEqual([]);
});
