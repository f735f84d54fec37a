/**
 * How a node's main loop keeps time, by its own word: heartbeats say how late it ran, pulses that it has said nothing for
 * a while.
 *
 * A busy or collecting daemon lives, and nobody suspects it: it is slow, which people are told. One whose main loop has
 * said nothing for as long as a lease lasts has failed. It cannot have renewed its lease meanwhile, since only what the
 * main loop says renews one; and it can neither check its service, nor run a hook, nor close its gate in order.
 */
import { type Instant, after } from "../../time.ts";
import type { Pulse } from "../../wire.ts";
import type { SessionId } from "../events.ts";
import { heardFrom } from "./silence.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { record, touchGroupsOf } from "../turn.ts";

export interface Pace {
  /** How late the main loop ran when it last said something, or how late it is by now, in ms. */
  lagMs: number;
  /** For how long it has said nothing, by the newest pulse, in ms; 0 since the newest heartbeat. */
  silentMs: number;
  /** Set while the node is slow: the longest lag, and when it was last late. */
  slow: { worstMs: number; lateAt: Instant } | undefined;
}

/** A node is slow for so long after it was last late by an interval: people have to be able to see it. */
const SLOW_MS = 10_000;

export function newPace(): Pace {
  return { lagMs: 0, silentMs: 0, slow: undefined };
}

/** Its main loop is late by an interval, or was a moment ago. */
export function isSlow({ pace }: NodeState): boolean {
  return pace.slow !== undefined;
}

/** Its main loop has said nothing for as long as a lease lasts: by its own word it has failed. */
export function isStuck(state: ClusterState, { pace }: NodeState): boolean {
  return pace.silentMs >= state.settings.lease.durationMs;
}

/** Why a stuck node counts as failed, in words. */
export function stuckWords({ pace }: NodeState): string {
  return `its main loop has said nothing for ${Math.round(pace.silentMs)} ms, longer than a lease`;
}

/** A heartbeat: the main loop spoke, and says how late it ran. */
export function noteLag(turn: Turn, node: NodeState, lagMs: number): void {
  const { pace } = node;
  const wasStuck = isStuck(turn.state, node);
  pace.silentMs = 0;
  pace.lagMs = lagMs;
  if (wasStuck) touchGroupsOf(turn, node);
  if (lagMs >= turn.state.settings.intervalMs) noteSlow(turn, node);
  else if (pace.slow !== undefined) noteQuick(turn, node, pace.slow);
}

/** A pulse: the process lives, and its main loop is late. */
export function takePulse(turn: Turn, session: SessionId, pulse: Pulse): void {
  const { state, now } = turn;
  const node = state.nodes.get(pulse.node);
  const isCurrent = node?.session === session && node.incarnation === pulse.incarnation && !node.left;
  if (node === undefined || !isCurrent) {
    state.staleMessages += 1;
    return;
  }
  node.directAt = now;
  heardFrom(turn, node, pulse.slot);
  noteSilence(turn, node, pulse.loopSilentMs);
  acknowledge(turn, session, node);
}

function noteSilence(turn: Turn, node: NodeState, silentMs: number): void {
  const { state } = turn;
  const { pace } = node;
  const wasStuck = isStuck(state, node);
  pace.silentMs = silentMs;
  pace.lagMs = Math.max(0, silentMs - state.settings.intervalMs);
  if (pace.lagMs >= state.settings.intervalMs) noteSlow(turn, node);
  if (wasStuck || !isStuck(state, node)) return;
  const text = `${node.node} counts as failed: ${stuckWords(node)}`;
  record(turn, "nodeStuck", { node: node.node }, text, { silentMs: Math.round(silentMs) });
  touchGroupsOf(turn, node);
}

/** It tells the node that it is heard, and carries no lease: the main loop did not ask for one. */
function acknowledge(turn: Turn, session: SessionId, node: NodeState): void {
  const { term } = turn.state;
  const { incarnation, report } = node;
  turn.out.push({
    type: "send",
    session,
    message: { type: "ack", term, incarnation, sequence: 0, reportVersion: report.version, leases: [] },
  });
}

function noteSlow(turn: Turn, node: NodeState): void {
  const { pace, node: name } = node;
  const lagMs = Math.round(pace.lagMs);
  if (pace.slow === undefined) {
    const text = `${name} is slow: its main loop is ${lagMs} ms late; it is heard all the same`;
    record(turn, "nodeSlow", { node: name }, text, { lagMs });
  }
  pace.slow = { worstMs: Math.max(lagMs, pace.slow?.worstMs ?? 0), lateAt: turn.now };
}

function noteQuick(
  turn: Turn,
  node: NodeState,
  slow: { readonly worstMs: number; readonly lateAt: Instant },
): void {
  if (turn.now < after(slow.lateAt, SLOW_MS)) return;
  node.pace.slow = undefined;
  const text = `${node.node} keeps time again; its main loop was up to ${slow.worstMs} ms late`;
  record(turn, "nodeKeepsTime", { node: node.node }, text, { worstMs: slow.worstMs });
}
