/** Heartbeats, with the reports that they carry; and what hooks said. */
import type { Heartbeat, HookResult, Relay, Report } from "../../wire.ts";
import type { SessionId } from "../events.ts";
import { ack, ackIfDue } from "./acks.ts";
import { type Path, isCarried } from "./paths.ts";
import { noteLastWords, saidBefore } from "../failover/positions.ts";
import { isBacklog, noteLate } from "./late.ts";
import { noteLag } from "./pace.ts";
import { heardFrom } from "./silence.ts";
import type { NodeState, Turn } from "../state.ts";
import { record, touchGroupsOf } from "../turn.ts";

/** A heartbeat on the node's own link. */
export function takeHeartbeat(turn: Turn, session: SessionId, heartbeat: Heartbeat): void {
  const { state, now } = turn;
  const node = state.nodes.get(heartbeat.node);
  if (node === undefined || node.session !== session || heartbeat.incarnation !== node.incarnation) {
    state.staleMessages += 1;
    return;
  }
  node.directAt = now;
  takeBeat(turn, node, heartbeat, { session, carrier: undefined });
}

/** A heartbeat that a peer carries for a node which lost its own link. */
export function takeRelay(turn: Turn, session: SessionId, relay: Relay): void {
  const { state, now } = turn;
  const carrier = state.sessions.get(session);
  const node = state.nodes.get(relay.node);
  const { message } = relay;
  if (carrier === undefined || node === undefined || message.type !== "heartbeat") return;
  const own = state.nodes.get(carrier)?.memberships ?? [];
  const isPeer = node.memberships.some((one) => own.some((other) => other.group === one.group));
  if (!isPeer || message.node !== node.node || message.incarnation !== node.incarnation || node.left) {
    state.staleMessages += 1;
    return;
  }
  node.carriedAt = now;
  node.carrier = carrier;
  takeBeat(turn, node, message, { session, carrier });
}

function takeBeat(turn: Turn, node: NodeState, heartbeat: Heartbeat, path: Path): void {
  const { now } = turn;
  if (heartbeat.sequence < node.lastSequence) return noteLate(turn, node);
  // A second copy came by another way, and by that way its ack may get through where the first one's does not.
  if (heartbeat.sequence === node.lastSequence) return ack(turn, node, heartbeat, path);
  node.lastSequence = heartbeat.sequence;
  noteLag(turn, node, heartbeat.loopLagMs);
  if (isBacklog(turn, node, heartbeat)) noteLate(turn, node);
  heardFrom(turn, node, heartbeat.slot);
  if (heartbeat.report !== undefined && heartbeat.report.version > node.report.version) {
    if (rolesOf(heartbeat.report) !== rolesOf(node.report)) node.since = now;
    noteLastWords(turn, node, heartbeat.report, heartbeat.sentAtMs);
    node.report = heartbeat.report;
    touchGroupsOf(turn, node);
  }
  if (heartbeat.viewVersion < node.viewVersion) {
    saidBefore(turn.state, node, heartbeat.viewVersion);
    repeatView(turn, node);
  }
  noteConfirmed(turn, node, heartbeat.viewVersion);
  noteCarried(turn, node);
  ackIfDue(turn, node, heartbeat, path);
}

/** People are told when a node begins, or ceases, to be heard through a peer only. */
function noteCarried(turn: Turn, node: NodeState): void {
  const carried = isCarried(turn.state, node, turn.now);
  if (carried === node.carried) return;
  node.carried = carried;
  node.since = turn.now;
  touchGroupsOf(turn, node);
  const { node: name } = node;
  if (carried) {
    const text = `${name} lost its link to the coordinator; ${node.carrier ?? "a peer"} carries its heartbeats`;
    record(turn, "nodeUnreachable", { node: name }, text, { carrier: node.carrier ?? "" });
  } else {
    record(turn, "nodeReachable", { node: name }, `${name} has its own link to the coordinator again`);
  }
}

/** The active knows of the members that it was told of: from now on they may be promoted (failsafe groups). */
function noteConfirmed(turn: Turn, node: NodeState, viewVersion: number): void {
  for (const group of node.groups) {
    if (group.proposed === undefined || group.holder !== node.node) continue;
    if (viewVersion < group.proposed.viewVersion) continue;
    group.members = group.proposed.members;
    // Until a moment ago it counted on fewer promises than these: what those gave it ends a whole lease later at most.
    group.lastAckAt = turn.now;
    group.proposed = undefined;
    turn.unsavedGroups.add(group);
  }
}

function rolesOf(report: Report): string {
  return report.services.map((service) => `${service.group}:${service.role}`).join();
}

/** Says the view again to a node that does not have it, unless it may still be on its way. */
function repeatView(turn: Turn, node: NodeState): void {
  if (turn.now - node.viewSentAt < 2 * turn.state.settings.intervalMs) return;
  node.view = [];
  touchGroupsOf(turn, node);
}

export function takeHookResult(turn: Turn, result: HookResult): void {
  const group = turn.state.groups.get(result.group);
  if (group === undefined) return;
  const end = result.ok
    ? "succeeded"
    : result.timedOut
      ? "timed out"
      : `failed (exit status ${result.exitCode})`;
  const text = `${result.hook} hook on ${result.node} ${end} after ${Math.round(result.durationMs)} ms`;
  const facts = {
    hook: result.hook,
    hookEpoch: result.epoch,
    exitCode: result.exitCode,
    durationMs: Math.round(result.durationMs),
    output: result.output,
  };
  record(turn, result.ok ? "hookSucceeded" : "hookFailed", { group, node: result.node }, text, facts);
}
