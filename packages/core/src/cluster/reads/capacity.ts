/**
 * N+1: would the group survive the next loss?
 *
 * Active-active: what all healthy members bring together, less the `spare` largest of them, must still meet what is
 * required (60 + 30 + 30 for 90 is at the limit: losing the 60 leaves 60). Active-passive: a standby must be able to
 * take over now.
 */
import type { NodeId } from "../../ids.ts";
import type { Instant } from "../../time.ts";
import { assess } from "../failover/candidates.ts";
import { isStuck } from "../members/pace.ts";
import { serviceOf } from "../members/reports.ts";
import {
  type CapacityLevel,
  type ClusterState,
  type GroupState,
  type NodeState,
  membersOfGroup,
  membershipOf,
} from "../state.ts";
import { statusOf } from "../members/silence.ts";

export interface Capacity {
  readonly level: CapacityLevel;
  readonly required: number;
  /** What the healthy members bring. */
  readonly available: number;
  /** What would be left after the loss of the `spare` largest. */
  readonly afterLoss: number;
  readonly why: string;
}

/**
 * How a group stands.
 *
 * @param without nodes to be thought away: the what-if of an operator
 */
export function capacityOfGroup(
  state: ClusterState,
  group: GroupState,
  now: Instant,
  without: readonly NodeId[] = [],
): Capacity {
  const members = membersOfGroup(state, group.settings.group).filter((node) => !without.includes(node.node));
  return group.settings.mode === "active-active"
    ? shared(state, group, members)
    : passive(state, group, members, now);
}

function shared(state: ClusterState, group: GroupState, members: readonly NodeState[]): Capacity {
  const { required, spare, unit } = group.settings;
  const brought = members
    .filter((node) => statusOf(node) === "alive" && !isStuck(state, node))
    .filter((node) => serviceOf(node, group.settings.group)?.role === "active")
    .map((node) => membershipOf(node, group.settings.group)?.capacity ?? 0)
    .sort((one, other) => other - one);
  const available = sum(brought);
  const afterLoss = available - sum(brought.slice(0, spare));
  const level = afterLoss >= required ? "redundant" : available >= required ? "atLimit" : "below";
  const of = unit === "" ? "" : ` ${unit}`;
  const why =
    level === "redundant"
      ? `after the loss of the ${spare} largest, ${afterLoss}${of} remain of ${required}${of} required`
      : level === "atLimit"
        ? `${available}${of} meet the ${required}${of} required, but the loss of the ${spare} largest leaves ${afterLoss}${of}`
        : `${available}${of} are below the ${required}${of} required`;
  return { level, required, available, afterLoss, why };
}

function passive(
  state: ClusterState,
  group: GroupState,
  members: readonly NodeState[],
  now: Instant,
): Capacity {
  const { required } = group.settings;
  const holder = members.find((node) => node.node === group.holder);
  const serves = group.phase === "serving" && holder !== undefined && isUp(state, holder, group);
  const standbys = members.filter(
    (node) => node !== holder && assess(state, group, node, now).refusals.length === 0,
  ).length;
  // Where the active itself is thought away, a standby is thought to have taken over.
  const thoughtAway = group.holder !== "" && holder === undefined && group.phase === "serving";
  const available = (serves ? 1 : 0) + standbys;
  const afterLoss = Math.max(0, available - 1);
  const level =
    !serves && !thoughtAway ? "below" : available > 1 ? "redundant" : available === 1 ? "atLimit" : "below";
  return { level, required, available, afterLoss, why: passiveWhy(serves || thoughtAway, standbys) };
}

function passiveWhy(serves: boolean, standbys: number): string {
  if (!serves) return "no member serves";
  if (standbys === 0) return "no standby could be promoted now";
  return `${standbys} standby${standbys === 1 ? "" : "s"} could be promoted now`;
}

function isUp(state: ClusterState, node: NodeState, group: GroupState): boolean {
  if (statusOf(node) === "down" || isStuck(state, node)) return false;
  return serviceOf(node, group.settings.group)?.health !== "failed";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
