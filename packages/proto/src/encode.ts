/** From messages to bytes. */
import { PhiError, type WireMessage, unreachable } from "@phidelity/core";
import { phidelity } from "../gen/phidelity.js";
import { writeAck, writeHeartbeat, writeHookResult, writeRefused, writeView } from "./encode-node.ts";
import { writePeerBeat, writePeerPromise, writeRelay } from "./encode-peer.ts";
import { writeCommand, writeEvent, writeMembers, writeOutcome, writeProgress } from "./encode-watch.ts";
import { DURATION_MS_MAX, FRAME_BYTES_MAX } from "./limits.ts";
import { listOf } from "./words.ts";

/**
 * Turns a message into the bytes of one frame.
 *
 * Words for people (reasons, output, texts) that are longer than the other side takes are cut here, so that no long
 * message of a hook costs a connection. Everything else is the caller's to keep within its range: `decode` checks it.
 *
 * @throws PhiError FRAME_TOO_LARGE where the message does not fit into one frame.
 */
export function encode(message: WireMessage): Uint8Array {
  const bytes = phidelity.v1.Envelope.encode(bodyOf(message)).finish();
  if (bytes.length > FRAME_BYTES_MAX) {
    throw new PhiError("FRAME_TOO_LARGE", { bytes: bytes.length, bytesMax: FRAME_BYTES_MAX });
  }
  return bytes;
}

/** Messages whose fields are those of the schema are passed as they are; `type` is no field, so it stays behind. */
function bodyOf(message: WireMessage): phidelity.v1.Envelope.$Properties {
  switch (message.type) {
    case "heartbeat":
      return { heartbeat: writeHeartbeat(message) };
    case "ack":
      return { ack: writeAck(message) };
    case "view":
      return { view: writeView(message) };
    case "hello":
      return { hello: { ...message, memberships: listOf(message.memberships) } };
    case "welcome":
      return { welcome: message };
    case "refused":
      return { refused: writeRefused(message) };
    case "pulse":
      return { pulse: message };
    case "leave":
      return { leave: message };
    case "hookResult":
      return { hookResult: writeHookResult(message) };
    case "probe":
      return { probe: message };
    case "probeAnswer":
      // A subject that was never heard may be said to have been silent for ever, which no frame can carry.
      return { probeAnswer: { ...message, heardAgoMs: Math.min(message.heardAgoMs, DURATION_MS_MAX) } };
    case "peerBeat":
      return { peerBeat: writePeerBeat(message) };
    case "peerPromise":
      return { peerPromise: writePeerPromise(message) };
    case "relay":
      return { relay: writeRelay(message) };
    case "watch":
      return { watch: message };
    case "members":
      return { members: writeMembers(message) };
    case "event":
      return { event: { event: writeEvent(message.event) } };
    case "command":
      return { command: writeCommand(message) };
    case "progress":
      return { progress: writeProgress(message) };
    case "outcome":
      return { outcome: writeOutcome(message) };
    default:
      return unreachable(message);
  }
}
