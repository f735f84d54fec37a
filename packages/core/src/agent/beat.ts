/**
 * Heartbeats on an absolute grid: slot n leaves n intervals after the start, late ones do not push the next ones back,
 * and slots that were missed are not made up for. News leaves at once, as a heartbeat that repeats the last slot.
 */
import { type Instant, after, between } from "../time.ts";
import type { Heartbeat } from "../wire.ts";
import { beatPeers, carriersOf, relayBeat } from "./peers.ts";
import type { AgentState, Turn } from "./state.ts";

/** Heartbeats whose ack may still count; at 100 ms apart this is longer than any lease worth having. */
const SENT_MAX = 256;

export function nextBeatAt(state: AgentState): Instant | undefined {
  if (state.connection.phase !== "up" && state.peers.size === 0) return undefined;
  return after(state.gridOrigin, state.nextSlot * state.settings.intervalMs);
}

/** Takes the slot that has come, if one has, and notes how late that is: so late does the main loop run. */
function takeSlot(state: AgentState, now: Instant): boolean {
  const { gridOrigin, nextSlot, settings } = state;
  const lateMs = between(after(gridOrigin, nextSlot * settings.intervalMs), now);
  if (lateMs < 0) return false;
  state.loopLagMs = Math.round(lateMs);
  state.nextSlot = Math.floor(between(gridOrigin, now) / settings.intervalMs) + 1;
  return true;
}

/** There is nobody to send to from now on: what is late by now is still the loop's fault, and what follows is not. */
export function restBeats(state: AgentState, now: Instant): void {
  if (nextBeatAt(state) === undefined) takeSlot(state, now);
}

/** There is somebody to send to again: slots that passed meanwhile were nobody's to take. */
export function resumeBeats(state: AgentState, now: Instant): void {
  const { loopLagMs } = state;
  if (nextBeatAt(state) === undefined && takeSlot(state, now)) state.loopLagMs = loopLagMs;
}

/** Sends a heartbeat where its slot has come, or where there is news. */
export function beat(turn: Turn): void {
  const { state, now } = turn;
  const dueAt = nextBeatAt(state);
  if (dueAt === undefined) return;
  const due = takeSlot(state, now);
  if (!due && !turn.urgent) return;
  if (due) beatPeers(turn);
  const direct = state.connection.phase === "up";
  if (!direct && carriersOf(state, now).length === 0) return;
  state.sequence += 1;
  state.sent = [...state.sent.slice(1 - SENT_MAX), { sequence: state.sequence, sentAt: now }];
  const message = heartbeat(state, now);
  if (direct) {
    const slotAt = after(state.gridOrigin, message.slot * state.settings.intervalMs);
    const said = { saidAt: now, slotAt, waits: due && message.report === undefined };
    turn.out.push({ type: "send", attempt: state.attempt, message, said });
  }
  relayBeat(turn, message);
}

function heartbeat(state: AgentState, now: Instant): Heartbeat {
  const known = state.reportKnown >= state.report.version;
  return {
    type: "heartbeat",
    node: state.settings.node,
    incarnation: state.incarnation,
    sequence: state.sequence,
    slot: Math.max(0, state.nextSlot - 1),
    sentAtMs: Math.round(now),
    loopLagMs: Math.max(0, state.loopLagMs),
    viewVersion: state.viewVersion,
    ...(known ? {} : { report: state.report }),
  };
}

/**
 * Finds when an acked heartbeat left, and forgets it and the older ones.
 *
 * @returns undefined where no such heartbeat is under way on this connection
 */
export function takeSent(state: AgentState, sequence: number): Instant | undefined {
  const found = state.sent.find((one) => one.sequence === sequence);
  if (found === undefined) return undefined;
  state.sent = state.sent.filter((one) => one.sequence > sequence);
  return found.sentAt;
}
