/**
 * The nodes that are on time, in the order in which they were last heard.
 *
 * A heartbeat moves its node's deadline by an interval, and the alarm that was armed before it rings for nothing: at a
 * thousand nodes such alarms cost a third of all that was decided about their heartbeats. But no deadline of a node that
 * was heard on time lies less than an interval and a half ahead, so that it need not be looked at before; and whoever
 * is heard goes to the end of a line of which only the first can be due. One that gets to be first and is due was not
 * heard for so long: it leaves the line, and has an alarm of its own until it is heard again.
 */
import { quietUntil } from "../../detector/detector.ts";
import { type Instant, after, instant } from "../../time.ts";
import type { ClusterState, NodeState } from "../state.ts";

/** Longer than the gap between two heartbeats that are on time, and shorter than the least silence that is judged. */
const CALM_INTERVALS = 1.5;

export interface Lineup {
  first: NodeState | undefined;
  last: NodeState | undefined;
}

/** A node's place in the line: whether it is in it, between whom, and until when it is not looked at. */
export interface Place {
  taken: boolean;
  before: NodeState | undefined;
  behind: NodeState | undefined;
  until: Instant;
}

export function newPlace(): Place {
  return { taken: false, before: undefined, behind: undefined, until: instant(0) };
}

/**
 * Puts a node that was heard just now, and is in no doubt, at the end of the line.
 *
 * @returns false where it was late: its deadline is too near for that, and it is in the line no more
 */
export function lineUp(state: ClusterState, node: NodeState, now: Instant): boolean {
  const { lineup } = state;
  const { place } = node;
  const until = after(now, CALM_INTERVALS * state.settings.intervalMs);
  stepOut(state, node);
  if (quietUntil(node.detector) < until) return false;
  place.taken = true;
  place.until = until;
  place.before = lineup.last;
  if (lineup.last === undefined) lineup.first = node;
  else lineup.last.place.behind = node;
  lineup.last = node;
  return true;
}

/** Takes a node out of the line, if it is in it. */
export function stepOut({ lineup }: ClusterState, { place }: NodeState): void {
  if (!place.taken) return;
  const { before, behind } = place;
  if (before === undefined) lineup.first = behind;
  else before.place.behind = behind;
  if (behind === undefined) lineup.last = before;
  else behind.place.before = before;
  place.taken = false;
  place.before = undefined;
  place.behind = undefined;
}

/** When the first in the line is due. */
export function lineupDueAt({ lineup }: ClusterState): Instant | undefined {
  return lineup.first?.place.until;
}

/** Takes the first out where it was due by then. */
export function takeDue(state: ClusterState, readUntil: Instant): NodeState | undefined {
  const { first } = state.lineup;
  if (first === undefined || first.place.until > readUntil) return undefined;
  stepOut(state, first);
  return first;
}
