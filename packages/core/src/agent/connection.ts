/**
 * The connection to a coordinator: one at a time, the next in the list after each failure. Beside it only the one that was given
 * up last is kept, until another is open, for what may still come on it.
 *
 * Waits grow exponentially with full jitter (each is a random part of the whole), so that ten thousand nodes do not
 * return at one instant. A node whose lease is running comes back first: its waits stay short. Peers carry for the others
 * meanwhile.
 */
import { assert } from "../assert.ts";
import { nextRandom } from "../rng.ts";
import { type Instant, after, between, earliest } from "../time.ts";
import { restBeats, resumeBeats } from "./beat.ts";
import { leaseLeftMs } from "./lease.ts";
import type { AgentState, Turn } from "./state.ts";

const WAIT_LONGEST_MS = 5_000;
const WAIT_FIRST_HOLDER_MS = 100;
/** A holder tries at least this often, so that a coordinator that restarts in half a lease finds it in time. */
const WAIT_LONGEST_HOLDER_MS = 200;
/**
 * A connection and its welcome. A coordinator to which all return at once lets one in after the other, 10,000 in 7 s on two
 * cores (`pnpm bench ingest --storm`). Who gives up sooner lets it work for nothing, and comes again; where all do, nobody gets
 * through: with 3 s it took minutes.
 */
const OPEN_TIMEOUT_MS = 10_000;
/** A holder waits for half the time that its lease has left, so that it can try once more, but not less than a slow WAN takes. */
const OPEN_TIMEOUT_HOLDER_MS = 700;

/** How long an open connection may stay without an ack where each heartbeat is acked: so many, and no less than this. */
const ACK_TIMEOUT_INTERVALS = 5;
const ACK_TIMEOUT_MS = 500;

/** How long the open connection may stay without an ack. */
export function ackTimeoutMs({ settings, ackMayBeLate }: AgentState): number {
  return Math.max(ACK_TIMEOUT_MS, (ACK_TIMEOUT_INTERVALS + ackMayBeLate) * settings.intervalMs);
}

/** Opens, gives up or waits, as the clock asks. */
export function tendConnection(turn: Turn): void {
  const { state, now } = turn;
  const { connection } = state;
  if (state.left) return;
  switch (connection.phase) {
    case "waiting":
      if (now >= connection.until) open(turn);
      return;
    case "connecting":
    case "greeting":
      if (now >= connection.deadline) giveUp(turn, "no answer in time");
      return;
    case "up":
      if (between(state.directAckAt, now) >= ackTimeoutMs(state)) {
        fade(turn, `no ack for ${ackTimeoutMs(state)} ms`);
      }
  }
}

export function nextConnectionAt(state: AgentState): Instant | undefined {
  const { connection } = state;
  if (state.left) return undefined;
  switch (connection.phase) {
    case "waiting":
      return connection.until;
    case "connecting":
    case "greeting":
      return connection.deadline;
    case "up":
      return earliest(after(state.directAckAt, ackTimeoutMs(state)));
  }
}

function open(turn: Turn): void {
  const { state, now } = turn;
  state.attempt += 1;
  const url = state.settings.coordinators[(state.attempt - 1) % state.settings.coordinators.length];
  assert(url !== undefined, "the configuration names a coordinator");
  const leftMs = leaseLeftMs(state, now);
  const timeout = leftMs > 0 ? Math.max(OPEN_TIMEOUT_HOLDER_MS, leftMs / 2) : OPEN_TIMEOUT_MS;
  state.connection = { phase: "connecting", deadline: after(now, timeout) };
  turn.out.push({ type: "connect", attempt: state.attempt, url });
}

/** The connection is open: say hello and wait for the welcome. */
export function linkOpened(turn: Turn): void {
  const { state, now } = turn;
  if (state.connection.phase !== "connecting") return;
  state.connection = { phase: "greeting", deadline: state.connection.deadline };
  const { settings } = state;
  turn.out.push({
    type: "send",
    attempt: state.attempt,
    message: {
      type: "hello",
      protocolMin: settings.protocol.min,
      protocolMax: settings.protocol.max,
      software: settings.software,
      node: settings.node,
      incarnation: state.incarnation,
      zone: settings.zone,
      listen: settings.listen,
      intervalMs: settings.intervalMs,
      memberships: settings.services.map((service) => ({
        group: service.group,
        address: service.address,
        capacity: service.capacity,
        priority: service.priority,
        promoteTimeoutMs: service.hooks.promote?.timeoutMs ?? 0,
        demoteTimeoutMs: service.hooks.demote?.timeoutMs ?? 0,
        hasStatus: service.hooks.status !== undefined,
      })),
    },
  });
  state.directAckAt = now;
}

/** The coordinator took us in. What it knew of our reports is another connection's knowledge. */
export function welcomed(turn: Turn): void {
  const { state, now } = turn;
  if (state.connection.phase !== "greeting") return;
  resumeBeats(state, now);
  state.connection = { phase: "up" };
  state.failedTries = 0;
  state.directAckAt = now;
  state.ackMayBeLate = 0;
  state.reportKnown = 0;
  state.viewVersion = 0;
  state.sentBefore = state.sequence;
  dropFading(turn, "another connection is open");
  turn.urgent = true;
  for (const message of state.notices) turn.out.push({ type: "send", attempt: state.attempt, message });
  state.notices = [];
}

/** The connection ended, or never came to be. */
export function linkClosed(turn: Turn, reason: string): void {
  const { state, now } = turn;
  if (state.connection.phase === "waiting") return;
  const wasUp = state.connection.phase === "up";
  // Of those who were disconnected at one instant the holders come first, and the others over an interval.
  const [first, longest] =
    leaseLeftMs(state, now) > 0
      ? [WAIT_FIRST_HOLDER_MS, WAIT_LONGEST_HOLDER_MS]
      : [state.settings.intervalMs, WAIT_LONGEST_MS];
  const whole = Math.min(longest, first * 2 ** Math.min(state.failedTries, 10));
  const url = state.settings.coordinators[(state.attempt - 1) % state.settings.coordinators.length] ?? "";
  if (wasUp || state.failedTries < 3 || state.failedTries % 20 === 0) {
    const facts = { coordinator: url, reason, failedTries: state.failedTries };
    turn.out.push({ type: "log", level: "warn", text: `no connection to ${url}: ${reason}`, facts });
  }
  state.failedTries += 1;
  state.connection = { phase: "waiting", until: after(now, whole * nextRandom(state.random)) };
  if (wasUp) restBeats(state, now);
}

/** Ends the connection from our side and waits for the next try. */
export function giveUp(turn: Turn, reason: string): void {
  turn.out.push({ type: "disconnect", attempt: turn.state.attempt, reason });
  linkClosed(turn, reason);
}

/** Looks for another connection, and keeps this one for what may still come on it. */
function fade(turn: Turn, reason: string): void {
  const { state } = turn;
  dropFading(turn, reason);
  state.fading = state.attempt;
  turn.out.push({ type: "fallSilent", attempt: state.attempt });
  linkClosed(turn, reason);
}

function dropFading({ state, out }: Turn, reason: string): void {
  if (state.fading !== undefined) out.push({ type: "disconnect", attempt: state.fading, reason });
  state.fading = undefined;
}
