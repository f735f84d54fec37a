/** Writes what the members of a group say to each other. */
import type { PeerBeat, PeerPromise, Relay } from "@phidelity/core";
import type { phidelity } from "../gen/phidelity.js";
import { writeAck, writeHeartbeat, writeView } from "./encode-node.ts";
import { listOf } from "./words.ts";

export function writePeerBeat(beat: PeerBeat): phidelity.v1.PeerBeat.$Properties {
  return { ...beat, claims: listOf(beat.claims) };
}

export function writePeerPromise(promise: PeerPromise): phidelity.v1.PeerPromise.$Properties {
  return { ...promise, groups: listOf(promise.groups) };
}

/** The message within is written as it would be on the node's own link. */
export function writeRelay({ node, message }: Relay): phidelity.v1.Relay.$Properties {
  switch (message.type) {
    case "heartbeat":
      return { node, heartbeat: writeHeartbeat(message) };
    case "ack":
      return { node, ack: writeAck(message) };
    case "view":
      return { node, view: writeView(message) };
  }
}
