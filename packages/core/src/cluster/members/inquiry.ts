/**
 * What is found out about a silent node before it is called down (SAFETY.md, "Never on silence alone").
 *
 * Its peers are asked whether they hear it, and its daemon is asked at its own address, all at once. Whoever hears it,
 * or an answer of its own, makes it unreachable rather than down; where all stayed silent or deny it, its silence counts
 * sooner. Nobody to ask leaves the higher threshold. What a node's closed socket began is decided here too: a daemon
 * whose connections were closed from its side, and at whose address nobody is found, is gone without any waiting.
 */
import type { NodeId } from "../../ids.ts";
import type { ProbeOutcome } from "../../probing.ts";
import { type Instant, after } from "../../time.ts";
import type { ClusterState, NodeState } from "../state.ts";

/** What a peer says: it hears the node, it does not, or it knows that the node's daemon is gone. */
export type Word = "heard" | "denied" | "gone";

/** What one peer said: the word, the question that it answers, and when it came. */
interface PeerWord {
  readonly word: Word;
  readonly probe: number;
  readonly at: Instant;
}

export interface Inquiry {
  /** The newest question. */
  readonly probe: number;
  /** The first question of this silence: answers to all from there on tell of it. */
  readonly first: number;
  readonly askedAt: Instant;
  /** When it was asked about first in this silence. */
  readonly since: Instant;
  /** Peers who have not answered the newest question yet. */
  readonly pending: Set<NodeId>;
  /** The newest word of each peer in this silence, to whichever question. */
  readonly words: Map<NodeId, PeerWord>;
  /** When a peer that hears it last said so. */
  heardAt: Instant | undefined;
  /** How many peers do not hear it, by their answers to the newest question. */
  denials: number;
  /** What came of asking the daemon itself; `none` where it is not asked. */
  direct: "none" | "asked" | Exclude<ProbeOutcome, "impossible">;
  /** When it answered itself. */
  answeredAt: Instant | undefined;
  /** People were told that it would be down by its silence alone. */
  spared: boolean;
}

/** A word that was said is good for so long: whoever hears the node says so again before. */
const WORD_INTERVALS = 3;

/** The peer that said last that it hears the node; undefined where none does. */
export function newestWitness({ words, heardAt }: Inquiry): NodeId | undefined {
  return [...words].find(([, { word, at }]) => word === "heard" && at === heardAt)?.[0];
}

/** What was said to the newest question. */
export function newestWords({ probe, words }: Inquiry): [NodeId, Word][] {
  return [...words].filter(([, said]) => said.probe === probe).map(([peer, { word }]) => [peer, word]);
}

/** A peer hears the node, or did a moment ago. */
export function isHeardByPeer(state: ClusterState, node: NodeState, now: Instant): boolean {
  return isFresh(state, node.inquiry?.heardAt, now);
}

/** Somebody hears the node, or it has answered itself, now or a moment ago. */
export function isWitnessed(state: ClusterState, node: NodeState, now: Instant): boolean {
  return isHeardByPeer(state, node, now) || isFresh(state, node.inquiry?.answeredAt, now);
}

/**
 * Answers are on their way, and have not had the time to come: the daemon's own is waited for as long as its probe may
 * take, the peers' as long as a heartbeat takes to be due, and none for longer than that. On a steady network all
 * thresholds lie so close together that the silence would be judged before anybody was asked.
 */
export function isAwaited(state: ClusterState, inquiry: Inquiry, now: Instant): boolean {
  if (now >= askedEnoughAt(state, inquiry)) return false;
  return inquiry.direct === "asked" || (inquiry.pending.size > 0 && inquiry.denials === 0);
}

/**
 * Everybody who could be asked has answered, and nobody knows it to live. That its daemon is silent says nothing by
 * itself: it goes the same way as the heartbeats that do not come. That it is gone does.
 */
export function isDenied(state: ClusterState, node: NodeState, now: Instant): boolean {
  const { inquiry } = node;
  if (inquiry === undefined || inquiry.pending.size > 0 || inquiry.direct === "asked") return false;
  return (inquiry.denials > 0 || inquiry.direct === "gone") && !isWitnessed(state, node, now);
}

/** All peers who could be asked say that they do not hear it. */
export function isDeniedByPeers(state: ClusterState, node: NodeState, now: Instant): boolean {
  const { inquiry } = node;
  if (inquiry === undefined || inquiry.pending.size > 0) return false;
  return inquiry.denials > 0 && !isHeardByPeer(state, node, now);
}

/**
 * The node's process has ended: it closed its connection with us and with a peer, both of us find nobody at its address,
 * and no other peer hears it.
 */
export function isGone(state: ClusterState, node: NodeState, now: Instant): boolean {
  const { inquiry, hungUpAt } = node;
  if (hungUpAt === undefined || inquiry === undefined || inquiry.direct !== "gone") return false;
  return newestWords(inquiry).some(([, word]) => word === "gone") && isDenied(state, node, now);
}

/** The instants at which the inquiry is renewed, ends without an answer, or what was said is old. */
export function inquiryTimes(state: ClusterState, node: NodeState): (Instant | undefined)[] {
  const { inquiry } = node;
  if (inquiry === undefined) return [];
  return [
    after(inquiry.askedAt, state.settings.intervalMs),
    askedEnoughAt(state, inquiry),
    endOf(state, inquiry.heardAt),
    endOf(state, inquiry.answeredAt),
  ];
}

function askedEnoughAt(state: ClusterState, inquiry: Inquiry): Instant {
  return after(inquiry.since, state.settings.intervalMs);
}

function isFresh(state: ClusterState, at: Instant | undefined, now: Instant): boolean {
  const end = endOf(state, at);
  return end !== undefined && now < end;
}

function endOf(state: ClusterState, at: Instant | undefined): Instant | undefined {
  return at === undefined ? undefined : after(at, WORD_INTERVALS * state.settings.intervalMs);
}
