/** Reads what a coordinator says to a node. */
import type { Ack, GroupView, LeaseGrant, NodeId, Probe, Refused, View, Welcome } from "@phidelity/core";
import type { phidelity } from "../gen/phidelity.js";
import {
  asAmount,
  asCount,
  asCounter,
  asDuration,
  asEpoch,
  asGroup,
  asIncarnation,
  asInterval,
  asLabel,
  asList,
  asNode,
  asNodeOrNone,
  asTerm,
  asText,
} from "./checks.ts";
import { groupModes, orders, refusalCodes } from "./enums.ts";
import { LENGTH_MAX } from "./limits.ts";

export function readWelcome(raw: phidelity.v1.Welcome.$Properties): Welcome {
  return {
    type: "welcome",
    protocol: asCount("Welcome", "protocol", raw.protocol),
    software: asLabel("Welcome", "software", raw.software),
    cluster: asLabel("Welcome", "cluster", raw.cluster),
    coordinator: asLabel("Welcome", "coordinator", raw.coordinator),
    term: asTerm("Welcome", "term", raw.term),
  };
}

export function readRefused(raw: phidelity.v1.Refused.$Properties): Refused {
  return {
    type: "refused",
    code: refusalCodes.wordOf(raw.code),
    reason: asText("Refused", "reason", raw.reason, LENGTH_MAX.text),
    protocolMin: asCount("Refused", "protocol_min", raw.protocolMin),
    protocolMax: asCount("Refused", "protocol_max", raw.protocolMax),
    software: asLabel("Refused", "software", raw.software),
  };
}

export function readAck(raw: phidelity.v1.Ack.$Properties): Ack {
  return {
    type: "ack",
    term: asTerm("Ack", "term", raw.term),
    incarnation: asIncarnation("Ack", "incarnation", raw.incarnation),
    sequence: asCounter("Ack", "sequence", raw.sequence),
    reportVersion: asCounter("Ack", "report_version", raw.reportVersion),
    leases: asList("Ack", "leases", raw.leases).map(readLease),
  };
}

function readLease(raw: phidelity.v1.LeaseGrant.$Properties): LeaseGrant {
  const inSyncRun = asCounter("LeaseGrant", "in_sync_run", raw.inSyncRun);
  return {
    group: asGroup("LeaseGrant", "group", raw.group),
    epoch: asEpoch("LeaseGrant", "epoch", raw.epoch),
    durationMs: asInterval("LeaseGrant", "duration_ms", raw.durationMs),
    ...(inSyncRun === 0 ? {} : { inSyncRun }),
  };
}

export function readView(raw: phidelity.v1.View.$Properties): View {
  return {
    type: "view",
    term: asTerm("View", "term", raw.term),
    version: asCounter("View", "version", raw.version),
    groups: asList("View", "groups", raw.groups).map(readGroup),
    peers: asList("View", "peers", raw.peers).map(readPeer),
  };
}

function readGroup(raw: phidelity.v1.GroupView.$Properties): GroupView {
  return {
    group: asGroup("GroupView", "group", raw.group),
    mode: groupModes.wordOf(raw.mode),
    epoch: asEpoch("GroupView", "epoch", raw.epoch),
    active: asNodeOrNone("GroupView", "active", raw.active),
    activeAddress: asText("GroupView", "active_address", raw.activeAddress, LENGTH_MAX.address),
    serving: raw.serving ?? false,
    oldNode: asNodeOrNone("GroupView", "old_node", raw.oldNode),
    order: orders.wordOf(raw.order),
    orderEpoch: asEpoch("GroupView", "order_epoch", raw.orderEpoch),
    orderNumber: asCounter("GroupView", "order_number", raw.orderNumber),
    reason: asText("GroupView", "reason", raw.reason, LENGTH_MAX.text),
    releasedEpoch: asEpoch("GroupView", "released_epoch", raw.releasedEpoch),
    failsafe: raw.failsafe ?? false,
    leaseMs: asDuration("GroupView", "lease_ms", raw.leaseMs),
    drift: asAmount("GroupView", "drift", raw.drift),
    members: asList("GroupView", "members", raw.members).map((name) => asNode("GroupView", "members", name)),
  };
}

function readPeer(raw: phidelity.v1.Peer.$Properties): { readonly node: NodeId; readonly listen: string } {
  return {
    node: asNode("Peer", "node", raw.node),
    listen: asText("Peer", "listen", raw.listen, LENGTH_MAX.address),
  };
}

export function readProbe(raw: phidelity.v1.Probe.$Properties): Probe {
  return {
    type: "probe",
    probe: asCounter("Probe", "probe", raw.probe),
    subject: asNode("Probe", "subject", raw.subject),
  };
}
