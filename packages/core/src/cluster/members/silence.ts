/** What a node's silence means, and the status that people read. */
import { capAt, crossingAt } from "../../detector/detector.ts";
import { type Thresholds, type Verdict, verdict } from "../../detector/verdict.ts";
import { type Instant, earliest } from "../../time.ts";
import type { NodeStatus } from "../../wire.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { countSilence, forgetSilence } from "./preservation.ts";
import { armFor, nodeKey, record, touchGroupsOf } from "../turn.ts";
import { ask, inquiryTimes, isBeingAsked, isDenied, isWitnessed } from "./witnesses.ts";

/** Judges a node's silence and arms the alarm for the next instant at which the verdict may change. */
export function judge(turn: Turn, node: NodeState): void {
  const { state, now } = turn;
  if (node.left) return;
  const before = node.verdict;
  node.verdict = judged(state, node, now);
  if (node.verdict === "alive") node.inquiry = undefined;
  else if (node.verdict === "suspect") ask(turn, node);
  if (node.verdict !== before) {
    node.since = now;
    if (node.verdict === "alive") forgetSilence(turn, node);
    else countSilence(turn, node);
    announce(turn, node, before);
    touchGroupsOf(turn, node);
  }
  const next = nextChangeAt(state, node, now);
  if (next !== undefined) armFor(state.alarms, node, next, nodeKey(node.node));
}

/** The verdict of the silence, and of those who were asked about it. */
function judged(state: ClusterState, node: NodeState, now: Instant): Verdict {
  const alone = verdict(node.detector, thresholdsFor(state, node, now), now);
  if (alone !== "down" || node.verdict === "down") return alone;
  return isWitnessed(state, node, now) || isBeingAsked(state, node, now) ? "suspect" : alone;
}

/**
 * Silence that all witnesses confirm counts from `down`; where nobody could be asked, or not all have answered, it must
 * reach the higher threshold `alone` (SAFETY.md, "Never on silence alone").
 */
function thresholdsFor(state: ClusterState, node: NodeState, now: Instant): Thresholds {
  const { suspect, down, alone } = state.settings.detector;
  return { suspect, down: isDenied(state, node, now) ? down : alone };
}

function nextChangeAt(state: ClusterState, node: NodeState, now: Instant): Instant | undefined {
  if (node.verdict === "down") return undefined;
  const { suspect, down, alone } = state.settings.detector;
  if (node.verdict === "alive") return earliest(crossingAt(node.detector, suspect), capAt(node.detector));
  const crossings = [crossingAt(node.detector, down), crossingAt(node.detector, alone), capAt(node.detector)];
  // What has passed already was judged: the verdict waits for something else.
  return earliest(
    ...[...crossings, ...inquiryTimes(state, node)].filter((at) => at !== undefined && at > now),
  );
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
  if (node.carried || (node.verdict === "suspect" && (node.inquiry?.heardBy ?? "") !== ""))
    return "unreachable";
  if (node.draining) return "draining";
  return node.verdict;
}
