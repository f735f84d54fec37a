/** Reads what a node says of one of its services. */
import type { GroupId } from "../../ids.ts";
import type { ServiceReport } from "../../wire.ts";
import { type ClusterState, type GroupState, type NodeState, membersOfGroup } from "../state.ts";

export function serviceOf(node: NodeState, group: GroupId): ServiceReport | undefined {
  return node.report.services.find((service) => service.group === group);
}

/** Whether it is there, as far as this coordinator knows. */
export function isHeard(node: NodeState): boolean {
  return node.joined && !node.left && node.verdict !== "down";
}

/** How far the member's data goes; undefined where it does not say. */
export function positionOf(node: NodeState, group: GroupState): bigint | undefined {
  const position = serviceOf(node, group.settings.group)?.replication?.position;
  return position === undefined ? undefined : BigInt(position);
}

/** How far `behind` is behind `ahead`; undefined where either does not say, and never below 0. */
export function lagOf(behind: bigint | undefined, ahead: bigint | undefined): bigint | undefined {
  if (behind === undefined || ahead === undefined) return undefined;
  return ahead > behind ? ahead - behind : 0n;
}

/** Whether the member's status hook has run since positions were last asked for. */
export function isFresh(group: GroupState, node: NodeState): boolean {
  const run = serviceOf(node, group.settings.group)?.replication?.run ?? 0;
  return run > (group.askedRuns.get(node.node) ?? 0);
}

/** SAFETY rule 11: an epoch that any member ever saw is never granted again, whatever the store remembers. */
export function highestSeen(state: ClusterState, group: GroupState): number {
  const seen = membersOfGroup(state, group.settings.group).map(
    (node) => serviceOf(node, group.settings.group)?.seenEpoch ?? 0,
  );
  return Math.max(0, ...seen);
}
