/** What a node makes of the coordinator's messages. */
import { lateAckIntervals } from "../acking.ts";
import { unreachable } from "../assert.ts";
import type { Term } from "../ids.ts";
import type { Ack, CoordinatorMessage, GroupView, View, Welcome } from "../wire.ts";
import { takeSent } from "./beat.ts";
import { giveUp, welcomed } from "./connection.ts";
import { askStatus } from "./hooks.ts";
import { noteStored } from "./in-sync.ts";
import { renewed } from "./lease.ts";
import { isPromisedAway, keepOldPromises } from "./failsafe.ts";
import { handOver, takePeers } from "./peers.ts";
import { close } from "./role.ts";
import { type AgentState, type ServiceState, type Turn, isSelf, see } from "./state.ts";
import { answerProbe } from "./witness.ts";

/** A message on our own link to the coordinator. */
export function takeMessage(turn: Turn, message: CoordinatorMessage): void {
  if (message.type === "ack" && message.term >= turn.state.term) noteAnswer(turn, message);
  switch (message.type) {
    case "welcome":
      return takeWelcome(turn, message);
    case "refused":
      turn.out.push({
        type: "log",
        level: "error",
        text: `the coordinator refused this node: ${message.reason}`,
        facts: { code: message.code },
      });
      return giveUp(turn, `refused: ${message.reason}`);
    case "ack":
      return takeAck(turn, message);
    case "view":
      return takeView(turn, message);
    case "probe":
      return answerProbe(turn, message);
    case "relay":
      return handOver(turn, message);
    default:
      return unreachable(message);
  }
}

/**
 * A message on the link that was given up. TCP says a lost packet again after 200 ms, 600 ms and 1.4 s in all, and what it brings
 * then may be just what the lease needs.
 */
export function takeLate(turn: Turn, message: CoordinatorMessage): void {
  if (message.type === "ack") takeAck(turn, message);
  if (message.type === "view") takeView(turn, message);
}

/** Our own link works. A pulse's ack, which answers no heartbeat, does not say whether we are to have a lease. */
function noteAnswer({ state, now }: Turn, ack: Ack): void {
  state.directAckAt = now;
  if (ack.sequence === 0) return;
  state.ackMayBeLate = lateAckIntervals(ack, state.ackedSequence);
  state.ackedSequence = ack.sequence;
}

function takeWelcome(turn: Turn, welcome: Welcome): void {
  if (isStale(turn.state, welcome)) return giveUp(turn, `its term ${welcome.term} is over`);
  enterTerm(turn.state, welcome.term);
  welcomed(turn);
}

/** Another coordinator leads, or one that was started again: it counts its orders from the beginning. */
function enterTerm(state: AgentState, term: Term): void {
  if (term === state.term) return;
  state.term = term;
  for (const { status } of state.services.values()) status.orderNumber = 0;
}

/** SAFETY rule 7: what a coordinator of an earlier term says is dropped and counted. */
function isStale(state: AgentState, message: { readonly term: number }): boolean {
  if (message.term >= state.term) return false;
  state.staleMessages += 1;
  return true;
}

export function takeAck(turn: Turn, ack: Ack): void {
  const { state, now } = turn;
  if (isStale(state, ack) || ack.incarnation !== state.incarnation) return;
  enterTerm(state, ack.term);
  if (ack.sequence === 0 || ack.sequence > state.sentBefore) {
    state.reportKnown = Math.max(state.reportKnown, ack.reportVersion);
  }
  const sentAt = takeSent(state, ack.sequence);
  if (sentAt === undefined || state.stopping) return;
  for (const grant of ack.leases) {
    const service = state.services.get(grant.group);
    if (service === undefined) continue;
    if (grant.epoch < service.seenEpoch) {
      state.staleMessages += 1;
      continue;
    }
    // The terms of what an earlier start may have promised come with the view, which is said again until it is known.
    if (service.view === undefined || isPromisedAway(service, grant.epoch, now)) continue;
    // What was given back is not taken up again; a lease comes back with a larger epoch only.
    if (grant.epoch <= service.closedEpoch) continue;
    see(turn, service, grant.epoch);
    service.lease = renewed(service.lease, grant, sentAt, now);
    noteStored(service, grant, now);
  }
}

export function takeView(turn: Turn, view: View): void {
  const { state } = turn;
  if (isStale(state, view)) return;
  enterTerm(state, view.term);
  if (view.version <= state.viewVersion) return;
  state.viewVersion = view.version;
  takePeers(turn, view.peers);
  for (const group of view.groups) {
    const service = state.services.get(group.group);
    if (service !== undefined) takeGroup(turn, service, group);
  }
}

function takeGroup(turn: Turn, service: ServiceState, view: GroupView): void {
  // Where all members serve, nobody's epoch fences anybody: one that is behind hides no later order.
  if (view.mode === "active-passive" && view.epoch < service.seenEpoch) {
    // The coordinator's store is behind; our report tells it, and it counts on from there (SAFETY rule 11).
    turn.state.staleMessages += 1;
    return;
  }
  if (service.view === undefined || view.epoch > service.view.epoch) {
    service.followAgainAt = turn.now;
    service.failures = service.role === "demoting" ? service.failures : 0;
  }
  keepOldPromises(turn.state, service, view);
  service.view = view;
  see(turn, service, view.epoch);
  if (view.order === "release") close(turn, service, view.orderEpoch);
  if (view.orderNumber > service.status.orderNumber) {
    service.status.orderNumber = view.orderNumber;
    askStatus(service, turn.now);
  }
  // A lease only travels in an ack (rule 1): ask for it now rather than at the next slot.
  if (isSelf(turn.state, view.active) && view.epoch > service.closedEpoch && service.lease === undefined) {
    turn.urgent = true;
  }
}
