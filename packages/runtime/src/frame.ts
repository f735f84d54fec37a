/** What the two ends of a WebSocket, link and listener, do alike. */
import { PhiError, type WireMessage } from "@phidelity/core";
import { decode } from "@phidelity/proto";

/** The close code of a socket whose peer sent a frame that cannot be read. Only 4000 to 4999 are ours to send. */
export const CLOSE_BAD_FRAME = 4002;

/** How long a peer may take to answer a close before the socket is torn down: a second's round trip, and as much again. */
export const CLOSE_TIMEOUT_MS = 2_000;

/** What a close frame can carry of a reason. */
const REASON_BYTES_MAX = 123;

/** Reads one frame. @throws PhiError FRAME_TOO_LARGE or FRAME_MALFORMED, also for a text frame: ours are all binary */
export function decodeFrame(data: Uint8Array, isBinary: boolean): WireMessage {
  if (!isBinary) throw new PhiError("FRAME_MALFORMED", { message: "Envelope", field: "text frame" });
  return decode(data);
}

/** As much of a reason as a close frame can carry. */
export function shortReason(reason: string): string {
  let short = reason.slice(0, REASON_BYTES_MAX);
  while (Buffer.byteLength(short) > REASON_BYTES_MAX) short = short.slice(0, -1);
  return short;
}
