/** From bytes to messages: check the size, parse, check the meaning, hand over plain values. */
import { PhiError, type WireMessage } from "@phidelity/core";
import { phidelity } from "../gen/phidelity.js";
import { refuse } from "./checks.ts";
import { readAck, readProbe, readRefused, readView, readWelcome } from "./decode-coordinator.ts";
import {
  readHeartbeat,
  readHello,
  readHookResult,
  readLeave,
  readProbeAnswer,
  readPulse,
} from "./decode-node.ts";
import { readPeerBeat, readPeerPromise, readRelay } from "./decode-peer.ts";
import {
  readCommand,
  readEvent,
  readMembers,
  readOutcome,
  readProgress,
  readWatchRequest,
} from "./decode-watch.ts";
import { ExactReader } from "./exact-reader.ts";
import { FRAME_BYTES_MAX } from "./limits.ts";

/** Field 1 of the envelope, with a length in front; one in a single byte is below 128. */
const HEARTBEAT_TAG = 0x0a;
const ONE_BYTE_LENGTH = 0x80;

type Frame = phidelity.v1.Envelope & phidelity.v1.Envelope.$Shape;

/**
 * Turns bytes from an untrusted peer into a message that the core can trust. It keeps nothing of the bytes, which may be
 * overwritten afterwards.
 *
 * What a newer peer adds does no harm: fields that this version does not know are passed over, and values of enums that
 * it does not know become the word that `enums.ts` names. They are not kept: encoding the result again leaves them out,
 * so whoever passes a frame on for somebody else passes the bytes on. A kind of message, or an action, that this version
 * does not know is refused; peers agree on a version first, and then do not send any.
 *
 * @throws PhiError FRAME_TOO_LARGE; FRAME_MALFORMED with the message and the field that do not fit (`Envelope` and
 * `encoding` where the bytes are no protobuf at all). Nothing else is thrown.
 */
export function decode(bytes: Uint8Array): WireMessage {
  if (bytes.length > FRAME_BYTES_MAX) {
    throw new PhiError("FRAME_TOO_LARGE", { bytes: bytes.length, bytesMax: FRAME_BYTES_MAX });
  }
  return readAlone(bytes) ?? read(parse(bytes));
}

/**
 * A frame that holds a heartbeat and nothing else is read without its envelope, whose `oneof` costs the library three times
 * as much as all the heartbeat's fields. Whatever does not fit goes the long way, and is refused there if it is wrong.
 */
function readAlone(bytes: Uint8Array): WireMessage | undefined {
  const length = bytes[1] ?? ONE_BYTE_LENGTH;
  if (bytes[0] !== HEARTBEAT_TAG || length >= ONE_BYTE_LENGTH || bytes.length !== 2 + length)
    return undefined;
  return readHeartbeat(parseHeartbeat(bytes));
}

function parseHeartbeat(bytes: Uint8Array): phidelity.v1.Heartbeat {
  const reader = new ExactReader(bytes);
  reader.pos = 2;
  try {
    return phidelity.v1.Heartbeat.decode(reader, bytes.length - 2);
  } catch (error) {
    return refuse("Envelope", "encoding", error);
  }
}

function parse(bytes: Uint8Array): Frame {
  try {
    return phidelity.v1.Envelope.decode(new ExactReader(bytes));
  } catch (error) {
    return refuse("Envelope", "encoding", error);
  }
}

function read(frame: Frame): WireMessage {
  switch (frame.body) {
    case "heartbeat":
      return readHeartbeat(frame.heartbeat);
    case "ack":
      return readAck(frame.ack);
    case "view":
      return readView(frame.view);
    case "hello":
      return readHello(frame.hello);
    case "welcome":
      return readWelcome(frame.welcome);
    case "refused":
      return readRefused(frame.refused);
    case "pulse":
      return readPulse(frame.pulse);
    case "leave":
      return readLeave(frame.leave);
    case "hookResult":
      return readHookResult(frame.hookResult);
    case "probe":
      return readProbe(frame.probe);
    case "probeAnswer":
      return readProbeAnswer(frame.probeAnswer);
    case "peerBeat":
      return readPeerBeat(frame.peerBeat);
    case "peerPromise":
      return readPeerPromise(frame.peerPromise);
    case "relay":
      return readRelay(frame.relay);
    case "watch":
      return readWatchRequest(frame.watch);
    case "members":
      return readMembers(frame.members);
    case "event":
      return readEvent(frame.event);
    case "command":
      return readCommand(frame.command);
    case "progress":
      return readProgress(frame.progress);
    case "outcome":
      return readOutcome(frame.outcome);
    case undefined:
    default:
      return refuse("Envelope", "body");
  }
}
