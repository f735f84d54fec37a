/** What the two ends of a WebSocket, link and listener, do alike. */
import { PhiError, type WireMessage } from "@phidelity/core";
import { decode } from "@phidelity/proto";

export { CLOSE_BAD_FRAME, CLOSE_TIMEOUT_MS, shortReason } from "./closing.ts";

/** Reads one frame. @throws PhiError FRAME_TOO_LARGE or FRAME_MALFORMED, also for a text frame: ours are all binary */
export function decodeFrame(data: Uint8Array, isBinary: boolean): WireMessage {
  if (!isBinary) throw new PhiError("FRAME_MALFORMED", { message: "Envelope", field: "text frame" });
  return decode(data);
}
