/** Taking nodes out of service and back, and forgetting those that are gone. */
import { type NodeId, byName } from "../../ids.ts";
import { between } from "../../time.ts";
import { type Order, finish, placeOrder, refuse } from "./orders.ts";
import { capacityOfGroup } from "../reads/capacity.ts";
import { stepOut } from "../members/lineup.ts";
import { strikeOff } from "../members/roster.ts";
import { statusOf } from "../members/silence.ts";
import type { ClusterState, Drain, GroupState, NodeState, Turn } from "../state.ts";
import { answer, record, touchGroupsOf } from "../turn.ts";

/** An operator has long looked elsewhere by then; the drain itself goes on. */
const DRAIN_ANSWER_MS = 120_000;

const levels = ["below", "atLimit", "redundant"];

export function startDrain(turn: Turn, order: Order, name: NodeId, force: boolean): void {
  const { state, now } = turn;
  const node = state.nodes.get(name);
  if (node === undefined) return refuse(turn, order, unknownNode(state, name));
  if (!force) {
    const broken = brokenBy(turn, node);
    if (broken !== "") return refuse(turn, order, `${broken}; --force drains it all the same`);
  }
  if (order.dryRun) return finish(turn, order, drainPreview(state, node));
  setFlag(turn, node, true, order.by);
  for (const group of heldBy(state, node)) {
    const asked = {
      kind: "switchover",
      to: "",
      acceptDataLoss: false,
      by: order.by,
      request: "",
      at: now,
    } as const;
    if (group.phase === "serving") placeOrder(turn, group, asked);
  }
  state.drains = [...state.drains, { request: order.request, node: name, startedAt: now }];
}

/** Answers the drains that have come to an end. */
export function tendDrains(turn: Turn): void {
  const { state } = turn;
  if (state.drains.length === 0) return;
  state.drains = state.drains.filter((drain) => !tendDrain(turn, drain));
}

function tendDrain(turn: Turn, drain: Drain): boolean {
  const { state, now } = turn;
  const node = state.nodes.get(drain.node);
  const held = node === undefined ? [] : stillWith(state, node);
  if (held.length === 0) {
    answer(turn, drain.request, drain.startedAt, "done", `${drain.node} is drained`);
    return true;
  }
  const stuck = held.filter((group) => group.phase === "serving" && group.asked === undefined);
  if (stuck.length > 0) {
    const names = stuck.map((group) => group.settings.group).join(", ");
    const text = `${drain.node} takes nothing new, but is still the active of ${names}: nobody can take over`;
    answer(turn, drain.request, drain.startedAt, "refused", text);
    return true;
  }
  if (between(drain.startedAt, now) < DRAIN_ANSWER_MS) return false;
  answer(turn, drain.request, drain.startedAt, "timedOut", `${drain.node} is still being drained`);
  return true;
}

/** The groups that would stand worse without the node. */
function brokenBy(turn: Turn, node: NodeState): string {
  const worse: string[] = [];
  for (const group of node.groups) {
    const before = capacityOfGroup(turn.state, group, turn.now);
    const then = capacityOfGroup(turn.state, group, turn.now, [node.node]);
    if (levels.indexOf(then.level) < levels.indexOf(before.level)) {
      worse.push(`${group.settings.group} would go from ${before.level} to ${then.level}: ${then.why}`);
    }
  }
  return worse.join("; ");
}

function drainPreview(state: ClusterState, node: NodeState): string {
  const groups = heldBy(state, node).map((group) => group.settings.group);
  const moves =
    groups.length === 0 ? "it is the active of nothing" : `${groups.join(", ")} would move away first`;
  return `would drain ${node.node}: ${moves}; nothing was changed`;
}

function heldBy(state: ClusterState, node: NodeState): GroupState[] {
  return [...state.groups.values()].filter(
    (group) => group.settings.mode === "active-passive" && group.holder === node.node && !group.released,
  );
}

/** The groups whose active role has not arrived elsewhere yet. */
function stillWith(state: ClusterState, node: NodeState): GroupState[] {
  return [...state.groups.values()].filter(
    (group) =>
      group.settings.mode === "active-passive" && group.holder === node.node && group.phase !== "held",
  );
}

export function setDraining(turn: Turn, order: Order, name: NodeId, draining: boolean): void {
  const node = turn.state.nodes.get(name);
  if (node === undefined) return refuse(turn, order, unknownNode(turn.state, name));
  if (node.draining === draining) return finish(turn, order, `${name} was not drained`);
  if (order.dryRun) return finish(turn, order, `would take ${name} back into service; nothing was changed`);
  setFlag(turn, node, draining, order.by);
  finish(turn, order, `${name} is back in service`);
}

function setFlag(turn: Turn, node: NodeState, draining: boolean, by: string): void {
  node.draining = draining;
  node.since = turn.now;
  turn.state.unsavedNodes.add(node.node);
  touchGroupsOf(turn, node);
  const type = draining ? "drained" : "undrained";
  record(turn, type, { node: node.node }, `${by} ${draining ? "drains" : "put back"} ${node.node}`);
}

export function forgetNode(turn: Turn, order: Order, name: NodeId): void {
  const { state } = turn;
  const node = state.nodes.get(name);
  if (node === undefined) return refuse(turn, order, unknownNode(state, name));
  const status = statusOf(node);
  if (status !== "down" && status !== "left") {
    return refuse(turn, order, `${name} is ${status}; only a node that is down or left can be forgotten`);
  }
  const held = heldBy(state, node).map((group) => group.settings.group);
  if (held.length > 0) return refuse(turn, order, `${name} is still the holder of ${held.join(", ")}`);
  if (order.dryRun) return finish(turn, order, `would forget ${name}; nothing was changed`);
  touchGroupsOf(turn, node);
  strikeOff(state, node);
  state.nodes.delete(name);
  stepOut(state, node);
  state.unsavedNodes.delete(name);
  turn.forgotten.add(name);
  record(turn, "forgotten", { node: name }, `${order.by} removed ${name}`);
  finish(turn, order, `${name} is forgotten`);
}

function unknownNode(state: ClusterState, name: NodeId): string {
  const known = [...state.nodes.keys()].sort(byName).join(", ");
  return `there is no node ${name} (nodes: ${known || "none"})`;
}
