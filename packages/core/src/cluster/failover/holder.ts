/** What the holder's word, or a fence, makes of its lease. */
import type { ClusterEvent } from "../events.ts";
import { activeFact, isPermitted, needsFence } from "./facts.ts";
import type { GroupPhase } from "./failover.table.ts";
import { isOver } from "./leases.ts";
import { serviceOf } from "../members/reports.ts";
import { type GroupState, type Turn, membershipOf } from "../state.ts";
import { record } from "../turn.ts";

/** The phases in which a holder may be fenced. */
const FENCED = new Set<GroupPhase>(["releasing", "choosing", "held"]);

/** The fence command runs as soon as silence, or a lease that ran out without being given back, calls for it. */
export function startFence(turn: Turn, group: GroupState): void {
  const { state, now } = turn;
  if (!needsFence(group) || !FENCED.has(group.phase) || !isPermitted(state, group)) return;
  const retry = group.fence === "failed" && group.phase === "releasing" && group.phaseSince === now;
  if (group.fence !== "none" && !retry) return;
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  if (activeFact(state, group, holder, now) !== "silent" && !isOver(state, group, now)) return;
  if (group.holder === "") return;
  group.fence = "running";
  record(
    turn,
    "fenceStarted",
    { group, node: group.holder },
    `the fence command runs against ${group.holder}`,
  );
  const address = holder === undefined ? "" : (membershipOf(holder, group.settings.group)?.address ?? "");
  turn.out.push({
    type: "fence",
    group: group.settings.group,
    epoch: group.epoch,
    node: group.holder,
    address,
    newNode: group.move?.to ?? "",
    reason: group.move?.because ?? "",
  });
}

/** SAFETY rule 3: the holder's own word, after its demote hook succeeded. */
export function noteGivenBack(turn: Turn, group: GroupState): void {
  if (group.released || group.epoch === 0) return;
  const holder = group.holder === "" ? undefined : turn.state.nodes.get(group.holder);
  const service = holder === undefined ? undefined : serviceOf(holder, group.settings.group);
  if (service === undefined || service.releasedEpoch < group.epoch) return;
  group.released = true;
  turn.unsavedGroups.add(group);
  markStopped(turn, group, "released");
  record(turn, "leaseReleased", { group, node: group.holder }, `${group.holder} gave the lease back`);
}

export function markStopped(turn: Turn, group: GroupState, by: "released" | "fenced" | "declared"): void {
  if (group.move === undefined || group.move.stoppedAt !== undefined) return;
  group.move.stoppedAt = turn.now;
  group.move.stoppedBy = by;
}

/** The fence command has ended. */
export function takeFence(turn: Turn, end: Extract<ClusterEvent, { readonly type: "fenceEnded" }>): void {
  const group = turn.state.groups.get(end.group);
  if (group === undefined || group.epoch !== end.epoch || group.fence !== "running") return;
  group.fence = end.ok ? "done" : "failed";
  turn.touched.add(group);
  const outcome = end.ok ? "is confirmed to be off" : "could not be fenced";
  record(
    turn,
    end.ok ? "fenced" : "fenceFailed",
    { group, node: group.holder },
    `${group.holder} ${outcome}: ${end.detail}`,
  );
  if (!end.ok) return;
  markStopped(turn, group, "fenced");
  group.released = true;
  turn.unsavedGroups.add(group);
}
