/**
 * Walks a member through its roles by `role.table.ts`.
 *
 * Two kinds of group share it: an active-passive member follows its lease; an active-active member has none, serves
 * whenever it is well, and never runs a hook.
 */
import { type Epoch, epoch } from "../ids.ts";
import { type Instant, after } from "../time.ts";
import { assert } from "../assert.ts";
import { healthOf, readyOf } from "./checks.ts";
import { holds } from "./lease.ts";
import type { GroupView } from "../wire.ts";
import type { FollowStep } from "./events.ts";
import { type MemberRole, type RoleFacts, roleRowsFor } from "./role.table.ts";
import { type ServiceState, type Task, type Turn, isSelf } from "./state.ts";

/** The first wait after a failed hook, doubled at each further failure up to the longest. */
const RETRY_FIRST_MS = 500;
const RETRY_LONGEST_MS = 30_000;
/**
 * While an active role moves, all clients come back at once, and members become standbys anew. A status hook of the new active,
 * or of one that does not follow yet, would be in the way of both, and nobody waits for it; one that the coordinator asks for
 * runs at once. A standby says how far it is as soon as it is one: before, it may not take over.
 */
const STATUS_AFTER_MS = 500;

/** Applies rows until none fits. A member passes each role at most once in a turn, and a retry once more. */
export function settleRole(turn: Turn, service: ServiceState): void {
  if (service.view?.mode === "active-active") return;
  for (let steps = 0; ; steps += 1) {
    assert(steps < 12, "the role table has no cycle within one turn");
    const rows = roleRowsFor(service.role, factsOf(turn, service));
    assert(rows.length <= 1, "at most one row of the role table fits");
    const row = rows[0];
    if (row === undefined) return;
    turn.out.push({
      type: "log",
      level: "info",
      text: `${service.settings.group}: ${service.role} -> ${row.to}: ${row.because}`,
      facts: { group: service.settings.group, epoch: service.lease?.epoch ?? service.seenEpoch },
    });
    enter(turn, service, row.to);
    turn.urgent = true;
  }
}

function factsOf(turn: Turn, service: ServiceState): RoleFacts {
  const usable = holds(service.lease, turn.now) && service.lease.epoch > service.closedEpoch;
  return {
    lease: usable ? "held" : "none",
    past: service.servedEpoch > service.releasedEpoch ? "served" : "clean",
    hook: service.task?.outcome ?? "none",
    active: activeFact(turn, service),
  };
}

function activeFact(turn: Turn, service: ServiceState): RoleFacts["active"] {
  const { view } = service;
  service.awaitsRetry = false;
  if (view === undefined || !view.serving || view.active === "" || isSelf(turn.state, view.active))
    return "unknown";
  if (turn.state.stopping) return "unknown";
  // A lease at a later epoch may come before the view that tells of it. Whoever served before is nobody to follow any more:
  // what was acknowledged here since would be thrown away for it.
  if (view.epoch < service.seenEpoch) return "unknown";
  if (mustFollow(turn, service, view)) return "toFollow";
  return service.followedEpoch === view.epoch ? "followed" : "unknown";
}

function mustFollow(turn: Turn, service: ServiceState, view: GroupView): boolean {
  const underWay = service.task?.hook === "follow" ? service.task.facts.epoch : epoch(0);
  const known = larger(service.followedEpoch, underWay);
  if (service.role === "following") return view.epoch > known;
  const broken = service.role === "standby" && isBroken(service);
  service.awaitsRetry = (view.epoch > known || broken) && turn.now < service.followAgainAt;
  return (view.epoch > known || broken) && !service.awaitsRetry;
}

/** Restarted behind our back, most likely: it is dead, or it came back as its own master. */
function isBroken({ checks, status }: ServiceState): boolean {
  return healthOf(checks) === "failed" || status.replication?.role === "primary";
}

/** When a waiting retry may begin. */
export function nextRoleAt(service: ServiceState): Instant | undefined {
  if (service.task?.outcome === "none" && service.running === undefined) return service.task.notBefore;
  const mayFollow = service.role === "none" || service.role === "standby";
  return mayFollow && service.awaitsRetry ? service.followAgainAt : undefined;
}

function enter(turn: Turn, service: ServiceState, role: MemberRole): void {
  const from = service.role;
  service.role = role;
  switch (role) {
    case "promoting":
      return promote(turn, service);
    case "active":
      service.task = undefined;
      service.failures = 0;
      return dataOf(turn, service, service.servedEpoch, STATUS_AFTER_MS);
    case "demoting":
      return demote(turn, service, from);
    case "following":
      return follow(turn, service);
    case "standby":
      service.followedEpoch = service.task?.facts.epoch ?? service.followedEpoch;
      service.task = undefined;
      noteFollow(turn, service, service.follow && { ...service.follow, done: true });
      return dataOf(turn, service, service.followedEpoch, 0);
    case "none":
      return rest(turn, service, from);
  }
}

function promote(turn: Turn, service: ServiceState): void {
  assert(service.lease !== undefined, "only a lease promotes");
  service.followedEpoch = epoch(0);
  service.servedEpoch = service.lease.epoch;
  service.follow = undefined;
  turn.memoryChanged = true;
  service.task = taskFor(turn, service, "promote", service.lease.epoch, turn.now);
}

function demote(turn: Turn, service: ServiceState, from: MemberRole): void {
  const again = from === "demoting";
  if (from === "promoting" && service.task?.outcome === "failed") service.failedEpoch = service.servedEpoch;
  service.closedEpoch = larger(service.closedEpoch, service.servedEpoch);
  if (service.lease !== undefined && service.lease.epoch <= service.closedEpoch) service.lease = undefined;
  service.followedEpoch = epoch(0);
  service.failures = again ? service.failures + 1 : 0;
  const start = again ? after(turn.now, retryAfter(service.failures)) : turn.now;
  service.task = taskFor(turn, service, "demote", service.servedEpoch, start);
}

function follow(turn: Turn, service: ServiceState): void {
  const view = service.view;
  assert(view !== undefined, "only a view names somebody to follow");
  service.followedEpoch = epoch(0);
  // Whatever becomes of the hook, part of the data may be thrown away from here on.
  dataOf(turn, service, undefined, STATUS_AFTER_MS);
  service.followAgainAt = after(turn.now, retryAfter(service.failures));
  service.failures += 1;
  const { follow: before } = service;
  const round = before?.epoch === view.epoch ? before.round + Number(before.done) : 0;
  noteFollow(turn, service, { epoch: view.epoch, round, done: false });
  service.task = taskFor(turn, service, "follow", view.epoch, turn.now);
}

function noteFollow(turn: Turn, service: ServiceState, step: FollowStep | undefined): void {
  if (JSON.stringify(step) !== JSON.stringify(service.follow)) turn.memoryChanged = true;
  service.follow = step;
}

/**
 * From now on the data ends with that active's writes. What the status hook said before, it said of other data; it runs
 * again after `statusInMs`.
 */
function dataOf(turn: Turn, service: ServiceState, at: Epoch | undefined, statusInMs: number): void {
  if (service.dataEpoch !== at) turn.memoryChanged = true;
  service.dataEpoch = at;
  service.status.replication = undefined;
  service.status.named = [];
  service.status.storedRun = 0;
  service.status.running = undefined;
  service.status.nextAt = after(turn.now, statusInMs);
}

function rest(turn: Turn, service: ServiceState, from: MemberRole): void {
  service.task = undefined;
  if (from !== "demoting") return;
  service.failures = 0;
  service.followAgainAt = turn.now;
  release(turn, service);
}

/** Gives back every epoch up to the closed one: nothing of them runs here any more. */
export function release(turn: Turn, service: ServiceState): void {
  if (service.releasedEpoch >= service.closedEpoch) return;
  service.releasedEpoch = service.closedEpoch;
  turn.memoryChanged = true;
  turn.urgent = true;
}

/** Takes no lease up to `upTo` any more; what runs under one is demoted by the table. */
export function close(turn: Turn, service: ServiceState, upTo: Epoch): void {
  service.closedEpoch = larger(service.closedEpoch, upTo);
  if (service.lease !== undefined && service.lease.epoch <= service.closedEpoch) service.lease = undefined;
  const nothingRuns = service.role === "none" || service.role === "standby" || service.role === "following";
  if (nothingRuns && service.servedEpoch <= service.releasedEpoch) release(turn, service);
}

/** A standby that is well again starts its retries from the short end. */
export function forgetFailures(service: ServiceState): void {
  if (service.role === "standby" && healthOf(service.checks) === "healthy") service.failures = 0;
}

/** Whether an active-active member serves. */
export function servesShared(service: ServiceState): boolean {
  const asked = service.view?.order === "release";
  return !asked && healthOf(service.checks) !== "failed" && readyOf(service.checks);
}

function taskFor(turn: Turn, service: ServiceState, hook: Task["hook"], at: Epoch, notBefore: Instant): Task {
  const view = service.view;
  const promoted = hook === "promote";
  const facts = {
    epoch: at,
    reason: view?.reason ?? "the daemon started",
    activeNode: promoted ? turn.state.settings.node : (view?.active ?? ""),
    activeAddress: promoted ? service.settings.address : (view?.activeAddress ?? ""),
    oldNode: view?.oldNode ?? "",
    round: hook === "follow" ? (service.follow?.round ?? 0) : 0,
  } as const;
  return { hook, facts, notBefore, outcome: "none" };
}

function retryAfter(failures: number): number {
  return Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** Math.min(failures, 10));
}

function larger(one: Epoch, other: Epoch): Epoch {
  return one > other ? one : other;
}
