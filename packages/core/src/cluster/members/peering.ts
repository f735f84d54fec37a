/**
 * Which members of a group keep connections with each other: all of them up to six, beyond that the five with the
 * highest weight for each, by rendezvous hashing (Thaler and Ravishankar, "Using Name-Based Mappings to Increase Hit
 * Rates", IEEE/ACM ToN 1998). So a member that comes or goes changes few connections, and both sides know of each.
 */
import type { GroupId } from "../../ids.ts";
import { type ClusterState, type NodeState, membersOfGroup } from "../state.ts";

const PEERS = 5;

export function chosenPeers(state: ClusterState, group: GroupId, node: NodeState): NodeState[] {
  const members = membersOfGroup(state, group).filter((one) => !one.left);
  if (members.length <= PEERS + 1) return members;
  return members.filter(
    (one) => heaviest(members, node).includes(one) || heaviest(members, one).includes(node),
  );
}

function heaviest(members: readonly NodeState[], of: NodeState): NodeState[] {
  return members
    .filter((one) => one !== of)
    .sort((one, other) => weight(of, other) - weight(of, one))
    .slice(0, PEERS);
}

/** The same from both sides: FNV-1a over the two names in order. */
function weight(one: NodeState, other: NodeState): number {
  const names = one.node < other.node ? `${one.node} ${other.node}` : `${other.node} ${one.node}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < names.length; at += 1) hash = Math.imul(hash ^ names.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
