/**
 * Which heartbeats are answered, and with what.
 *
 * Whoever holds a lease, or is to be given one, is acked each time: a lease travels in acks only (SAFETY rule 1). So is
 * whoever waits to hear that its report is known, and whose heartbeat came in a way that has to prove itself: through a
 * peer, or a second time. So is every member of a group in which something moves, and everybody where there are few nodes.
 * The others are acked every third slot of their grid: see `acking.ts`. Slots count, not heartbeats and not the clock: news
 * between two slots puts nothing off, and slots that a node left out bring its ack nearer.
 */
import { ACKED_SLOTS } from "../../acking.ts";
import type { Heartbeat, LeaseGrant } from "../../wire.ts";
import { leasesFor } from "../failover/leases.ts";
import { MANY_NODES } from "../settings.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { type Path, sendBy } from "./paths.ts";

/** Answers a heartbeat that is newer than all before it, where an answer is due. */
export function ackIfDue(turn: Turn, node: NodeState, heartbeat: Heartbeat, path: Path): void {
  const leases = leasesFor(turn.state, node, turn.now);
  if (leases.length > 0 || isDue(turn.state, node, heartbeat, path))
    send(turn, node, heartbeat, path, leases);
}

/** Answers a heartbeat whatever it is. */
export function ack(turn: Turn, node: NodeState, heartbeat: Heartbeat, path: Path): void {
  send(turn, node, heartbeat, path, leasesFor(turn.state, node, turn.now));
}

function isDue(state: ClusterState, node: NodeState, heartbeat: Heartbeat, path: Path): boolean {
  if (path.carrier !== undefined || heartbeat.report !== undefined) return true;
  if (state.nodes.size < (state.settings.manyNodes ?? MANY_NODES)) return true;
  return heartbeat.slot - node.ackedSlot >= ACKED_SLOTS || isInMotion(state, node);
}

/** Somebody else is to be active in one of its groups, or nobody is. */
function isInMotion(state: ClusterState, node: NodeState): boolean {
  for (const { group: name } of node.memberships) {
    const group = state.groups.get(name);
    if (group?.settings.mode === "active-passive" && group.phase !== "serving") return true;
  }
  return false;
}

function send(
  turn: Turn,
  node: NodeState,
  heartbeat: Heartbeat,
  path: Path,
  leases: readonly LeaseGrant[],
): void {
  if (path.carrier === undefined) node.ackedSlot = heartbeat.slot;
  sendBy(turn, path, node, {
    type: "ack",
    term: turn.state.term,
    incarnation: node.incarnation,
    sequence: heartbeat.sequence,
    reportVersion: node.report.version,
    leases,
  });
}
