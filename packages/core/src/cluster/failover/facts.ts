/** What is known of a group, reduced to the facts by which `failover.table.ts` decides. */
import type { Instant } from "../../time.ts";
import { candidateFact } from "./candidates.ts";
import type { FailoverFacts } from "./failover.table.ts";
import { isOver, overAt } from "./leases.ts";
import { oldActive } from "./positions.ts";
import { isStuck, stuckWords } from "../members/pace.ts";
import { isFresh, positionOf, serviceOf } from "../members/reports.ts";
import {
  type ClusterState,
  type GroupState,
  type NodeState,
  membersOfGroup,
  membershipOf,
} from "../state.ts";

export function factsOf(state: ClusterState, group: GroupState, now: Instant): FailoverFacts {
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  return {
    active: activeFact(state, group, holder, now),
    asked: askedFact(group),
    permitted: isPermitted(state, group) ? "yes" : "no",
    lease: isOver(state, group, now) ? "over" : "running",
    fence: fenceFact(state, group, now),
    candidate: candidateFact(state, group, now),
    stored: group.commitRevision <= state.savedRevision ? "yes" : "no",
    target: targetFact(state, group, holder, now),
    caughtUp: hasCaughtUp(state, group) ? "yes" : "no",
    late: group.deadline !== undefined && now >= group.deadline ? "yes" : "no",
  };
}

export function activeFact(
  state: ClusterState,
  group: GroupState,
  holder: NodeState | undefined,
  now: Instant,
): FailoverFacts["active"] {
  if (holder === undefined || holder.verdict === "down") return holder?.left === true ? "failed" : "silent";
  if (isStuck(state, holder) || saysNo(group, holder)) return "failed";
  // A lease that nothing renewed for its whole length is over by the holder's own clock too: waiting longer for the
  // threshold would win nothing. Before any heartbeat of this term there is no report to judge by either.
  return isOver(state, group, now) ? "silent" : "well";
}

/** The holder's own word that it does not serve at the group's epoch. */
export function saysNo(group: GroupState, holder: NodeState): boolean {
  if (holder.left || holder.incarnation !== group.holderIncarnation || group.released) return true;
  const service = serviceOf(holder, group.settings.group);
  if (service === undefined) return false;
  const serves = service.role === "active" || service.role === "promoting";
  return !serves || service.epoch !== group.epoch || service.health === "failed";
}

/** What an operator asked for; once the move is under way, that it was asked for at all. */
function askedFact(group: GroupState): FailoverFacts["asked"] {
  if (group.asked !== undefined) return group.asked.kind;
  return group.move !== undefined && group.move.by !== "" ? "failover" : "nothing";
}

/** Whether the active role may move: an operator asked, nobody was active before, or nothing forbids it. */
export function isPermitted(state: ClusterState, group: GroupState): boolean {
  if (group.asked !== undefined) return true;
  if (group.move !== undefined && group.move.by !== "") return true;
  if (state.pause !== undefined || group.pause !== undefined) return false;
  if (isPreserved(state, group)) return false;
  return group.settings.automatic || group.epoch === 0;
}

/** The coordinator takes itself for the one that is cut off, and nobody else says that it is the holder who is. */
function isPreserved(state: ClusterState, group: GroupState): boolean {
  if (state.preservedUntil === undefined || group.released) return false;
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  if (holder === undefined || holder.verdict === "alive") return false;
  return (holder.inquiry?.denials ?? 0) === 0 && holder.inquiry?.direct !== "gone";
}

function targetFact(
  state: ClusterState,
  group: GroupState,
  holder: NodeState | undefined,
  now: Instant,
): FailoverFacts["target"] {
  if (holder === undefined || holder.verdict === "down") return "lost";
  if (holder.left || holder.incarnation !== group.holderIncarnation || group.released) return "failed";
  const service = serviceOf(holder, group.settings.group);
  if (service?.role === "active" && service.epoch === group.epoch) return "serving";
  if (service !== undefined && service.failedEpoch >= group.epoch) return "failed";
  const granted = group.move?.grantedAt !== undefined;
  return granted && now >= overAt(state, group) ? "lost" : "pending";
}

/** Whether the target of a switchover has everything up to where the old active stopped. */
function hasCaughtUp(state: ClusterState, group: GroupState): boolean {
  const old = oldActive(state, group);
  if (old === undefined || !saysPositions(state, group, old)) return true;
  const stop = isFresh(group, old) ? positionOf(old, group) : undefined;
  if (stop === undefined) return false;
  return membersOfGroup(state, group.settings.group).some((node) => {
    const may = node !== old && (group.move?.to === "" || node.node === group.move?.to);
    const position = positionOf(node, group);
    return (
      may &&
      group.askedRuns.has(node.node) &&
      isFresh(group, node) &&
      position !== undefined &&
      position >= stop
    );
  });
}

/**
 * Whether the member says how far its data goes. A coordinator that took over has no hello from one that lost its link,
 * and must not take that for nothing to wait for: there the other members, who run the same service, stand for it.
 */
function saysPositions(state: ClusterState, group: GroupState, node: NodeState): boolean {
  const name = group.settings.group;
  const asked = node.joined ? [node] : membersOfGroup(state, name);
  return asked.some((one) => membershipOf(one, name)?.hasStatus === true);
}

function fenceFact(state: ClusterState, group: GroupState, now: Instant): FailoverFacts["fence"] {
  // What was given back after all needs no fence, whatever became of the command.
  if (group.fence === "failed" && group.released) return "unneeded";
  if (group.fence !== "none") return group.fence;
  // What ran out without being given back must be fenced first; until that may begin, it is as good as running.
  return needsFence(group) && isOver(state, group, now) ? "running" : "unneeded";
}

export function needsFence(group: GroupState): boolean {
  return group.settings.fenceTimeoutMs !== undefined && group.holder !== "" && !group.released;
}

/** Why the active is not well, in words; empty where it is. */
export function activeWords(state: ClusterState, group: GroupState, now: Instant): string {
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  if (holder === undefined) return "";
  const name = holder.node;
  if (holder.left) return `${name} said goodbye`;
  if (holder.goneAt !== undefined) return `the daemon on ${name} is gone`;
  if (holder.verdict === "down") return `nothing was heard of ${name} for longer than it ever takes`;
  if (holder.incarnation !== group.holderIncarnation) return `the daemon on ${name} was started again`;
  const service = serviceOf(holder, group.settings.group);
  if (isStuck(state, holder)) return `${name} failed: ${stuckWords(holder)}`;
  if (service?.health === "failed") return `${name}: ${service.why}`;
  if (saysNo(group, holder)) return `${name} does not hold its lease any more`;
  return isOver(state, group, now) ? `${name} did not renew its lease` : "";
}
