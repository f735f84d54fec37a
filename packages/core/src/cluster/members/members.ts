/** Who is there: sessions, hellos and goodbyes. */
import { type Detector, excuse, newDetector, restarted } from "../../detector/detector.ts";
import { forgetArrivals, newRecording } from "../../detector/recording.ts";
import { type NodeId, incarnation } from "../../ids.ts";
import { type Instant, between, instant } from "../../time.ts";
import { startGraceUntil } from "../failover/candidates.ts";
import type { Hello, Leave, Membership } from "../../wire.ts";
import type { SessionId, StoredNode } from "../events.ts";
import { newPlace } from "./lineup.ts";
import { newPace } from "./pace.ts";
import { enroll, reviseLinks } from "./roster.ts";
import { heardAgain, hungUp, judge } from "./silence.ts";
import { noteReturn } from "./wave.ts";
import type { ClusterState, NodeState, Turn } from "../state.ts";
import { record, touchGroupsOf } from "../turn.ts";

export function takeHello(turn: Turn, session: SessionId, hello: Hello): void {
  const { state, now } = turn;
  const known = state.nodes.get(hello.node);
  if (known !== undefined && hello.incarnation < known.incarnation) {
    return refuse(turn, session, hello, known.incarnation);
  }
  const node = known ?? newNode(state, hello.node, now);
  if (known === undefined) state.nodes.set(hello.node, node);
  const isNew = known === undefined || node.left;
  const changed =
    isNew || hello.incarnation > node.incarnation || hello.zone !== node.zone || !sameGroups(node, hello);
  if (node.session !== undefined && node.session !== session) {
    state.sessions.delete(node.session);
    turn.out.push({
      type: "disconnect",
      session: node.session,
      reason: "the node opened a newer connection",
    });
  }
  if (hello.incarnation > node.incarnation) startAgain(turn, node, hello, known !== undefined);
  else excuse(node.detector, now);
  state.sessions.set(session, hello.node);
  enroll(state, node, hello.memberships);
  Object.assign(node, {
    session,
    zone: hello.zone,
    listen: hello.listen,
    joined: true,
    left: false,
    // Views go on counting: a node that hears its welcome twice must not take a new view for one that it has.
    view: [],
    peers: [],
    directAt: now,
    ackedSlot: Number.NEGATIVE_INFINITY,
  });
  if (node.hungUpAt !== undefined) noteReturn(turn);
  heardAgain(node);
  if (isNew) reviseLinks(state, node);
  if (changed) turn.state.unsavedNodes.add(node.node);
  if (isNew) {
    record(turn, "nodeJoined", { node: node.node }, `${node.node} joined`, { software: hello.software });
  }
  welcome(turn, session, hello);
  judge(turn, node);
  touchGroupsOf(turn, node);
}

function sameGroups(node: NodeState, hello: Hello): boolean {
  const names = (list: readonly Membership[]) => list.map((one) => one.group).join();
  return names(node.memberships) === names(hello.memberships);
}

function welcome(turn: Turn, session: SessionId, hello: Hello): void {
  const { settings, term } = turn.state;
  turn.out.push({
    type: "send",
    session,
    message: {
      type: "welcome",
      protocol: Math.min(hello.protocolMax, settings.protocol.max),
      software: settings.software,
      cluster: settings.cluster,
      coordinator: settings.coordinator,
      term,
    },
  });
}

/** Another daemon with the same name, started later, has taken this one's place. */
function refuse(turn: Turn, session: SessionId, hello: Hello, newest: number): void {
  const { settings } = turn.state;
  turn.state.staleMessages += 1;
  const reason =
    `${hello.node} was started again since (incarnation ${newest}, this is ${hello.incarnation}): ` +
    `two daemons share this name, or the data folder is an old copy`;
  turn.out.push(
    {
      type: "send",
      session,
      message: {
        type: "refused",
        code: "stale",
        reason,
        protocolMin: settings.protocol.min,
        protocolMax: settings.protocol.max,
        software: settings.software,
      },
    },
    { type: "disconnect", session, reason },
  );
  record(turn, "nodeRefused", { node: hello.node }, reason);
}

function startAgain(turn: Turn, node: NodeState, hello: Hello, wasKnown: boolean): void {
  const before = node.incarnation;
  node.incarnation = hello.incarnation;
  node.report = { version: 0, services: [] };
  node.lastSequence = 0;
  restarted(node.detector, turn.now);
  forgetArrivals(node.recording);
  if (wasKnown && before > 0 && node.joined) {
    const facts = { before, incarnation: hello.incarnation };
    record(turn, "nodeRestarted", { node: node.node }, `${node.node} was started again`, facts);
  }
}

/**
 * More views than one coordinator sends to one node. Versions grow over hellos and over terms: a heartbeat that a peer
 * carries may name a view of another connection, or of the coordinator before, and must not pass for one of this.
 */
const VIEWS_MAX = 1_000_000_000;

export function newNode(state: ClusterState, node: NodeId, now: Instant): NodeState {
  return {
    node,
    incarnation: incarnation(0),
    zone: "",
    listen: "",
    memberships: [],
    groups: [],
    session: undefined,
    joined: false,
    left: false,
    draining: false,
    detector: detectorFor(state, now),
    recording: newRecording(),
    lateBeats: 0,
    lateToldAt: instant(Number.NEGATIVE_INFINITY),
    verdict: "alive",
    since: now,
    report: { version: 0, services: [] },
    lastSequence: 0,
    ackedSlot: Number.NEGATIVE_INFINITY,
    directAt: instant(Number.NEGATIVE_INFINITY),
    carriedAt: instant(Number.NEGATIVE_INFINITY),
    carrier: undefined,
    carried: false,
    inquiry: undefined,
    hungUpAt: undefined,
    awaySince: undefined,
    goneAt: undefined,
    pace: newPace(),
    viewVersion: state.term * VIEWS_MAX,
    view: [],
    viewSentAt: instant(0),
    peers: [],
    asked: undefined,
    place: newPlace(),
    armedAt: undefined,
  };
}

/** Adds a node that the store knows: its silence counts from the start of this coordinator. */
export function restoreNode(state: ClusterState, stored: StoredNode, now: Instant): void {
  const node = newNode(state, stored.node, now);
  state.nodes.set(node.node, node);
  node.incarnation = stored.incarnation;
  node.zone = stored.zone;
  node.left = stored.left;
  node.draining = stored.draining;
  // Addresses and capacities come with the next hello; until then the node counts as a member that is not there.
  const memberships = stored.groups.map((group) => ({
    group,
    address: "",
    capacity: 0,
    priority: 0,
    promoteTimeoutMs: 0,
    demoteTimeoutMs: 0,
    hasStatus: false,
  }));
  enroll(state, node, memberships);
}

function detectorFor(state: ClusterState, now: Instant): Detector {
  const { detector, intervalMs } = state.settings;
  const tuning = { law: detector.law, intervalMs, missed: detector.missed, capMs: detector.capMs };
  return newDetector(tuning, now, experienced(state));
}

/** The detector of a node that is heard, so that a new one need not learn the network from nothing. */
function experienced(state: ClusterState): Detector | undefined {
  for (const node of state.nodes.values()) if (node.joined && node.verdict === "alive") return node.detector;
  return undefined;
}

/** A regular stop: nothing is suspected, and what the node gave back is free at once. */
export function takeLeave(turn: Turn, session: SessionId, leave: Leave): void {
  const node = turn.state.nodes.get(leave.node);
  if (node === undefined || node.session !== session || leave.incarnation !== node.incarnation) return;
  node.left = true;
  node.since = turn.now;
  reviseLinks(turn.state, node);
  turn.state.unsavedNodes.add(node.node);
  record(turn, "nodeLeft", { node: node.node }, `${node.node} said goodbye`);
  for (const { move } of turn.state.groups.values()) if (move?.from === node.node) move.planned = true;
  touchGroupsOf(turn, node);
}

export function takeDisconnect(turn: Turn, session: SessionId): void {
  const name = turn.state.sessions.get(session);
  if (name === undefined) return;
  turn.state.sessions.delete(session);
  const node = turn.state.nodes.get(name);
  if (node === undefined || node.session !== session) return;
  node.session = undefined;
  hungUp(turn, node);
  touchGroupsOf(turn, node);
}

/** Start-up grace: whoever this coordinator knows of from the one before it is waited for. */
export function noteGrace(turn: Turn): void {
  const waited = [...turn.state.nodes.values()].filter((node) => !node.left).length;
  if (waited === 0) return;
  const ms = Math.round(between(turn.now, startGraceUntil(turn.state)));
  const text = `${waited} known nodes are waited for: their silence counts from now, and for ${ms} ms no group that never had an active is given to one while others are missing`;
  record(turn, "startGraceBegan", {}, text, { nodes: waited, forMs: ms });
}
