/**
 * What a coordinator must know of the move that another one left unfinished (SAFETY.md, "No silent stuck state").
 *
 * A move that the situation itself began is begun by it again. What cannot be seen in the situation is kept: that an
 * operator asked, and for what; that an epoch was committed for a member that is still to be promoted.
 */
import { type Instant, after, instant } from "../../time.ts";
import type { StoredMove } from "../events.ts";
import type { GroupPhase } from "./failover.table.ts";
import type { ClusterState, GroupState, Move } from "../state.ts";

/** What is kept of the move that is under way; null where the situation says all. */
export function storedMove(state: ClusterState, group: GroupState): StoredMove | null {
  const { move } = group;
  const stage = move === undefined ? undefined : stageOf(group.phase, move);
  if (move === undefined || stage === undefined) return null;
  const { kind, because, by, planned, from, to, prefer, acceptDataLoss, startedAt, stoppedAt, stoppedBy } =
    move;
  const wall = (at: Instant): number => Math.round(at + state.wallOffsetMs);
  return {
    kind,
    because,
    by,
    planned,
    from,
    to,
    prefer,
    acceptDataLoss,
    startedAtMs: wall(startedAt),
    stoppedAtMs: stoppedAt === undefined ? 0 : wall(stoppedAt),
    stoppedBy,
    stage,
    limitMs: group.deadline === undefined ? 0 : Math.round(group.deadline - group.phaseSince),
  };
}

function stageOf(phase: GroupPhase, move: Move): StoredMove["stage"] | undefined {
  switch (phase) {
    case "committing":
    case "promoting":
      return "promoting";
    case "demoting":
    case "catchingUp":
      // The lease that had ended may not have been given back; whoever takes over waits for it once more.
      return "demoting";
    case "releasing":
    case "choosing":
      return move.by === "" ? undefined : "releasing";
    case "serving":
    case "held":
      return undefined;
  }
}

/** Puts a group where the move stood; its phase has its whole time again. */
export function resumeMove(group: GroupState, kept: StoredMove, state: ClusterState, now: Instant): void {
  const { kind, because, by, planned, from, to, prefer, acceptDataLoss, stoppedBy, stage } = kept;
  const monotonic = (atMs: number): Instant => instant(atMs - state.wallOffsetMs);
  group.phase = stage;
  group.deadline = after(now, kept.limitMs);
  group.releaseOrdered = stage !== "promoting";
  group.reason = because;
  group.oldNode = stage === "promoting" ? from : "";
  group.move = {
    kind,
    because,
    by,
    planned,
    from,
    to,
    prefer,
    acceptDataLoss,
    request: "",
    startedAt: monotonic(kept.startedAtMs),
    stoppedAt: kept.stoppedAtMs === 0 ? undefined : monotonic(kept.stoppedAtMs),
    stoppedBy,
    grantedAt: undefined,
    lagBytes: "",
    lagIsWhole: false,
    lastWordAt: undefined,
  };
}
