/** How long each phase of a failover may last, and when a group must be looked at again. */
import { type Instant, after, earliest } from "../../time.ts";
import { answersUntil, firstGraceUntil } from "./candidates.ts";
import type { GroupPhase } from "./failover.table.ts";
import { restedAt } from "./failback.ts";
import { overAt } from "./leases.ts";
import { ASK_AGAIN_MS } from "./positions.ts";
import { type ClusterState, type GroupState, type Turn, membershipOf } from "../state.ts";
import { armFor, groupKey } from "../turn.ts";

/** A save takes milliseconds; a store that needs longer than this is in trouble. */
const COMMIT_MS = 2_000;
/** What a switchover waits for its target, and an operator for a candidate. */
const CATCH_UP_MS = 10_000;
const FIND_CANDIDATE_MS = 2_000;
const HELD_RETRY_MS = 10_000;

export function deadlineOf(turn: Turn, group: GroupState): Instant | undefined {
  const ms = limitMs(turn.state, group);
  if (ms === undefined) return undefined;
  const at = after(turn.now, ms);
  const first = group.phase === "choosing" && group.epoch === 0 ? firstGraceUntil(turn.state, group) : at;
  return first > at ? first : at;
}

/** What the page of the states, and `phi explain`, say of each phase. */
export interface PhaseGuide {
  /** {@link limitMs} in words; empty where the phase may last. */
  readonly limit: string;
  /** What an operator can type meanwhile. */
  readonly type: readonly string[];
}

const WATCH = "phi explain G";
export const phaseGuides: Readonly<Record<GroupPhase, PhaseGuide>> = {
  choosing: { limit: "1 s; 5 s from the start for a first active", type: ["phi failover G --to NODE"] },
  committing: { limit: "2 s", type: [WATCH] },
  promoting: { limit: "promote timeout + lease + 1 s", type: [WATCH] },
  serving: { limit: "", type: ["phi switchover G", "phi failover G", "phi pause G"] },
  releasing: {
    limit: "lease + fence timeout + 1 s",
    type: ["phi failover G --node-is-off (once it is surely powered off)"],
  },
  demoting: { limit: "demote timeout + lease + 1 s", type: [WATCH] },
  catchingUp: { limit: "10 s", type: [WATCH] },
  held: {
    limit: "looked at again every 10 s, and whenever something changes",
    type: ["phi failover G --to NODE --accept-data-loss", "phi resume G", "phi ack G"],
  },
};

/** How long a phase may last: each sum is the longest that its parts take when nothing is wrong, and a second. */
export function limitMs(state: ClusterState, group: GroupState): number | undefined {
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

/** Arms the next instant at which a fact of the group changes by itself. */
export function armGroup(turn: Turn, group: GroupState): void {
  const { state, now } = turn;
  const next = earliest(...turningPoints(state, group).filter((at) => at > now));
  if (next !== undefined) armFor(state.alarms, group, next, groupKey(group.settings.group));
}

/**
 * Whether such an instant has come since the alarm at `armedAt` was armed for the earliest of them. Each heartbeat of
 * the holder moves the end of its lease on: then the alarm only has to be armed anew.
 */
export function isDue(turn: Turn, group: GroupState, armedAt: Instant | undefined): boolean {
  return turningPoints(turn.state, group).some(
    (at) => at <= turn.now && (armedAt === undefined || at >= armedAt),
  );
}

function turningPoints(state: ClusterState, group: GroupState): readonly Instant[] {
  const leaseOver = group.released ? undefined : overAt(state, group);
  return [
    group.deadline,
    leaseOver,
    group.phase === "choosing" || group.phase === "serving" ? answersUntil(group) : undefined,
    group.phase === "catchingUp" ? after(group.askedAt, ASK_AGAIN_MS) : undefined,
    group.phase === "catchingUp" ? answersUntil(group) : undefined,
    group.epoch === 0 ? firstGraceUntil(state, group) : undefined,
    group.settings.failback && group.phase === "serving" ? restedAt(group) : undefined,
    ...[...group.quarantine.values()].map((one) => one.until),
    group.pause?.until,
    state.pause?.until,
  ].filter((at) => at !== undefined);
}
