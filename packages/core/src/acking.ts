/**
 * How often a coordinator shows a node that it is heard, where it has nothing else to say to it.
 *
 * An ack carries leases, tells which report is known, and shows that the link works both ways. Most nodes hold no lease
 * and have no news, and for the third alone an ack of each heartbeat is more than anybody needs: to write one costs a
 * coordinator about as much as to receive and decode the heartbeat. So where there are many it acks only some of theirs; see
 * `cluster/members/acks.ts` for whose.
 */
import type { Ack } from "./wire.ts";

/**
 * Of a node with neither lease nor news the heartbeat of every third slot is acked.
 *
 * Three intervals lie between two such acks, so the node takes its link for silent after five without one, where it is
 * three with every heartbeat acked, and gives it up after seven in place of five: an ack may be two intervals late, as
 * before. Every fourth would spare another twelfth of them all, and cost another interval. What waits for it is only
 * that a standby, which the coordinator misses as soon as ever, looks for another way, and that it offers itself as one
 * to its peers meanwhile.
 */
export const ACKED_SLOTS = 3;

/**
 * How many intervals later than the next heartbeat's the ack may come that follows this one.
 *
 * @param before the heartbeat that was acked before
 */
export function lateAckIntervals({ sequence, leases }: Ack, before: number): number {
  const ackedEach = sequence === before + 1;
  return ackedEach || leases.length > 0 ? 0 : ACKED_SLOTS - 1;
}
