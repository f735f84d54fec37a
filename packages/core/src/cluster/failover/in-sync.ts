/**
 * Who is in sync with the active, and may follow it where no acknowledged write may be lost (replication mode `sync`).
 *
 * The list must never name a member without which the active acknowledges writes. Either the standbys say it of
 * themselves; then whatever their word rests on must not change while the active serves. Or the active names them, and
 * is told which of its words the store has (`inSyncRun`): it waits for a member from before it first names it until the
 * store has a list without it. So the list may shrink, and writes go on without a standby that is lost.
 */
import type { NodeId } from "../../ids.ts";
import type { ServiceReport } from "../../wire.ts";
import { serviceOf } from "../members/reports.ts";
import { statusOf } from "../members/silence.ts";
import { type ClusterState, type GroupState, type NodeState, type Turn, membersOfGroup } from "../state.ts";
import { saysNo } from "./facts.ts";

/** Who is in sync is taken down only while the active is well: afterwards the list says how things were then. */
export function noteInSync(turn: Turn, group: GroupState): void {
  if (group.settings.replication.mode === "async" || group.phase !== "serving") return;
  const holder = group.holder === "" ? undefined : turn.state.nodes.get(group.holder);
  if (holder === undefined || statusOf(holder) !== "alive" || saysNo(group, holder)) return;
  const said = wordOf(group, holder);
  if (said !== undefined) return setInSync(turn, group, among(turn.state, group, said.names), said.run);
  // Its status hook failed: until it says more, what it said last stands.
  if (group.inSyncRun > 0 && serviceOf(holder, group.settings.group)?.replication === undefined) return;
  const claiming = membersOfGroup(turn.state, group.settings.group).filter(
    (node) => node !== holder && serviceOf(node, group.settings.group)?.replication?.inSync === true,
  );
  const names = claiming.map(({ node }) => node);
  setInSync(turn, group, among(turn.state, group, names), 0);
}

/** Takes the list down. The run counts once what it named is durable. */
export function setInSync(turn: Turn, group: GroupState, inSync: readonly NodeId[], run: number): void {
  group.inSyncRun = run;
  if (inSync.join() === group.inSync.join()) return;
  group.inSync = inSync;
  group.inSyncRevision = turn.state.revision + 1;
  turn.unsavedGroups.add(group);
}

/** The run whose word the store has, for the ack of the holder; 0 where there is none. */
export function storedRun(state: ClusterState, group: GroupState): number {
  return group.inSyncRevision <= state.savedRevision ? group.inSyncRun : 0;
}

/** Whom the active itself names, at this epoch. */
function wordOf(
  group: GroupState,
  holder: NodeState,
): { readonly names: readonly string[]; readonly run: number } | undefined {
  const service = serviceOf(holder, group.settings.group);
  if (holder.incarnation !== group.holderIncarnation || service?.role !== "active") return undefined;
  const names = service.replication?.inSyncStandbys;
  if (names === undefined || service.dataEpoch !== group.epoch) return undefined;
  return { names, run: service.replication?.run ?? 0 };
}

/** Those of the members that follow this active: what a standby has of one before it does not count. */
function among(state: ClusterState, group: GroupState, names: readonly string[]): readonly NodeId[] {
  const follows = (service: ServiceReport | undefined): boolean => service?.dataEpoch === group.epoch;
  return membersOfGroup(state, group.settings.group)
    .filter(({ node }) => node !== group.holder && names.includes(node))
    .filter((node) => follows(serviceOf(node, group.settings.group)))
    .map(({ node }) => node);
}
