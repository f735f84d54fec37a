/**
 * Health checks of one service: when each runs, and when its results count.
 *
 * A check changes its mind only after `healthyThreshold` successes or `unhealthyThreshold` failures in a row. Between
 * the first result that differs and the threshold it runs at `fastInterval`, so that the mind is made up in a fraction
 * of a second while a steady service is left in peace.
 */
import type { GroupId } from "../ids.ts";
import { type Instant, after, earliest } from "../time.ts";
import type { Health } from "../wire.ts";
import type { AgentEffect, RunId } from "./events.ts";
import type { CheckSettings } from "./settings.ts";

export interface CheckState {
  readonly settings: CheckSettings;
  verdict: "unknown" | "healthy" | "unhealthy";
  /** Results in a row that agree: successes above 0, failures below. */
  streak: number;
  /** When it runs next; it does not while it is running. */
  nextAt: Instant;
  running: RunId | undefined;
  /** Something hinted at trouble while it ran: what it then saw may be older than the hint. */
  again: boolean;
  detail: string;
}

export function newCheck(settings: CheckSettings, now: Instant): CheckState {
  return {
    settings,
    verdict: "unknown",
    streak: 0,
    nextAt: now,
    running: undefined,
    again: false,
    detail: "not run yet",
  };
}

/** Starts a check whose time has come. */
export function runDue(
  check: CheckState,
  group: GroupId,
  now: Instant,
  newRun: () => RunId,
): AgentEffect | undefined {
  if (check.running !== undefined || now < check.nextAt) return undefined;
  check.running = newRun();
  const { name, timeoutMs } = check.settings;
  return { type: "runCheck", group, check: name, run: check.running, timeoutMs };
}

/** Takes in a result; that of a run which is not under way is ignored. */
export function concluded(
  check: CheckState,
  result: { readonly run: RunId; readonly ok: boolean; readonly detail: string },
  now: Instant,
): void {
  if (check.running !== result.run) return;
  check.running = undefined;
  check.detail = result.detail;
  check.streak = result.ok ? Math.max(0, check.streak) + 1 : Math.min(0, check.streak) - 1;
  const { healthyThreshold, unhealthyThreshold, intervalMs, fastIntervalMs } = check.settings;
  if (check.streak >= healthyThreshold) check.verdict = "healthy";
  if (-check.streak >= unhealthyThreshold) check.verdict = "unhealthy";
  const agrees = check.verdict === (result.ok ? "healthy" : "unhealthy");
  // A result that speaks against the verdict is followed at the fast interval as it is.
  if (agrees) check.nextAt = check.again ? now : after(now, intervalMs);
  else check.nextAt = after(now, fastIntervalMs);
  check.again = false;
}

/** Runs the check at the next opportunity: something hints that the service is in trouble. */
export function hasten(check: CheckState, now: Instant): void {
  if (check.running !== undefined) check.again = true;
  else if (check.nextAt > now) check.nextAt = now;
}

export function nextCheckAt(checks: readonly CheckState[]): Instant | undefined {
  return earliest(...checks.map((check) => (check.running === undefined ? check.nextAt : undefined)));
}

/** The word of the liveness checks: failed if one is unhealthy, healthy if all are. */
export function healthOf(checks: readonly CheckState[]): Health {
  const liveness = checks.filter((check) => check.settings.kind === "liveness");
  if (liveness.some((check) => check.verdict === "unhealthy")) return "failed";
  return liveness.every((check) => check.verdict === "healthy") ? "healthy" : "unknown";
}

/** Whether every readiness check is healthy. */
export function readyOf(checks: readonly CheckState[]): boolean {
  return checks.every((check) => check.settings.kind !== "readiness" || check.verdict === "healthy");
}

/** The first check that is not healthy, in words; empty where all are. */
export function whyOf(checks: readonly CheckState[]): string {
  const failing = checks.find((check) => check.verdict !== "healthy");
  return failing === undefined ? "" : `${failing.settings.name}: ${failing.detail}`.slice(0, 200);
}
