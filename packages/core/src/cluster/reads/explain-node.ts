/** Why a node is in the state that it is in, in sentences and figures. Decides nothing. */
import { type DetectorTuning, capAt, crossingAt, phiAt } from "../../detector/detector.ts";
import { arrivalsOf } from "../../detector/recording.ts";
import { peaks } from "../../detector/replay.ts";
import { type GroupId, type NodeId, byName } from "../../ids.ts";
import { type Instant, between } from "../../time.ts";
import type { NodeStatus } from "../../wire.ts";
import { startGraceUntil } from "../failover/candidates.ts";
import { type Inquiry, type Word, newestWords } from "../members/inquiry.ts";
import { isSlow, isStuck, stuckWords } from "../members/pace.ts";
import { serviceOf } from "../members/reports.ts";
import { statusOf } from "../members/silence.ts";
import type { ClusterState, NodeState } from "../state.ts";
import { clusterRules } from "./explain-cluster.ts";

/** How many of the highest silences are told. */
const PEAKS = 8;

export interface NodeExplanation {
  readonly kind: "node";
  readonly node: NodeId;
  readonly status: NodeStatus;
  /** How long it has been so, in ms. */
  readonly forMs: number;
  /** Why, a sentence each, the most telling first. */
  readonly why: readonly string[];
  /** What happens next if nothing else does, soonest first. */
  readonly next: readonly { readonly inMs: number; readonly what: string }[];
  readonly silence: {
    readonly law: string;
    readonly phi: number;
    readonly thresholds: { readonly suspect: number; readonly down: number; readonly alone: number };
    /** Since the last heartbeat; null before the first. */
    readonly heardAgoMs: number | null;
    readonly intervalMs: number;
    /** How late the daemon's own loop ran lately. */
    readonly loopLagMs: number;
    /** Heartbeats that counted for nothing because they came late. */
    readonly lateBeats: number;
    /** The most surprising silences of late, newest first. */
    readonly peaks: readonly { readonly agoMs: number; readonly phi: number }[];
  };
  readonly services: readonly ServiceExplanation[];
}

export interface ServiceExplanation {
  readonly group: GroupId;
  readonly role: string;
  readonly epoch: string;
  readonly checks: string;
  /** What fails, in words; empty where nothing does. */
  readonly trouble: string;
  /** For how long, in ms, the member is left alone after a failure; 0 where it is not. */
  readonly leftAloneForMs: number;
  /** The epoch whose active it has promised its time (failsafe), or 0. */
  readonly promisedEpoch: string;
}

export function explainNode(state: ClusterState, name: NodeId, now: Instant): NodeExplanation | undefined {
  const node = state.nodes.get(name);
  if (node === undefined) return undefined;
  const { law, suspect, down, alone } = state.settings.detector;
  return {
    kind: "node",
    node: name,
    status: statusOf(node),
    forMs: rounded(node.since, now),
    why: [...whyOf(state, node, now), ...clusterRules(state, now)],
    next: node.left ? [] : nextOf(state, node, now),
    silence: {
      law,
      phi: node.left || !node.joined ? 0 : hundredths(phiAt(node.detector, now)),
      thresholds: { suspect, down, alone },
      heardAgoMs: node.detector.slot < 0 ? null : rounded(node.detector.heardAt, now),
      intervalMs: state.settings.intervalMs,
      loopLagMs: Math.round(node.pace.lagMs),
      lateBeats: node.lateBeats,
      peaks: highest(state, node, now),
    },
    services: node.memberships.map(({ group }) => serviceOfNode(state, node, group, now)),
  };
}

function whyOf(state: ClusterState, node: NodeState, now: Instant): string[] {
  const { node: name } = node;
  if (node.left) return [`${name} said goodbye: it stopped in order, and nothing is suspected`];
  if (!node.joined) return [joiningWords(state, node, now)];
  const words = [silenceWords(state, node, now), ...inquiryWords(node, now)];
  if (node.carried)
    words.push(`its own link to the coordinator is lost; ${node.carrier ?? "a peer"} carries its heartbeats`);
  if (node.session === undefined && !node.carried)
    words.push("its connection is closed; that is a hint and never a reason");
  if (isStuck(state, node)) words.push(`it counts as failed: ${stuckWords(node)}`);
  else if (isSlow(node))
    words.push(
      `it is slow: its main loop was up to ${node.pace.slow?.worstMs ?? 0} ms late; its heartbeats come from a thread of their own, so it is not suspected`,
    );
  if (node.draining) words.push(`an operator takes it out of service (phi undrain ${name} puts it back)`);
  if (node.lateBeats > 0)
    words.push(
      `${node.lateBeats} of its heartbeats came late, several at once or out of order, and counted for nothing: late is not alive`,
    );
  return words;
}

function joiningWords(state: ClusterState, node: NodeState, now: Instant): string {
  const left = between(now, startGraceUntil(state));
  const grace = left > 0 ? `, and for ${Math.round(left)} ms more its absence alone moves nothing` : "";
  return `${node.node} has not said hello since this coordinator took over${grace}`;
}

function silenceWords(state: ClusterState, node: NodeState, now: Instant): string {
  const { suspect, down, alone } = state.settings.detector;
  const ago = `${rounded(node.detector.heardAt, now)} ms`;
  const phi = hundredths(phiAt(node.detector, now));
  switch (node.verdict) {
    case "alive":
      return `its last heartbeat came ${ago} ago: phi is ${phi}, below suspect (${suspect})`;
    case "suspect":
      return `it is silent for ${ago}, longer than usual (phi ${phi}, suspect from ${suspect}); it is down from ${down} where all who are asked deny it, else from ${alone}`;
    case "down":
      return `it is silent for ${ago} (phi ${phi}), and nobody else is known to hear it`;
  }
}

/** Never on silence alone: who was asked, and what each said. */
function inquiryWords(node: NodeState, now: Instant): string[] {
  const { inquiry } = node;
  if (inquiry === undefined) {
    return node.verdict === "alive" ? [] : ["nobody could be asked about it: it has no peer that is heard"];
  }
  const said = newestWords(inquiry)
    .sort(([one], [other]) => byName(one, other))
    .map(([peer, word]) => `${peer} ${WORDS[word]}`);
  const words = [`it was asked about ${rounded(inquiry.askedAt, now)} ms ago`, ...said];
  if (inquiry.pending.size > 0)
    words.push(`no answer yet from ${[...inquiry.pending].sort(byName).join(", ")}`);
  if (inquiry.direct !== "none") words.push(`${node.node} itself ${DIRECT_WORDS[inquiry.direct]}`);
  const heard = inquiry.heardAt !== undefined || inquiry.answeredAt !== undefined;
  if (heard && node.verdict !== "down") words.push("so it is unreachable and not down");
  return words;
}

const WORDS: Readonly<Record<Word, string>> = {
  heard: "hears it",
  denied: "does not hear it either",
  gone: "knows that its daemon is gone",
};

const DIRECT_WORDS: Readonly<Record<Exclude<Inquiry["direct"], "none">, string>> = {
  asked: "is being asked at its own address",
  answered: "answered at its own address",
  silent: "did not answer at its own address",
  gone: "is not there: nobody listens at its own address",
};

function nextOf(state: ClusterState, node: NodeState, now: Instant): NodeExplanation["next"] {
  const { detector } = node;
  const { suspect, down, alone } = state.settings.detector;
  const events = [
    {
      at: crossingAt(detector, suspect),
      what: `suspect if it stays silent (phi ${suspect}): its peers are asked`,
    },
    {
      at: crossingAt(detector, down),
      what: `down if it stays silent (phi ${down}) and all who are asked deny it`,
    },
    {
      at: crossingAt(detector, alone),
      what: `down if it stays silent (phi ${alone}) and nobody can be asked`,
    },
    { at: capAt(detector), what: "too long a silence, whatever phi says" },
  ];
  return events
    .filter(({ at }) => at > now)
    .map(({ at, what }) => ({ inMs: rounded(now, at), what }))
    .sort((one, other) => one.inMs - other.inMs);
}

function highest(state: ClusterState, node: NodeState, now: Instant): NodeExplanation["silence"]["peaks"] {
  return [...peaks(arrivalsOf(node.recording), tuningOf(state))]
    .sort((one, other) => other.phi - one.phi)
    .slice(0, PEAKS)
    .sort((one, other) => other.at - one.at)
    .map(({ at, phi }) => ({ agoMs: rounded(at, now), phi: hundredths(phi) }));
}

function serviceOfNode(
  state: ClusterState,
  node: NodeState,
  group: GroupId,
  now: Instant,
): ServiceExplanation {
  const service = serviceOf(node, group);
  const alone = state.groups.get(group)?.quarantine.get(node.node);
  return {
    group,
    role: service?.role ?? "none",
    epoch: String(service?.epoch ?? 0),
    checks: `${service?.checksPassing ?? 0}/${service?.checksTotal ?? 0}`,
    trouble: service?.why ?? "",
    leftAloneForMs: alone === undefined ? 0 : Math.max(0, rounded(now, alone.until)),
    promisedEpoch: String(service?.promisedEpoch ?? 0),
  };
}

/** How nodes are judged here. */
export function tuningOf(state: ClusterState): DetectorTuning {
  const { law, missed, capMs } = state.settings.detector;
  return { law, missed, capMs, intervalMs: state.settings.intervalMs };
}

function rounded(from: Instant, to: Instant): number {
  return Math.round(between(from, to));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
