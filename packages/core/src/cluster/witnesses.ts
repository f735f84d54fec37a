/**
 * A silent node is asked about before it is called down (SAFETY.md, "Never on silence alone").
 *
 * Its peers hear it over connections of their own. One that does makes the node unreachable rather than down; where all
 * that could be asked say that they do not, its silence counts sooner. Nobody to ask leaves the higher threshold.
 */
import type { NodeId } from "../ids.ts";
import { type Instant, after } from "../time.ts";
import type { ProbeAnswer } from "../wire.ts";
import { type ClusterState, type NodeState, type Turn, membersOfGroup } from "./state.ts";

/** What the peers of a silent node say. */
export interface Inquiry {
  readonly probe: number;
  readonly askedAt: Instant;
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
  const peers = new Set(node.memberships.flatMap((one) => membersOfGroup(state, one.group)));
  return [...peers]
    .filter((peer) => peer !== node && peer.session !== undefined && peer.verdict === "alive" && !peer.left)
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

/** Everybody who could be asked says that they do not hear it either. */
export function isDenied(state: ClusterState, node: NodeState, now: Instant): boolean {
  const { inquiry } = node;
  if (inquiry === undefined || inquiry.pending.size > 0) return false;
  return inquiry.denials > 0 && !isWitnessed(state, node, now);
}

/** The next instant at which the inquiry is renewed, or a witness's word is old. */
export function nextInquiryAt(state: ClusterState, node: NodeState): Instant | undefined {
  return node.inquiry === undefined ? undefined : after(node.inquiry.askedAt, state.settings.intervalMs);
}

function wordEndsAt(state: ClusterState, at: Instant): Instant {
  return after(at, WORD_INTERVALS * state.settings.intervalMs);
}
