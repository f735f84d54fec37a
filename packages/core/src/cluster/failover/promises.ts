/** What the promises of a failsafe group's members mean for who may take over. */
import type { Instant } from "../../time.ts";
import type { ServiceReport } from "../../wire.ts";
import { isOver } from "./leases.ts";
import type { ClusterState, GroupState, NodeState } from "../state.ts";

/**
 * A member that has promised its time to the last active takes no other epoch yet. While the lease runs, that says
 * nothing against it; afterwards it is waited for, as for a position, and a group that is held says so.
 */
export function isBound(
  state: ClusterState,
  group: GroupState,
  service: ServiceReport | undefined,
  now: Instant,
): boolean {
  if (group.settings.onCoordinatorLoss !== "failsafe" || group.released) return false;
  return (service?.promisedEpoch ?? 0) > 0 && isOver(state, group, now);
}

/** In a failsafe group the last active may be going on with the promises of all members that it knew. */
export function failsafeRefusals(
  state: ClusterState,
  group: GroupState,
  node: NodeState,
  service: ServiceReport,
  now: Instant,
): string[] {
  if (group.settings.onCoordinatorLoss !== "failsafe" || group.epoch === 0) return [];
  if (group.phase === "held" && isBound(state, group, service, now)) {
    return ["it has promised the active to take no other epoch for a while"];
  }
  const known = group.released || node.node === group.holder || group.members.includes(node.node);
  return known ? [] : ["the last active did not know of it"];
}
