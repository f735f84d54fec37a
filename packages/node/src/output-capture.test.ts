import * as fc from "fast-check";
import { expect, test } from "vitest";
import { OutputCapture } from "./output-capture.ts";

function captured(...chunks: readonly (string | Uint8Array)[]): OutputCapture {
  const capture = new OutputCapture();
  for (const chunk of chunks) capture.add(Buffer.from(chunk));
  return capture;
}

test("what fits is kept whole, however it is cut into chunks", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme-ascii" }), { maxLength: 40 }), (parts) => {
      expect(captured(...parts).text()).toBe(parts.join(""));
    }),
  );
});

test("of what does not fit, the beginning and the end are kept and the rest is counted", () => {
  const text = captured("begin\n", "x".repeat(5_000), "y".repeat(100_000), "z".repeat(5_000), "\nend").text();
  expect(text.startsWith("begin\nxxx")).toBe(true);
  expect(text.endsWith("zzz\nend")).toBe(true);
  const leftOut = Number(/\.\.\. (\d+) bytes left out/.exec(text)?.[1]);
  expect(leftOut).toBe(6 + 110_000 + 4 - 4_032 - 4_096);
});

test("whatever comes, the text is at most 8 KiB", () => {
  const chunk = fc.uint8Array({ maxLength: 9_000 });
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 8 }), (chunks) => {
      expect(Buffer.byteLength(captured(...chunks).text())).toBeLessThanOrEqual(8_192);
    }),
  );
});
