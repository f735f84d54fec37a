/** Who is a member of which group, kept at hand: nodes are many, and nearly every turn asks for the members of a group. */
import type { GroupId } from "../../ids.ts";
import type { Membership } from "../../wire.ts";
import type { ClusterState, GroupState, NodeState, Roster } from "../state.ts";

/** The node is a member of these groups from now on, and of no others. */
export function enroll(state: ClusterState, node: NodeState, memberships: readonly Membership[]): void {
  const next = new Set(memberships.map((one) => one.group));
  for (const { group } of node.memberships) if (!next.has(group)) strike(state, node, group);
  node.memberships = memberships;
  node.groups = groupsOf(state, node);
  for (const group of next) add(state, node, group);
}

/** The node is a member of nothing any more. */
export function strikeOff(state: ClusterState, node: NodeState): void {
  for (const { group } of node.memberships) strike(state, node, group);
}

/** The configuration names other groups than before. */
export function regroup(state: ClusterState): void {
  for (const node of state.nodes.values()) node.groups = groupsOf(state, node);
}

/** Who keeps a connection with whom is worked out anew: the node came or left. */
export function reviseLinks(state: ClusterState, node: NodeState): void {
  for (const { group } of node.memberships) {
    const roster = state.rosters.get(group);
    if (roster !== undefined) roster.links = undefined;
  }
}

function groupsOf(state: ClusterState, { memberships }: NodeState): GroupState[] {
  return memberships.map(({ group }) => state.groups.get(group)).filter((group) => group !== undefined);
}

function add(state: ClusterState, node: NodeState, group: GroupId): void {
  const members = state.rosters.get(group)?.members ?? [];
  if (!members.includes(node)) set(state, group, [...members, node].sort(byNode));
}

function strike(state: ClusterState, node: NodeState, group: GroupId): void {
  const members = (state.rosters.get(group)?.members ?? []).filter((one) => one !== node);
  if (members.length > 0) set(state, group, members);
  else state.rosters.delete(group);
}

function set(state: ClusterState, group: GroupId, members: Roster["members"]): void {
  state.rosters.set(group, { members, links: undefined });
}

function byNode(one: NodeState, other: NodeState): number {
  return one.node < other.node ? -1 : 1;
}
