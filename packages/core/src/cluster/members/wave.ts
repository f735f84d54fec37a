/**
 * Many connections that end within one detection window: something in between has let go of them, or we have. Their nodes
 * live, and all come back at once; ten thousand handshakes keep a coordinator busy for seconds, in which those that wait
 * for theirs are silent without any fault of their own. So the time that it takes to let everybody in is no silence of
 * those whose connections ended.
 *
 * That delays no verdict on a node that has ended: whoever is found gone at its address is down at once. And where so
 * many fall silent, nothing is moved on silence alone anyway: see `preservation.ts`.
 */
import { stalled } from "../../detector/detector.ts";
import type { NodeId } from "../../ids.ts";
import { between } from "../../time.ts";
import type { NodeState, Turn } from "../state.ts";
import { isMany } from "./preservation.ts";

/** A node's first tries: a wait of 100 ms at most, a handshake that is given up after 700 ms, and a second of 200 ms. */
const RETURN_MS = 1_000;
/** What one more node takes: 0.3 ms of a processor for its handshake and hello, on one that has other work too. */
const HANDSHAKE_MS = 0.5;

/** A node's connection ended without a goodbye. */
export function joinWave(turn: Turn, node: NodeState): void {
  const { state, now } = turn;
  const { wave } = state;
  const goesOn = wave !== undefined && between(wave.since, now) < state.settings.detector.capMs;
  const joined = goesOn ? wave : (state.wave = { since: now, size: 0, unexcused: [] });
  joined.size += 1;
  joined.unexcused.push(node.node);
  if (!isMany(state, joined.size)) return;
  for (const name of joined.unexcused) excuse(turn, name);
  joined.unexcused = [];
}

/** One that is back meanwhile has no silence to be excused. */
function excuse({ state }: Turn, name: NodeId): void {
  const node = state.nodes.get(name);
  if (node?.hungUpAt !== undefined) stalled(node.detector, RETURN_MS + HANDSHAKE_MS * state.nodes.size);
}
