/**
 * Walks a group through `failover.table.ts`: turns what is known into facts, takes the row that fits, does its orders.
 */
import { assert } from "../../assert.ts";
import { epoch } from "../../ids.ts";
import { instant } from "../../time.ts";
import { adoptActive } from "./adoption.ts";
import { assessAll, best } from "./candidates.ts";
import { armGroup, deadlineOf } from "./deadlines.ts";
import { factsOf } from "./facts.ts";
import { tendFailback } from "./failback.ts";
import { type FailoverOrder, type FailoverRow, failoverRowsFor } from "./failover.table.ts";
import { noteGivenBack, startFence } from "./holder.ts";
import { noteFollowers } from "./followers.ts";
import { noteInSync, setInSync } from "./in-sync.ts";
import { beginMove, finishMove, noteStopped, raiseIncident, refuseAsked } from "./moves.ts";
import { noteReported, noteStep } from "./ledger.ts";
import { endBlocks, leaveAlone } from "./quarantine.ts";
import { askAgain, askPositions, askTarget, noteData, oldActive } from "./positions.ts";
import { highestSeen, isFresh } from "../members/reports.ts";
import { type GroupState, type Turn, membersOfGroup } from "../state.ts";
import { progress, record } from "../turn.ts";

/** A member whose promotion failed is tried again after this, doubled each time. */
const PROMOTION_RETRY_MS = 10_000;

/** Takes rows until none fits. */
export function settleGroup(turn: Turn, group: GroupState): void {
  if (group.settings.mode !== "active-passive") return;
  adoptActive(turn, group);
  noteGivenBack(turn, group);
  noteReported(turn, group);
  endBlocks(turn, group);
  tendFailback(turn, group);
  noteInSync(turn, group);
  noteFollowers(turn.state, group);
  noteData(turn.state, group);
  for (let steps = 0; ; steps += 1) {
    assert(steps < 20, "the failover table has no cycle within one turn");
    startFence(turn, group);
    const rows = failoverRowsFor(group.phase, factsOf(turn.state, group, turn.now));
    assert(rows.length <= 1, "at most one row of the failover table fits");
    const row = rows[0];
    if (row === undefined) break;
    take(turn, group, row);
  }
  if (group.phase === "catchingUp") askAgain(turn, group);
  armGroup(turn, group);
}

function take(turn: Turn, group: GroupState, row: FailoverRow): void {
  const from = group.phase;
  if (from === "serving" && row.to !== "serving") beginMove(turn, group, row);
  group.phase = row.to;
  group.phaseSince = turn.now;
  group.deadline = undefined;
  for (const order of row.orders) obey(turn, group, order, row);
  group.deadline = deadlineOf(turn, group);
  progress(turn, group.move?.request ?? "", group.move?.startedAt ?? turn.now, `${row.to}: ${row.because}`);
  const facts = { from, to: row.to };
  record(turn, "phaseChanged", { group, node: group.holder }, `${from} -> ${row.to}: ${row.because}`, facts);
}

function obey(turn: Turn, group: GroupState, order: FailoverOrder, row: FailoverRow): void {
  switch (order) {
    case "askPositions":
      return askPositions(turn, group);
    case "confirmPositions":
      if (group.settings.replication.mode === "quorum") askPositions(turn, group);
      return;
    case "askTarget":
      return askTarget(turn, group);
    case "orderRelease":
      group.releaseOrdered = true;
      if (!group.released)
        noteStep(turn, group, "demote", { epoch: group.epoch, node: group.holder }, "begun");
      return;
    case "withdraw":
      group.releaseOrdered = false;
      return finishMove(turn, group, "withdrawn");
    case "commit":
      return commit(turn, group);
    case "grant":
      return;
    case "finish":
      // Who was in sync with the active before this one need not be in sync with this one.
      noteStep(turn, group, "promote", { epoch: group.epoch, node: group.holder }, "done");
      setInSync(turn, group, [], 0);
      return finishMove(turn, group, "done");
    case "quarantine":
      return quarantine(turn, group, row);
    case "turnBack":
      return turnBack(group);
    case "refuse":
      return refuseAsked(turn, group, row.because);
    case "raiseIncident":
      return raiseIncident(turn, group, row.because);
  }
}

function commit(turn: Turn, group: GroupState): void {
  const { state } = turn;
  const chosen = best(group, assessAll(state, group, turn.now));
  assert(chosen !== undefined, "a row that commits has a candidate");
  const node = state.nodes.get(chosen.node);
  assert(node !== undefined, "a candidate is a known node");
  if (group.move === undefined) beginMove(turn, group, undefined);
  noteStopped(turn, group);
  if (group.move !== undefined) {
    const old = oldActive(state, group);
    group.move.lagBytes = chosen.lag === undefined ? "" : String(chosen.lag);
    group.move.lagIsWhole = group.released && old !== undefined && isFresh(group, old);
    group.move.lastWordAt = group.lastWordAt;
    group.move.grantedAt = undefined;
  }
  if (group.released) group.releasedBefore = group.epoch;
  group.oldNode = group.holder;
  group.holder = chosen.node;
  group.holderIncarnation = node.incarnation;
  group.epoch = epoch(Math.max(group.epoch, highestSeen(state, group)) + 1);
  group.released = false;
  group.releaseOrdered = false;
  group.fence = "none";
  // Nobody was acked at this epoch yet: the lease before it is over, or the row would not have fitted.
  group.lastAckAt = instant(Number.NEGATIVE_INFINITY);
  group.incident = "";
  group.reason = group.move?.because ?? "";
  group.members = membersOfGroup(state, group.settings.group).map((one) => one.node);
  group.proposed = undefined;
  group.followers = [];
  // The list stands until it serves; the run is one of the active before, and this one must not take it for its own.
  group.inSyncRun = 0;
  // It has acknowledged nothing yet.
  group.lastWordAt = turn.now;
  group.commitRevision = state.revision + 1;
  noteStep(turn, group, "promote", { epoch: group.epoch, node: group.holder }, "begun");
  turn.unsavedGroups.add(group);
  const lag = chosen.lag === undefined ? {} : { lagBytes: String(chosen.lag) };
  record(turn, "candidateChosen", { group, node: chosen.node }, `${chosen.node} is to become active`, lag);
}

function quarantine(turn: Turn, group: GroupState, row: FailoverRow): void {
  if (group.holder === "") return;
  noteStep(turn, group, "promote", { epoch: group.epoch, node: group.holder }, "failed");
  const forMs = leaveAlone(turn, group, group.holder, PROMOTION_RETRY_MS, "its promotion failed");
  const text = `${group.holder} did not become active: ${row.because}; not tried again for ${forMs / 1_000} s`;
  record(turn, "promotionFailed", { group, node: group.holder }, text, { forMs });
}

function turnBack(group: GroupState): void {
  if (group.move === undefined) return;
  group.move = { ...group.move, to: "", prefer: group.move.from };
}
