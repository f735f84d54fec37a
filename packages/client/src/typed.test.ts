import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { durationMs, tokenOf } from "./typed.ts";

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

test("a token is itself, or what its file holds", () => {
  const folder = mkdtempSync(join(tmpdir(), "phi-token-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "token"), "s3cret\n");
  expect(tokenOf("s3cret")).toBe("s3cret");
  expect(tokenOf(`file:${join(folder, "token")}`)).toBe("s3cret");
});

test("a file that cannot be read is named", () => {
  expect(() => tokenOf("file:/no/such/token")).toThrow("/no/such/token");
});
