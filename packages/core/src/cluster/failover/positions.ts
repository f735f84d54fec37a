/** How far the members' data goes: asked for when it matters, and asked again while one is catching up. */
import type { NodeId } from "../../ids.ts";
import { after } from "../../time.ts";
import type { GroupView, Report } from "../../wire.ts";
import { answersUntil, assessAll, best } from "./candidates.ts";
import { isFresh, positionOf, serviceOf } from "../members/reports.ts";
import { type ClusterState, type GroupState, type NodeState, type Turn, membersOfGroup } from "../state.ts";

/** Between two questions to a member that is catching up. */
export const ASK_AGAIN_MS: number = 20;

/** Has a member run its status hook at once. */
export function orderStatus(group: GroupState, node: NodeId): void {
  group.statusOrders.set(node, (group.statusOrders.get(node) ?? 0) + 1);
}

/** Asks every member. */
export function askPositions(turn: Turn, group: GroupState): void {
  askThese(turn, group, membersOfGroup(turn.state, group.settings.group));
}

/**
 * Asks the old active, which has stopped, and the best of the others. The slowest answer decides how long nobody serves, so
 * the rest are asked only where these two do not do ({@link askAgain}), or where every position counts.
 */
export function askTarget(turn: Turn, group: GroupState): void {
  const old = oldActive(turn.state, group);
  const target = best(group, assessAll(turn.state, group, turn.now));
  const next = target === undefined ? undefined : turn.state.nodes.get(target.node);
  const isQuorum = group.settings.replication.mode === "quorum";
  if (isQuorum || old === undefined || next === undefined || next === old) askPositions(turn, group);
  else askThese(turn, group, [old, next]);
}

function askThese(turn: Turn, group: GroupState, nodes: readonly NodeState[]): void {
  group.askedAt = turn.now;
  group.askedRuns.clear();
  for (const node of nodes) ask(group, node);
}

function ask(group: GroupState, node: NodeState): void {
  orderStatus(group, node.node);
  group.askedRuns.set(node.node, runOf(group, node));
}

/** What a node says that has not taken in the view with the question yet is no answer to it. */
export function saidBefore(state: ClusterState, node: NodeState, viewVersion: number): void {
  for (const { group, replication } of node.report.services) {
    if (viewVersion >= (node.asked?.get(group)?.viewVersion ?? 0)) continue;
    const asked = state.groups.get(group)?.askedRuns;
    if (asked !== undefined && replication !== undefined && replication.run > (asked.get(node.node) ?? 0)) {
      asked.set(node.node, replication.run);
    }
  }
}

/** Notes which view put a question to a node; later views only say it again. */
export function noteAsked(node: NodeState, view: GroupView, viewVersion: number): void {
  if ((node.asked?.get(view.group)?.orderNumber ?? 0) >= view.orderNumber) return;
  node.asked ??= new Map();
  node.asked.set(view.group, { orderNumber: view.orderNumber, viewVersion });
}

/**
 * A member that is still behind is asked again until it has caught up or the deadline has passed. One that has not answered
 * yet is not: it would begin anew, and where its status hook takes longer than answers are waited for, it never ended.
 */
export function askAgain(turn: Turn, group: GroupState): void {
  if (turn.now - group.askedAt < ASK_AGAIN_MS) return;
  const old = oldActive(turn.state, group);
  const stopKnown = old !== undefined && isFresh(group, old);
  const answered = membersOfGroup(turn.state, group.settings.group).every(
    (node) => node.session === undefined || node.verdict !== "alive" || isFresh(group, node),
  );
  if (!answered && turn.now < answersUntil(group)) return;
  group.askedAt = turn.now;
  for (const node of membersOfGroup(turn.state, group.settings.group)) {
    // Where the old active stopped does not change any more.
    if (!isAsked(group, node) && !(stopKnown && node === old)) ask(group, node);
  }
}

/** It has said nothing since it was asked; one that counts its runs anew, or whose last one failed, does not know of it. */
function isAsked(group: GroupState, node: NodeState): boolean {
  return runOf(group, node) === group.askedRuns.get(node.node);
}

function runOf(group: GroupState, node: NodeState): number {
  return serviceOf(node, group.settings.group)?.replication?.run ?? 0;
}

/** The member that is being replaced. */
export function oldActive(state: ClusterState, group: GroupState): NodeState | undefined {
  const name = group.move?.from ?? "";
  return name === "" ? undefined : state.nodes.get(name);
}

/** Holders that say anew how far their data goes: when that was, by our clock. */
export function noteLastWords(turn: Turn, node: NodeState, report: Report, sentAtMs: number): void {
  for (const { group: name, replication } of report.services) {
    const group = turn.state.groups.get(name);
    if (group?.holder !== node.node || replication?.position === undefined) continue;
    if (replication.takenAtMs === undefined) continue;
    const takenAt = after(turn.now, replication.takenAtMs - sentAtMs);
    if (group.lastWordAt === undefined || takenAt > group.lastWordAt) group.lastWordAt = takenAt;
  }
}

/** How far the newest data is outlives the report that said so: a node that starts again says nothing at first. */
export function noteData(state: ClusterState, group: GroupState): void {
  for (const node of membersOfGroup(state, group.settings.group)) {
    const at = serviceOf(node, group.settings.group)?.dataEpoch;
    if (at === undefined || at < group.dataEpoch) continue;
    if (at > group.dataEpoch) group.dataPosition = "";
    group.dataEpoch = at;
    const position = positionOf(node, group);
    if (position === undefined) continue;
    if (group.dataPosition === "" || position > BigInt(group.dataPosition))
      group.dataPosition = String(position);
  }
}
