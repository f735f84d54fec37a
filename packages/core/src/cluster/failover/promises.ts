/** What the promises of a failsafe group's members mean for who may take over. */
import type { Instant } from "../../time.ts";
import type { ServiceReport } from "../../wire.ts";
import { isHeard, serviceOf } from "../members/reports.ts";
import { type ClusterState, type GroupState, type NodeState, membersOfGroup } from "../state.ts";
import { isOver } from "./leases.ts";

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
  if (group.released || node.node === group.holder) return [];
  if (group.members.length === 0) return nobodyGoesOn(state, group) ? [] : [NOBODY_KNOWS];
  return group.members.includes(node.node) ? [] : ["the last active did not know of it"];
}

const NOBODY_KNOWS =
  "whom the last active knew is not known, and not every member says that it does not go on (phi forget NODE for one that is gone)";

/** After a restore nobody knows whom the last active counted on; where every member is heard, none can be going on. */
function nobodyGoesOn(state: ClusterState, group: GroupState): boolean {
  return membersOfGroup(state, group.settings.group).every((node) => {
    const service = serviceOf(node, group.settings.group);
    return node.left || (isHeard(node) && service?.epoch === 0 && service.promisedEpoch === 0);
  });
}
