import { expect, test } from "vitest";
import { cut } from "./screen.ts";

test("a line is cut to the width", () => {
  expect(cut("abcdef", 3)).toBe("abc");
  expect(cut("abc", 3)).toBe("abc");
  expect(cut("😀😀😀", 2)).toBe("😀😀");
});

test("colours take no room, and do not run on behind the cut", () => {
  expect(cut("\u001B[31mabc\u001B[39mdef", 4)).toBe("\u001B[31mabc\u001B[39md\u001B[0m");
  expect(cut("\u001B[31mabcdef", 3)).toBe("\u001B[31mabc\u001B[0m");
  expect(cut("\u001B[31mabc\u001B[39m", 3)).toBe("\u001B[31mabc\u001B[39m");
});
