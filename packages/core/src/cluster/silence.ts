/** What a node's silence means, and the status that people read. */
import { capAt, crossingAt } from "../detector/detector.ts";
import { type Verdict, verdict } from "../detector/verdict.ts";
import { type Instant, instant } from "../time.ts";
import type { NodeStatus } from "../wire.ts";
import type { ClusterState, NodeState, Turn } from "./state.ts";
import { armFor, nodeKey, record, touchGroupsOf } from "./turn.ts";

/** Judges a node's silence and arms the alarm for the next instant at which the verdict may change. */
export function judge(turn: Turn, node: NodeState): void {
  const { state, now } = turn;
  if (node.left) return;
  const thresholds = thresholdsOf(state);
  const before = node.verdict;
  node.verdict = verdict(node.detector, thresholds, now);
  if (node.verdict !== before) {
    node.since = now;
    announce(turn, node, before);
    touchGroupsOf(turn, node);
  }
  const next = nextChangeAt(node, thresholds);
  if (next !== undefined) armFor(state.alarms, node, next, nodeKey(node.node));
}

/**
 * Nobody else was asked whether they hear the node, so its silence must reach the higher threshold `alone` before it
 * counts as down (SAFETY.md, "Never on silence alone").
 */
export function thresholdsOf(state: ClusterState): { readonly suspect: number; readonly down: number } {
  return { suspect: state.settings.detector.suspect, down: state.settings.detector.alone };
}

function nextChangeAt(
  node: NodeState,
  thresholds: { readonly suspect: number; readonly down: number },
): Instant | undefined {
  if (node.verdict === "down") return undefined;
  const downAt = Math.min(crossingAt(node.detector, thresholds.down), capAt(node.detector));
  if (node.verdict === "suspect") return instant(downAt);
  return instant(Math.min(crossingAt(node.detector, thresholds.suspect), downAt));
}

function announce(turn: Turn, node: NodeState, before: Verdict): void {
  const { node: name } = node;
  if (node.verdict === "alive")
    record(turn, "nodeHeard", { node: name }, `${name} is heard again after being ${before}`);
  if (node.verdict === "suspect")
    record(turn, "nodeSuspected", { node: name }, `${name} is silent longer than usual`);
  if (node.verdict === "down")
    record(turn, "nodeDown", { node: name }, `${name} is down: silent beyond the threshold`);
}

/** The status that people read. */
export function statusOf(node: NodeState): NodeStatus {
  if (node.left) return "left";
  if (node.verdict === "down") return "down";
  if (!node.joined) return "joining";
  if (node.draining) return "draining";
  return node.verdict;
}
