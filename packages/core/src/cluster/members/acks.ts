/**
 * Which heartbeats are answered, and with what.
 *
 * Where there are few nodes, all of them. Where there are many, those of a slot in so many, fewer of a node that holds no
 * lease: see `acking.ts`. Slots count, not heartbeats and not the clock: news between two slots puts nothing off, and slots
 * that a node left out bring its ack nearer.
 *
 * Acked each time all the same is whoever waits to hear that its report is known, and whose heartbeat came in a way that
 * has to prove itself: through a peer, or a second time. So is every member of a group in which something moves (a lease
 * travels in acks only, SAFETY rule 1), the holder who waits to hear that its word is stored, and a holder whose lease is
 * short.
 */
import { ACKED_SLOTS, ACKED_SLOTS_HOLDER } from "../../acking.ts";
import type { Heartbeat } from "../../wire.ts";
import { leasesFor, storedRun } from "../failover/leases.ts";
import { MANY_NODES } from "../settings.ts";
import type { ClusterState, GroupState, NodeState, Turn } from "../state.ts";
import { type Path, sendBy } from "./paths.ts";

/** With a lease of fewer intervals the one that is lost between two acks would be more than an eighth of it. */
const LEASE_INTERVALS_MIN = 8;

/** Answers a heartbeat that is newer than all before it, where an answer is due. */
export function ackIfDue(turn: Turn, node: NodeState, heartbeat: Heartbeat, path: Path): void {
  if (isDue(turn.state, node, heartbeat, path)) ack(turn, node, heartbeat, path);
}

function isDue(state: ClusterState, node: NodeState, heartbeat: Heartbeat, path: Path): boolean {
  if (path.carrier !== undefined || heartbeat.report !== undefined) return true;
  if (state.nodes.size < (state.settings.manyNodes ?? MANY_NODES)) return true;
  const slots = heartbeat.slot - node.ackedSlot;
  return slots >= ACKED_SLOTS || node.groups.some((group) => isDueIn(state, group, node, slots));
}

/** Whether one of its groups makes an ack due that comes so many slots after the one before. */
function isDueIn(state: ClusterState, group: GroupState, node: NodeState, slots: number): boolean {
  if (group.settings.mode !== "active-passive") return false;
  if (group.phase !== "serving") return true;
  if (group.holder !== node.node) return false;
  return slots >= holderSlots(state) || group.toldRun !== storedRun(state, group);
}

function holderSlots({ settings }: ClusterState): number {
  const isShort = settings.lease.durationMs < LEASE_INTERVALS_MIN * settings.intervalMs;
  return isShort ? 1 : ACKED_SLOTS_HOLDER;
}

/** Answers a heartbeat whatever it is. */
export function ack(turn: Turn, node: NodeState, heartbeat: Heartbeat, path: Path): void {
  if (path.carrier === undefined) node.ackedSlot = heartbeat.slot;
  sendBy(turn, path, node, {
    type: "ack",
    term: turn.state.term,
    incarnation: node.incarnation,
    sequence: heartbeat.sequence,
    reportVersion: node.report.version,
    leases: leasesFor(turn.state, node, turn.now),
  });
}
