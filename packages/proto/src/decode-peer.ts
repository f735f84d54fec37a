/** Reads what the members of a group say to each other. */
import type { PeerBeat, PeerClaim, PeerPromise, Relay } from "@phidelity/core";
import type { phidelity } from "../gen/phidelity.js";
import { asCounter, asEpoch, asGroup, asIncarnation, asInterval, asList, asNode, refuse } from "./checks.ts";
import { readAck, readView } from "./decode-coordinator.ts";
import { readHeartbeat } from "./decode-node.ts";

export function readPeerBeat(raw: phidelity.v1.PeerBeat.$Properties): PeerBeat {
  return {
    type: "peerBeat",
    node: asNode("PeerBeat", "node", raw.node),
    incarnation: asIncarnation("PeerBeat", "incarnation", raw.incarnation),
    sequence: asCounter("PeerBeat", "sequence", raw.sequence),
    hearsCoordinator: raw.hearsCoordinator ?? false,
    claims: asList("PeerBeat", "claims", raw.claims).map(readClaim),
  };
}

function readClaim(raw: phidelity.v1.PeerClaim.$Properties): PeerClaim {
  return {
    group: asGroup("PeerClaim", "group", raw.group),
    epoch: asEpoch("PeerClaim", "epoch", raw.epoch),
    durationMs: asInterval("PeerClaim", "duration_ms", raw.durationMs),
  };
}

export function readPeerPromise(raw: phidelity.v1.PeerPromise.$Properties): PeerPromise {
  return {
    type: "peerPromise",
    node: asNode("PeerPromise", "node", raw.node),
    incarnation: asIncarnation("PeerPromise", "incarnation", raw.incarnation),
    sequence: asCounter("PeerPromise", "sequence", raw.sequence),
    groups: asList("PeerPromise", "groups", raw.groups).map(readPromised),
  };
}

function readPromised(raw: phidelity.v1.PromisedGroup.$Properties): PeerPromise["groups"][number] {
  return {
    group: asGroup("PromisedGroup", "group", raw.group),
    epoch: asEpoch("PromisedGroup", "epoch", raw.epoch),
  };
}

export function readRelay(raw: phidelity.v1.Relay.$Properties): Relay {
  return { type: "relay", node: asNode("Relay", "node", raw.node), message: readCarried(raw) };
}

/** What a peer carries is checked as if it had come by the node's own link. A `oneof` holds one of them at most. */
function readCarried({ heartbeat, ack, view }: phidelity.v1.Relay.$Properties): Relay["message"] {
  if (isThere(heartbeat)) return readHeartbeat(heartbeat);
  if (isThere(ack)) return readAck(ack);
  if (isThere(view)) return readView(view);
  return refuse("Relay", "message");
}

function isThere<Inner>(message: Inner | null | undefined): message is Inner {
  return message !== undefined && message !== null;
}
