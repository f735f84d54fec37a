import { expect, test } from "vitest";
import { ExactReader } from "./exact-reader.ts";

/** The varint of any 64-bit number. */
function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return Uint8Array.from([...bytes, Number(rest)]);
}

function read(value: bigint): unknown {
  return new ExactReader(varint(value)).uint64();
}

test("every 64-bit number up to 2^53 - 1 is read exactly", () => {
  for (let bit = 0n; bit < 53n; bit += 1n) {
    for (const value of [2n ** bit - 1n, 2n ** bit, 2n ** bit + 1n]) expect(read(value)).toBe(Number(value));
  }
  expect(read(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
});

test("a larger one is never rounded to one that fits", () => {
  for (const value of [2n ** 53n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n])
    expect(read(value)).toBe(Infinity);
});

test("a number that the bytes do not hold to its end is an error", () => {
  expect(() => new ExactReader(Uint8Array.from([0x80, 0x80])).uint64()).toThrow(RangeError);
  expect(() => new ExactReader(Uint8Array.from(Array.from({ length: 11 }, () => 0x80))).uint64()).toThrow(
    RangeError,
  );
});
