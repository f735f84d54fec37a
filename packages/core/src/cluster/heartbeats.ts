/** Heartbeats, with the reports that they carry and the acks that answer them; and what hooks said. */
import { arrived } from "../detector/detector.ts";
import type { Heartbeat, HookResult, Report } from "../wire.ts";
import type { SessionId } from "./events.ts";
import { leasesFor } from "./leases.ts";
import { saidBefore } from "./positions.ts";
import { judge } from "./silence.ts";
import type { NodeState, Turn } from "./state.ts";
import { record, touchGroupsOf } from "./turn.ts";

export function takeHeartbeat(turn: Turn, session: SessionId, heartbeat: Heartbeat): void {
  const { state, now } = turn;
  const node = state.nodes.get(heartbeat.node);
  if (node === undefined || node.session !== session || heartbeat.incarnation !== node.incarnation) {
    state.staleMessages += 1;
    return;
  }
  if (heartbeat.sequence <= node.lastSequence) return;
  node.lastSequence = heartbeat.sequence;
  node.loopLagMs = heartbeat.loopLagMs;
  arrived(node.detector, heartbeat.slot, now);
  if (node.verdict !== "alive") judge(turn, node);
  if (heartbeat.report !== undefined && heartbeat.report.version > node.report.version) {
    if (rolesOf(heartbeat.report) !== rolesOf(node.report)) node.since = now;
    node.report = heartbeat.report;
    touchGroupsOf(turn, node);
  }
  if (heartbeat.viewVersion < node.viewVersion) {
    saidBefore(state, node, heartbeat.viewVersion);
    repeatView(turn, node);
  }
  turn.out.push({
    type: "send",
    session,
    message: {
      type: "ack",
      term: state.term,
      incarnation: node.incarnation,
      sequence: heartbeat.sequence,
      reportVersion: node.report.version,
      leases: leasesFor(state, node, now),
    },
  });
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
