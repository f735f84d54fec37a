/** What a node's silence means, and the status that people read. */
import { capAt, crossingAt } from "../detector/detector.ts";
import { type Thresholds, type Verdict, verdict } from "../detector/verdict.ts";
import { type Instant, instant } from "../time.ts";
import type { NodeStatus } from "../wire.ts";
import type { ClusterState, NodeState, Turn } from "./state.ts";
import { countSilence, forgetSilence } from "./preservation.ts";
import { armFor, nodeKey, record, touchGroupsOf } from "./turn.ts";
import { ask, isDenied, isWitnessed, nextInquiryAt } from "./witnesses.ts";

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
  const next = nextChangeAt(state, node);
  if (next !== undefined) armFor(state.alarms, node, next, nodeKey(node.node));
}

/** The verdict of the silence, and of those who were asked about it. */
function judged(state: ClusterState, node: NodeState, now: Instant): Verdict {
  const alone = verdict(node.detector, thresholdsFor(state, node, now), now);
  return alone === "down" && isWitnessed(state, node, now) ? "suspect" : alone;
}

/**
 * Silence that all witnesses confirm counts from `down`; where nobody could be asked, or not all have answered, it must
 * reach the higher threshold `alone` (SAFETY.md, "Never on silence alone").
 */
function thresholdsFor(state: ClusterState, node: NodeState, now: Instant): Thresholds {
  const { suspect, down, alone } = state.settings.detector;
  return { suspect, down: isDenied(state, node, now) ? down : alone };
}

function nextChangeAt(state: ClusterState, node: NodeState): Instant | undefined {
  if (node.verdict === "down") return undefined;
  const { suspect, down, alone } = state.settings.detector;
  if (node.verdict === "alive") return crossingAt(node.detector, suspect);
  const inquiryAt = nextInquiryAt(state, node) ?? instant(Number.POSITIVE_INFINITY);
  const downAt = Math.min(crossingAt(node.detector, alone), capAt(node.detector));
  // While a witness hears it, only the next inquiry can change anything.
  const witnessed = node.inquiry?.heardAt !== undefined;
  const sooner = witnessed ? downAt : Math.min(downAt, crossingAt(node.detector, down));
  return witnessed ? inquiryAt : instant(Math.min(sooner, inquiryAt));
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
