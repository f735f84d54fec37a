/**
 * How often a coordinator shows a node that it is heard, where it has nothing else to say to it.
 *
 * An ack carries leases, tells which report is known, and shows that the link works both ways. To write one costs a
 * coordinator as much as to receive a heartbeat, decode it and decide about it. So where there are many nodes it acks some
 * of their heartbeats only; see `cluster/members/acks.ts` for which.
 */
import type { Ack } from "./wire.ts";

/**
 * Of a node that holds leases, and has no news, the heartbeat of every second slot is acked.
 *
 * Such a lease has lost two intervals, not one, when the ack comes that renews it: of eight intervals it bears a pause of
 * six and some, where it is seven and some with each heartbeat acked; a holder that dies is followed half an interval
 * sooner on average for the same reason. Who has many nodes and wants the pause back makes the lease an interval longer.
 */
export const ACKED_SLOTS_HOLDER = 2;

/**
 * Of a node with neither lease nor news the heartbeat of every sixth slot is acked.
 *
 * Six intervals lie between two such acks, so the node takes its link for silent after eight without one, where it is
 * three with every heartbeat acked, and gives it up after ten in place of five: an ack may be two intervals late, as
 * before. Every eighth would spare another thirtieth of them all, and cost two intervals more. What waits for it is only
 * that a standby, which the coordinator misses as soon as ever, looks for another way, and that it offers itself as one
 * to its peers meanwhile.
 */
export const ACKED_SLOTS = 6;

/**
 * How many intervals later than the next heartbeat's the ack may come that follows this one.
 *
 * @param before the heartbeat that was acked before
 */
export function lateAckIntervals({ sequence, leases }: Ack, before: number): number {
  const ackedEach = sequence === before + 1;
  if (ackedEach) return 0;
  return (leases.length > 0 ? ACKED_SLOTS_HOLDER : ACKED_SLOTS) - 1;
}
