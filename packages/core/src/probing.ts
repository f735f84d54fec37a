/**
 * Asking a daemon at its own address, beside the connections on which it should be heard: a second way, on which a
 * stalled stream, a full buffer or a middlebox that forgot the connection does not count.
 */
import type { Incarnation, NodeId } from "./ids.ts";

/** What came of it. */
export type ProbeOutcome =
  /** The daemon itself answered: this node, at this incarnation. */
  | "answered"
  /** The host is there and the daemon is not: nobody listens at its address, or somebody else does. */
  | "gone"
  /** Nothing came back in time. */
  | "silent"
  /** It could not be asked: its address is none that leads from here to it. */
  | "impossible";

/** An order to a shell; `probeEnded` with the same number follows, once, after `limitMs` at the latest. */
export interface DirectProbe {
  readonly type: "probeDirect";
  readonly probe: number;
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  /** Where its daemon listens: `host:port`. */
  readonly listen: string;
  readonly limitMs: number;
}

export interface ProbeEnded {
  readonly type: "probeEnded";
  readonly probe: number;
  readonly node: NodeId;
  readonly outcome: ProbeOutcome;
}

/**
 * How long a daemon may take to answer, in ms. An answer takes three round trips (TCP, TLS, HTTP); on one site that is a
 * few ms, and 60 leave the rest to a daemon that is busy. Sites far apart have longer heartbeats: a quarter of one
 * second holds three round trips of 80 ms.
 */
export function probeLimitMs(intervalMs: number): number {
  return Math.max(60, intervalMs / 4);
}
