/**
 * Which members of a group keep connections with each other: all of them up to six, beyond that the five with the
 * highest weight for each, by rendezvous hashing (Thaler and Ravishankar, "Using Name-Based Mappings to Increase Hit
 * Rates", IEEE/ACM ToN 1998). So a member that comes or goes changes few connections.
 *
 * Two members are linked where either has chosen the other: both would otherwise have to be lucky, and a member that
 * nobody chose would have no witness. Each has five at least and ten on average; two hundred members keep less than a
 * thousand connections, not twenty thousand. The coordinator works it out and tells both ends, so they cannot disagree.
 *
 * A group set to failsafe keeps all of them: its active needs the promise of every member, wherever the role goes next.
 */
import type { GroupId, NodeId } from "../../ids.ts";
import { type ClusterState, type NodeState, membersOfGroup } from "../state.ts";

const PEERS = 5;

/** The nodes that this one keeps a connection with, over all its groups: heaviest first, each once. */
export function linkedPeers(state: ClusterState, node: NodeState): NodeState[] {
  const peers = new Set(node.memberships.flatMap(({ group }) => linkedIn(state, group, node)));
  peers.delete(node);
  return [...peers];
}

function linkedIn(state: ClusterState, group: GroupId, node: NodeState): readonly NodeState[] {
  const keepsAll = state.groups.get(group)?.settings.onCoordinatorLoss === "failsafe";
  if (keepsAll) return membersOfGroup(state, group).filter((one) => !one.left);
  const names = linksOf(state, group).get(node.node) ?? [];
  return names.map((name) => state.nodes.get(name)).filter((one) => one !== undefined);
}

function linksOf(state: ClusterState, group: GroupId): ReadonlyMap<NodeId, readonly NodeId[]> {
  const roster = state.rosters.get(group);
  if (roster === undefined) return new Map();
  roster.links ??= linksAmong(roster.members.filter((one) => !one.left).map((one) => one.node));
  return roster.links;
}

/** Who of these keeps a connection with whom; each list starts with the heaviest. A function of the names alone. */
export function linksAmong(names: readonly NodeId[]): Map<NodeId, readonly NodeId[]> {
  const hashes = new Map(names.map((name) => [name, hashOf(name)]));
  const weight = (one: NodeId, other: NodeId): number =>
    mixed((hashes.get(one) ?? 0) + (hashes.get(other) ?? 0));
  const links = new Map<NodeId, Set<NodeId>>(names.map((name) => [name, new Set()]));
  for (const name of names) {
    for (const other of names.length <= PEERS + 1 ? names : heaviest(names, name, weight)) {
      if (other === name) continue;
      links.get(name)?.add(other);
      links.get(other)?.add(name);
    }
  }
  const sorted = (name: NodeId, others: ReadonlySet<NodeId>): NodeId[] =>
    [...others].sort((one, other) => weight(name, other) - weight(name, one) || (one < other ? -1 : 1));
  return new Map([...links].map(([name, others]) => [name, sorted(name, others)]));
}

/** The names with the highest weights for one, found in one pass: a group may have hundreds. */
function heaviest(
  names: readonly NodeId[],
  of: NodeId,
  weight: (one: NodeId, other: NodeId) => number,
): readonly NodeId[] {
  const best: { readonly name: NodeId; readonly weight: number }[] = [];
  for (const name of names) {
    if (name === of) continue;
    const own = weight(of, name);
    if (own < (best[PEERS - 1]?.weight ?? 0)) continue;
    best.push({ name, weight: own });
    best.sort((one, other) => other.weight - one.weight || (one.name < other.name ? -1 : 1));
    best.length = Math.min(best.length, PEERS);
  }
  return best.map((one) => one.name);
}

/** FNV-1a, mixed: names that differ in their last digit only must not have weights that resemble each other. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The last step of MurmurHash3 (Appleby): every bit of the result depends on every bit of what goes in. */
function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
