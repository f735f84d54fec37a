/**
 * The short way in for what nearly every frame is: one whole message, binary, masked, and shorter than 64 KiB.
 *
 * `ws` leads every piece of bytes through a stream and through a parser of all that RFC 6455 knows; for a heartbeat that
 * costs more than to decode it. So plain frames are taken out in front of it. All others are handed on, whole and in
 * order: control frames, messages in fragments, and what no client may send, which `ws` refuses.
 */

/** Final and binary, without an extension; in the second byte: masked, and the length (RFC 6455, section 5.2). */
const FINAL_BINARY = 0x82;
const FINAL = 0x80;
const CONTROL = 0x08;
const MASKED = 0x80;
const LENGTH = 0x7f;
const LENGTH_IN_TWO = 126;
const LENGTH_IN_EIGHT = 127;
const MASK_BYTES = 4;

export class PlainFrames {
  readonly #take: (content: Buffer) => void;
  readonly #handOn: (bytes: Buffer) => void;
  /** The beginning of a frame whose end has not come. */
  #begun: Buffer | undefined;
  /** A message in fragments is under way. */
  #inFragments = false;
  #handsAllOn = false;

  /**
   * @param take gets the content of a plain frame, where it lies: valid until it returns
   * @param handOn gets everything else, for good: whole frames, or all bytes from some frame's beginning on
   */
  constructor(take: (content: Buffer) => void, handOn: (bytes: Buffer) => void) {
    this.#take = take;
    this.#handOn = handOn;
  }

  /** The next piece of what the other side sends; it is overwritten here, and may be again by whoever gave it. */
  read(piece: Buffer): void {
    if (this.#handsAllOn) return this.#handOn(Buffer.from(piece));
    const begun = this.#begun;
    const bytes = begun === undefined ? piece : Buffer.concat([begun, piece]);
    this.#begun = undefined;
    let at = 0;
    while (at < bytes.length) {
      const end = endOfFrame(bytes, at);
      if (end > bytes.length) return this.#wait(bytes.subarray(at), begun !== undefined && at === 0);
      this.#sort(bytes, at, end);
      at = end;
    }
  }

  /** A frame in more than two pieces is a long one, or somebody's that sends byte by byte: `ws` puts those together. */
  #wait(rest: Buffer, again: boolean): void {
    this.#handsAllOn = again || isVeryLong(rest);
    const kept = Buffer.from(rest);
    if (this.#handsAllOn) this.#handOn(kept);
    else this.#begun = kept;
  }

  #sort(bytes: Buffer, at: number, end: number): void {
    const first = bytes[at] ?? 0;
    const isMasked = ((bytes[at + 1] ?? 0) & MASKED) !== 0;
    if (first === FINAL_BINARY && isMasked && !this.#inFragments) return this.#take(unmasked(bytes, at, end));
    if ((first & CONTROL) === 0) this.#inFragments = (first & FINAL) === 0;
    this.#handOn(Buffer.from(bytes.subarray(at, end)));
  }
}

/** Behind the last byte of the frame that begins there; infinite where that has not come, or the frame is very long. */
function endOfFrame(bytes: Buffer, at: number): number {
  const second = bytes[at + 1] ?? LENGTH_IN_EIGHT;
  const length = second & LENGTH;
  const head = at + 2 + (second & MASKED ? MASK_BYTES : 0);
  if (length < LENGTH_IN_TWO) return head + length;
  if (length === LENGTH_IN_EIGHT || at + 4 > bytes.length) return Number.POSITIVE_INFINITY;
  return head + 2 + bytes.readUInt16BE(at + 2);
}

function isVeryLong(bytes: Buffer): boolean {
  return bytes.length > 1 && ((bytes[1] ?? 0) & LENGTH) === LENGTH_IN_EIGHT;
}

/** The content of a masked frame, which is unmasked where it lies. */
function unmasked(bytes: Buffer, at: number, end: number): Buffer {
  const length = (bytes[at + 1] ?? 0) & LENGTH;
  const mask = at + 2 + (length === LENGTH_IN_TWO ? 2 : 0);
  const start = mask + MASK_BYTES;
  for (let each = start; each < end; each += 1) {
    bytes[each] = (bytes[each] ?? 0) ^ (bytes[mask + ((each - start) & 3)] ?? 0);
  }
  return bytes.subarray(start, end);
}
