import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { isSame } from "./same.ts";

test("a value and its copy say the same", () => {
  assert(property(jsonValue(), (value) => isSame(value, JSON.parse(JSON.stringify(value)) as unknown)));
});

test.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { b: 1 }],
  [{ a: 1, b: undefined }, { a: 1 }],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }],
  [{ a: 1 }, undefined],
  [[1], [1, 2]],
])("%j and %j do not", (one, other) => {
  expect(isSame(one, other)).toBe(false);
});
