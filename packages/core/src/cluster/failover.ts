/**
 * Walks a group through `failover.table.ts`: turns what is known into facts, takes the row that fits, does its orders.
 */
import { assert } from "../assert.ts";
import { epoch } from "../ids.ts";
import { type Instant, after, earliest, instant } from "../time.ts";
import { answersUntil, assessAll, best, candidateFact, startGraceUntil } from "./candidates.ts";
import {
  type FailoverFacts,
  type FailoverOrder,
  type FailoverRow,
  type GroupPhase,
  failoverRowsFor,
} from "./failover.table.ts";
import { isOver, overAt } from "./leases.ts";
import { statusOf } from "./members.ts";
import { beginMove, finishMove, noteStopped, raiseIncident, refuseAsked } from "./moves.ts";
import { positionOf, serviceOf } from "./reports.ts";
import {
  type ClusterState,
  type GroupState,
  type NodeState,
  type Turn,
  membersOfGroup,
  membershipOf,
} from "./state.ts";
import { armFor, groupKey, progress, record } from "./turn.ts";

/** A save takes milliseconds; a store that needs longer than this is in trouble. */
const COMMIT_MS = 2_000;
/** What a switchover waits for its target, and an operator for a candidate. */
const CATCH_UP_MS = 10_000;
const FIND_CANDIDATE_MS = 2_000;
const HELD_RETRY_MS = 10_000;
/** Between two questions to a member that is catching up. */
const ASK_AGAIN_MS = 20;

/** Takes rows until none fits. */
export function settleGroup(turn: Turn, group: GroupState): void {
  if (group.settings.mode !== "active-passive") return;
  noteGivenBack(turn, group);
  noteInSync(turn, group);
  for (let steps = 0; ; steps += 1) {
    assert(steps < 20, "the failover table has no cycle within one turn");
    startFence(turn, group);
    const rows = failoverRowsFor(group.phase, factsOf(turn.state, group, turn.now));
    assert(rows.length <= 1, "at most one row of the failover table fits");
    const row = rows[0];
    if (row === undefined) break;
    take(turn, group, row);
  }
  if (group.phase === "catchingUp") askAgain(turn, group);
  armGroup(turn, group);
}

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

function activeFact(
  state: ClusterState,
  group: GroupState,
  holder: NodeState | undefined,
  now: Instant,
): FailoverFacts["active"] {
  if (holder === undefined || holder.verdict === "down") return holder?.left === true ? "failed" : "silent";
  if (saysNo(group, holder)) return "failed";
  // A lease that nothing renewed for its whole length is over by the holder's own clock too: waiting longer for the
  // threshold would win nothing. Before any heartbeat of this term there is no report to judge by either.
  return now >= overAt(state, group) ? "silent" : "well";
}

/** The holder's own word that it does not serve at the group's epoch. */
function saysNo(group: GroupState, holder: NodeState): boolean {
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
function isPermitted(state: ClusterState, group: GroupState): boolean {
  if (group.asked !== undefined) return true;
  if (group.move !== undefined && group.move.by !== "") return true;
  if (state.pause !== undefined || group.pause !== undefined) return false;
  return group.settings.automatic || group.epoch === 0;
}

function fenceFact(state: ClusterState, group: GroupState, now: Instant): FailoverFacts["fence"] {
  // What was given back after all needs no fence, whatever became of the command.
  if (group.fence === "failed" && group.released) return "unneeded";
  if (group.fence !== "none") return group.fence;
  // What ran out without being given back must be fenced first; until that may begin, it is as good as running.
  return needsFence(group) && isOver(state, group, now) ? "running" : "unneeded";
}

function needsFence(group: GroupState): boolean {
  return group.settings.fenceTimeoutMs !== undefined && group.epoch > 0 && !group.released;
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
  if (old === undefined || !(membershipOf(old, group.settings.group)?.hasStatus ?? false)) return true;
  const stop = isFresh(group, old) ? positionOf(old, group) : undefined;
  if (stop === undefined) return false;
  return membersOfGroup(state, group.settings.group).some((node) => {
    const may = node !== old && (group.move?.to === "" || node.node === group.move?.to);
    const position = positionOf(node, group);
    return may && isFresh(group, node) && position !== undefined && position >= stop;
  });
}

/** The member that is being replaced. */
function oldActive(state: ClusterState, group: GroupState): NodeState | undefined {
  const name = group.move?.from ?? "";
  return name === "" ? undefined : state.nodes.get(name);
}

function isFresh(group: GroupState, node: NodeState): boolean {
  const run = serviceOf(node, group.settings.group)?.replication?.run ?? 0;
  return run > (group.askedRuns.get(node.node) ?? 0);
}

function take(turn: Turn, group: GroupState, row: FailoverRow): void {
  const from = group.phase;
  if (from === "serving" && row.to !== "serving") beginMove(turn, group, row);
  group.phase = row.to;
  group.phaseSince = turn.now;
  group.deadline = undefined;
  for (const order of row.orders) obey(turn, group, order, row);
  group.deadline = deadlineOf(turn, group);
  progress(turn, group.move?.request ?? "", group.move?.startedAt ?? turn.now, `${row.to}: ${row.because}`);
  const facts = { from, to: row.to };
  record(turn, "phaseChanged", { group, node: group.holder }, `${from} -> ${row.to}: ${row.because}`, facts);
}

function obey(turn: Turn, group: GroupState, order: FailoverOrder, row: FailoverRow): void {
  switch (order) {
    case "askPositions":
      return askPositions(turn, group);
    case "orderRelease":
      group.releaseOrdered = true;
      return;
    case "withdraw":
      group.releaseOrdered = false;
      return finishMove(turn, group, "withdrawn");
    case "commit":
      return commit(turn, group);
    case "grant":
      return;
    case "finish":
      return finishMove(turn, group, "done");
    case "quarantine":
      return quarantine(turn, group, row);
    case "turnBack":
      return turnBack(group);
    case "refuse":
      return refuseAsked(turn, group, row.because);
    case "raiseIncident":
      return raiseIncident(turn, group, row.because);
  }
}

function askPositions(turn: Turn, group: GroupState): void {
  group.orderNumber += 1;
  group.askedAt = turn.now;
  group.askedRuns.clear();
  for (const node of membersOfGroup(turn.state, group.settings.group)) {
    group.askedRuns.set(node.node, serviceOf(node, group.settings.group)?.replication?.run ?? 0);
  }
}

/** A member that is still behind is asked again until it has caught up or the deadline has passed. */
function askAgain(turn: Turn, group: GroupState): void {
  if (turn.now - group.askedAt < ASK_AGAIN_MS) return;
  const old = oldActive(turn.state, group);
  const stopKnown = old !== undefined && isFresh(group, old);
  const answered = membersOfGroup(turn.state, group.settings.group).every(
    (node) => statusOf(node) !== "alive" || isFresh(group, node),
  );
  if (!answered && turn.now < answersUntil(group)) return;
  askPositions(turn, group);
  // Where the old active stopped does not change any more.
  if (stopKnown && old !== undefined) group.askedRuns.delete(old.node);
}

function commit(turn: Turn, group: GroupState): void {
  const { state } = turn;
  const chosen = best(group, assessAll(state, group, turn.now));
  assert(chosen !== undefined, "a row that commits has a candidate");
  const node = state.nodes.get(chosen.node);
  assert(node !== undefined, "a candidate is a known node");
  if (group.move === undefined) beginMove(turn, group, undefined);
  noteStopped(turn, group);
  if (group.move !== undefined) {
    group.move.lagBytes = chosen.lag === undefined ? "" : String(chosen.lag);
    group.move.grantedAt = undefined;
  }
  group.oldNode = group.holder;
  group.holder = chosen.node;
  group.holderIncarnation = node.incarnation;
  group.epoch = epoch(Math.max(group.epoch, highestSeen(state, group)) + 1);
  group.released = false;
  group.releaseOrdered = false;
  group.fence = "none";
  // Nobody was acked at this epoch yet: the lease before it is over, or the row would not have fitted.
  group.lastAckAt = instant(Number.NEGATIVE_INFINITY);
  group.incident = "";
  group.reason = group.move?.because ?? "";
  group.commitRevision = state.revision + 1;
  turn.unsavedGroups.add(group);
  const lag = chosen.lag === undefined ? {} : { lagBytes: String(chosen.lag) };
  record(turn, "candidateChosen", { group, node: chosen.node }, `${chosen.node} is to become active`, lag);
}

/** SAFETY rule 11: an epoch that any member ever saw is never granted again, whatever the store remembers. */
function highestSeen(state: ClusterState, group: GroupState): number {
  const seen = membersOfGroup(state, group.settings.group).map(
    (node) => serviceOf(node, group.settings.group)?.seenEpoch ?? 0,
  );
  return Math.max(0, ...seen);
}

function quarantine(turn: Turn, group: GroupState, row: FailoverRow): void {
  if (group.holder === "") return;
  const failures = (group.quarantine.get(group.holder)?.failures ?? 0) + 1;
  const forMs = Math.min(600_000, 10_000 * 2 ** (failures - 1));
  group.quarantine.set(group.holder, { failures, until: after(turn.now, forMs) });
  const text = `${group.holder} did not become active: ${row.because}; not tried again for ${forMs / 1_000} s`;
  record(turn, "promotionFailed", { group, node: group.holder }, text, { forMs });
}

function turnBack(group: GroupState): void {
  if (group.move === undefined) return;
  group.move = { ...group.move, to: "", prefer: group.move.from };
}

/** The phases in which a holder may be fenced. */
const FENCED = new Set<GroupPhase>(["releasing", "choosing", "held"]);

/** The fence command runs as soon as silence, or a lease that ran out without being given back, calls for it. */
function startFence(turn: Turn, group: GroupState): void {
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
function noteGivenBack(turn: Turn, group: GroupState): void {
  if (group.released || group.epoch === 0) return;
  const holder = group.holder === "" ? undefined : turn.state.nodes.get(group.holder);
  const service = holder === undefined ? undefined : serviceOf(holder, group.settings.group);
  if (service === undefined || service.releasedEpoch < group.epoch) return;
  group.released = true;
  markStopped(turn, group, "released");
  record(turn, "leaseReleased", { group, node: group.holder }, `${group.holder} gave the lease back`);
}

export function markStopped(turn: Turn, group: GroupState, by: "released" | "fenced" | "declared"): void {
  if (group.move === undefined || group.move.stoppedAt !== undefined) return;
  group.move.stoppedAt = turn.now;
  group.move.stoppedBy = by;
}

/** Who is in sync is taken down only while the active is well: afterwards the list says how things were then. */
function noteInSync(turn: Turn, group: GroupState): void {
  if (group.settings.replication.mode === "async" || group.phase !== "serving") return;
  const holder = group.holder === "" ? undefined : turn.state.nodes.get(group.holder);
  if (holder === undefined || statusOf(holder) !== "alive" || saysNo(group, holder)) return;
  const inSync = membersOfGroup(turn.state, group.settings.group)
    .filter((node) => node !== holder && serviceOf(node, group.settings.group)?.replication?.inSync === true)
    .map((node) => node.node);
  if (inSync.join() === group.inSync.join()) return;
  group.inSync = inSync;
  turn.unsavedGroups.add(group);
}

function deadlineOf(turn: Turn, group: GroupState): Instant | undefined {
  const ms = limitMs(turn.state, group);
  if (ms === undefined) return undefined;
  const at = after(turn.now, ms);
  const first = group.phase === "choosing" && group.epoch === 0 ? startGraceUntil(turn.state) : at;
  return first > at ? first : at;
}

/** How long a phase may last: each sum is the longest that its parts take when nothing is wrong, and a second. */
function limitMs(state: ClusterState, group: GroupState): number | undefined {
  const { durationMs, drift } = state.settings.lease;
  const leaseMs = durationMs * (1 + drift);
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  const hooks = holder === undefined ? undefined : membershipOf(holder, group.settings.group);
  switch (group.phase) {
    case "choosing":
      return 1_000;
    case "committing":
      return COMMIT_MS;
    case "promoting":
      return (hooks?.promoteTimeoutMs ?? 0) + leaseMs + 1_000;
    case "serving":
      return group.asked === undefined ? undefined : FIND_CANDIDATE_MS;
    case "releasing":
      return leaseMs + (group.settings.fenceTimeoutMs ?? 0) + 1_000;
    case "demoting":
      return (hooks?.demoteTimeoutMs ?? 0) + leaseMs + 1_000;
    case "catchingUp":
      return CATCH_UP_MS;
    case "held":
      return HELD_RETRY_MS;
  }
}

/** The next instant at which a fact of the group changes by itself. */
function armGroup(turn: Turn, group: GroupState): void {
  const { state, now } = turn;
  const leaseOver = group.released ? undefined : overAt(state, group);
  const waits = [
    group.deadline,
    leaseOver,
    group.phase === "choosing" || group.phase === "serving" ? answersUntil(group) : undefined,
    group.phase === "catchingUp" ? after(group.askedAt, ASK_AGAIN_MS) : undefined,
    group.phase === "catchingUp" ? answersUntil(group) : undefined,
    group.epoch === 0 ? startGraceUntil(state) : undefined,
    ...[...group.quarantine.values()].map((one) => one.until),
    group.pause?.until,
    state.pause?.until,
  ].filter((at) => at !== undefined && at > now);
  const next = earliest(...waits);
  if (next !== undefined) armFor(state.alarms, group, next, groupKey(group.settings.group));
}
