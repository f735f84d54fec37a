/**
 * Who may take over, who not and why, and who is the best (SAFETY.md, "Failover, step by step", 3).
 *
 * The rules of the replication modes protect what clients were promised: `sync` takes only a standby that was in sync
 * when the active was last heard; `quorum` wants to know enough positions to be sure that the most advanced of them has
 * every acknowledged write, and takes no other; `async` bounds what is lost.
 */
import type { NodeId } from "../../ids.ts";
import { type Instant, after } from "../../time.ts";
import type { ServiceReport } from "../../wire.ts";
import { isOver } from "./leases.ts";
import { failsafeRefusals, isBound } from "./promises.ts";
import { isStuck, stuckWords } from "../members/pace.ts";
import { statusOf } from "../members/silence.ts";
import { highestSeen, isFresh, isHeard, lagOf, positionOf, serviceOf } from "../members/reports.ts";
import {
  type ClusterState,
  type GroupState,
  type NodeState,
  membersOfGroup,
  membershipOf,
} from "../state.ts";

/** How long the members of a group that never had an active are waited for, once this coordinator has started. */
const START_GRACE_MS = 5_000;
/**
 * The same where somebody has seen an epoch of the group, and nobody has data: the store was lost, and with it who has them. A
 * host that was started with the coordinator is there by then.
 */
const DATA_GRACE_MS = 30_000;

export interface Assessment {
  readonly node: NodeId;
  /** Why it may not take over; empty where it may. */
  readonly refusals: readonly string[];
  /** A fresh position is on its way. */
  readonly pending: boolean;
  readonly position: bigint | undefined;
  /** How far it is behind the most advanced position known, in the group's own unit. */
  readonly lag: bigint | undefined;
  readonly inSync: boolean;
  readonly priority: number;
}

/** Judges one member as if the active role were to move now. */
export function assess(state: ClusterState, group: GroupState, node: NodeState, now: Instant): Assessment {
  const service = serviceOf(node, group.settings.group);
  const position = positionOf(node, group);
  const lag = lagOf(position, mostAdvanced(state, group));
  const unfit = unfitness(state, group, node, service, now);
  const refusals = unfit.length > 0 ? unfit : replicationRefusals(state, group, node, position, lag);
  return {
    node: node.node,
    refusals,
    pending: unfit.length === 0 && (isPending(group, node, now) || isBound(state, group, service, now)),
    position,
    lag,
    inSync: group.inSync.includes(node.node),
    priority: membershipOf(node, group.settings.group)?.priority ?? 0,
  };
}

/** Why a member could not serve, whatever its data. */
function unfitness(
  state: ClusterState,
  group: GroupState,
  node: NodeState,
  service: ServiceReport | undefined,
  now: Instant,
): string[] {
  const refusals: string[] = [];
  const status = statusOf(node);
  if (node.node === group.holder && !isOver(state, group, now)) refusals.push("it holds the lease");
  if (status !== "alive" && status !== "draining") refusals.push(`it is ${status}`);
  if (node.session === undefined && status === "alive") refusals.push("it is not connected");
  if (isStuck(state, node)) refusals.push(stuckWords(node));
  if (node.draining) refusals.push("it is drained");
  if ((membershipOf(node, group.settings.group)?.priority ?? 0) === 0) refusals.push("its priority is 0");
  const resting = group.quarantine.get(node.node);
  if (resting !== undefined && now < resting.until) {
    refusals.push(
      `${resting.why}, and it is left alone for ${Math.ceil((resting.until - now) / 1_000)} s more (phi ack)`,
    );
  }
  const to = group.move?.to ?? group.asked?.to ?? "";
  if (to !== "" && to !== node.node) refusals.push(`${to} was asked for`);
  if (service === undefined) return [...refusals, "it has not reported yet"];
  refusals.push(...failsafeRefusals(state, group, node, service, now));
  if (service.health !== "healthy") refusals.push(`its checks do not pass (${service.why || "not run yet"})`);
  // A node whose lease ended says so at once. One whose last word is that it serves is silent, whatever phi says by now.
  if (service.role !== "standby" && service.role !== "none") refusals.push(`it is ${service.role}`);
  return refusals;
}

/** Why a member's data is not good enough for the group's replication mode. */
function replicationRefusals(
  state: ClusterState,
  group: GroupState,
  node: NodeState,
  position: bigint | undefined,
  lag: bigint | undefined,
): string[] {
  const { replication } = group.settings;
  const said = membershipOf(node, group.settings.group)?.hasStatus ?? false;
  if (group.move?.acceptDataLoss === true || group.asked?.acceptDataLoss === true) return [];
  // Before the first active, and for the last one, there is nothing that could be missing.
  const first = group.epoch === 0 && group.dataEpoch === 0;
  switch (replication.mode) {
    case "async":
      if (!said) return [];
      if (position === undefined) return ["its position is not known"];
      if (node.node === group.holder) return [];
      if (!isCurrent(group, node)) return [NOT_CURRENT];
      if (first || lag === undefined || lag <= BigInt(replication.maxLagBytes)) return [];
      return [`it is ${lag} behind, more than the ${replication.maxLagBytes} allowed`];
    case "sync":
      if (first || node.node === group.holder) return [];
      if (isCurrent(group, node) && group.inSync.includes(node.node)) return [];
      // A store that was lost knows of no holder and nobody in sync; where every member is heard, no write hides.
      if (group.holder === "" && isCurrent(group, node) && lag === 0n && allAreKnown(state, group)) return [];
      return ["it was not in sync when the active was last heard"];
    case "quorum":
      return quorumRefusals(state, group, node, position, lag);
  }
}

const NOT_CURRENT = "its data may lack writes of the last active";

/** Positions compare only along one line of data: that of the last active that anybody knows of. */
function isCurrent(group: GroupState, node: NodeState): boolean {
  return serviceOf(node, group.settings.group)?.dataEpoch === group.dataEpoch;
}

function quorumRefusals(
  state: ClusterState,
  group: GroupState,
  node: NodeState,
  position: bigint | undefined,
  lag: bigint | undefined,
): string[] {
  if (position === undefined) return ["its position is not known"];
  // The one that was chosen last had every write then, and has all that it took itself since.
  if (node.node === group.holder) return [];
  if (!isCurrent(group, node)) return [NOT_CURRENT];
  const members = membersOfGroup(state, group.settings.group);
  const needed = members.length - group.settings.replication.writeQuorum + 1;
  // Where every member is heard, no write hides; else those count that share the last active's data.
  const known = allAreKnown(state, group)
    ? members.length
    : members.filter((one) => isKnown(group, one) && isCurrent(group, one)).length;
  if (known < needed)
    return [`only ${known} positions are known, ${needed} are needed to be sure of every write`];
  if (lag !== undefined && lag > 0n) return [`it is ${lag} behind a member that is heard`];
  return [];
}

/** Whether the member has said how far it is since positions were last asked for. */
function isKnown(group: GroupState, node: NodeState): boolean {
  return isHeard(node) && isFresh(group, node) && positionOf(node, group) !== undefined;
}

function allAreKnown(state: ClusterState, group: GroupState): boolean {
  return membersOfGroup(state, group.settings.group).every((node) => isKnown(group, node));
}

/** The most advanced position of the last active's data that any member has reported, that active included. */
export function mostAdvanced(state: ClusterState, group: GroupState): bigint | undefined {
  const isAsync = group.settings.replication.mode === "async";
  let most = isAsync && group.dataPosition !== "" ? BigInt(group.dataPosition) : undefined;
  for (const node of membersOfGroup(state, group.settings.group)) {
    // In quorum mode nobody may be behind; but everybody is behind an active that goes on writing.
    const writes = node.node === group.holder && group.phase === "serving";
    const counts = isCurrent(group, node) && (isAsync || (isHeard(node) && !writes));
    const position = counts ? positionOf(node, group) : undefined;
    if (position !== undefined && (most === undefined || position > most)) most = position;
  }
  return most;
}

function isPending(group: GroupState, node: NodeState, now: Instant): boolean {
  const asked = group.askedRuns.get(node.node);
  if (asked === undefined || now >= answersUntil(group)) return false;
  const said = membershipOf(node, group.settings.group)?.hasStatus ?? false;
  return said && (serviceOf(node, group.settings.group)?.replication?.run ?? 0) <= asked;
}

/** Fresh positions are waited for this long: ten times what a status hook usually takes. */
const ANSWER_MS = 500;

export function answersUntil(group: GroupState): Instant {
  return after(group.askedAt, ANSWER_MS);
}

/** All members, judged; by name. */
export function assessAll(state: ClusterState, group: GroupState, now: Instant): Assessment[] {
  return membersOfGroup(state, group.settings.group).map((node) => assess(state, group, node, now));
}

/** The best of those that may take over: preferred, not the one to be replaced, in sync, most advanced, priority, last, name. */
export function best(group: GroupState, assessments: readonly Assessment[]): Assessment | undefined {
  const fit = assessments.filter((one) => one.refusals.length === 0);
  return fit.sort((one, other) => compare(group, one, other))[0];
}

function compare(group: GroupState, one: Assessment, other: Assessment): number {
  const prefer = group.move?.prefer ?? "";
  if ((one.node === prefer) !== (other.node === prefer)) return one.node === prefer ? -1 : 1;
  // Whom an operator asked to replace comes back only if nobody else can serve.
  const replaced = group.move !== undefined && group.move.by !== "" ? group.move.from : "";
  if ((one.node === replaced) !== (other.node === replaced)) return one.node === replaced ? 1 : -1;
  if (one.inSync !== other.inSync) return one.inSync ? -1 : 1;
  const ahead = (one.position ?? -1n) - (other.position ?? -1n);
  if (ahead !== 0n) return ahead > 0n ? -1 : 1;
  if (one.priority !== other.priority) return other.priority - one.priority;
  // The others follow the last active already: where it only lost its lease, as it does while no coordinator is there, it
  // goes on.
  if ((one.node === group.holder) !== (other.node === group.holder))
    return one.node === group.holder ? -1 : 1;
  return one.node < other.node ? -1 : 1;
}

/** Whether a member may take over now, for the table. */
export function candidateFact(
  state: ClusterState,
  group: GroupState,
  now: Instant,
): "unknown" | "ready" | "none" {
  if (group.epoch === 0 && now < firstGraceUntil(state, group) && !allAreHere(state, group)) return "unknown";
  const assessments = assessAll(state, group, now);
  if (assessments.some((one) => one.pending)) return "unknown";
  return best(group, assessments) === undefined ? "none" : "ready";
}

export function startGraceUntil(state: ClusterState): Instant {
  return after(state.startedAt, START_GRACE_MS);
}

/** Until when the members of a group of which the store knows no active are waited for. */
export function firstGraceUntil(state: ClusterState, group: GroupState): Instant {
  const isElsewhere = group.dataEpoch === 0 && highestSeen(state, group) > 0;
  return isElsewhere ? after(state.startedAt, DATA_GRACE_MS) : startGraceUntil(state);
}

/** Whether every member that was ever seen has said how its service is. */
function allAreHere(state: ClusterState, group: GroupState): boolean {
  const members = membersOfGroup(state, group.settings.group);
  return (
    members.length > 1 && members.every((node) => serviceOf(node, group.settings.group)?.health === "healthy")
  );
}
