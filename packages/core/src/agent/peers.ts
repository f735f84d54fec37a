/**
 * The members of a node's groups, heard without the coordinator: witnesses for each other, and a second way to it.
 *
 * Of two peers the one with the smaller name opens the connection. A node that does not hear the coordinator on its own
 * link hands its heartbeats to peers that do; the acks come back the same way and count from when the heartbeat was
 * sent, so a lease renewed through a peer is as good as any.
 */
import type { Incarnation, NodeId } from "../ids.ts";
import { nextRandom } from "../rng.ts";
import { type Instant, after, between, earliest } from "../time.ts";
import type { Heartbeat, PeerBeat, PeerMessage, Relay, View } from "../wire.ts";
import { claimsOf, promiseTo, takePromise } from "./failsafe.ts";
import { leaseLeftMs } from "./lease.ts";
import type { AgentState, Turn } from "./state.ts";

export interface PeerState {
  readonly node: NodeId;
  listen: string;
  phase: "closed" | "opening" | "open";
  /** When a connection that we open is tried next; never where the peer opens it. */
  tryAt: Instant | undefined;
  failures: number;
  heardAt: Instant | undefined;
  /** When the connection was opened. */
  openedAt: Instant;
  hearsCoordinator: boolean;
  /** Its incarnation when it was last heard. */
  incarnation: Incarnation | undefined;
  /** The connection with it was ended, and not by us, and nothing was heard of it since. */
  hungUp: boolean;
  /** The newest question of the coordinator about it. */
  asked: number | undefined;
}

const TRY_FIRST_MS = 200;
const TRY_LONGEST_MS = 5_000;
/** A peer, or the coordinator, that was heard within so many intervals is heard; see `acking.ts` for more of the latter. */
const HEARD_INTERVALS = 3;
/** Who holds a lease looks for another way one interval earlier: of a lease of eight intervals, six are left then. */
const HOLDER_HEARD_INTERVALS = 2;
/**
 * An open connection on which nothing came for so many intervals, and at least for so long, is given up: TCP itself
 * would go on with it for a quarter of an hour, and after a cut of a minute need another to notice that it is over.
 */
const GIVE_UP_INTERVALS = 8;
const GIVE_UP_MS = 1_000;
/** Two peers carry a lost node's heartbeats: one of them may be about to lose its own link too. */
const CARRIERS_MAX = 2;

/** Peers come and go with the view; a connection to one that is no longer named is closed. */
export function takePeers(turn: Turn, named: View["peers"]): void {
  const { state, now } = turn;
  const names = new Set(named.map((peer) => peer.node));
  for (const peer of state.peers.values()) {
    if (names.has(peer.node)) continue;
    if (peer.phase !== "closed") turn.out.push({ type: "peerDisconnect", peer: peer.node });
    state.peers.delete(peer.node);
  }
  for (const { node, listen } of named) {
    const known = state.peers.get(node);
    if (known === undefined) state.peers.set(node, newPeer(state, node, listen, now));
    else if (listen !== "") known.listen = listen;
  }
}

function newPeer(state: AgentState, node: NodeId, listen: string, now: Instant): PeerState {
  const opens = state.settings.node < node;
  return {
    node,
    listen,
    phase: "closed",
    tryAt: opens ? now : undefined,
    failures: 0,
    heardAt: undefined,
    openedAt: now,
    hearsCoordinator: false,
    incarnation: undefined,
    hungUp: false,
    asked: undefined,
  };
}

/** Opens the connections that are due, and gives up those that are silent. */
export function tendPeers(turn: Turn): void {
  const { state, now } = turn;
  if (state.stopping) return;
  for (const peer of state.peers.values()) {
    if (peer.phase === "open" && now >= givesUpAt(state, peer)) {
      turn.out.push({ type: "peerDisconnect", peer: peer.node });
      peerClosed(turn, peer.node);
    }
    if (peer.phase !== "closed" || peer.listen === "" || peer.tryAt === undefined || now < peer.tryAt)
      continue;
    peer.phase = "opening";
    turn.out.push({ type: "peerConnect", peer: peer.node, listen: peer.listen });
  }
}

export function nextPeerAt(state: AgentState): Instant | undefined {
  if (state.stopping) return undefined;
  let first: Instant | undefined;
  for (const peer of state.peers.values()) {
    if (peer.phase === "open") first = earliest(first, givesUpAt(state, peer));
    else if (peer.phase === "closed" && peer.listen !== "") first = earliest(first, peer.tryAt);
  }
  return first;
}

function givesUpAt(state: AgentState, peer: PeerState): Instant {
  const since = peer.heardAt === undefined || peer.heardAt < peer.openedAt ? peer.openedAt : peer.heardAt;
  return after(since, Math.max(GIVE_UP_MS, GIVE_UP_INTERVALS * state.settings.intervalMs));
}

export function peerOpened(turn: Turn, name: NodeId): void {
  const peer = turn.state.peers.get(name);
  if (peer === undefined) {
    turn.out.push({ type: "peerDisconnect", peer: name });
    return;
  }
  peer.phase = "open";
  peer.openedAt = turn.now;
  peer.failures = 0;
  peer.hungUp = false;
  turn.out.push({ type: "peerSend", peer: name, message: peerBeat(turn.state, turn.now) });
}

export function peerClosed(turn: Turn, name: NodeId): void {
  const peer = turn.state.peers.get(name);
  if (peer === undefined || peer.phase === "closed") return;
  peer.phase = "closed";
  if (peer.tryAt === undefined) return;
  const whole = Math.min(TRY_LONGEST_MS, TRY_FIRST_MS * 2 ** Math.min(peer.failures, 10));
  peer.failures += 1;
  peer.tryAt = after(turn.now, whole * (0.5 + 0.5 * nextRandom(turn.state.random)));
}

export function takePeerMessage(
  turn: Turn,
  name: NodeId,
  message: PeerMessage,
): Relay["message"] | undefined {
  const { state, now } = turn;
  const peer = state.peers.get(name);
  if (peer === undefined) return undefined;
  switch (message.type) {
    case "peerBeat":
      peer.heardAt = now;
      peer.incarnation = message.incarnation;
      peer.hearsCoordinator = message.hearsCoordinator;
      promiseTo(turn, name, message);
      return undefined;
    case "peerPromise":
      peer.heardAt = now;
      takePromise(turn, name, message);
      return undefined;
    case "relay":
      return takeRelay(turn, name, message);
  }
}

/** A heartbeat of a peer is carried on; what answers one of ours is taken as if it had come by our own link. */
function takeRelay(turn: Turn, from: NodeId, relay: Relay): Relay["message"] | undefined {
  const { state } = turn;
  if (relay.node === state.settings.node)
    return relay.message.type === "heartbeat" ? undefined : relay.message;
  const carries =
    relay.message.type === "heartbeat" && relay.node === from && state.connection.phase === "up";
  if (carries) turn.out.push({ type: "send", attempt: state.attempt, message: relay });
  return undefined;
}

/** What comes from the coordinator for a peer that lost its link is handed to it. */
export function handOver(turn: Turn, relay: Relay): void {
  const peer = turn.state.peers.get(relay.node);
  if (peer?.phase === "open") turn.out.push({ type: "peerSend", peer: relay.node, message: relay });
}

/** Tells every peer that we are here. */
export function beatPeers(turn: Turn): void {
  const { state, now } = turn;
  const open = [...state.peers.values()].filter((peer) => peer.phase === "open");
  if (open.length === 0) return;
  const message = peerBeat(state, now);
  for (const peer of open) turn.out.push({ type: "peerSend", peer: peer.node, message });
}

function peerBeat(state: AgentState, now: Instant): PeerBeat {
  const { incarnation, settings } = state;
  state.peerSequence += 1;
  const claims = claimsOf(state, state.peerSequence, now);
  const hears = hearsCoordinator(state, now);
  return {
    type: "peerBeat",
    node: settings.node,
    incarnation,
    sequence: state.peerSequence,
    hearsCoordinator: hears,
    claims,
  };
}

/** Whether the coordinator answers on our own link. */
export function hearsCoordinator(
  state: AgentState,
  now: Instant,
  intervals: number = HEARD_INTERVALS,
): boolean {
  const recentMs = (intervals + state.ackMayBeLate) * state.settings.intervalMs;
  return state.connection.phase === "up" && between(state.directAckAt, now) < recentMs;
}

/** Hands a heartbeat to peers that hear the coordinator, where we do not. */
export function relayBeat(turn: Turn, heartbeat: Heartbeat): void {
  const { state } = turn;
  const message: Relay = { type: "relay", node: state.settings.node, message: heartbeat };
  for (const peer of carriersOf(state, turn.now))
    turn.out.push({ type: "peerSend", peer: peer.node, message });
}

/** The peers that could carry our heartbeats now, none where our own link works. */
export function carriersOf(state: AgentState, now: Instant): PeerState[] {
  const intervals = leaseLeftMs(state, now) > 0 ? HOLDER_HEARD_INTERVALS : HEARD_INTERVALS;
  if (hearsCoordinator(state, now, intervals)) return [];
  return [...state.peers.values()]
    .filter((peer) => peer.phase === "open" && peer.hearsCoordinator && isRecent(state, peer.heardAt, now))
    .slice(0, CARRIERS_MAX);
}

/** Whether something was heard a moment ago. */
export function isRecent(state: AgentState, at: Instant | undefined, now: Instant): boolean {
  return at !== undefined && between(at, now) < HEARD_INTERVALS * state.settings.intervalMs;
}
