/**
 * Late is not alive (SAFETY.md): after a stall heartbeats come in a burst, and they say that the node lived when it sent
 * them, not that it lives. The detector counts a backlog as one arrival; here it is counted for people.
 */
import { after } from "../../time.ts";
import type { Heartbeat } from "../../wire.ts";
import type { NodeState, Turn } from "../state.ts";
import { record } from "../turn.ts";

/** Arrivals this close together, in intervals, and of different slots, left their sender further apart than they came. */
const BACKLOG = 0.1;
/** A node that stalls again and again is told of once in this time. */
const TELL_MS = 60_000;

/** Whether this heartbeat came right behind the one before it, though the sender's grid puts an interval between them. */
export function isBacklog(turn: Turn, node: NodeState, heartbeat: Heartbeat): boolean {
  const { detector } = node;
  const isLater = detector.slot >= 0 && heartbeat.slot > detector.slot;
  return isLater && turn.now < after(detector.heardAt, BACKLOG * turn.state.settings.intervalMs);
}

/** Counts a heartbeat that counts for nothing, and tells people of it once in a while. */
export function noteLate(turn: Turn, node: NodeState): void {
  node.lateBeats += 1;
  if (turn.now < after(node.lateToldAt, TELL_MS)) return;
  node.lateToldAt = turn.now;
  const text = `heartbeats of ${node.node} came late, several at once or out of order; a backlog counts as one arrival`;
  record(turn, "heartbeatsLate", { node: node.node }, text, { lateBeats: node.lateBeats });
}
