/** How far the members' data goes: asked for when it matters, and asked again while one is catching up. */
import type { GroupView } from "../../wire.ts";
import { answersUntil } from "./candidates.ts";
import { isFresh, positionOf, serviceOf } from "../members/reports.ts";
import { type ClusterState, type GroupState, type NodeState, type Turn, membersOfGroup } from "../state.ts";

/** Between two questions to a member that is catching up. */
export const ASK_AGAIN_MS: number = 20;

export function askPositions(turn: Turn, group: GroupState): void {
  group.orderNumber += 1;
  group.askedAt = turn.now;
  group.askedRuns.clear();
  for (const node of membersOfGroup(turn.state, group.settings.group)) {
    group.askedRuns.set(node.node, serviceOf(node, group.settings.group)?.replication?.run ?? 0);
  }
}

/** What a node says that has not taken in the view with the question yet is no answer to it. */
export function saidBefore(state: ClusterState, node: NodeState, viewVersion: number): void {
  for (const { group, replication } of node.report.services) {
    if (viewVersion >= (node.asked.get(group)?.viewVersion ?? 0)) continue;
    const asked = state.groups.get(group)?.askedRuns;
    if (asked !== undefined && replication !== undefined && replication.run > (asked.get(node.node) ?? 0)) {
      asked.set(node.node, replication.run);
    }
  }
}

/** Notes which view put a question to a node; later views only say it again. */
export function noteAsked(node: NodeState, view: GroupView, viewVersion: number): void {
  if ((node.asked.get(view.group)?.orderNumber ?? 0) >= view.orderNumber) return;
  node.asked.set(view.group, { orderNumber: view.orderNumber, viewVersion });
}

/** A member that is still behind is asked again until it has caught up or the deadline has passed. */
export function askAgain(turn: Turn, group: GroupState): void {
  if (turn.now - group.askedAt < ASK_AGAIN_MS) return;
  const old = oldActive(turn.state, group);
  const stopKnown = old !== undefined && isFresh(group, old);
  const answered = membersOfGroup(turn.state, group.settings.group).every(
    (node) => node.session === undefined || node.verdict !== "alive" || isFresh(group, node),
  );
  if (!answered && turn.now < answersUntil(group)) return;
  askPositions(turn, group);
  // Where the old active stopped does not change any more.
  if (stopKnown && old !== undefined) group.askedRuns.delete(old.node);
}

/** The member that is being replaced. */
export function oldActive(state: ClusterState, group: GroupState): NodeState | undefined {
  const name = group.move?.from ?? "";
  return name === "" ? undefined : state.nodes.get(name);
}

/** How far the newest data is outlives the report that said so: a node that starts again says nothing at first. */
export function noteData(state: ClusterState, group: GroupState): void {
  for (const node of membersOfGroup(state, group.settings.group)) {
    const at = serviceOf(node, group.settings.group)?.dataEpoch;
    if (at === undefined || at < group.dataEpoch) continue;
    if (at > group.dataEpoch) group.dataPosition = "";
    group.dataEpoch = at;
    const position = positionOf(node, group);
    if (position === undefined) continue;
    if (group.dataPosition === "" || position > BigInt(group.dataPosition))
      group.dataPosition = String(position);
  }
}

/** SAFETY rule 11: an epoch that any member ever saw is never granted again, whatever the store remembers. */
export function highestSeen(state: ClusterState, group: GroupState): number {
  const seen = membersOfGroup(state, group.settings.group).map(
    (node) => serviceOf(node, group.settings.group)?.seenEpoch ?? 0,
  );
  return Math.max(0, ...seen);
}
