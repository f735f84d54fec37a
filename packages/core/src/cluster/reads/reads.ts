/** What people and programs read: plain objects, ready for JSON, with uint64 as strings. Decides nothing. */
import { phiAt } from "../../detector/detector.ts";
import { type GroupId, type NodeId, byName } from "../../ids.ts";
import type { Instant } from "../../time.ts";
import type { MemberRow, MembersUpdate, Role } from "../../wire.ts";
import { assessAll, best, mostAdvanced } from "../failover/candidates.ts";
import { type Capacity, capacityOfGroup } from "./capacity.ts";
import { isOver, overAt } from "../failover/leases.ts";
import { isSlow } from "../members/pace.ts";
import { statusOf } from "../members/silence.ts";
import { nextStepOf } from "../failover/moves.ts";
import { type BlockRow, type LastMove, type StepRow, blocksOf, lastMoveOf, stepsOf } from "./moves.ts";
import { lagOf, positionOf, serviceOf } from "../members/reports.ts";
import type { ClusterState, GroupState, NodeState } from "../state.ts";

/** Every node and group that it is a member of, by name. */
export function membersOf(state: ClusterState, now: Instant, wallMs: number): MembersUpdate {
  const nodes = [...state.nodes.values()].sort((one, other) => byName(one.node, other.node));
  const { cluster, coordinator } = state.settings;
  const members = nodes.flatMap((node) => rowsOf(state, node, now, wallMs));
  return { type: "members", cluster, leader: coordinator, term: state.term, members };
}

function rowsOf(state: ClusterState, node: NodeState, now: Instant, wallMs: number): MemberRow[] {
  return node.memberships.map((membership) => {
    const group = state.groups.get(membership.group);
    const service = serviceOf(node, membership.group);
    const gone = node.left || node.verdict === "down";
    const epoch = service === undefined ? 0 : service.epoch === 0 ? service.followedEpoch : service.epoch;
    const lagBytes = group === undefined || gone ? undefined : lagNumber(state, group, node);
    return {
      node: node.node,
      group: membership.group,
      role: gone ? "none" : shownRole(group, node, service?.role ?? "none"),
      status: statusOf(node),
      slow: !gone && isSlow(node),
      phi: node.left || !node.joined ? 0 : Math.round(phiAt(node.detector, now) * 100) / 100,
      epoch: epoch as MemberRow["epoch"],
      ...(lagBytes === undefined ? {} : { lagBytes }),
      checks: `${service?.checksPassing ?? 0}/${service?.checksTotal ?? 0}`,
      capacity: membership.capacity,
      address: membership.address,
      zone: node.zone,
      sinceMs: Math.round(wallMs - (now - node.since)),
      incarnation: node.incarnation,
    };
  });
}

/** Its own word, but for a role that takes the lease and that another holds by now: what was heard last is over. */
function shownRole(group: GroupState | undefined, node: NodeState, role: Role): Role {
  const leased = group?.settings.mode === "active-passive" && (role === "active" || role === "promoting");
  return leased && group.holder !== node.node ? "none" : role;
}

function lagNumber(state: ClusterState, group: GroupState, node: NodeState): number | undefined {
  const said = serviceOf(node, group.settings.group)?.replication?.lagBytes;
  const lag = lagOf(positionOf(node, group), mostAdvanced(state, group));
  return said ?? (lag === undefined ? undefined : Number(lag));
}

export interface CandidateRow {
  readonly node: NodeId;
  readonly fit: boolean;
  readonly refusals: readonly string[];
  readonly position: string | null;
  readonly lagBytes: string | null;
  readonly inSync: boolean;
  readonly priority: number;
}

export interface GroupSummary {
  readonly group: GroupId;
  readonly mode: "active-passive" | "active-active";
  /** The phase of the failover table, or `sharing` for an active-active group. */
  readonly phase: string;
  readonly active: string;
  readonly activeAddress: string;
  readonly epoch: string;
  /** True while the active serves at this epoch. */
  readonly serving: boolean;
  readonly standbys: readonly string[];
  readonly serve: readonly string[];
  readonly capacity: Capacity & { readonly unit: string };
  readonly automatic: boolean;
  readonly paused: { readonly by: string; readonly reason: string; readonly untilMs: number } | null;
  /** Whether a failover would succeed now, to whom, and why not. */
  readonly failoverNow: { readonly possible: boolean; readonly to: string; readonly why: string };
  readonly incident: string;
  readonly next: string;
  readonly leaseLeftMs: number;
  readonly lastMove: LastMove | null;
  readonly blocks: readonly BlockRow[];
  readonly steps: readonly StepRow[];
  readonly candidates: readonly CandidateRow[];
}

export function groupsOf(state: ClusterState, now: Instant, wallMs: number): readonly GroupSummary[] {
  return [...state.groups.values()]
    .sort((one, other) => byName(one.settings.group, other.settings.group))
    .map((group) => summaryOf(state, group, now, wallMs));
}

export function groupOf(
  state: ClusterState,
  name: GroupId,
  now: Instant,
  wallMs: number,
): GroupSummary | undefined {
  const group = state.groups.get(name);
  return group === undefined ? undefined : summaryOf(state, group, now, wallMs);
}

function summaryOf(state: ClusterState, group: GroupState, now: Instant, wallMs: number): GroupSummary {
  const { settings } = group;
  const shared = settings.mode === "active-active";
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  const service = holder === undefined ? undefined : serviceOf(holder, settings.group);
  const serving = group.phase === "serving" && service?.role === "active" && !group.released;
  const capacity = { ...capacityOfGroup(state, group, now), unit: settings.unit };
  return {
    group: settings.group,
    mode: settings.mode,
    phase: shared ? "sharing" : group.phase,
    active: group.phase === "serving" || group.phase === "releasing" ? group.holder : "",
    activeAddress: serving ? addressOf(holder, settings.group) : "",
    epoch: String(group.epoch),
    serving,
    standbys: namesWith(state, settings.group, "standby"),
    serve: namesWith(state, settings.group, "active"),
    capacity,
    automatic: settings.automatic,
    paused: pauseOf(state, group),
    failoverNow: shared ? sharedAnswer(capacity) : failoverAnswer(state, group, now),
    incident: group.incident,
    next: group.phase === "held" ? nextStepOf(group) : "",
    leaseLeftMs: isOver(state, group, now) ? 0 : Math.round(overAt(state, group) - now),
    lastMove: lastMoveOf(group, now, wallMs),
    blocks: blocksOf(group, now),
    steps: stepsOf(group),
    candidates: shared ? [] : candidatesOf(state, group, now),
  };
}

function addressOf(node: NodeState | undefined, group: GroupId): string {
  return node?.memberships.find((one) => one.group === group)?.address ?? "";
}

function namesWith(state: ClusterState, group: GroupId, role: Role): string[] {
  return [...state.nodes.values()]
    .filter((node) => !node.left && node.verdict !== "down" && serviceOf(node, group)?.role === role)
    .map((node) => node.node)
    .sort(byName);
}

function pauseOf(state: ClusterState, group: GroupState): GroupSummary["paused"] {
  if (group.pause === undefined) return null;
  const { by, reason, until } = group.pause;
  return { by, reason, untilMs: until === undefined ? 0 : Math.round(until + state.wallOffsetMs) };
}

function sharedAnswer(capacity: Capacity): GroupSummary["failoverNow"] {
  return { possible: capacity.level === "redundant", to: "", why: capacity.why };
}

function failoverAnswer(state: ClusterState, group: GroupState, now: Instant): GroupSummary["failoverNow"] {
  const judged = assessAll(state, group, now);
  const chosen = best(group, judged);
  if (chosen !== undefined) {
    const barred =
      group.pause !== undefined
        ? "automatic failover is paused"
        : group.settings.automatic
          ? ""
          : "automatic failover is off";
    return { possible: barred === "", to: chosen.node, why: barred };
  }
  const why = judged.map((one) => `${one.node}: ${one.refusals.join(", ")}`).join("; ");
  return { possible: false, to: "", why: why === "" ? "the group has no members" : why };
}

function candidatesOf(state: ClusterState, group: GroupState, now: Instant): CandidateRow[] {
  return assessAll(state, group, now).map((one) => ({
    node: one.node,
    fit: one.refusals.length === 0,
    refusals: one.refusals,
    position: one.position === undefined ? null : String(one.position),
    lagBytes: one.lag === undefined ? null : String(one.lag),
    inSync: one.inSync,
    priority: one.priority,
  }));
}

export interface CapacityRow extends Capacity {
  readonly group: GroupId;
  readonly unit: string;
  readonly spare: number;
  readonly without: readonly NodeId[];
}

/** N+1 of every group, and what it would be without some nodes. */
export function capacityOf(
  state: ClusterState,
  without: readonly NodeId[],
  now: Instant,
): readonly CapacityRow[] {
  return [...state.groups.values()]
    .sort((one, other) => byName(one.settings.group, other.settings.group))
    .map((group) => ({
      group: group.settings.group,
      unit: group.settings.unit,
      spare: group.settings.spare,
      without,
      ...capacityOfGroup(state, group, now, without),
    }));
}
