/** What each node is told of its groups; said again whenever it changes. */
import { epoch } from "../../ids.ts";
import { isSame } from "../../same.ts";
import type { GroupView, View } from "../../wire.ts";
import type { ClusterState, GroupState, NodeState, Turn } from "../state.ts";
import { pathTo, sendBy } from "../members/paths.ts";
import { linkedPeers } from "../members/peering.ts";
import { membersOfGroup, membershipOf } from "../state.ts";
import { noteAsked } from "../failover/positions.ts";
import { serviceOf } from "../members/reports.ts";

/** Sends its view to each connected node for which it has changed. */
export function sendViews(turn: Turn): void {
  const nodes = new Set<NodeState>();
  for (const group of turn.touched) {
    for (const node of membersOfGroup(turn.state, group.settings.group)) nodes.add(node);
  }
  for (const node of nodes) sendView(turn, node);
}

function sendView(turn: Turn, node: NodeState): void {
  const path = pathTo(turn.state, node, turn.now);
  if (path === undefined) return;
  const groups = node.memberships.flatMap((membership) => {
    const group = turn.state.groups.get(membership.group);
    if (group === undefined) return [];
    // An epoch that is not durable yet is not spoken of: until then the node knows what it knew.
    const isDurable = group.commitRevision <= turn.state.savedRevision;
    if (isDurable) return [viewOf(turn.state, group, node)];
    return node.view.filter((one) => one.group === membership.group);
  });
  const peers = peersOf(turn.state, node);
  if (isSame(groups, node.view) && isSame(peers, node.peers)) return;
  node.view = groups;
  node.peers = peers;
  node.viewVersion += 1;
  node.viewSentAt = turn.now;
  for (const view of groups) noteAsked(node, view, node.viewVersion);
  const message: View = {
    type: "view",
    term: turn.state.term,
    version: node.viewVersion,
    groups,
    peers,
  };
  for (const view of groups) propose(turn, node, view);
  sendBy(turn, path, node, message);
}

/** The active is told of members that it did not know: once it has taken that in, they may be promoted. */
function propose(turn: Turn, node: NodeState, view: GroupView): void {
  const group = turn.state.groups.get(view.group);
  if (group === undefined || group.holder !== node.node || !view.failsafe) return;
  const known = view.members.join() === group.members.join();
  group.proposed = known ? undefined : { members: view.members, viewVersion: node.viewVersion };
}

function viewOf(state: ClusterState, group: GroupState, node: NodeState): GroupView {
  const shared = group.settings.mode === "active-active";
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  const release = shared ? node.draining : group.holder === node.node && isToRelease(group, node);
  const vacant = group.released || group.phase === "held" || group.phase === "choosing";
  return {
    group: group.settings.group,
    mode: group.settings.mode,
    epoch: group.epoch,
    active: vacant ? "" : group.holder,
    activeAddress: holder === undefined ? "" : (membershipOf(holder, group.settings.group)?.address ?? ""),
    serving: group.phase === "serving" && holderServes(group, holder),
    oldNode: group.oldNode,
    order: release ? "release" : wantsStatus(group, node) ? "status" : "none",
    orderEpoch: release ? group.epoch : epoch(0),
    orderNumber: group.statusOrders.get(node.node) ?? 0,
    reason: group.reason,
    releasedEpoch: group.released ? group.epoch : group.releasedBefore,
    ...failsafeTerms(state, group),
  };
}

/** While the group moves, everybody is asked how far he is; while it is served, its active where somebody came to follow it. */
function wantsStatus(group: GroupState, node: NodeState): boolean {
  return group.phase !== "serving" || (node.node === group.holder && group.followers.length > 0);
}

/**
 * A holder that was silent may have gone on with the promises of its peers: before it is told to give back what nobody
 * else can take, it says in its first heartbeat whether it has.
 */
function isToRelease(group: GroupState, holder: NodeState): boolean {
  const mayGoOn = group.settings.onCoordinatorLoss === "failsafe" && group.move?.by === "";
  return group.releaseOrdered && !(mayGoOn && holder.verdict === "down");
}

/** The terms on which the active may go on without the coordinator. */
function failsafeTerms(
  state: ClusterState,
  group: GroupState,
): Pick<GroupView, "failsafe" | "leaseMs" | "drift" | "members"> {
  const { durationMs: leaseMs, drift } = state.settings.lease;
  const failsafe =
    group.settings.onCoordinatorLoss === "failsafe" && group.settings.mode === "active-passive";
  const members = failsafe ? membersOfGroup(state, group.settings.group).map((node) => node.node) : [];
  return { failsafe, leaseMs, drift, members };
}

function holderServes(group: GroupState, holder: NodeState | undefined): boolean {
  const service = holder === undefined ? undefined : serviceOf(holder, group.settings.group);
  return service?.role === "active" && service.epoch === group.epoch;
}

/**
 * Whom the node keeps a connection with: all members of its groups where they are few, else five of each. Where one
 * listens is not known before it says hello to this coordinator; its peers may know, and keep what they have.
 */
function peersOf(state: ClusterState, node: NodeState): View["peers"] {
  return linkedPeers(state, node)
    .map((peer) => ({ node: peer.node, listen: peer.listen }))
    .sort((one, other) => (one.node < other.node ? -1 : 1));
}
