/**
 * Reads uint64 as exact numbers.
 *
 * protobufjs gives `Long` objects or, without the `long` package, numbers that are rounded above 2^53 without a word. A
 * rounded fencing token is worse than none, so this reader gives every value up to 2^53 - 1 exactly and `Infinity` for
 * each one above it. `Infinity` passes no check in `checks.ts`, so that the refusal names the field, which a throw from
 * in here could not.
 */
import protobuf from "protobufjs/minimal.js";

const VARINT_BYTES_MAX = 10;

/** The library's types know only `Long`, the generated ones (made with `--force-number`) only numbers. */
type Uint64 = ReturnType<protobuf.Reader["uint64"]>;

export class ExactReader extends protobuf.Reader {
  /** Reads a varint: exact up to 2^53 - 1, `Infinity` above. Throws a RangeError where the bytes end within it. */
  override uint64(): Uint64 {
    return readVarint(this) as unknown as Uint64;
  }
}

function readVarint(reader: protobuf.Reader): number {
  let value = 0;
  let scale = 1;
  for (let index = 0; index < VARINT_BYTES_MAX; index += 1) {
    if (reader.pos >= reader.len) throw new RangeError("the frame ends within a number");
    const byte = reader.buf[reader.pos] ?? 0;
    reader.pos += 1;
    value += (byte & 0x7f) * scale;
    // Every partial sum below 2^53 is exact, and once the sum is above, no further byte brings it back.
    if (byte < 0x80) return value <= Number.MAX_SAFE_INTEGER ? value : Infinity;
    scale *= 0x80;
  }
  throw new RangeError("a number is longer than ten bytes");
}
