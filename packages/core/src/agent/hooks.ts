/** Runs the hooks that a role asks for, one at a time, and the status hook in its own rhythm. */
import { type Instant, after } from "../time.ts";
import type { HookName, HookResult } from "../wire.ts";
import { hasten } from "./checks.ts";
import type { HookEnd, RunId } from "./events.ts";
import { mayCount, noteNamed } from "./in-sync.ts";
import { isRoleHook } from "./service-state.ts";
import { NOTICES_MAX, type ServiceState, type Task, type Turn, newRun } from "./state.ts";

/**
 * Starts the task that is due, or stops a hook that the role no longer wants. A hook that is not configured succeeds.
 *
 * @returns true where a task ended at once, so that the role may go on
 */
export function runTask(turn: Turn, service: ServiceState): boolean {
  const { running, task } = service;
  const group = service.settings.group;
  if (running !== undefined) {
    if (running.task !== task && !running.stopped) {
      running.stopped = true;
      turn.out.push({ type: "stopHook", group, run: running.run });
    }
    return false;
  }
  if (task === undefined || task.outcome !== "none" || turn.now < task.notBefore) return false;
  const hook = service.settings.hooks[task.hook];
  if (hook === undefined) {
    task.outcome = "succeeded";
    return true;
  }
  start(turn, service, task, hook.timeoutMs);
  return false;
}

function start(turn: Turn, service: ServiceState, task: Task, timeoutMs: number): void {
  const run = newRun(turn.state);
  service.running = { task, run, stopped: false };
  turn.out.push({
    type: "runHook",
    group: service.settings.group,
    hook: task.hook,
    run,
    timeoutMs,
    facts: task.facts,
  });
}

/** Takes in how a hook ended. */
export function hookEnded(turn: Turn, service: ServiceState, hook: HookName, run: RunId, end: HookEnd): void {
  if (isRoleHook(hook)) taskEnded(turn, service, run, end);
  else statusEnded(turn, service, run, end);
}

function taskEnded(turn: Turn, service: ServiceState, run: RunId, end: HookEnd): void {
  const running = service.running;
  if (running === undefined || running.run !== run) return;
  service.running = undefined;
  running.task.outcome = end.ok ? "succeeded" : "failed";
  service.hookTrouble = end.ok ? "" : `${running.task.hook} hook: ${troubleOf(end)}`;
  notice(turn, service, running.task, end);
  // Nor does a service that a hook may have started wait a whole interval for its checks.
  for (const check of service.checks) if (check.verdict !== "healthy") hasten(check, turn.now);
}

function notice(turn: Turn, service: ServiceState, task: Task, end: HookEnd): void {
  const { state } = turn;
  const result: HookResult = {
    type: "hookResult",
    node: state.settings.node,
    incarnation: state.incarnation,
    group: service.settings.group,
    epoch: task.facts.epoch,
    hook: task.hook,
    ok: end.ok,
    timedOut: end.timedOut,
    exitCode: end.exitCode,
    durationMs: end.durationMs,
    output: end.output,
  };
  if (state.connection.phase === "up") {
    turn.out.push({ type: "send", attempt: state.attempt, message: result });
  } else {
    state.notices = [...state.notices.slice(1 - NOTICES_MAX), result];
  }
}

function troubleOf(end: HookEnd): string {
  if (end.timedOut) return `timed out after ${Math.round(end.durationMs)} ms`;
  const lastLine = end.output.trimEnd().split("\n").at(-1) ?? "";
  return `exit status ${end.exitCode}${lastLine === "" ? "" : `: ${lastLine}`}`;
}

/** When the status hook runs next; never while it runs, nor while promote or demote changes what it would say. */
export function nextStatusAt({ settings, status, running }: ServiceState): Instant | undefined {
  if (settings.hooks.status === undefined || status.running !== undefined) return undefined;
  const changes = running?.task.hook === "promote" || running?.task.hook === "demote";
  return changes ? undefined : status.nextAt;
}

/** Runs the status hook where its time has come. */
export function runStatus(turn: Turn, service: ServiceState): void {
  const { status, settings } = service;
  const hook = settings.hooks.status;
  const dueAt = nextStatusAt(service);
  if (hook === undefined || dueAt === undefined || turn.now < dueAt) return;
  status.running = newRun(turn.state);
  status.startedAt = turn.now;
  status.nextAt = after(turn.now, hook.intervalMs);
  const { view } = service;
  const inSync = service.role === "active" ? mayCount(service) : undefined;
  turn.out.push({
    type: "runHook",
    group: settings.group,
    hook: "status",
    run: status.running,
    timeoutMs: hook.timeoutMs,
    facts: {
      epoch: service.seenEpoch,
      reason: "status",
      activeNode: view?.active ?? "",
      activeAddress: view?.activeAddress ?? "",
      oldNode: view?.oldNode ?? "",
      round: 0,
      ...(inSync === undefined ? {} : { inSync }),
    },
  });
}

/** The coordinator waits for a fresh status: run the hook now, or again where it is under way. */
export function askStatus(service: ServiceState, now: Instant): void {
  service.status.awaited = true;
  if (service.status.running !== undefined) service.status.again = true;
  else service.status.nextAt = now;
}

function statusEnded(turn: Turn, service: ServiceState, run: RunId, end: HookEnd): void {
  const { status } = service;
  if (status.running !== run) return;
  status.running = undefined;
  if (status.again) {
    // What this run saw may be older than the question; the next one answers it.
    status.again = false;
    status.nextAt = turn.now;
    return;
  }
  if (end.ok && end.replication !== undefined) {
    status.runs += 1;
    const takenAtMs = Math.round(status.startedAt);
    status.replication = { ...end.replication, run: status.runs, takenAtMs };
    noteNamed(service);
  } else {
    status.replication = undefined;
    service.hookTrouble = `status hook: ${troubleOf(end)}`;
  }
  if (end.ok && service.hookTrouble.startsWith("status hook")) service.hookTrouble = "";
  if (status.awaited) turn.urgent = true;
  status.awaited = false;
}
