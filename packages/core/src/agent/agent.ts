/**
 * The node's machine: heartbeats, leases, checks and roles of all services on one host.
 *
 * One turn: take the event in, tend the connection, run what is due, walk each service's role, and only then speak:
 * gates first (an ended lease closes before anything else happens), then what must be on disk, then the heartbeat that
 * tells the coordinator, then hooks and checks.
 */
import { assert, unreachable } from "../assert.ts";
import type { GroupId, NodeId } from "../ids.ts";
import { type Step } from "../step.ts";
import { type Instant, earliest } from "../time.ts";
import type { PeerMessage } from "../wire.ts";
import { beat, nextBeatAt } from "./beat.ts";
import { concluded, hasten, nextCheckAt, runDue } from "./checks.ts";
import { giveUp, linkClosed, linkOpened, nextConnectionAt, tendConnection } from "./connection.ts";
import type { AgentEffect, AgentEvent, AgentMemory, AgentStart } from "./events.ts";
import { forgetPromise, promiseEndsAt } from "./failsafe.ts";
import { gateOrders } from "./gate.ts";
import { hookEnded, nextStatusAt, runStatus, runTask } from "./hooks.ts";
import { holds } from "./lease.ts";
import { takeAck, takeLate, takeMessage, takeView } from "./messages.ts";
import { nextPeerAt, peerOpened, takePeerMessage, tendPeers } from "./peers.ts";
import { refreshReport } from "./report.ts";
import { close, forgetFailures, nextRoleAt, settleRole } from "./role.ts";
import type { AgentSettings } from "./settings.ts";
import { type AgentState, type ServiceState, type Turn, newAgentState, newRun } from "./state.ts";
import { peerHungUp, takeProbeEnded } from "./witness.ts";

/** A node as it starts: not connected, holding nothing, and with what an earlier start left behind to be demoted. */
export function createAgent(
  settings: AgentSettings,
  start: AgentStart,
  now: Instant,
): Step<AgentState, AgentEffect> {
  assert(settings.coordinators.length > 0, "a node knows a coordinator");
  return stepAgent(newAgentState(settings, start, now), { type: "woke" }, now);
}

export function stepAgent(state: AgentState, event: AgentEvent, now: Instant): Step<AgentState, AgentEffect> {
  const turn: Turn = { state, now, out: [], urgent: false, memoryChanged: false };
  if (state.left) return { state, effects: event.type === "saveFailed" ? [endAfter(event.detail)] : [] };
  take(turn, event);
  // A daemon that must end does nothing else first: what it would still save might fail again, and keep it from ending.
  if (state.left) return { state, effects: [...allGates(turn), ...turn.out] };
  tendConnection(turn);
  tendPeers(turn);
  for (const service of state.services.values()) tendService(turn, service);
  return { state, effects: speak(turn) };
}

/** When the shell must call {@link stepAgent} again even if nothing else happens. */
export function nextAgentWake(state: AgentState): Instant | undefined {
  if (state.left) return undefined;
  let first = earliest(nextConnectionAt(state), nextBeatAt(state), nextPeerAt(state));
  for (const service of state.services.values()) first = earliest(first, nextServiceAt(state, service));
  return first;
}

function nextServiceAt(state: AgentState, service: ServiceState): Instant | undefined {
  const own = earliest(service.lease?.until, nextRoleAt(service), promiseEndsAt(service));
  if (state.stopping) return own;
  return earliest(own, nextCheckAt(service.checks), nextStatusAt(service));
}

function take(turn: Turn, event: AgentEvent): void {
  const { state } = turn;
  switch (event.type) {
    case "linkOpened":
      if (event.attempt === state.attempt) linkOpened(turn);
      return;
    case "linkClosed":
      if (event.attempt === state.fading) state.fading = undefined;
      else if (event.attempt === state.attempt) linkClosed(turn, event.reason);
      return;
    case "received":
      if (event.attempt === state.fading) takeLate(turn, event.message);
      else if (event.attempt === state.attempt) takeMessage(turn, event.message);
      return;
    case "checkEnded":
      return takeCheck(turn, serviceOf(state, event.group), event);
    case "hookEnded":
      return hookEnded(turn, serviceOf(state, event.group), event.hook, event.run, event.end);
    case "gateTroubled":
      return takeTrouble(turn, serviceOf(state, event.group));
    case "peerOpened":
      return peerOpened(turn, event.peer);
    case "peerClosed":
      return peerHungUp(turn, event.peer);
    case "probeEnded":
      return takeProbeEnded(turn, event);
    case "peerReceived":
      return takeFromPeer(turn, event.peer, event.message);
    case "saveFailed":
      return stopUnsafe(turn, event.detail);
    case "stopRequested":
      return beginStop(turn);
    case "saved":
    case "woke":
      return;
    default:
      return unreachable(event);
  }
}

function takeFromPeer(turn: Turn, peer: NodeId, message: PeerMessage): void {
  const carried = takePeerMessage(turn, peer, message);
  if (carried?.type === "ack") takeAck(turn, carried);
  if (carried?.type === "view") takeView(turn, carried);
}

function serviceOf(state: AgentState, group: GroupId): ServiceState {
  const service = state.services.get(group);
  assert(service !== undefined, "the shell names only services that it was given");
  return service;
}

function takeCheck(
  turn: Turn,
  service: ServiceState,
  result: { readonly check: string; readonly run: number; readonly ok: boolean; readonly detail: string },
): void {
  const check = service.checks.find((one) => one.settings.name === result.check);
  assert(check !== undefined, "the shell names only checks that it was given");
  const before = check.verdict;
  concluded(check, result, turn.now);
  if (check.verdict === before) return;
  turn.urgent = true;
  const level = check.verdict === "healthy" ? "info" : "warn";
  const text = `${service.settings.group}: check ${result.check} is ${check.verdict}: ${result.detail}`;
  turn.out.push({ type: "log", level, text, facts: { group: service.settings.group } });
  forgetFailures(service);
}

/**
 * The gate saw connections break: a check now costs little and finds a dead service in a fraction of a second. One that has
 * seen a failure goes on at its own pace; clients that try again and again are no news to it.
 */
function takeTrouble(turn: Turn, service: ServiceState): void {
  const sound = service.checks.filter(({ settings, streak }) => settings.kind === "liveness" && streak >= 0);
  for (const check of sound) hasten(check, turn.now);
}

/** Epochs that cannot be kept must not be served at: end, and let the leases run out. */
function stopUnsafe(turn: Turn, detail: string): void {
  const { state } = turn;
  state.left = true;
  for (const service of state.services.values()) service.lease = undefined;
  const reason = `cannot write the data folder: ${detail}`;
  turn.out.push({ type: "log", level: "error", text: reason, facts: {} }, { type: "exit", reason });
}

/** The order to end went down with a save that failed: it is given again, without the goodbye. */
function endAfter(detail: string): AgentEffect {
  return { type: "exit", reason: `stopped as asked, but cannot write the data folder: ${detail}` };
}

function beginStop(turn: Turn): void {
  const { state } = turn;
  if (state.stopping) return;
  state.stopping = true;
  for (const service of state.services.values()) {
    if (service.lease !== undefined) close(turn, service, service.lease.epoch);
    if (service.role === "following") {
      service.role = "none";
      service.task = undefined;
    }
  }
}

function tendService(turn: Turn, service: ServiceState): void {
  const { state, now } = turn;
  const serves = service.role === "promoting" || service.role === "active";
  if (!serves && !holds(service.lease, now)) service.lease = undefined;
  forgetPromise(turn, service);
  // What a role waits for starts before what only watches: starting a program holds the daemon up for some milliseconds.
  do settleRole(turn, service);
  while (runTask(turn, service));
  if (!state.stopping) watch(turn, service);
}

function watch(turn: Turn, service: ServiceState): void {
  for (const check of service.checks) {
    const effect = runDue(check, service.settings.group, turn.now, () => newRun(turn.state));
    if (effect !== undefined) turn.out.push(effect);
  }
  runStatus(turn, service);
}

/** Puts the orders of a turn into the sequence that safety needs. */
function speak(turn: Turn): AgentEffect[] {
  const { state, now } = turn;
  refreshReport(state, now);
  beat(turn);
  const gates = allGates(turn);
  const save: AgentEffect[] = turn.memoryChanged ? [{ type: "save", memory: memoryOf(state) }] : [];
  if (state.stopping && !state.left && allQuiet(state)) leave(turn);
  const closing = gates.filter((effect) => !opens(effect));
  const programs = turn.out.filter(startsProgram);
  const rest = turn.out.filter((effect) => !startsProgram(effect));
  return [...closing, ...save, ...gates.filter(opens), ...rest, ...programs];
}

function allGates(turn: Turn): AgentEffect[] {
  return [...turn.state.services.values()].flatMap((service) => gateOrders(turn.state, service, turn.now));
}

/** Starting a program holds the daemon up for some milliseconds; nobody waits that long for a word. */
function startsProgram(effect: AgentEffect): boolean {
  return effect.type === "runHook" || effect.type === "runCheck";
}

/** A gate closes before anything else; it opens after what must be on disk by then. */
function opens(effect: AgentEffect): boolean {
  return effect.type === "gate" && effect.order.mode === "serve";
}

function memoryOf(state: AgentState): AgentMemory {
  return {
    groups: [...state.services.values()].map((service) => ({
      group: service.settings.group,
      seenEpoch: service.seenEpoch,
      servedEpoch: service.servedEpoch,
      releasedEpoch: service.releasedEpoch,
      ...(service.dataEpoch === undefined ? {} : { dataEpoch: service.dataEpoch }),
      ...(service.follow === undefined ? {} : { follow: service.follow }),
    })),
  };
}

function allQuiet(state: AgentState): boolean {
  return [...state.services.values()].every(
    (service) => service.running === undefined && (service.role === "none" || service.role === "standby"),
  );
}

function leave(turn: Turn): void {
  const { state } = turn;
  if (state.connection.phase === "up") {
    const { node } = state.settings;
    const message = { type: "leave", node, incarnation: state.incarnation } as const;
    turn.out.push({ type: "send", attempt: state.attempt, message });
  }
  if (state.connection.phase !== "waiting") giveUp(turn, "the daemon stops");
  state.left = true;
  turn.out.push({ type: "exit", reason: "stopped as asked" });
}
