/** What the two ends of a WebSocket, link and listener, do alike. */
import { PhiError, type WireMessage } from "@phidelity/core";
import { decode } from "@phidelity/proto";

export { CLOSE_BAD_FRAME, CLOSE_TIMEOUT_MS, shortReason } from "./closing.ts";

/** Reads one frame. @throws PhiError FRAME_TOO_LARGE or FRAME_MALFORMED, also for a text frame: ours are all binary */
export function decodeFrame(data: Uint8Array, isBinary: boolean): WireMessage {
  if (!isBinary) throw new PhiError("FRAME_MALFORMED", { message: "Envelope", field: "text frame" });
  return decode(data);
}

/** Final and binary, in the first byte of a frame (RFC 6455, section 5.2). */
const FINAL_BINARY = 0x82;
/** Lengths in the second byte; above them it says that two or eight bytes of length follow. */
const LENGTH_SHORT_MAX = 125;
const LENGTH_IN_TWO = 126;
const LENGTH_IN_EIGHT = 127;
const TWO_BYTES_MAX = 0xffff;

/** One message as a whole frame from a server, which masks nothing (RFC 6455, sections 5.1 and 5.2). */
export function binaryFrame(content: Uint8Array): Buffer {
  const { length } = content;
  const head = length <= LENGTH_SHORT_MAX ? 2 : length <= TWO_BYTES_MAX ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = FINAL_BINARY;
  frame[1] = head === 2 ? length : head === 4 ? LENGTH_IN_TWO : LENGTH_IN_EIGHT;
  if (head === 4) frame.writeUInt16BE(length, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(content, head);
  return frame;
}
