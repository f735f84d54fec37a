/** Asks those who may know of a silent node, the node itself among them, and takes in what they say. */
import type { NodeId } from "../../ids.ts";
import { type ProbeEnded, probeLimitMs } from "../../probing.ts";
import { type Instant, after } from "../../time.ts";
import type { ProbeAnswer } from "../../wire.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { type Inquiry, type Word, newestWords } from "./inquiry.ts";
import { linkedPeers } from "./peering.ts";

const WITNESSES_MAX = 5;
/** Daemons that are asked themselves at one time: where a thousand fall silent at once, it is not they. */
const DIRECT_PROBES_MAX = 64;

/** Asks again while the node stays silent, once in an interval. */
export function askAgain(turn: Turn, node: NodeState): void {
  const { inquiry } = node;
  if (inquiry !== undefined && turn.now < after(inquiry.askedAt, turn.state.settings.intervalMs)) return;
  ask(turn, node);
}

/** Asks the node's peers and its own daemon, all at once. */
export function ask(turn: Turn, node: NodeState): void {
  const { state, now } = turn;
  const witnesses = witnessesOf(state, node);
  const probes = mayProbe(state, node);
  if (witnesses.length === 0 && !probes) return;
  state.lastProbe += 1;
  const before = node.inquiry;
  node.inquiry = {
    probe: state.lastProbe,
    first: before?.first ?? state.lastProbe,
    askedAt: now,
    since: before?.since ?? now,
    pending: new Set(witnesses.map((one) => one.node)),
    words: before?.words ?? new Map(),
    heardAt: before?.heardAt,
    denials: 0,
    direct: directBefore(before, probes),
    answeredAt: before?.answeredAt,
    spared: before?.spared ?? false,
  };
  const message = { type: "probe", probe: state.lastProbe, subject: node.node } as const;
  for (const { session } of witnesses) {
    if (session !== undefined) turn.out.push({ type: "send", session, message });
  }
  if (probes) probeDirectly(turn, node);
}

/** What came of the last probe stands until the next has ended. */
function directBefore(before: Inquiry | undefined, probes: boolean): Inquiry["direct"] {
  if (!probes) return "none";
  return before === undefined || before.direct === "none" ? "asked" : before.direct;
}

function probeDirectly(turn: Turn, node: NodeState): void {
  const { state } = turn;
  state.directProbes.add(state.lastProbe);
  turn.out.push({
    type: "probeDirect",
    probe: state.lastProbe,
    node: node.node,
    incarnation: node.incarnation,
    listen: node.listen,
    limitMs: probeLimitMs(state.settings.intervalMs),
  });
}

/**
 * The node's connection has ended: what it was asked about its peers it will not answer.
 *
 * @returns the peers of whom this changes what is known
 */
export function dropAsWitness(state: ClusterState, node: NodeState): NodeState[] {
  return linkedPeers(state, node).filter((peer) => peer.inquiry?.pending.delete(node.node) ?? false);
}

/** Whether anybody can be asked about the node. */
export function canAsk(state: ClusterState, node: NodeState): boolean {
  return mayProbe(state, node) || witnessesOf(state, node).length > 0;
}

function mayProbe(state: ClusterState, node: NodeState): boolean {
  return node.listen !== "" && state.directProbes.size < DIRECT_PROBES_MAX;
}

/** The peers that are well and connected, and so may know more than we do. */
function witnessesOf(state: ClusterState, node: NodeState): NodeState[] {
  return linkedPeers(state, node)
    .filter((peer) => peer.session !== undefined && peer.verdict === "alive" && !peer.left)
    .slice(0, WITNESSES_MAX);
}

/**
 * Takes in what a peer says, to any question of this silence: we ask again in each interval, and the way to a peer and
 * back may take longer than one. It may take back that it heard the node: that node's last beat and the end of its
 * connection can lie closer together than our question and the answer.
 *
 * @returns the node it speaks of, where this changes what is known of it
 */
export function takeAnswer(turn: Turn, from: NodeId, answer: ProbeAnswer): NodeState | undefined {
  const node = turn.state.nodes.get(answer.subject);
  const inquiry = node?.inquiry;
  if (node === undefined || inquiry === undefined || !isNewWord(inquiry, from, answer)) return undefined;
  const { probe } = answer;
  // One peer's denial takes back what it said itself, and not what another has said.
  inquiry.words.set(from, { word: wordOf(answer), probe, at: turn.now });
  if (probe === inquiry.probe) inquiry.pending.delete(from);
  inquiry.denials = newestWords(inquiry).filter(([, word]) => word !== "heard").length;
  inquiry.heardAt = lastHeardAt(inquiry);
  return node;
}

/** Of two answers to one question the second counts only where it takes back the first. */
function isNewWord({ first, probe, words }: Inquiry, from: NodeId, answer: ProbeAnswer): boolean {
  if (answer.probe < first || answer.probe > probe) return false;
  const before = words.get(from);
  if (before === undefined || answer.probe > before.probe) return true;
  return answer.probe === before.probe && before.word === "heard" && !answer.heard;
}

function lastHeardAt({ words }: Inquiry): Instant | undefined {
  let last: Instant | undefined;
  for (const { word, at } of words.values()) {
    if (word === "heard" && (last === undefined || at > last)) last = at;
  }
  return last;
}

function wordOf(answer: ProbeAnswer): Word {
  if (answer.heard) return "heard";
  return answer.gone ? "gone" : "denied";
}

/**
 * Takes in what came of asking the daemon itself.
 *
 * @returns the node, where this changes what is known of it
 */
export function takeProbeEnded(
  turn: Turn,
  { probe, node: name, outcome }: ProbeEnded,
): NodeState | undefined {
  const { state, now } = turn;
  state.directProbes.delete(probe);
  const node = state.nodes.get(name);
  const inquiry = node?.inquiry;
  if (node === undefined || inquiry === undefined || inquiry.probe !== probe) return undefined;
  inquiry.direct = outcome === "impossible" ? "none" : outcome;
  if (outcome === "answered") inquiry.answeredAt = now;
  return node;
}
