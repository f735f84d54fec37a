/**
 * What the members of a group say to each other, without the coordinator.
 *
 * Peers hear each other, so that a node that is silent towards the coordinator can be asked after; they carry the
 * heartbeats of one that lost its own link; and, where a group is set to it, they let its active go on while the
 * coordinator is gone.
 */
import type { Epoch, GroupId, Incarnation, NodeId } from "./ids.ts";
import type { Ack, Heartbeat, View } from "./wire.ts";

/** A heartbeat between peers, on the grid of those to the coordinator. */
export interface PeerBeat {
  readonly type: "peerBeat";
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  readonly sequence: number;
  /** Whether the sender hears the coordinator, and so can carry another's heartbeats to it. */
  readonly hearsCoordinator: boolean;
  /** The groups in which the sender is active and would go on without the coordinator. */
  readonly claims: readonly PeerClaim[];
}

/** "I am active in this group at this epoch": asks each peer to promise that it takes no other epoch for a while. */
export interface PeerClaim {
  readonly group: GroupId;
  readonly epoch: Epoch;
  /** How long the promise that is asked for lasts, from when the beat was sent. */
  readonly durationMs: number;
}

/** Answers the claims of one beat: until the time that they asked for has passed, no other epoch is taken. */
export interface PeerPromise {
  readonly type: "peerPromise";
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  /** The beat that is answered. */
  readonly sequence: number;
  readonly groups: readonly { readonly group: GroupId; readonly epoch: Epoch }[];
}

/**
 * A message that a peer carries for a node which lost its own link: heartbeats towards the coordinator, their acks and
 * views back. It counts as if it had come by the node's own link.
 */
export interface Relay {
  readonly type: "relay";
  /** The node that lost its link. */
  readonly node: NodeId;
  readonly message: Heartbeat | Ack | View;
}

export type PeerMessage = PeerBeat | PeerPromise | Relay;
