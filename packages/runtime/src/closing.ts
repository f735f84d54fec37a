/** How WebSockets are ended; without a codec, so that a thread which moves bytes only does not load one. */

/** The close code of a socket whose peer sent a frame that cannot be read. Only 4000 to 4999 are ours to send. */
export const CLOSE_BAD_FRAME = 4002;

/** How long a peer may take to answer a close before the socket is torn down: a second's round trip, and as much again. */
export const CLOSE_TIMEOUT_MS = 2_000;

/** What a close frame can carry of a reason. */
const REASON_BYTES_MAX = 123;

/** As much of a reason as a close frame can carry. */
export function shortReason(reason: string): string {
  let short = reason.slice(0, REASON_BYTES_MAX);
  while (Buffer.byteLength(short) > REASON_BYTES_MAX) short = short.slice(0, -1);
  return short;
}
