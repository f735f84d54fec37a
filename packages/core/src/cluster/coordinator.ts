/**
 * The coordinator's machine: who is there, who may be active, and who takes over.
 *
 * One turn: notice whether the coordinator itself was paused, take the event in, ring the alarms that are due, walk
 * every group whose situation may have changed through its table, and then speak: what must be durable first, then the
 * rest. Nothing is granted on the strength of something that is not durable yet: see `commitRevision`.
 */
import { nextAlarmAt, ring } from "../alarms.ts";
import { unreachable } from "../assert.ts";
import type { GroupId, NodeId } from "../ids.ts";
import type { Step } from "../step.ts";
import { type Instant, earliest } from "../time.ts";
import type { NodeMessage, ProbeAnswer } from "../wire.ts";
import { takeAction } from "./orders/actions.ts";
import { tendDrains } from "./orders/drains.ts";
import type { ClusterEffect, ClusterEvent, SessionId, StoredCluster } from "./events.ts";
import { armGroup, isDue } from "./failover/deadlines.ts";
import { settleGroup } from "./failover/failover.ts";
import { takeHeartbeat, takeHookResult, takeRelay } from "./members/heartbeats.ts";
import { takeFence } from "./failover/holder.ts";
import { noteGrace, takeDisconnect, takeHello, takeLeave } from "./members/members.ts";
import { endPauses } from "./failover/moves.ts";
import { lineupDueAt, takeDue } from "./members/lineup.ts";
import { takePulse } from "./members/pace.ts";
import { regroup } from "./members/roster.ts";
import { sendViews } from "./reads/node-views.ts";
import { tendPreservation } from "./members/preservation.ts";
import { addedGroup, restoredCluster } from "./restore.ts";
import { noteLevel } from "./level.ts";
import { saveEffect, storedGroup, takeSaveFailed } from "./saving.ts";
import type { ClusterSettings } from "./settings.ts";
import { attend, noteRead, watchAt } from "./own-time.ts";
import { judge } from "./members/silence.ts";
import type { ClusterState, NodeState, Turn } from "./state.ts";
import { isNodeKey, nameIn, newTurn, record, touchGroupsOf } from "./turn.ts";
import { takeAnswer, takeProbeEnded } from "./members/witnesses.ts";

/** A coordinator that takes over: it raises the term, remembers what is stored, and has acked nothing yet. */
export function createCluster(
  settings: ClusterSettings,
  stored: StoredCluster,
  now: Instant,
  wallMs: number,
): Step<ClusterState, ClusterEffect> {
  const state = restoredCluster(settings, stored, now, wallMs);
  const turn = newTurn(state, now);
  turn.termUnsaved = true;
  for (const node of state.nodes.values()) judge(turn, node);
  for (const group of state.groups.values()) turn.touched.add(group);
  const facts = { term: state.term, coordinator: settings.coordinator };
  record(turn, "coordinatorStarted", {}, `${settings.coordinator} leads, term ${state.term}`, facts);
  noteGrace(turn);
  return endTurn(turn);
}

export function stepCluster(
  state: ClusterState,
  event: ClusterEvent,
  now: Instant,
): Step<ClusterState, ClusterEffect> {
  const turn = newTurn(state, now);
  attend(turn);
  take(turn, event);
  ringAlarms(turn);
  tendPreservation(turn);
  return endTurn(turn);
}

/** When the shell must call {@link stepCluster} again even if nothing else happens. */
export function nextClusterWake(state: ClusterState): Instant {
  const due = earliest(
    nextAlarmAt(state.alarms),
    lineupDueAt(state),
    state.saveNodesAt,
    state.resaveAt,
    state.preservedUntil,
  );
  const watch = watchAt(state);
  return due !== undefined && due < watch ? due : watch;
}

function take(turn: Turn, event: ClusterEvent): void {
  switch (event.type) {
    case "received":
      return takeMessage(turn, event.session, event.message);
    case "disconnected":
      return takeDisconnect(turn, event.session);
    case "requested":
      return takeAction(turn, event, event.action);
    case "fenceEnded":
      return takeFence(turn, event);
    case "probeEnded":
      return judgeAnew(turn, takeProbeEnded(turn, event));
    case "saved":
      return takeSaved(turn, event.revision);
    case "saveFailed":
      return takeSaveFailed(turn, event.detail);
    case "configured":
      return takeSettings(turn, event.settings);
    case "woke":
      noteRead(turn, event.readUntil ?? turn.now);
      return endPauses(turn);
    default:
      return unreachable(event);
  }
}

function takeMessage(turn: Turn, session: SessionId, message: NodeMessage): void {
  switch (message.type) {
    case "hello":
      return takeHello(turn, session, message);
    case "heartbeat":
      return takeHeartbeat(turn, session, message);
    case "pulse":
      return takePulse(turn, session, message);
    case "leave":
      return takeLeave(turn, session, message);
    case "hookResult":
      return takeHookResult(turn, message);
    case "relay":
      return takeRelay(turn, session, message);
    case "probeAnswer":
      return takeWord(turn, session, message);
    default:
      return unreachable(message);
  }
}

/** A witness's word may change what a silence means. */
function takeWord(turn: Turn, session: SessionId, answer: ProbeAnswer): void {
  const from = turn.state.sessions.get(session);
  judgeAnew(turn, from === undefined ? undefined : takeAnswer(turn, from, answer));
}

function judgeAnew(turn: Turn, subject: NodeState | undefined): void {
  if (subject === undefined) return;
  judge(turn, subject);
  touchGroupsOf(turn, subject);
}

function takeSaved(turn: Turn, revision: number): void {
  const { state } = turn;
  state.savedRevision = Math.max(state.savedRevision, revision);
  if (state.storeTrouble !== "") record(turn, "storeRecovered", {}, "the store takes writes again");
  state.storeTrouble = "";
  for (const group of state.groups.values()) if (group.phase === "committing") turn.touched.add(group);
}

/** New settings apply at once. Of a group that is gone the epoch is kept, should it come back. */
function takeSettings(turn: Turn, settings: ClusterSettings): void {
  const { state, now } = turn;
  state.settings = settings;
  const names = new Set(settings.groups.map((group) => group.group));
  for (const [name, group] of state.groups) {
    if (names.has(name)) continue;
    state.retired.set(name, storedGroup(state, group));
    state.groups.delete(name);
  }
  for (const group of settings.groups) {
    const known = state.groups.get(group.group);
    if (known !== undefined) known.settings = group;
    else state.groups.set(group.group, addedGroup(group, state, now));
  }
  regroup(state);
  for (const group of state.groups.values()) turn.touched.add(group);
  record(turn, "configured", {}, "the configuration was read again");
}

/** Not before what had come by then is taken: it may be what an alarm waits for. */
function ringAlarms(turn: Turn): void {
  const { state } = turn;
  const { readUntil } = state;
  for (let node = takeDue(state, readUntil); node !== undefined; node = takeDue(state, readUntil))
    judge(turn, node);
  for (let key = ring(state.alarms, readUntil); key !== undefined; key = ring(state.alarms, readUntil)) {
    if (isNodeKey(key)) ringNode(turn, nameIn(key) as NodeId);
    else ringGroup(turn, nameIn(key) as GroupId);
  }
}

/**
 * An alarm that an earlier one has replaced rings for nothing: the one that is armed now is still to come. So does that
 * of a node that is back in the line.
 */
function ringNode(turn: Turn, name: NodeId): void {
  const node = turn.state.nodes.get(name);
  if (node === undefined || isStillToCome(turn, node)) return;
  node.armedAt = undefined;
  if (!node.place.taken) judge(turn, node);
}

function ringGroup(turn: Turn, name: GroupId): void {
  const group = turn.state.groups.get(name);
  if (group === undefined || isStillToCome(turn, group)) return;
  const { armedAt } = group;
  group.armedAt = undefined;
  if (isDue(turn, group, armedAt)) turn.touched.add(group);
  else armGroup(turn, group);
}

function isStillToCome(turn: Turn, { armedAt }: { readonly armedAt: Instant | undefined }): boolean {
  return armedAt !== undefined && armedAt > turn.state.readUntil;
}

function endTurn(turn: Turn): Step<ClusterState, ClusterEffect> {
  const { state } = turn;
  if (turn.touched.size > 0) {
    for (const group of turn.touched) settleGroup(turn, group);
    tendDrains(turn);
    for (const group of turn.touched) noteLevel(turn, group);
    sendViews(turn);
  }
  const save = saveEffect(turn);
  return { state, effects: save === undefined ? turn.out : aroundSave(save, turn.out) };
}

/** Fencing waits for no disk: where the save fails, what comes after it is dropped, and nobody would fence again. */
function aroundSave(save: ClusterEffect, out: readonly ClusterEffect[]): ClusterEffect[] {
  const fences = out.filter((effect) => effect.type === "fence");
  return [...fences, save, ...out.filter((effect) => effect.type !== "fence")];
}
