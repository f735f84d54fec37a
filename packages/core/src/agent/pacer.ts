/**
 * What the daemon's sending thread says to the coordinator, and when.
 *
 * ```
 *   grid        |         |         |         |         |
 *   main loop   o         o         ············· o     o      says its heartbeat, is late, says it
 *   leaves       ♥         ♥         p         p♥        ♥     a tenth of an interval after the grid
 * ```
 *
 * The main loop says its heartbeats when their slots come, as well as it keeps time. They leave a tenth of an interval
 * later, on the grid to the millisecond, so that a loop which is late by less than that is not seen at all. Where the
 * heartbeat of a slot is not there by then, a pulse leaves in its place: the process lives, and its main loop has said
 * nothing for so long. News does not wait, and nothing is overtaken.
 *
 * A pulse is no heartbeat. It renews no lease and is acked with none, so what the main loop did not say itself lengthens
 * nothing: a loop that is stuck for longer than its lease has lost it (SAFETY rules 1 and 8).
 */
import type { Incarnation, NodeId } from "../ids.ts";
import { type Step, stay } from "../step.ts";
import { type Instant, after, between } from "../time.ts";
import type { Heartbeat, NodeMessage, Pulse } from "../wire.ts";

/** How long after its slot a heartbeat leaves, and is waited for, in intervals; its lease counts from the slot. */
const PATIENCE = 0.1;

/** The grid of one connection, from the first heartbeat on it. */
interface Grid {
  readonly attempt: number;
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  /** The newest slot that was said, and its instant. */
  slot: number;
  slotAt: Instant;
}

export interface PacerState {
  readonly intervalMs: number;
  /** Undefined where nothing is to be said: before the first heartbeat, after the goodbye, without a connection. */
  grid: Grid | undefined;
  /** A heartbeat whose instant has not come. */
  held: Heartbeat | undefined;
  /** When the main loop last said something. */
  saidAt: Instant;
}

export type PacerEvent =
  /** The main loop said something; `slotAt` is the instant of a heartbeat's slot on the grid. */
  | {
      readonly type: "said";
      readonly attempt: number;
      readonly message: NodeMessage;
      readonly slotAt?: Instant | undefined;
    }
  /** The connection has ended, or is to end. */
  | { readonly type: "ended"; readonly attempt: number }
  | { readonly type: "woke" };

export interface PacerEffect {
  readonly type: "send";
  readonly attempt: number;
  readonly message: NodeMessage | Pulse;
}

export function newPacer(intervalMs: number, now: Instant): PacerState {
  return { intervalMs, grid: undefined, held: undefined, saidAt: now };
}

export function stepPacer(
  state: PacerState,
  event: PacerEvent,
  now: Instant,
): Step<PacerState, PacerEffect> {
  switch (event.type) {
    case "said":
      return { state, effects: take(state, event, now) };
    case "ended":
      if (event.attempt === state.grid?.attempt) end(state);
      return stay(state);
    case "woke":
      return { state, effects: [...release(state, now), ...pulse(state, now)] };
  }
}

/** When the shell must call {@link stepPacer} again even if nothing else happens. */
export function nextPacerWake(state: PacerState): Instant | undefined {
  const { grid, held, intervalMs } = state;
  if (grid === undefined) return undefined;
  const next = held === undefined ? after(grid.slotAt, intervalMs) : grid.slotAt;
  return after(next, PATIENCE * intervalMs);
}

function take(
  state: PacerState,
  { attempt, message, slotAt }: Extract<PacerEvent, { type: "said" }>,
  now: Instant,
): PacerEffect[] {
  const before = flush(state);
  state.saidAt = now;
  if (message.type !== "heartbeat" || slotAt === undefined) {
    if (message.type === "leave") end(state);
    return [...before, { type: "send", attempt, message }];
  }
  const isInTurn = isNext(state, attempt, message);
  const { node, incarnation, slot } = message;
  if (isInTurn) state.grid = { attempt, node, incarnation, slot, slotAt };
  // What the coordinator does not know yet goes at once.
  const waits = isInTurn && message.report === undefined && now < leavesAt(state, slotAt);
  if (!waits) return [...before, { type: "send", attempt, message }];
  state.held = message;
  return before;
}

/** Whether nothing was sent for the heartbeat's slot yet. */
function isNext({ grid }: PacerState, attempt: number, { slot, incarnation }: Heartbeat): boolean {
  return grid === undefined || grid.attempt !== attempt || grid.incarnation !== incarnation || slot > grid.slot;
}

function leavesAt(state: PacerState, slotAt: Instant): Instant {
  return after(slotAt, PATIENCE * state.intervalMs);
}

/** The held heartbeat, at its instant. */
function release(state: PacerState, now: Instant): PacerEffect[] {
  const { grid, held } = state;
  return held === undefined || grid === undefined || now < leavesAt(state, grid.slotAt) ? [] : flush(state);
}

function flush(state: PacerState): PacerEffect[] {
  const { grid, held } = state;
  state.held = undefined;
  return held === undefined || grid === undefined
    ? []
    : [{ type: "send", attempt: grid.attempt, message: held }];
}

/** A pulse for the newest slot of which the main loop has said nothing in time; slots before it are not made up for. */
function pulse(state: PacerState, now: Instant): PacerEffect[] {
  const { grid, intervalMs, saidAt } = state;
  if (grid === undefined) return [];
  const missed = Math.floor(between(leavesAt(state, grid.slotAt), now) / intervalMs);
  if (missed < 1) return [];
  grid.slot += missed;
  grid.slotAt = after(grid.slotAt, missed * intervalMs);
  const { attempt, node, incarnation, slot } = grid;
  const message: Pulse = { type: "pulse", node, incarnation, slot, loopSilentMs: between(saidAt, now) };
  return [{ type: "send", attempt, message }];
}

function end(state: PacerState): void {
  state.grid = undefined;
  state.held = undefined;
}
