/** By which way a node is reached: its own link, or a peer that carries for it. */
import type { NodeId } from "../../ids.ts";
import type { Instant } from "../../time.ts";
import type { Ack, View } from "../../wire.ts";
import type { SessionId } from "../events.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";

/** A way that was not used for so many intervals is not counted on. */
const FRESH_INTERVALS = 3;

/** The way by which a heartbeat came. */
export interface Path {
  readonly session: SessionId;
  /** The peer that carried it; undefined on the node's own link. */
  readonly carrier: NodeId | undefined;
}

export function sendBy(turn: Turn, path: Path, node: NodeState, message: Ack | View): void {
  const { session } = path;
  const sent = path.carrier === undefined ? message : ({ type: "relay", node: node.node, message } as const);
  turn.out.push({ type: "send", session, message: sent });
}

/** The best way to a node now; undefined where there is none. */
export function pathTo(state: ClusterState, node: NodeState, now: Instant): Path | undefined {
  const own = node.session === undefined ? undefined : { session: node.session, carrier: undefined };
  if (own !== undefined && isFresh(state, node.directAt, now)) return own;
  return isFresh(state, node.carriedAt, now) ? carriedPath(state, node) : own;
}

function carriedPath(state: ClusterState, node: NodeState): Path | undefined {
  const carrier = node.carrier === undefined ? undefined : state.nodes.get(node.carrier);
  if (carrier?.session === undefined) return undefined;
  return { session: carrier.session, carrier: carrier.node };
}

/** Whether the node is heard, but only through a peer. */
export function isCarried(state: ClusterState, node: NodeState, now: Instant): boolean {
  return isFresh(state, node.carriedAt, now) && !isFresh(state, node.directAt, now);
}

function isFresh(state: ClusterState, at: Instant, now: Instant): boolean {
  return now - at < FRESH_INTERVALS * state.settings.intervalMs;
}
