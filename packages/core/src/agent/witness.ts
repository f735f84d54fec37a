/**
 * As a witness: what a node tells the coordinator of a peer that it does not hear.
 *
 * A peer that ended its connection with us has died, was started again, or lost the connection to something between us:
 * we look at its own address before we say. That takes a round trip; waiting until it counts as silent takes three
 * intervals.
 */
import type { NodeId } from "../ids.ts";
import { type ProbeEnded, probeLimitMs } from "../probing.ts";
import { between } from "../time.ts";
import type { Probe, ProbeAnswer } from "../wire.ts";
import { type PeerState, isRecent, peerClosed } from "./peers.ts";
import type { Turn } from "./state.ts";

/** The coordinator asks. */
export function answerProbe(turn: Turn, { probe, subject }: Probe): void {
  const peer = turn.state.peers.get(subject);
  if (peer === undefined) return answer(turn, subject, probe, { heard: false, gone: false });
  peer.asked = probe;
  if (peer.hungUp && look(turn, peer, probe)) return;
  answer(turn, subject, probe, { heard: hears(turn, peer), gone: false });
}

/**
 * The connection with a peer ended, and not by us. Where the coordinator was told a moment ago that we hear it, it may
 * have asked because of the same death, and is told what we find.
 */
export function peerHungUp(turn: Turn, name: NodeId): void {
  const peer = turn.state.peers.get(name);
  const wasOpen = peer?.phase === "open";
  peerClosed(turn, name);
  if (peer === undefined || !wasOpen) return;
  peer.hungUp = true;
  if (peer.asked !== undefined) look(turn, peer, peer.asked);
}

/** What was found at the peer's address. */
export function takeProbeEnded(turn: Turn, { probe, node, outcome }: ProbeEnded): void {
  const peer = turn.state.peers.get(node);
  if (peer === undefined || peer.asked !== probe) return;
  peer.asked = undefined;
  // It came back while we looked.
  const isBack = !peer.hungUp && hears(turn, peer);
  answer(turn, node, probe, { heard: isBack || outcome === "answered", gone: !isBack && outcome === "gone" });
}

/** Looks for the peer at its own address, where that is known. */
function look(turn: Turn, peer: PeerState, probe: number): boolean {
  const { node, listen, incarnation } = peer;
  if (listen === "" || incarnation === undefined) return false;
  const limitMs = probeLimitMs(turn.state.settings.intervalMs);
  turn.out.push({ type: "probeDirect", probe, node, incarnation, listen, limitMs });
  return true;
}

function hears(turn: Turn, peer: PeerState): boolean {
  return isRecent(turn.state, peer.heardAt, turn.now);
}

function answer(turn: Turn, subject: NodeId, probe: number, said: Pick<ProbeAnswer, "heard" | "gone">): void {
  const at = turn.state.peers.get(subject)?.heardAt;
  const heardAgoMs = at === undefined ? Number.MAX_SAFE_INTEGER : between(at, turn.now);
  const message = { type: "probeAnswer", probe, subject, ...said, heardAgoMs } as const;
  turn.out.push({ type: "send", attempt: turn.state.attempt, message });
}
