/**
 * A silent node is asked about before it is called down (SAFETY.md, "Never on silence alone").
 *
 * Its peers hear it over connections of their own. One that does makes the node unreachable rather than down; where all
 * that could be asked say that they do not, its silence counts sooner. Nobody to ask leaves the higher threshold.
 */
import type { NodeId } from "../../ids.ts";
import { type Instant, after } from "../../time.ts";
import type { ProbeAnswer } from "../../wire.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { linkedPeers } from "./peering.ts";

/** What the peers of a silent node say. */
export interface Inquiry {
  readonly probe: number;
  readonly askedAt: Instant;
  /** When they were asked first in this silence. */
  readonly since: Instant;
  /** Those who have not answered yet. */
  readonly pending: Set<NodeId>;
  /** Who heard it, and when that was said. */
  heardBy: NodeId | "";
  heardAt: Instant | undefined;
  denials: number;
}

const WITNESSES_MAX = 5;
/** A witness that heard the node says so again at least this often, or its word is old. */
const WORD_INTERVALS = 3;

/** Asks the node's peers, again while it stays silent. */
export function ask(turn: Turn, node: NodeState): void {
  const { state, now } = turn;
  const before = node.inquiry;
  if (before !== undefined && now < after(before.askedAt, state.settings.intervalMs)) return;
  const witnesses = witnessesOf(state, node);
  if (witnesses.length === 0) return;
  state.lastProbe += 1;
  node.inquiry = {
    probe: state.lastProbe,
    askedAt: now,
    since: before?.since ?? now,
    pending: new Set(witnesses.map((one) => one.node)),
    heardBy: before?.heardBy ?? "",
    heardAt: before?.heardAt,
    denials: 0,
  };
  const message = { type: "probe", probe: state.lastProbe, subject: node.node } as const;
  for (const { session } of witnesses) {
    if (session !== undefined) turn.out.push({ type: "send", session, message });
  }
}

/** The peers that are well and connected, and so may know more than we do. */
function witnessesOf(state: ClusterState, node: NodeState): NodeState[] {
  return linkedPeers(state, node)
    .filter((peer) => peer.session !== undefined && peer.verdict === "alive" && !peer.left)
    .slice(0, WITNESSES_MAX);
}

/**
 * Takes in what a peer says.
 *
 * @returns the node it speaks of, where this changes what is known of it
 */
export function takeAnswer(turn: Turn, from: NodeId, answer: ProbeAnswer): NodeState | undefined {
  const node = turn.state.nodes.get(answer.subject);
  const inquiry = node?.inquiry;
  if (node === undefined || inquiry === undefined || inquiry.probe !== answer.probe) return undefined;
  if (!inquiry.pending.delete(from)) return undefined;
  if (answer.heard) {
    inquiry.heardBy = from;
    inquiry.heardAt = turn.now;
  } else {
    inquiry.denials += 1;
  }
  return node;
}

/** Somebody hears the node, or did a moment ago. */
export function isWitnessed(state: ClusterState, node: NodeState, now: Instant): boolean {
  const at = node.inquiry?.heardAt;
  return at !== undefined && now < wordEndsAt(state, at);
}

/**
 * Somebody can be asked, and has not had the time to answer: as long as a heartbeat takes to be due. On a steady network
 * all thresholds lie so close together that the silence would be judged before anybody was asked.
 */
export function isBeingAsked(state: ClusterState, node: NodeState, now: Instant): boolean {
  const { inquiry } = node;
  if (inquiry === undefined) return witnessesOf(state, node).length > 0;
  return inquiry.pending.size > 0 && inquiry.denials === 0 && now < askedEnoughAt(state, inquiry);
}

function askedEnoughAt(state: ClusterState, inquiry: Inquiry): Instant {
  return after(inquiry.since, state.settings.intervalMs);
}

/** Everybody who could be asked says that they do not hear it either. */
export function isDenied(state: ClusterState, node: NodeState, now: Instant): boolean {
  const { inquiry } = node;
  if (inquiry === undefined || inquiry.pending.size > 0) return false;
  return inquiry.denials > 0 && !isWitnessed(state, node, now);
}

/** The instants at which the inquiry is renewed, ends without an answer, or a witness's word is old. */
export function inquiryTimes(state: ClusterState, node: NodeState): (Instant | undefined)[] {
  const { inquiry } = node;
  if (inquiry === undefined) return [];
  const wordEnds = inquiry.heardAt === undefined ? undefined : wordEndsAt(state, inquiry.heardAt);
  return [after(inquiry.askedAt, state.settings.intervalMs), askedEnoughAt(state, inquiry), wordEnds];
}

function wordEndsAt(state: ClusterState, at: Instant): Instant {
  return after(at, WORD_INTERVALS * state.settings.intervalMs);
}
