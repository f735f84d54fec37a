/** What operators order: each order is checked whole before anything changes, and answered once. */
import { unreachable } from "../../assert.ts";
import type { GroupId } from "../../ids.ts";
import { after } from "../../time.ts";
import type { Action } from "../../wire.ts";
import { assessAll, best } from "../failover/candidates.ts";
import { forgetNode, setDraining, startDrain } from "./drains.ts";
import { markStopped } from "../failover/holder.ts";
import { isOver } from "../failover/leases.ts";
import { type Order, finish, placeOrder, refuse } from "./orders.ts";
import type { Asked, GroupState, Pause, Turn } from "../state.ts";
import { membersOfGroup } from "../state.ts";
import { progress, record } from "../turn.ts";

export function takeAction(turn: Turn, order: Order, action: Action): void {
  switch (action.action) {
    case "failover":
    case "switchover":
      return takeMove(turn, order, action);
    case "drain":
      return startDrain(turn, order, action.node, action.force);
    case "undrain":
      return setDraining(turn, order, action.node, false);
    case "pause":
      return takePause(turn, order, action);
    case "resume":
      return takeResume(turn, order, action.group);
    case "ack":
      return takeAck(turn, order, action.group);
    case "forget":
      return forgetNode(turn, order, action.node);
    default:
      return unreachable(action);
  }
}

type MoveAction = Extract<Action, { readonly action: "failover" | "switchover" }>;

function takeMove(turn: Turn, order: Order, action: MoveAction): void {
  const group = turn.state.groups.get(action.group);
  const refusal = group === undefined ? unknownGroup(turn, action.group) : moveRefusal(turn, group, action);
  if (group === undefined || refusal !== "") return refuse(turn, order, refusal);
  const asked = askedFor(turn, order, action);
  const unable = candidateRefusal(turn, group, asked, action);
  if (unable !== "") return refuse(turn, order, unable);
  if (order.dryRun) return finish(turn, order, dryRunText(turn, group, asked));
  if (action.action === "failover" && action.nodeIsOff) declareOff(turn, order, group);
  progress(turn, order.request, turn.now, `${action.action} of ${action.group} accepted`);
  placeOrder(turn, group, asked);
}

function askedFor(turn: Turn, order: Order, action: MoveAction): Asked {
  return {
    kind: action.action,
    to: action.to ?? "",
    acceptDataLoss: action.action === "failover" && action.acceptDataLoss,
    by: order.by,
    request: order.request,
    at: turn.now,
  };
}

function moveRefusal(turn: Turn, group: GroupState, action: MoveAction): string {
  const { group: name, mode } = group.settings;
  if (mode === "active-active") return `${name} is active-active: every healthy member serves, nothing moves`;
  const members = membersOfGroup(turn.state, name).map((node) => node.node);
  if (action.to !== undefined && !members.includes(action.to)) {
    return `${action.to} is not a member of ${name} (members: ${members.join(", ") || "none"})`;
  }
  const underWay =
    ["committing", "promoting", "demoting", "catchingUp"].includes(group.phase) || group.asked !== undefined;
  if (underWay) return `${name} is on the move already (${group.phase}); wait for it to end`;
  if (action.to !== undefined && action.to === group.holder && group.phase === "serving") {
    return `${action.to} is the active of ${name} already`;
  }
  if (action.action === "switchover" && group.phase !== "serving") {
    return `${name} has no active that could be stopped in order (${group.phase}); use phi failover ${name}`;
  }
  return "";
}

/** Refuses what could only end without an active: a switchover or failover for which nobody is fit. */
function candidateRefusal(turn: Turn, group: GroupState, asked: Asked, action: MoveAction): string {
  if (action.action === "failover" && action.nodeIsOff) return "";
  const before = { asked: group.asked, move: group.move };
  group.asked = asked;
  group.move = undefined;
  const judged = assessAll(turn.state, group, turn.now);
  const found = best(group, judged);
  Object.assign(group, before);
  if (found !== undefined) return "";
  const why = judged.map((one) => `${one.node}: ${one.refusals.join(", ")}`).join("; ");
  return `no member of ${group.settings.group} may take over: ${why || "it has no members"}`;
}

function dryRunText(turn: Turn, group: GroupState, asked: Asked): string {
  const before = group.asked;
  group.asked = asked;
  const chosen = best(group, assessAll(turn.state, group, turn.now));
  group.asked = before;
  const how =
    asked.kind === "switchover"
      ? "stop first, then"
      : isOver(turn.state, group, turn.now)
        ? "at once"
        : "after the lease";
  return `would make ${chosen?.node ?? "nobody"} the active of ${group.settings.group} (${how}); nothing was changed`;
}

/** SAFETY rule 3: an operator's explicit statement that the node is powered off gives its lease back. */
function declareOff(turn: Turn, order: Order, group: GroupState): void {
  if (group.holder === "" || group.released) return;
  group.released = true;
  group.fence = "done";
  turn.unsavedGroups.add(group);
  markStopped(turn, group, "declared");
  record(
    turn,
    "nodeDeclaredOff",
    { group, node: group.holder },
    `${order.by} declared that ${group.holder} is powered off`,
  );
}

function takePause(turn: Turn, order: Order, action: Extract<Action, { readonly action: "pause" }>): void {
  const until = action.forMs === undefined ? undefined : after(turn.now, action.forMs);
  const pause: Pause = { by: order.by, reason: action.reason, until };
  const groups = chosenGroups(turn, order, action.group);
  if (groups === undefined) return;
  const names = groups.map((group) => group.settings.group).join(", ");
  if (order.dryRun) return finish(turn, order, `would pause ${names}; nothing was changed`);
  for (const group of groups) {
    setPause(turn, group, pause);
    record(
      turn,
      "paused",
      { group },
      `${order.by} paused automatic failover: ${action.reason || "no reason given"}`,
    );
  }
  finish(turn, order, `automatic failover is paused for ${names}`);
}

function takeResume(turn: Turn, order: Order, name: GroupId | undefined): void {
  const groups = chosenGroups(turn, order, name)?.filter((group) => group.pause !== undefined);
  if (groups === undefined) return;
  if (groups.length === 0) return finish(turn, order, "nothing was paused");
  const names = groups.map((group) => group.settings.group).join(", ");
  if (order.dryRun) return finish(turn, order, `would resume ${names}; nothing was changed`);
  for (const group of groups) {
    setPause(turn, group, undefined);
    record(turn, "resumed", { group }, `${order.by} resumed automatic failover`);
  }
  finish(turn, order, `automatic failover is on again for ${names}`);
}

function setPause(turn: Turn, group: GroupState, pause: Pause | undefined): void {
  group.pause = pause;
  turn.unsavedGroups.add(group);
  turn.touched.add(group);
}

/** Lets members whose last promotion failed be tried again at once. */
function takeAck(turn: Turn, order: Order, name: GroupId): void {
  const groups = chosenGroups(turn, order, name);
  const group = groups?.[0];
  if (group === undefined) return;
  const count = group.quarantine.size;
  if (order.dryRun) return finish(turn, order, `would lift ${count} blocks; nothing was changed`);
  group.quarantine.clear();
  turn.unsavedGroups.add(group);
  turn.touched.add(group);
  record(turn, "acknowledged", { group }, `${order.by} lifted ${count} blocks`);
  finish(turn, order, count === 0 ? `${name} had no block` : `${count} blocks of ${name} are lifted`);
}

function chosenGroups(turn: Turn, order: Order, name: GroupId | undefined): GroupState[] | undefined {
  if (name === undefined) return [...turn.state.groups.values()];
  const group = turn.state.groups.get(name);
  if (group !== undefined) return [group];
  refuse(turn, order, unknownGroup(turn, name));
  return undefined;
}

function unknownGroup(turn: Turn, name: GroupId): string {
  const known = [...turn.state.groups.keys()].join(", ");
  return `there is no group ${name} (groups: ${known || "none"})`;
}
