/** What each node is told of its groups; said again whenever it changes. */
import { epoch } from "../ids.ts";
import type { GroupView, View } from "../wire.ts";
import type { ClusterState, GroupState, NodeState, Turn } from "./state.ts";
import { membersOfGroup, membershipOf } from "./state.ts";
import { noteAsked } from "./positions.ts";
import { serviceOf } from "./reports.ts";

/** Sends its view to each connected node for which it has changed. */
export function sendViews(turn: Turn): void {
  const nodes = new Set<NodeState>();
  for (const group of turn.touched) {
    for (const node of membersOfGroup(turn.state, group.settings.group)) nodes.add(node);
  }
  for (const node of nodes) sendView(turn, node);
}

function sendView(turn: Turn, node: NodeState): void {
  if (node.session === undefined) return;
  const groups = node.memberships.flatMap((membership) => {
    const group = turn.state.groups.get(membership.group);
    if (group === undefined) return [];
    // An epoch that is not durable yet is not spoken of: until then the node knows what it knew.
    const isDurable = group.commitRevision <= turn.state.savedRevision;
    if (isDurable) return [viewOf(turn.state, group, node)];
    return node.view.filter((one) => one.group === membership.group);
  });
  if (JSON.stringify(groups) === JSON.stringify(node.view)) return;
  node.view = groups;
  node.viewVersion += 1;
  node.viewSentAt = turn.now;
  for (const view of groups) noteAsked(node, view, node.viewVersion);
  const message: View = {
    type: "view",
    term: turn.state.term,
    version: node.viewVersion,
    groups,
    peers: peersOf(turn.state, node),
  };
  turn.out.push({ type: "send", session: node.session, message });
}

function viewOf(state: ClusterState, group: GroupState, node: NodeState): GroupView {
  const shared = group.settings.mode === "active-active";
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  const release = shared ? node.draining : group.holder === node.node && group.releaseOrdered;
  const vacant = group.released || group.phase === "held" || group.phase === "choosing";
  return {
    group: group.settings.group,
    mode: group.settings.mode,
    epoch: group.epoch,
    active: vacant ? "" : group.holder,
    activeAddress: holder === undefined ? "" : (membershipOf(holder, group.settings.group)?.address ?? ""),
    serving: group.phase === "serving" && holderServes(group, holder),
    oldNode: group.oldNode,
    order: release ? "release" : group.phase === "serving" ? "none" : "status",
    orderEpoch: release ? group.epoch : epoch(0),
    orderNumber: group.orderNumber,
    reason: group.reason,
  };
}

function holderServes(group: GroupState, holder: NodeState | undefined): boolean {
  const service = holder === undefined ? undefined : serviceOf(holder, group.settings.group);
  return service?.role === "active" && service.epoch === group.epoch;
}

function peersOf(state: ClusterState, node: NodeState): View["peers"] {
  const peers = new Set(node.memberships.flatMap((one) => membersOfGroup(state, one.group)));
  return [...peers]
    .filter((peer) => peer !== node && peer.listen !== "")
    .map((peer) => ({ node: peer.node, listen: peer.listen }))
    .sort((one, other) => (one.node < other.node ? -1 : 1));
}
