/** As much of RFC 6455 as a client needs that is to cost little: frames in, and one masked frame out. */

const SHORT_MAX = 125;
const TWO_BYTES = 126;
const MASK = Buffer.from([0x5a, 0xc3, 0x17, 0x88]);
/** Final and binary. */
const BINARY = 0x82;
const MASKED = 0x80;

/** Puts a message into one masked frame. */
export function frameOf(message: Uint8Array): Buffer {
  const short = message.length <= SHORT_MAX;
  const head = short ? 6 : 8;
  const frame = Buffer.allocUnsafe(head + message.length);
  frame[0] = BINARY;
  frame[1] = MASKED | (short ? message.length : TWO_BYTES);
  if (!short) frame.writeUInt16BE(message.length, 2);
  MASK.copy(frame, head - 4);
  for (let at = 0; at < message.length; at += 1) {
    frame[head + at] = (message[at] ?? 0) ^ (MASK[at & 3] ?? 0);
  }
  return frame;
}

/** Takes frames out of what a server sends, in whatever pieces it comes. */
export class FrameReader {
  #rest: Buffer | undefined;

  /** Tells of the content of each whole frame; what is left waits for the next piece. */
  read(piece: Buffer, tell: (content: Buffer) => void): void {
    const bytes = this.#rest === undefined ? piece : Buffer.concat([this.#rest, piece]);
    let at = 0;
    while (at + 2 <= bytes.length) {
      const short = (bytes[at + 1] ?? 0) <= SHORT_MAX;
      const head = short ? 2 : 4;
      if (at + head > bytes.length) break;
      const length = short ? (bytes[at + 1] ?? 0) : bytes.readUInt16BE(at + 2);
      if (at + head + length > bytes.length) break;
      if (bytes[at] === BINARY) tell(bytes.subarray(at + head, at + head + length));
      at += head + length;
    }
    this.#rest = at < bytes.length ? bytes.subarray(at) : undefined;
  }
}
