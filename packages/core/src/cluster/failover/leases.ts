/**
 * Who may be active, and until when nobody else can be (SAFETY rules 1, 2, 3, 5 and 6).
 *
 * The coordinator never says how long a lease still lasts: it only notes when it last acked one, and grants the group
 * to nobody else before that ack's lease has ended on the slowest clock that the cluster allows.
 */
import type { Instant } from "../../time.ts";
import { grantableFrom } from "../../timing.ts";
import type { LeaseGrant } from "../../wire.ts";
import { isDeniedByPeers } from "../members/inquiry.ts";
import { isStuck } from "../members/pace.ts";
import { serviceOf } from "../members/reports.ts";
import type { ClusterState, GroupState, NodeState } from "../state.ts";

/** The phases in which the holder's lease is renewed. */
const RENEWED = new Set(["serving", "promoting", "demoting"]);

/** The leases that the ack of a heartbeat carries, and a note of when they were acked. */
export function leasesFor(state: ClusterState, node: NodeState, now: Instant): LeaseGrant[] {
  const grants: LeaseGrant[] = [];
  for (const group of node.groups) {
    if (!mayRenew(state, group, node)) continue;
    group.lastAckAt = now;
    if (group.move !== undefined) group.move.grantedAt ??= now;
    const inSyncRun = storedRun(state, group);
    group.toldRun = inSyncRun;
    grants.push({
      group: group.settings.group,
      epoch: group.epoch,
      durationMs: state.settings.lease.durationMs,
      ...(inSyncRun === 0 ? {} : { inSyncRun }),
    });
  }
  return grants;
}

/** The run of the holder's status hook whose word on who is in sync the store has; 0 where there is none. */
export function storedRun(state: ClusterState, group: GroupState): number {
  return group.inSyncRevision <= state.savedRevision ? group.inSyncRun : 0;
}

function mayRenew(state: ClusterState, group: GroupState, node: NodeState): boolean {
  return (
    group.settings.mode === "active-passive" &&
    group.holder === node.node &&
    group.holderIncarnation === node.incarnation &&
    !group.released &&
    RENEWED.has(group.phase) &&
    group.commitRevision <= state.savedRevision
  );
}

/** The first instant at which another node may be granted the group, as long as nothing gives the lease back. */
export function overAt(state: ClusterState, group: GroupState): Instant {
  const { lease } = state.settings;
  // A coordinator that took over does not know what the one before it acked last (rule 6).
  const last = group.lastAckAt > state.startedAt ? group.lastAckAt : state.startedAt;
  return grantableFrom(last, lease);
}

/** Whether nobody can hold the lease at the group's epoch any more. */
export function isOver(state: ClusterState, group: GroupState, now: Instant): boolean {
  return group.released || (now >= overAt(state, group) && !goesOn(state, group, now));
}

/**
 * The holder says that it goes on with the promises of its peers (failsafe): its lease is not over, whatever was acked,
 * and there is nothing to move.
 */
function goesOn(state: ClusterState, group: GroupState, now: Instant): boolean {
  if (group.settings.onCoordinatorLoss !== "failsafe" || group.holder === "") return false;
  const holder = state.nodes.get(group.holder);
  if (holder === undefined || holder.left || holder.verdict === "down" || isStuck(state, holder))
    return false;
  // It answers when it is asked itself, but its peers do not hear it: without all their promises it has stopped.
  if (holder.inquiry?.answeredAt !== undefined && isDeniedByPeers(state, holder, now)) return false;
  const service = serviceOf(holder, group.settings.group);
  return (
    holder.incarnation === group.holderIncarnation &&
    service?.role === "active" &&
    service.epoch === group.epoch
  );
}
