import { expect, test } from "vitest";
import { PlainFrames } from "./plain-frames.ts";

const BINARY = 0x82;
const PING = 0x89;
const FRAGMENT = 0x02;
const LAST_FRAGMENT = 0x80;
const MASK = [0x5a, 0xc3, 0x17, 0x88];

/** One masked frame. */
function frame(first: number, content: readonly number[]): Buffer {
  const { length } = content;
  const size = length < 126 ? [length] : length < 65_536 ? [126, length >> 8, length & 255] : undefined;
  const eight = [127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255];
  const [short = 0, ...more] = size ?? eight;
  const masked = content.map((byte, at) => byte ^ (MASK[at & 3] ?? 0));
  return Buffer.from([first, 0x80 | short, ...more, ...MASK, ...masked]);
}

interface Told {
  readonly plain: number[][];
  readonly others: Buffer[];
  readonly order: string[];
}

function reader(): { readonly frames: PlainFrames; readonly told: Told } {
  const told: Told = { plain: [], others: [], order: [] };
  const frames = new PlainFrames(
    (content) => {
      told.plain.push([...content]);
      told.order.push("plain");
    },
    (bytes) => {
      told.others.push(bytes);
      told.order.push("other");
    },
  );
  return { frames, told };
}

/** Lets a reader have bytes that are overwritten when it has returned, as the next connection's do. */
function lend(frames: PlainFrames, bytes: Buffer): void {
  const lent = Buffer.from(bytes);
  frames.read(lent);
  lent.fill(0xee);
}

test("plain frames that come together are taken one by one", () => {
  const { frames, told } = reader();
  lend(frames, Buffer.concat([frame(BINARY, [1, 2, 3, 4, 5]), frame(BINARY, []), frame(BINARY, [6])]));
  expect(told.plain).toEqual([[1, 2, 3, 4, 5], [], [6]]);
  expect(told.others).toEqual([]);
});

test("a frame in two pieces is put together, wherever it is cut", () => {
  const content = Array.from({ length: 300 }, (_, at) => at & 255);
  const bytes = frame(BINARY, content);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const { frames, told } = reader();
    lend(frames, bytes.subarray(0, cut));
    lend(frames, bytes.subarray(cut));
    expect(told).toMatchObject({ plain: [content], others: [] });
  }
});

test("control frames and messages in fragments are handed on whole, and plain ones behind them are taken again", () => {
  const { frames, told } = reader();
  const others = [frame(PING, [1]), frame(FRAGMENT, [2]), frame(PING, []), frame(LAST_FRAGMENT, [3])];
  lend(frames, Buffer.concat([...others, frame(BINARY, [4])]));
  expect(told.others).toEqual(others);
  expect(told.plain).toEqual([[4]]);
  expect(told.order.at(-1)).toBe("plain");
});

test("what is not masked is handed on", () => {
  const { frames, told } = reader();
  const bytes = Buffer.from([BINARY, 1, 7]);
  lend(frames, bytes);
  expect(told).toMatchObject({ plain: [], others: [bytes] });
});

test("from a very long frame on, or one that comes bit by bit, everything is handed on", () => {
  const long = frame(
    BINARY,
    Array.from({ length: 70_000 }, () => 1),
  );
  const { frames, told } = reader();
  lend(frames, Buffer.concat([frame(BINARY, [1]), long, frame(BINARY, [2])]));
  lend(frames, frame(BINARY, [3]));
  expect(told.plain).toEqual([[1]]);
  expect(Buffer.concat(told.others)).toEqual(Buffer.concat([long, frame(BINARY, [2]), frame(BINARY, [3])]));

  const slow = reader();
  const bytes = frame(BINARY, [9, 9]);
  for (const byte of bytes) lend(slow.frames, Buffer.from([byte]));
  expect(slow.told.plain).toEqual([]);
  expect(Buffer.concat(slow.told.others)).toEqual(bytes);
});

test("in whatever pieces it comes, no byte is lost and the order stays", () => {
  const kinds = [BINARY, BINARY, PING, BINARY, FRAGMENT, PING, LAST_FRAGMENT, BINARY, BINARY, FRAGMENT];
  const lengths = [0, 1, 60, 125, 126, 200];
  const sent = Buffer.concat(
    Array.from({ length: 60 }, (_, at) =>
      frame(
        kinds[at % kinds.length] ?? BINARY,
        Array.from({ length: lengths[at % lengths.length] ?? 0 }, () => at),
      ),
    ),
  );
  for (let size = 1; size <= 400; size += 1) {
    const seen: Buffer[] = [];
    const frames = new PlainFrames(
      (bytes) => seen.push(frame(BINARY, [...bytes])),
      (bytes) => seen.push(bytes),
    );
    for (let at = 0; at < sent.length; at += size) lend(frames, sent.subarray(at, at + size));
    expect(Buffer.concat(seen).equals(sent)).toBe(true);
  }
});
