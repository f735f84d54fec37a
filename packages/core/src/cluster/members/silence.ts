/** What a node's silence means, and the status that people read. */
import { arrived, capAt, crossingAt, quietUntil } from "../../detector/detector.ts";
import { note } from "../../detector/recording.ts";
import { type Thresholds, type Verdict, verdict } from "../../detector/verdict.ts";
import { type Instant, after, earliest } from "../../time.ts";
import type { NodeStatus } from "../../wire.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { countSilence, forgetSilence } from "./preservation.ts";
import { armFor, nodeKey, record, roundedMs, touchGroupsOf } from "../turn.ts";
import { inquiryTimes, isAwaited, isDenied, isGone, isWitnessed, newestWitness } from "./inquiry.ts";
import { lineUp, stepOut } from "./lineup.ts";
import { excuseReturning, joinWave, noteReturn } from "./wave.ts";
import { ask, askAgain, canAsk, dropAsWitness } from "./witnesses.ts";

/**
 * Judges a node's silence as far as all has been read, out of the line, and arms the alarm for the next instant at which
 * the verdict may change.
 */
export function judge(turn: Turn, node: NodeState): void {
  const { state, now } = turn;
  const { readUntil } = state;
  stepOut(state, node);
  if (node.left) return;
  if (isPlainlyAlive(node, readUntil)) {
    closeInquiry(node);
    return armFor(
      state.alarms,
      node,
      soonestChange(state, quietUntil(node.detector), now),
      nodeKey(node.node),
    );
  }
  const before = node.verdict;
  excuseReturning(turn, node);
  node.verdict = judged(state, node, readUntil);
  if (node.verdict === "alive" && node.hungUpAt === undefined) closeInquiry(node);
  else if (node.verdict === "suspect") askAgain(turn, node);
  if (node.verdict !== before) {
    node.since = now;
    if (node.verdict === "alive") forgetSilence(turn, node);
    else countSilence(turn, node);
    announce(turn, node, before);
    touchGroupsOf(turn, node);
  }
  noteSpared(turn, node);
  const next = nextChangeAt(state, node, readUntil);
  if (next !== undefined) armFor(state.alarms, node, next, nodeKey(node.node));
}

/**
 * What was said of a silence is forgotten when that is over. Where only our own lateness has made it shorter than it
 * seemed, nothing was heard: it goes on, and so does all that was asked and said.
 */
function closeInquiry(node: NodeState): void {
  if (node.inquiry !== undefined && node.detector.heardAt >= node.inquiry.since) node.inquiry = undefined;
}

/** No threshold can be crossed yet, and nothing is asked: most alarms ring for a node that was heard a moment ago. */
function isPlainlyAlive(node: NodeState, readUntil: Instant): boolean {
  const isUndoubted = node.verdict === "alive" && node.hungUpAt === undefined && node.goneAt === undefined;
  return isUndoubted && readUntil < quietUntil(node.detector);
}

/**
 * Its connection ended without a goodbye. That is a hint and never a reason: it starts the questions at once, and where
 * the answers do not agree that its process has ended, the node's silence is judged as before.
 */
export function hungUp(turn: Turn, node: NodeState): void {
  if (node.left || node.verdict === "down") return;
  node.hungUpAt = turn.now;
  node.awaySince = turn.now;
  // What was said before its connection ended says nothing of now.
  node.inquiry = undefined;
  joinWave(turn);
  ask(turn, node);
  for (const peer of dropAsWitness(turn.state, node)) judge(turn, peer);
}

/** Something came from it, sent in that slot of its grid: the detector learns of it, and a silence is over. */
export function heardFrom(turn: Turn, node: NodeState, slot: number): void {
  if (node.awaySince !== undefined) noteReturn(turn);
  node.awaySince = undefined;
  arrived(node.detector, slot, turn.now);
  note(node.recording, slot, turn.now);
  if (node.verdict === "alive" && node.hungUpAt === undefined) {
    closeInquiry(node);
    if (lineUp(turn.state, node, turn.now)) return;
  } else heardAgain(node);
  judge(turn, node);
}

/** It is heard: what its closed connection made us ask is answered. */
export function heardAgain(node: NodeState): void {
  node.hungUpAt = undefined;
  node.goneAt = undefined;
}

/** The verdict of the silence, and of those who were asked about it. */
function judged(state: ClusterState, node: NodeState, now: Instant): Verdict {
  if (isGone(state, node, now)) node.goneAt ??= now;
  if (node.goneAt !== undefined) return "down";
  const alone = verdict(node.detector, thresholdsFor(state, node, now), now);
  if (alone !== "down" || node.verdict === "down") return alone;
  return isWitnessed(state, node, now) || isBeingAsked(state, node, now) ? "suspect" : alone;
}

function isBeingAsked(state: ClusterState, node: NodeState, now: Instant): boolean {
  return node.inquiry === undefined ? canAsk(state, node) : isAwaited(state, node.inquiry, now);
}

/**
 * Silence that all who were asked confirm counts from `down`; where nobody could be asked, or not all have answered, it
 * must reach the higher threshold `alone` (SAFETY.md, "Never on silence alone").
 */
function thresholdsFor(state: ClusterState, node: NodeState, now: Instant): Thresholds {
  const { suspect, down, alone } = state.settings.detector;
  return { suspect, down: isDenied(state, node, now) ? down : alone };
}

function nextChangeAt(state: ClusterState, node: NodeState, now: Instant): Instant | undefined {
  if (node.verdict === "down") return undefined;
  const { suspect, down, alone } = state.settings.detector;
  if (node.verdict === "alive") {
    const crossing = crossingAt(node.detector, suspect);
    const cap = capAt(node.detector);
    return soonestChange(state, crossing < cap ? crossing : cap, now);
  }
  const crossings = [crossingAt(node.detector, down), crossingAt(node.detector, alone), capAt(node.detector)];
  // What has passed already was judged: the verdict waits for something else.
  return earliest(
    ...[...crossings, ...inquiryTimes(state, node)].filter((at) => at !== undefined && at > now),
  );
}

/**
 * Heartbeats arm nothing: they move the crossing later, but for a peer whose long waits have become short again. So no
 * alarm of a node that lives is further ahead than any crossing is at least.
 */
function soonestChange(state: ClusterState, at: Instant, now: Instant): Instant {
  const soonest = after(now, state.settings.detector.missed * state.settings.intervalMs);
  return at < soonest ? at : soonest;
}

function announce(turn: Turn, node: NodeState, before: Verdict): void {
  const { node: name } = node;
  if (node.verdict === "alive")
    record(turn, "nodeHeard", { node: name }, `${name} is heard again after being ${before}`);
  if (node.verdict === "suspect")
    record(turn, "nodeSuspected", { node: name }, `${name} is silent longer than usual`);
  if (node.verdict === "down") announceDown(turn, node);
}

/** Never on silence alone: said once in a silence, when by itself it would have made the node down. */
function noteSpared(turn: Turn, node: NodeState): void {
  const { state } = turn;
  const { readUntil } = state;
  const { inquiry } = node;
  if (inquiry === undefined || inquiry.spared || node.verdict !== "suspect") return;
  if (!isWitnessed(state, node, readUntil)) return;
  if (verdict(node.detector, state.settings.detector, readUntil) !== "down") return;
  inquiry.spared = true;
  const witness = newestWitness(inquiry);
  const by = witness === undefined ? "it answers when asked itself" : `${witness} hears it`;
  const text = `${node.node} is silent beyond the threshold, but ${by}: it is unreachable and not down`;
  record(turn, "nodeUnreachable", { node: node.node }, text, { heardBy: witness ?? "" });
}

function announceDown(turn: Turn, node: NodeState): void {
  const { node: name, inquiry, hungUpAt } = node;
  if (node.goneAt !== undefined && hungUpAt !== undefined) {
    const text = `${name} is down: it closed its connections, and nobody is found at its address ${node.listen}`;
    return record(turn, "nodeDown", { node: name }, text, { afterMs: roundedMs(hungUpAt, turn.now) });
  }
  const denials = inquiry?.denials ?? 0;
  const peers = denials === 0 ? "" : `, ${denials === 1 ? "a peer does" : `${denials} peers do`} not hear it`;
  const own = inquiry?.direct === "gone" ? ", nobody is found at its address" : "";
  const silent = inquiry?.direct === "silent" ? ", and it does not answer when asked itself" : "";
  record(
    turn,
    "nodeDown",
    { node: name },
    `${name} is down: silent beyond the threshold${peers}${own}${silent}`,
  );
}

/** The status that people read. */
export function statusOf(node: NodeState): NodeStatus {
  if (node.left) return "left";
  if (node.verdict === "down") return "down";
  if (!node.joined) return "joining";
  if (node.carried || (node.verdict === "suspect" && isKnownToLive(node))) return "unreachable";
  if (node.draining) return "draining";
  return node.verdict;
}

function isKnownToLive({ inquiry }: NodeState): boolean {
  return inquiry !== undefined && (inquiry.heardAt !== undefined || inquiry.answeredAt !== undefined);
}
