/**
 * Self-preservation: when many nodes fall silent at once, the coordinator is more likely the one that is cut off.
 *
 * While it assumes so, it moves nothing on silence, unless a peer that it still hears says that it does not hear the
 * silent node either: that peer is the proof that both are not on the wrong side of a cut.
 */
import { after } from "../../time.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { record } from "../turn.ts";

/** More than this share of all nodes, and more than this many. */
const SHARE = 0.2;
const NODES = 3;

/** Whether so many at once say more of us, or of the network, than of them. */
export function isMany(state: ClusterState, count: number): boolean {
  return count > Math.max(NODES, SHARE * state.nodes.size);
}

/** A node fell silent. */
export function countSilence(turn: Turn, node: NodeState): void {
  const { state, now } = turn;
  const windowMs = state.settings.detector.capMs;
  // Whoever fell silent again goes to the end, so that the oldest stay in front.
  state.silences.delete(node.node);
  state.silences.set(node.node, now);
  for (const [name, at] of state.silences) {
    if (now - at < windowMs) break;
    state.silences.delete(name);
  }
  if (!isMany(state, state.silences.size)) return;
  const begins = state.preservedUntil === undefined;
  state.preservedUntil = after(now, windowMs);
  if (!begins) return;
  const text = `${state.silences.size} of ${state.nodes.size} nodes fell silent at once: the coordinator takes itself for the one cut off and moves nothing on silence alone`;
  record(turn, "selfPreservationBegan", {}, text, { silent: state.silences.size, nodes: state.nodes.size });
}

/** A node is heard again. */
export function forgetSilence(turn: Turn, node: NodeState): void {
  turn.state.silences.delete(node.node);
}

/** Ends it when nobody else fell silent for a whole window. */
export function tendPreservation(turn: Turn): void {
  const { state, now } = turn;
  if (state.preservedUntil === undefined || now < state.preservedUntil) return;
  state.preservedUntil = undefined;
  state.silences.clear();
  record(turn, "selfPreservationEnded", {}, "no more nodes fell silent: silence counts again");
  for (const group of state.groups.values()) turn.touched.add(group);
}
