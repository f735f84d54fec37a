/**
 * Who has come to follow the active, where it keeps the list of those in sync itself (replication mode `sync`).
 *
 * A new active acknowledges nothing before a standby is on its list, and puts it there in a run of its status hook. So that
 * clients do not wait for the next run in the hook's own rhythm, it is told to run it as soon as a standby follows. What the
 * hook may put on the list, or take off it, is no matter of when it runs.
 */
import { serviceOf } from "../members/reports.ts";
import { type ClusterState, type GroupState, membersOfGroup } from "../state.ts";
import { orderStatus } from "./positions.ts";

/** Tells the active where a member has become its standby since the last time. */
export function noteFollowers(state: ClusterState, group: GroupState): void {
  const { holder } = group;
  if (group.settings.replication.mode !== "sync" || group.phase !== "serving" || holder === "") return;
  const followers = membersOfGroup(state, group.settings.group)
    .filter((node) => {
      const service = serviceOf(node, group.settings.group);
      return service?.role === "standby" && service.dataEpoch === group.epoch;
    })
    .map(({ node }) => node);
  if (followers.some((node) => !group.followers.includes(node))) orderStatus(group, holder);
  group.followers = followers;
}
